import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { expect, onTestFinished, test } from 'vitest';

import { ManualClock } from '../../test/support/manual-clock.ts';
import { silentLogger } from '../base/logger.ts';
import { startSimulator } from '../start.ts';
import { entities } from '../entities/entities.ts';
import { generateCompanies } from '../data/generate.ts';
import { type Bench, type Json, NOON, startBench as startCopiedBench } from '../../test/support/harness.ts';

/** Restarts and seeds are about making companies anew. */
const startBench: typeof startCopiedBench = (options) =>
  startCopiedBench({ generate: generateCompanies, ...options });

const ENTITIES = entities.map(({ name }) => name);

function stateDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'simulator-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

async function everything(bench: Pick<Bench, 'control' | 'realmId'>): Promise<Json[]> {
  const states: Json[] = [];
  for (const entity of ENTITIES) {
    const { time: _time, ...state } = await bench.control(`companies/${bench.realmId}/state/${entity}`);
    states.push(state as unknown as Json);
  }
  return states;
}

test('a restart keeps every change, deletion, counter, grant and the clock', async () => {
  const stateDir = stateDirectory();
  let before: Json[];
  let refreshToken: string;
  {
    await using bench = await startBench({ stateDir });
    refreshToken = (await bench.connect()).refresh_token;
    await bench.control('clock', { advanceSeconds: 7_200 });
    await bench.control(`companies/${bench.realmId}/changes`, { count: 60 });
    before = await everything(bench);
  }
  for (let restart = 0; restart < 2; restart += 1) {
    // Days later: the history still ends where it ended when the folder was made.
    await using bench = await startBench({ stateDir, clock: new ManualClock('2026-06-18T19:00:00Z') });
    expect(await everything(bench)).toEqual(before);
    expect((await bench.control('clock'))['time']).toBe('2026-06-18T21:00:00.000Z');
    expect((await bench.token({ grant_type: 'refresh_token', refresh_token: refreshToken })).status).toBe(
      restart === 0 ? 200 : 400,
    );
  }
});

test('a killed simulator goes on where it was, and a torn last line is as if it had not been', async () => {
  const stateDir = stateDirectory();
  const child = fork(
    fileURLToPath(new URL('../../test/support/run-until-killed.ts', import.meta.url)),
    [stateDir],
    { stdio: 'inherit' },
  );
  const [url, realmId] = await new Promise<[string, string]>((resolve) =>
    child.once('message', (message) => resolve(message as [string, string])),
  );
  const control: Bench['control'] = async (path, body) => {
    const init =
      body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return (await (await fetch(`${url}/simulator/${path}`, init)).json()) as Json;
  };
  await control(`companies/${realmId}/changes`, { count: 40 });
  const before = await everything({ control, realmId });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
  appendFileSync(join(stateDir, 'journal.ndjson'), '{"commit":{"realm":"934');
  await using bench = await startBench({ stateDir });
  expect(await everything(bench)).toEqual(before);
  expect(readFileSync(join(stateDir, 'journal.ndjson'), 'utf8').endsWith('\n')).toBe(true);
  expect(readdirSync(stateDir)).toEqual(['journal.ndjson']);
});

test('a state folder of another seed or size is refused, a broken one too, and nothing is overwritten', async () => {
  const stateDir = stateDirectory();
  await (await startBench({ stateDir }))[Symbol.asyncDispose]();
  const path = join(stateDir, 'journal.ndjson');
  const kept = readFileSync(path, 'utf8');
  await expect(startBench({ stateDir, seed: 2 })).rejects.toMatchObject({ code: 'SIMULATOR_STATE_MISMATCH' });
  await expect(startBench({ stateDir, size: 'small' })).rejects.toMatchObject({
    code: 'SIMULATOR_STATE_MISMATCH',
  });
  expect(readFileSync(path, 'utf8')).toBe(kept);
  appendFileSync(path, 'rubbish\n');
  await expect(startBench({ stateDir })).rejects.toMatchObject({ code: 'SIMULATOR_STATE_UNREADABLE' });
});

test('the same seed makes the same companies, another seed others', async () => {
  const dump = async (seed: number): Promise<unknown> => {
    await using bench = await startBench({ seed });
    return [bench.simulator.companies, await everything(bench)];
  };
  const first = await dump(5);
  expect(await dump(5)).toEqual(first);
  expect(await dump(6)).not.toEqual(first);
});

test('a taken port is an error in words', async () => {
  await using bench = await startBench();
  const port = Number(new URL(bench.simulator.url).port);
  const options = {
    port,
    seed: 1,
    size: 'tiny',
    logger: silentLogger,
    clock: new ManualClock(NOON),
  } as const;
  await expect(startSimulator(options)).rejects.toMatchObject({ code: 'SIMULATOR_PORT_TAKEN' });
});

test('the generator company carries its two custom fields, and more for who asks for them', async () => {
  await using bench = await startBench();
  const realmId = bench.simulator.companies[1]?.realmId ?? '';
  const { access_token } = await bench.connect(realmId);
  const fields = async (include: string): Promise<Json[]> => {
    const url = `${bench.simulator.url}/v3/company/${realmId}/query?query=select * from Invoice maxresults 1${include}`;
    const headers = { authorization: `Bearer ${access_token}`, accept: 'application/json' };
    const answer = (await (await fetch(url, { headers })).json()) as Json;
    return answer['QueryResponse']['Invoice'][0]['CustomField'] as Json[];
  };
  const classic = [
    { DefinitionId: '1', Name: 'Generator Model', Type: 'StringType' },
    { DefinitionId: '2', Name: 'Engine Model', Type: 'StringType' },
  ];
  expect(await fields('')).toMatchObject(classic);
  const all = await fields('&include=enhancedAllCustomFields');
  expect(all).toHaveLength(6);
  expect(all.slice(0, 2)).toMatchObject(classic);
  expect(all[4]).toMatchObject({ DefinitionId: expect.stringMatching(/^\d{17}$/), Type: 'NumberType' });
});
