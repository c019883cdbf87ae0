import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { silentLogger, type Logger } from '../../base/logger.ts';
import { createAuditTrail, type AuditTrail } from '../audit.ts';
import { currentHead, formatHead, parseHead, type KnownHead } from './chain.ts';
import { cutTrail } from './cut.ts';
import { ENTRY_COLUMNS, signEntry, type StoredEntry } from './entry.ts';
import type { TrailKey, TrailKeys } from './keys.ts';
import { findLostTrailKeys, resealTrail } from './reseal.ts';
import { createSealer, type HeadMemory, type Sealer } from './sealer.ts';
import { verifyTrail } from './verify.ts';

const newKey = (): TrailKey => {
  const bytes = randomBytes(32);
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 16), bytes };
};
const keysOf = (current: TrailKey, ...previous: TrailKey[]): TrailKeys => ({
  current: () => current,
  find: (id) => [current, ...previous].find((key) => key.id === id),
});

let database: TestDatabase;
let key: TrailKey;
let keys: TrailKeys;
let trail: AuditTrail;
let sealer: Sealer;

const newSealer = (memory?: HeadMemory): Sealer =>
  createSealer({ db: database.db, keys, logger: silentLogger, memory });
const write = async (...targets: string[]): Promise<void> => {
  for (const target of targets)
    await trail.record({
      actor: { kind: 'user', id: 'u', name: 'ada@example.com' },
      action: 'reader.added',
      target,
      details: { b: 1.5, a: ['\0', null, { z: true, y: 1e21 }] },
      address: '192.0.2.1',
    });
};
const problems = async (...known: KnownHead[]): Promise<readonly string[]> =>
  (await verifyTrail(database.db, keys, known)).problems;
const run = (text: string): Promise<unknown> => database.db.execute(text);
/** What whoever has the program's database role can do; everything that tries to stop them is theirs. */
const asOwner = (...statements: string[]): Promise<unknown> =>
  run(
    [
      'DROP TRIGGER audit_is_append_only ON ledger_mirror.audit',
      'DROP TRIGGER audit_is_kept ON ledger_mirror.audit',
      ...statements,
    ].join(';'),
  );

beforeEach(async () => {
  database = await openTestDatabase();
  key = newKey();
  keys = keysOf(key);
  trail = createAuditTrail({ db: database.db, keys });
  sealer = newSealer();
  // Three links, of entries 1 and 2, 3 and 4, 5 and 6.
  for (const targets of [
    ['one', 'two'],
    ['three', 'four'],
    ['five', 'six'],
  ]) {
    await write(...targets);
    await sealer.seal();
  }
});
afterEach(() => database.close());

test('a trail that nobody touched is found whole, with what waits to be linked', async () => {
  await write('seven');
  expect(await verifyTrail(database.db, keys)).toMatchObject({
    entries: 6,
    links: 3,
    waiting: 1,
    problems: [],
    head: { number: 3 },
  });
  const head = await sealer.seal();
  expect(await currentHead(database.db)).toEqual(head);
  expect(parseHead(formatHead(head))).toEqual(head);
  expect(await verifyTrail(database.db, keys, [head])).toMatchObject({
    entries: 7,
    waiting: 0,
    problems: [],
  });
});

const theFourth = 'WHERE id = 4';
test.each([
  ['the words of an entry', `UPDATE ledger_mirror.audit SET target = 'other' ${theFourth}`],
  ['who did it', `UPDATE ledger_mirror.audit SET actor_name = 'eve@example.com' ${theFourth}`],
  ['the details', `UPDATE ledger_mirror.audit SET details = details || '{"b": 2}' ${theFourth}`],
  ['the time, by a microsecond', `UPDATE ledger_mirror.audit SET at = at + interval '1 us' ${theFourth}`],
  ['the signature', `UPDATE ledger_mirror.audit SET signature = NULL ${theFourth}`],
])('a change of %s is told', async (_what, statement) => {
  await asOwner(statement);
  expect(await problems()).toEqual(['Entry 4 of link 2 (reader.added) was changed.']);
});

