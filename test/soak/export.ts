/*
 * Streams a table of a million rows in each form and measures the memory of the process that serves it, which must
 * stay below 300 MB; and lets clients go half way, after which no connection may stay behind.
 * Usage: node test/soak/export.ts [rows]
 */
import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { createGunzip } from 'node:zlib';
import { nodeFlags } from '../../bin/node-flags.mjs';
import { silentLogger } from '../../src/base/logger.ts';
import { Secret } from '../../src/base/secret.ts';
import { openDatabase } from '../../src/postgres/database.ts';
import { openSeededDatabase } from '../support/million-invoices.ts';
import { createRecordApp } from '../support/record-app.ts';
import { installCompression } from '../../src/http/plugins/compression.ts';

const REALM = '4001';
const LIMIT_MB = 300;

if (process.send === undefined) await measure(Number(process.argv[2] ?? 1_000_000));
else await serve();

/** The child: a server and nothing else, so that its memory is the server's. */
async function serve(): Promise<void> {
  const url = new Secret(process.env['DATABASE_URL'] ?? '');
  const db = await openDatabase({ url, logger: silentLogger, maxConnections: 10 });
  const { app } = await createRecordApp(db, { install: installCompression });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  process.send?.(address);
}

async function measure(rows: number): Promise<void> {
  console.log(`Seeding ${rows} invoices ...`);
  const database = await openSeededDatabase({ realmId: REALM, invoices: rows });
  const child = fork(new URL(import.meta.url), {
    env: { ...process.env, DATABASE_URL: database.url.reveal() },
    execArgv: nodeFlags,
  });
  let failed = false;
  try {
    const address = await new Promise<string>((resolve, reject) => {
      child.once('message', (message) => resolve(message as string));
      child.once('exit', () => reject(new Error('The server ended.')));
    });
    const base = `${address}/v1/organizations/${REALM}/records/invoices`;
    const results: Record<string, object> = {};
    for (const [name, query, gzip] of [
      ['NDJSON', 'format=ndjson&includeDeleted=true', false],
      ['NDJSON, raw and lines', 'format=ndjson&includeDeleted=true&fields=id,raw&include=lines', false],
      ['NDJSON, gzip', 'format=ndjson&includeDeleted=true', true],
      ['CSV', 'format=csv&includeDeleted=true', false],
      ['CSV, sorted', 'format=csv&includeDeleted=true&sort=-txn_date', false],
    ] as const) {
      const watch = watchMemory(child);
      const startedAt = performance.now();
      const { bytes, lines } = await download(`${base}?${query}`, gzip);
      const seconds = (performance.now() - startedAt) / 1000;
      const peak = watch.stop();
      const expected = rows + (query.includes('csv') ? 1 : 0);
      if (lines !== expected || peak > LIMIT_MB) failed = true;
      results[name] = {
        rows: lines,
        megabytes: Math.round(bytes / 1e6),
        seconds: Math.round(seconds * 10) / 10,
        'peak memory MB': peak,
      };
    }
    console.table(results);
    for (let index = 0; index < 20; index += 1) await leaveEarly(`${base}?format=ndjson`);
    const open = await waitForNoTransactions(database.db);
    console.log(`After 20 clients that left early: ${open} transactions open.`);
    if (open !== 0) failed = true;
  } finally {
    child.kill();
    await database.close();
  }
  if (failed) {
    console.error('FAILED: rows are missing, memory went over the limit, or connections stayed behind.');
    process.exitCode = 1;
  }
}

function watchMemory(child: ChildProcess): { stop(): number } {
  let peakKb = 0;
  const timer = setInterval(() => {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    peakKb = Math.max(peakKb, Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0));
  }, 50);
  return {
    stop() {
      clearInterval(timer);
      return Math.round(peakKb / 1024);
    },
  };
}

function download(url: string, gzip: boolean): Promise<{ bytes: number; lines: number }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': gzip ? 'gzip' : 'identity' } }, (answer) => {
      let bytes = 0;
      let lines = 0;
      const body = gzip ? answer.pipe(createGunzip()) : answer;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      body.on('data', (chunk: Buffer) => {
        for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
      });
      body.once('end', () => resolve({ bytes, lines }));
      answer.once('error', reject);
    }).once('error', reject);
  });
}

function leaveEarly(url: string): Promise<void> {
  return new Promise((resolve) => {
    get(url, (answer) => {
      answer.once('data', () => {
        answer.destroy();
        resolve();
      });
      answer.once('error', () => undefined);
    });
  });
}

async function waitForNoTransactions(
  db: Awaited<ReturnType<typeof openSeededDatabase>>['db'],
): Promise<number> {
  let open = -1;
  for (let attempt = 0; attempt < 50 && open !== 0; attempt += 1) {
    const [row] = await db.query<{ count: number }>(
      `SELECT count(*) FROM pg_stat_activity
       WHERE datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid()
         AND backend_type = 'client backend'`,
    );
    open = row?.count ?? -1;
    if (open !== 0) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return open;
}
