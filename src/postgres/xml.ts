import type { Queryable } from './database.ts';

/**
 * An XPath that nests 600 times: since 2.9.11 libxml2 refuses more than 500. Before, it goes on until the stack ends;
 * this needs a tenth of one.
 */
const NESTED = `SELECT 1 FROM xmltable((repeat('(', 600) || '1' || repeat(')', 600)) PASSING XML '<a/>' COLUMNS x text)`;

/**
 * Whether the server's XML stands what anybody may ask of it: it refuses an XPath that nests deep, or has no XML at
 * all. Otherwise one that nests deeper ends it, with the sessions of everybody.
 */
export async function withstandsXml(db: Queryable): Promise<boolean> {
  try {
    await db.query(NESTED);
    return false;
  } catch (error) {
    // PostgreSQL's own answer; one that never came says nothing.
    if (typeof (error as { severity?: unknown }).severity === 'string') return true;
    throw error;
  }
}