test('a removed entry is told', async () => {
  await asOwner(`DELETE FROM ledger_mirror.audit ${theFourth}`);
  expect(await problems()).toEqual(['Entry 4 of link 2 was removed.']);
});

test('entries that something else wrote are told, before they are linked and ever after', async () => {
  const copied =
    'at, actor_kind, actor_id, actor_name, action, realm_id, details, address, request_id, signature';
  await asOwner(
    'DROP INDEX ledger_mirror.audit_signatures',
    // At the end as an insert does, in the middle of what is linked, and a copy of one of ours.
    `INSERT INTO ledger_mirror.audit (actor_kind, action) VALUES ('user', 'reader.added')`,
    `INSERT INTO ledger_mirror.audit (id, actor_kind, action) OVERRIDING SYSTEM VALUE VALUES (0, 'user', 'reader.added')`,
    `INSERT INTO ledger_mirror.audit (target, ${copied}) SELECT 'eight', ${copied} FROM ledger_mirror.audit ${theFourth}`,
    `INSERT INTO ledger_mirror.audit (target, ${copied}) SELECT target, ${copied} FROM ledger_mirror.audit ${theFourth}`,
  );
  const foreign = [0, 7, 8].map((id) => `Entry ${id} (reader.added) was not written by Ledger Mirror.`);
  expect(await problems()).toEqual([...foreign, 'Entries 4, 8, 9 are copies of one.']);
  await sealer.seal('late');
  expect((await problems()).toSorted()).toEqual(
    [
      'Entries 4, 8, 9 are copies of one.',
      ...[0, 7, 8].map((id) => `Entry ${id} was not written by Ledger Mirror.`),
    ].toSorted(),
  );
});

test('an entry that is given another time as it is written, or held back and put in later, is told', async () => {
  await run(
    `CREATE TABLE held_back AS SELECT * FROM ledger_mirror.audit WHERE false;
     CREATE FUNCTION hold_back() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF NEW.target = 'held' THEN
         INSERT INTO held_back SELECT (NEW).*;
         RETURN NULL;
       END IF;
       NEW.at := NEW.at - interval '40 days';
       RETURN NEW;
     END $$;
     CREATE TRIGGER hold_back BEFORE INSERT ON ledger_mirror.audit FOR EACH ROW EXECUTE FUNCTION hold_back()`,
  );
  await write('held', 'dated back');
  await run('DROP TRIGGER hold_back ON ledger_mirror.audit');
  const columns = 'actor_kind, actor_id, actor_name, action, target, details, address, signature';
  await run(
    `INSERT INTO ledger_mirror.audit (at, ${columns}) SELECT now() + interval '1 day', ${columns} FROM held_back`,
  );
  const told = [8, 9].map((id) => `Entry ${id} (reader.added) was not written by Ledger Mirror.`);
  expect(await problems()).toEqual(told);
  await sealer.seal();
  expect(await problems()).toEqual([8, 9].map((id) => `Entry ${id} was not written by Ledger Mirror.`));
});

test('an entry with the greatest number there is does not keep those that follow from being linked', async () => {
  await run(
    `INSERT INTO ledger_mirror.audit (id, actor_kind, action) OVERRIDING SYSTEM VALUE VALUES (${2n ** 63n - 1n}, 'user', 'x.y')`,
  );
  await write('seven');
  await sealer.seal();
  await sealer.seal('late');
  await write('eight');
  await sealer.seal();
  expect(await verifyTrail(database.db, keys)).toMatchObject({
    entries: 9,
    waiting: 0,
    problems: [`Entry ${2n ** 63n - 1n} was not written by Ledger Mirror.`],
  });
});

