import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { connectCompany, createRecordApp, type RecordApp } from '../../../test/support/record-app.ts';
import { installCompression } from './compression.ts';

let database: TestDatabase;
let server: RecordApp;
let url: string;

beforeAll(async () => {
  database = await openTestDatabase();
  server = await createRecordApp(database.db, { install: installCompression });
  const realmId = await connectCompany(database.db, '1');
  await database.db.query(
    `INSERT INTO quickbooks.items (realm_id, id, name, observed_at, synced_at)
     SELECT $1, n, repeat('name ', 40) || n, now(), now() FROM generate_series(1, 60000) AS n`,
    [realmId],
  );
  server.app.post('/echo', (request) => ({ kind: typeof request.body }));
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.app.server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}/v1/organizations/${realmId}/records/items`;
});
afterAll(async () => {
  await server.app.close();
  await database.close();
});

const begin = (query: string, headers: Record<string, string>): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get(`${url}?${query}`, { headers }, resolve).on('error', reject);
  });

async function bytesOf(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

test.each(['format=json&limit=500', 'format=ndjson&limit=5000', 'format=csv&limit=5000'])(
  '%s is sent compressed to whoever takes it, with one tag for both forms',
  async (query) => {
    const plain = await begin(query, {});
    const packed = await begin(query, { 'accept-encoding': 'gzip' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(String(packed.headers.vary)).toContain('accept-encoding');
    expect(packed.headers.etag).toBe(plain.headers.etag);
    const [whole, small] = [await bytesOf(plain), await bytesOf(packed)];
    expect(small.length).toBeLessThan(whole.length / 4);
    expect(gunzipSync(small).equals(whole)).toBe(true);
    const again = await begin(query, {
      'accept-encoding': 'gzip',
      'if-none-match': String(packed.headers.etag),
    });
    expect(again.statusCode).toBe(304);
    expect(await bytesOf(again)).toHaveLength(0);
  },
);

test('a client that leaves a compressed export gives its connection back, too', async () => {
  for (const encoding of ['gzip', 'br']) {
    const answer = await begin('format=ndjson', { 'accept-encoding': encoding });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(server.exports.running).toBe(1);
    answer.destroy();
    await vi.waitFor(() => expect(server.exports.running).toBe(0), { timeout: 15_000 });
  }
});

test('a packed request is not unpacked: a small one could hold a very large one', async () => {
  const answer = await fetch(new URL('/echo', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    body: gzipSync(JSON.stringify({ text: ' '.repeat(1_000_000) })),
  });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
});
