import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { dataFolder, query, start, withFolders } from '../../../test/support/embedded-folders.ts';

withFolders();

// One session that ends by a signal takes every other one with it: PostgreSQL starts all of them anew. So whoever was
// connected before an attack tells whether it got through.

const nested = (depth: number, open = '(', close = ')', inner = '1'): string =>
  `repeat('${open}', ${depth}) || '${inner}' || repeat('${close}', ${depth})`;
const DEEP = nested(100_000);
const LONG = "'1' || repeat('+1', 100000)";
const CHOICES = "'a' || repeat('[1]', 100000)";
const DOCUMENT = "'<!DOCTYPE a [<!ELEMENT a (' || repeat('b,', 1000000) || 'b)>]><a/>'";

const attacks = {
  xpath: `SELECT xpath(${DEEP}, '<a/>')`,
  'xpath, a long sum': `SELECT xpath(${LONG}, '<a/>')`,
  'xpath, many conditions': `SELECT xpath(${CHOICES}, '<a/>')`,
  xpath_exists: `SELECT xpath_exists(${DEEP}, '<a/>')`,
  xmlexists: `SELECT xmlexists((${DEEP}) PASSING XML '<a/>')`,
  'XMLTABLE, its rows': `SELECT * FROM xmltable((${DEEP}) PASSING XML '<a/>' COLUMNS x text)`,
  'XMLTABLE, a column': `SELECT * FROM xmltable('/a' PASSING XML '<a/>' COLUMNS x text PATH (${DEEP}))`,
  'XMLPARSE, nested': `SELECT XMLPARSE(DOCUMENT ${nested(100_000, '<a>', '</a>')})`,
  'XMLPARSE, a nested type': `SELECT XMLPARSE(DOCUMENT '<!DOCTYPE a [<!ELEMENT a ' || ${nested(100_000, '(', ')', 'b')} || '>]><a/>')`,
  'XMLPARSE, a long type': `SELECT XMLPARSE(DOCUMENT ${DOCUMENT}) IS NULL`,
  'XMLPARSE, content': `SELECT XMLPARSE(CONTENT ${nested(100_000, '<a>', '</a>')})`,
  'a cast': `SELECT (${DOCUMENT})::xml IS NULL`,
  xml_is_well_formed: `SELECT xml_is_well_formed_document(${DOCUMENT})`,
  'a chain of entities': `SELECT XMLPARSE(DOCUMENT '<!DOCTYPE a [' || (SELECT string_agg(format('<!ENTITY e%s "&e%s;">', i, i - 1), '') FROM generate_series(1, 100000) AS i) || '<!ENTITY e0 "x">]><a>&e100000;</a>')`,
  'what writes XML': `SELECT xmlelement(name a, xmlattributes('b' AS c), 'd')`,
  'a query as XML': `SELECT query_to_xml('SELECT 1 AS one', true, false, '')`,
};

/** Connected as soon as the server is back from the attack before. */
async function connect(connectionString: string): Promise<pg.Client> {
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ connectionString });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (attempt === 100) throw error;
      await sleep(100);
    }
  }
}

test('no login can end the server, and with it the sessions of others, by XML', async () => {
  const server = await start(dataFolder());
  await query(server.url.reveal(), "CREATE ROLE stranger LOGIN PASSWORD 'stranger'");
  const stranger = Object.assign(new URL(server.url.reveal()), {
    username: 'stranger',
    password: 'stranger',
  });
  const outcomes: Record<string, string> = {};
  for (const [how, sql] of Object.entries(attacks)) {
    const [bystander, attacker] = [await connect(server.url.reveal()), await connect(stranger.href)];
    try {
      await attacker.query(sql).catch((error: unknown) => {
        // What PostgreSQL refuses has a code; a connection that breaks has none.
        if (!(error instanceof pg.DatabaseError)) throw error;
      });
      await bystander.query('SELECT 1');
      outcomes[how] = 'goes on';
    } catch (error) {
      outcomes[how] = String(error);
    }
    await Promise.all([bystander, attacker].map((client) => client.end().catch(() => undefined)));
  }
  expect(outcomes).toEqual(Object.fromEntries(Object.keys(attacks).map((how) => [how, 'goes on'])));
}, 120_000);