test('an end that was cut off is told: entries alone, with their links, and by a link put back as the end', async () => {
  await asOwner('DELETE FROM ledger_mirror.audit WHERE id > 4');
  expect(await problems()).toEqual(['Entry 5 of link 3 was removed.', 'Entry 6 of link 3 was removed.']);
  await run('DELETE FROM ledger_mirror.audit_seals WHERE number = 3');
  expect(await problems()).toEqual([
    'The chain ends at link 2, and should end at link 3: the end was cut off.',
  ]);
  await run(
    `UPDATE ledger_mirror.audit_head SET number = 2, digest = s.digest, last_entry_id = 4, mac = s.mac
     FROM ledger_mirror.audit_seals AS s WHERE s.number = 2`,
  );
  expect(await problems()).toEqual(['The end of the chain was changed.']);
  await run('DELETE FROM ledger_mirror.audit_head');
  expect(await problems()).toEqual(['The end of the chain was removed.']);
  // What comes after covers nothing up.
  await write('seven');
  await sealer.seal();
  expect(await problems()).toEqual(
    expect.arrayContaining(['When link 3 was made: The end of the chain was removed.']),
  );
});

test('a database that was set back as a whole is told by whoever knows a later end', async () => {
  await run('CREATE TABLE public.kept AS TABLE ledger_mirror.audit_head');
  await write('seven');
  let remembered: KnownHead | undefined;
  const memory: HeadMemory = {
    read: () => Promise.resolve(remembered),
    write: (head) => Promise.resolve(void (remembered = head)),
  };
  const running = newSealer(memory);
  const head = await running.seal();
  expect(remembered).toEqual(head);
  await asOwner(
    'DELETE FROM ledger_mirror.audit WHERE id > 6',
    'DELETE FROM ledger_mirror.audit_seals WHERE number > 3',
    'DELETE FROM ledger_mirror.audit_head',
    'INSERT INTO ledger_mirror.audit_head TABLE public.kept',
  );
  expect(await problems()).toEqual([]);
  const told = 'The chain ended at link 3, and had been at link 4 before.';
  expect(await problems(head)).toEqual([told]);
  // Another process, which knows it from the data folder, notes it for good.
  await newSealer(memory).seal();
  expect(await problems()).toEqual([`When link 4 was made: ${told}`]);
  await running.seal();
  expect(await problems(head)).toContain('Link 4 is not the one that it had been before.');
});

test('numbers beyond all bounds keep nobody from sealing and from telling', async () => {
  const most = String(2n ** 63n - 1n);
  await run(
    `INSERT INTO ledger_mirror.audit_seals SELECT ${most}, sealed_at, last_entry_at, entry_ids, entry_digests,
       unproven_ids, doubts, digest, key_id, mac FROM ledger_mirror.audit_seals WHERE number = 3;
     UPDATE ledger_mirror.audit_head SET number = ${most}, cut_entries = ${most}, last_entry_id = ${most}`,
  );
  expect(await problems()).toEqual([
    'The end of the chain was changed.',
    'The chain ends at link 3, and should end at link 9007199254740991: the end was cut off.',
    '1 links bear numbers that Ledger Mirror does not give.',
  ]);
  await write('seven');
  await sealer.seal();
  expect(await verifyTrail(database.db, keys)).toMatchObject({
    entries: 7,
    head: { number: 4 },
    problems: [
      'When link 4 was made: The end of the chain was changed.',
      '1 links bear numbers that Ledger Mirror does not give.',
    ],
  });
});

test('links that were removed or changed are told', async () => {
  await run('DELETE FROM ledger_mirror.audit_seals WHERE number = 2');
  const foreign = await problems();
  expect(foreign).toContain('Links 2 to 2 were removed, with the entries in them.');
  await run(`UPDATE ledger_mirror.audit_seals SET unproven_ids = '{1}' WHERE number = 1`);
  expect(await problems()).toContain('Link 1 was changed, or the one before it.');
  await run(`UPDATE ledger_mirror.audit_seals SET digest = sha256('x') WHERE number = 3`);
  expect(await problems()).toContain('Link 3 does not bear our seal.');
});

