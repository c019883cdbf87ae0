import type { RealmId } from '../base/realm-id.ts';
import { isAppError } from '../base/errors.ts';
import type { EntityDefinition } from '../catalogue/index.ts';
import type { Transaction } from '../postgres/database.ts';
import { replaceUnstorable, splitArray } from './json-text.ts';
import { pageStatement } from './projection.ts';
import { explainRejection, recordId } from './rejection.ts';
import { followSetting, isExcluded } from './sensitive.ts';
import { sensitivePaths, withoutSensitive } from './sensitive-fields.ts';

export type Page = {
  readonly entity: EntityDefinition;
  readonly realmId: RealmId;
  /** QuickBooks' answer, untouched: numbers keep every digit. */
  readonly text: string;
  /** Where the array of records stands in it, such as `['QueryResponse', 'Invoice']`. */
  readonly path: readonly (string | number)[];
  /** QuickBooks' clock at the answer (the envelope's `time`). */
  readonly observedAt: Date;
  /** The database's clock before it was asked for. @default unknown: the stamps decide what is newer */
  readonly askedAt?: Date;
  /** Its records were asked for again, to know how they are now: they replace what was stored before that. @default false */
  readonly isReread?: boolean;
};

/** A record that could not be stored, with the reason and the document as it came. */
export type Rejection = {
  readonly recordId: string | undefined;
  readonly reason: string;
  readonly document: string;
};

export type PageResult = {
  readonly created: number;
  readonly updated: number;
  /** Equal to what is stored, or older: nothing was written for them. */
  readonly unchanged: number;
  readonly rejected: readonly Rejection[];
  /** Characters PostgreSQL cannot hold (NUL, lone surrogates) that were replaced by U+FFFD. */
  readonly replaced: number;
};

type Counts = { readonly seen: number; readonly created: number; readonly updated: number };

type StatementMode = 'page' | 'new';

const statements = {
  page: new WeakMap<EntityDefinition, string>(),
  new: new WeakMap<EntityDefinition, string>(),
};

function statementOf(entity: EntityDefinition, mode: StatementMode): string {
  let statement = statements[mode].get(entity);
  if (statement === undefined) {
    statement = pageStatement(entity, mode);
    statements[mode].set(entity, statement);
  }
  return statement;
}

/**
 * Companies and entities whose last page brought new records and changed none: the next one, of a first load, most
 * likely does too. Records that are here as they were sent do not count: pages overlap. A guess that is wrong costs
 * one attempt; the keys of the tables find it out.
 */
const firstLoads = new Set<string>();

/**
 * Writes a page of records with their children: one statement, inside the caller's transaction. Newer versions
 * replace older ones (version-order.ts), equal ones are not written, so a page may be written again. A record that PostgreSQL refuses
 * is reported in `rejected`, the rest of its page is stored.
 * @throws AppError DATABASE_* when the database fails, as opposed to refusing a value
 */
export async function writePage(tx: Transaction, page: Page): Promise<PageResult> {
  const load = `${page.realmId} ${page.entity.name}`;
  const guess = firstLoads.has(load) ? await attempt(tx, page, page.text, 'new') : undefined;
  const whole = guess?.ok === true ? guess : await attempt(tx, page, page.text);
  if (whole.ok) {
    const { created, updated } = whole.counts;
    if (created > 0 && updated === 0) firstLoads.add(load);
    else firstLoads.delete(load);
    return { ...toResult(whole.counts), replaced: 0 };
  }
  const { text, replaced } = replaceUnstorable(page.text);
  if (replaced > 0) {
    const cleaned = await attempt(tx, page, text);
    if (cleaned.ok) return { ...toResult(cleaned.counts), replaced };
  }
  return { ...(await writeOneByOne(tx, { ...page, text })), replaced };
}

async function writeOneByOne(tx: Transaction, page: Page): Promise<Omit<PageResult, 'replaced'>> {
  const total = { created: 0, updated: 0, unchanged: 0 };
  const rejected: Rejection[] = [];
  for (const document of splitArray(page.text, page.path)) {
    const one = await attempt(tx, { ...page, path: [] }, `[${document}]`);
    if (one.ok) {
      const result = toResult(one.counts);
      total.created += result.created;
      total.updated += result.updated;
      total.unchanged += result.unchanged;
    } else {
      const reason = await explainRejection(tx, page.entity, document, one.reason);
      const id = recordId(page.entity, document);
      rejected.push({ recordId: id, reason, document: await allowedDocument(tx, page, document, id) });
    }
  }
  return { ...total, rejected };
}

/*
 * The statement's estimated cost is far above what it takes, so a server built with LLVM would compile it for longer
 * than it runs. A stamp without a zone (a plain date in MetaData) is read as UTC wherever the server stands.
 */
const PREPARE = `SET LOCAL jit = off; SET LOCAL timezone = 'UTC'; SAVEPOINT page`;

/** The document of a rejected record, without what its company does not want stored. */
async function allowedDocument(
  tx: Transaction,
  { entity, realmId }: Page,
  document: string,
  id: string | undefined,
): Promise<string> {
  if (sensitivePaths(entity).length === 0) return document;
  const [setting] = await tx.query<{ excluded: boolean | null }>(`SELECT ${isExcluded('$1')} AS excluded`, [
    realmId,
  ]);
  if (setting?.excluded !== true) return document;
  await tx.execute('SAVEPOINT allowed');
  try {
    const [row] = await tx.query<{ text: string }>(
      `SELECT (${withoutSensitive(entity, '$1::jsonb')})::text AS text`,
      [document],
    );
    await tx.execute('RELEASE SAVEPOINT allowed');
    return row?.text ?? '{}';
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
    // What cannot be read cannot be searched for what must not be kept.
    await tx.execute('ROLLBACK TO SAVEPOINT allowed');
    return JSON.stringify({ Id: id });
  }
}

type Attempt =
  | { readonly ok: true; readonly counts: Counts }
  | { readonly ok: false; readonly reason: string };

/** Runs the statement under a savepoint, so that a refused value leaves the transaction usable. */
async function attempt(
  tx: Transaction,
  page: Page,
  text: string,
  mode: StatementMode = 'page',
): Promise<Attempt> {
  const follow = sensitivePaths(page.entity).length === 0 ? '' : `; ${followSetting(page.realmId)}`;
  await tx.execute(`${PREPARE}${follow}`);
  try {
    const [counts] = await tx.query<Counts>(statementOf(page.entity, mode), [
      text,
      page.path.map(String),
      page.realmId,
      page.observedAt,
      page.askedAt ?? null,
      page.isReread ?? false,
    ]);
    if (counts === undefined) throw new TypeError('The page statement gave no row.');
    await tx.execute('RELEASE SAVEPOINT page');
    return { ok: true, counts };
  } catch (error) {
    const reason = refusalOf(error);
    if (reason === undefined) throw error;
    await tx.execute('ROLLBACK TO SAVEPOINT page');
    return { ok: false, reason };
  }
}

/**
 * PostgreSQL's words when it refused a value: error classes 22 (data), 23 (constraints) and 54 (too large). Every
 * other failure is the database's own and must not be mistaken for bad data.
 */
export function refusalOf(error: unknown): string | undefined {
  const cause = isAppError(error) ? error.cause : error;
  if (!(cause instanceof Error)) return undefined;
  const { code } = cause as { code?: unknown };
  return typeof code === 'string' && /^(?:22|23|54)/.test(code) ? cause.message : undefined;
}

function toResult(counts: Counts): Omit<PageResult, 'replaced'> {
  const { seen, created, updated } = counts;
  return { created, updated, unchanged: seen - created - updated, rejected: [] };
}
