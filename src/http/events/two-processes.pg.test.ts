import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { connectCompany } from '../../../test/support/record-app.ts';
import { type Access, createAccess } from '../../access/access.ts';
import { systemClock } from '../../base/clock.ts';
import type { RealmId } from '../../base/realm-id.ts';
import { publish } from '../../sync/company/events.ts';

let database: TestDatabase;
let access: Access;
let ours: RealmId;
let theirs: RealmId;
const children: ChildProcess[] = [];
const addresses: string[] = [];

const by = { kind: 'command', id: '', name: '', role: 'owner', organizations: undefined } as const;

beforeAll(async () => {
  database = await openTestDatabase();
  access = createAccess({ db: database.db, clock: systemClock });
  ours = await connectCompany(database.db, '111');
  theirs = await connectCompany(database.db, '222');
  for (let index = 0; index < 2; index += 1) {
    const child = fork(new URL('../../../test/support/web-process.ts', import.meta.url), {
      env: { ...process.env, DATABASE_URL: database.url.reveal() },
      execArgv: [],
    });
    children.push(child);
    const [address] = (await once(child, 'message')) as [string];
    addresses.push(address);
  }
});
afterAll(async () => {
  for (const child of children) {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  await database.close();
});

/** Listens at one of the processes; resolves to the data of the next event each time. */
async function listen(
  index: number,
  organizations: string[] | undefined,
): Promise<{ next(): Promise<unknown>; close(): Promise<void>; encoding: string | null }> {
  const { secret } = await access.keys.create(
    { name: `listener ${Math.random()}`, role: 'viewer', organizations },
    by,
  );
  const answer = await fetch(`${addresses[index]}/v1/events`, {
    headers: { authorization: `Bearer ${secret.reveal()}`, 'accept-encoding': 'gzip, br' },
  });
  expect(answer.status).toBe(200);
  const reader = (answer.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<unknown> => {
    for (;;) {
      const found = /^data: (.*)\n\n/m.exec(text);
      if (found !== null) {
        text = text.slice(found.index + found[0].length);
        return JSON.parse(found[1] ?? '') as unknown;
      }
      const { value, done } = await reader.read();
      if (done) throw new Error('The stream ended.');
      text += value;
    }
  };
  return { next, close: () => reader.cancel(), encoding: answer.headers.get('content-encoding') };
}

test('what one process announces reaches the browsers of every other, each its own companies only', async () => {
  const everybody = await Promise.all([0, 1].map((index) => listen(index, undefined)));
  const limited = await Promise.all([0, 1].map((index) => listen(index, [ours])));
  for (const listener of [...everybody, ...limited]) expect(listener.encoding).toBeNull();
  // From this process, which is neither of the two: any worker.
  await publish(database.db, { type: 'organization', realmId: theirs, status: 'current' });
  await publish(database.db, { type: 'organization', realmId: ours, status: 'paused' });
  for (const listener of everybody) {
    expect(await listener.next()).toEqual({ type: 'organization', realmId: theirs, status: 'current' });
    expect(await listener.next()).toEqual({ type: 'organization', realmId: ours, status: 'paused' });
  }
  for (const listener of limited) {
    expect(await listener.next()).toEqual({ type: 'organization', realmId: ours, status: 'paused' });
  }
  await Promise.all([...everybody, ...limited].map((listener) => listener.close()));
});

test('a click at one process is heard by a browser at the other', async () => {
  const listener = await listen(1, undefined);
  const { secret } = await access.keys.create(
    { name: 'operator', role: 'operator', organizations: undefined },
    by,
  );
  const answer = await fetch(`${addresses[0]}/v1/organizations/${ours}/pause`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret.reveal()}` },
  });
  expect(answer.status).toBe(202);
  expect(await listener.next()).toMatchObject({ type: 'organization', realmId: ours, status: 'paused' });
  await listener.close();
});