test('writers are not held up by a sealer, and an entry that is committed late is linked all the same', async () => {
  const { db } = database;
  const entered = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  const slow = db.transaction(async (tx) => {
    await trail.record({ actor: { kind: 'system' }, action: 'job.retried', target: 'late' }, tx);
    entered.resolve();
    await go.promise;
  });
  await entered.promise;
  await write('eight');
  const sealing = Promise.withResolvers<void>();
  const held = db.transaction(async (tx) => {
    await tx.query('SELECT FROM ledger_mirror.audit_head FOR UPDATE');
    await write('nine');
    sealing.resolve();
  });
  await sealing.promise;
  await held;
  await sealer.seal();
  expect(await verifyTrail(db, keys)).toMatchObject({ entries: 8, waiting: 0, problems: [] });
  go.resolve();
  await slow;
  await sealer.seal('late');
  await sealer.seal('late');
  expect(await verifyTrail(db, keys)).toMatchObject({ entries: 9, waiting: 0, problems: [] });
});

test.each(['SELECT FROM ledger_mirror.audit_head FOR UPDATE', 'LOCK TABLE ledger_mirror.audit_head'])(
  'the log tells while something keeps entries from being linked: %s',
  async (statement) => {
    const { db } = database;
    const told = Promise.withResolvers<string>();
    const logger = { ...silentLogger, error: (_facts: unknown, phrase: string) => told.resolve(phrase) };
    const watching = createSealer({ db, keys, logger: logger as Logger, heldMs: 20 });
    await write('seven');
    const [sealing] = await db.transaction(async (tx) => {
      await tx.query(statement);
      const started = watching.seal();
      expect(await told.promise).toContain('kept from being linked');
      return [started];
    });
    await sealing;
    expect(await verifyTrail(db, keys)).toMatchObject({ entries: 7, waiting: 0, problems: [] });
  },
);

test('many processes seal at once, each entry once', async () => {
  const sealers = Array.from({ length: 4 }, () => newSealer());
  await Promise.all([
    ...Array.from({ length: 40 }, (_, index) => write(`at-once-${index}`)),
    ...sealers.map(async (one) => {
      for (let round = 0; round < 5; round += 1) await one.seal('late');
    }),
  ]);
  await sealer.seal('late');
  expect(await verifyTrail(database.db, keys)).toMatchObject({ entries: 46, waiting: 0, problems: [] });
});

test('what older versions wrote is linked as it is, and nothing else that bears no signature', async () => {
  const older = await openTestDatabase();
  try {
    const unsigned = createAuditTrail({ db: older.db });
    for (const target of ['a', 'b']) {
      await unsigned.record({ actor: { kind: 'system' }, action: 'reader.added', target });
    }
    await older.db.execute('UPDATE ledger_mirror.audit_head SET unsigned_through = 2');
    expect(await verifyTrail(older.db, keys)).toMatchObject({ waiting: 2, problems: [] });
    await createSealer({ db: older.db, keys, logger: silentLogger }).seal('late');
    expect(await verifyTrail(older.db, keys)).toMatchObject({ entries: 2, waiting: 0, problems: [] });
    await unsigned.record({ actor: { kind: 'system' }, action: 'reader.added', target: 'c' });
    await createSealer({ db: older.db, keys, logger: silentLogger }).seal('late');
    expect((await verifyTrail(older.db, keys)).problems).toEqual([
      'Entry 3 was not written by Ledger Mirror.',
    ]);
  } finally {
    await older.close();
  }
});

test('the chain is sealed anew with another key, heads stay what they were, and the key before is needed no more', async () => {
  const head = await sealer.seal();
  const next = newKey();
  expect(await findLostTrailKeys(database.db, keysOf(next))).toEqual([{ keyId: key.id, links: 3 }]);
  expect(await resealTrail(database.db, keysOf(next, key))).toBe(3);
  keys = keysOf(next);
  expect(await problems(head)).toEqual([]);
  expect(await findLostTrailKeys(database.db, keys)).toEqual([]);
  keys = keysOf(newKey());
  expect(await problems()).toContain(
    `Link 1 was sealed with a key that is not here (${next.id}): add it to ENCRYPTION_KEY_PREVIOUS.`,
  );
});

test('a chain that had been changed is not made good by sealing it anew', async () => {
  await run(`UPDATE ledger_mirror.audit_seals SET digest = sha256('x') WHERE number = 2`);
  const next = newKey();
  expect(await resealTrail(database.db, keysOf(next, key))).toBe(2);
  keys = keysOf(next, key);
  expect(await problems()).toContain('Link 2 does not bear our seal.');
});

/** Before they are linked: afterwards it would be a change. */
async function ageNewEntries(): Promise<void> {
  await run('ALTER TABLE ledger_mirror.audit DISABLE TRIGGER audit_is_append_only');
  const rows = await database.db.query<StoredEntry>(
    `SELECT ${ENTRY_COLUMNS} FROM ledger_mirror.audit WHERE at > now() - interval '50 days'`,
  );
  const hundredDays = 100n * 86_400_000_000n;
  for (const row of rows) {
    const atMicros = String(BigInt(row.atMicros) - hundredDays);
    await database.db.query(
      `UPDATE ledger_mirror.audit SET at = at - interval '2400 hours', signature = $2 WHERE id = $1`,
      [row.id, signEntry(keys, { ...row, atMicros })],
    );
  }
  await run('ALTER TABLE ledger_mirror.audit ENABLE ALWAYS TRIGGER audit_is_append_only');
}

/** A trail whose first two links are a hundred days old. */
async function oldTrail(): Promise<void> {
  await database.close();
  database = await openTestDatabase();
  trail = createAuditTrail({ db: database.db, keys });
  sealer = newSealer();
  for (const targets of [
    ['one', 'two'],
    ['three', 'four'],
  ]) {
    await write(...targets);
    await ageNewEntries();
    await sealer.seal();
  }
  await write('five');
  await sealer.seal();
}
const cut = (): Promise<number> =>
  cutTrail({ db: database.db, keys, audit: trail, logger: silentLogger, days: 50 });

test('old entries are cut off behind a seal, that they were is an entry, and the rest is found whole', async () => {
  await oldTrail();
  const head = await sealer.seal();
  expect(await cut()).toBe(4);
  expect(await cut()).toBe(0);
  await sealer.seal();
  expect(await verifyTrail(database.db, keys, [head, { number: 1, digest: 'cut off since' }])).toMatchObject({
    entries: 2,
    links: 2,
    cut: { entries: 4 },
    problems: [],
  });
  expect(await trail.list({ action: 'audit.cut' }, 10)).toMatchObject([
    { actor: { kind: 'system' }, details: { entries: 4, throughLink: 2 } },
  ]);
  await expect(run('DELETE FROM ledger_mirror.audit')).rejects.toThrow('append-only');
});

test('a cut that we did not make is told, and so is what had been changed before one of ours', async () => {
  await oldTrail();
  await asOwner(
    'DELETE FROM ledger_mirror.audit WHERE id <= 2',
    'DELETE FROM ledger_mirror.audit_seals WHERE number = 1',
    'UPDATE ledger_mirror.audit_head SET cut_through = 1, cut_entries = 2',
  );
  expect(await problems()).toEqual(
    expect.arrayContaining([
      'The end of the chain was changed.',
      'Link 2 was changed, or the one before it.',
    ]),
  );
  await run(`UPDATE ledger_mirror.audit SET target = 'other' WHERE id = 3`);
  await cut();
  await sealer.seal();
  expect((await problems()).join('\n')).toContain(
    'Entry 3 of link 2 (reader.added) was changed. It was cut off since.',
  );
});
