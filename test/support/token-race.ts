import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../src/base/clock.ts';
import { silentLogger } from '../../src/base/logger.ts';
import { toRealmId } from '../../src/base/realm-id.ts';
import { Secret } from '../../src/base/secret.ts';
import type { Database } from '../../src/postgres/database.ts';
import { createOAuthClient, createTransport, intuitEndpoints } from '../../src/quickbooks/index.ts';
import { createCipher } from '../../src/vault/cipher.ts';
import { createPostgresTokenStore } from '../../src/vault/postgres-token-store.ts';
import { createTokenVault } from '../../src/vault/token-vault.ts';
import { startScriptedServer } from './scripted-server.ts';
import { TokenAuthority, tokensOf } from './token-authority.ts';

export type TokenWorkerSettings = {
  readonly databaseUrl: string;
  readonly authorityUrl: string;
  readonly key: string;
  readonly realmId: string;
  readonly settleMs: number;
};

export type TokenRace = {
  readonly db: Database;
  readonly url: Secret;
  readonly processes: number;
  /** Ends after so many, or when the grant is dead. */
  readonly refreshes: number;
  /** How long a replaced refresh token still works. */
  readonly graceMs: number;
  /** Kills one process (SIGKILL) and starts another, at random moments, on average so often. */
  readonly killEveryMs?: number;
  /** At this refresh, kills all processes after the token was rotated and before they hear of it; others take over. */
  readonly killAllAt?: number;
  /** How long a refresh that ended without an answer is left alone; a quarter of a second unless given. */
  readonly settleMs?: number;
};

export type TokenRaceResult = {
  readonly refreshes: number;
  readonly mostInFlight: number;
  readonly invalidGrants: number;
  readonly kills: number;
  /** What the processes were told, by error code; `ok` for a token. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly seconds: number;
};

const REALM = toRealmId('9130347957983456');
const SLOWEST_ANSWER_MS = 25;
/** Ten times what an answer takes, as the 5 s of production are to Intuit's half second. */
const SETTLE_MS = 250;

/** Processes that refresh one company's tokens for all they are worth, and what their peer saw of it. */
export async function raceForTokens(race: TokenRace): Promise<TokenRaceResult> {
  const authority = new TokenAuthority();
  authority.graceMs = race.graceMs;
  authority.disturb = async () => {
    await delay(Math.random() * SLOWEST_ANSWER_MS);
    return undefined;
  };
  const outcomes: Record<string, number> = {};
  const running = new Set<ChildProcess>();
  let kills = 0;
  const server = await startScriptedServer(async (request) => {
    const answer = await authority.answer(request.url.pathname, request.body);
    if (authority.refreshes === race.killAllAt && kills === 0) {
      kills = running.size;
      for (const child of running) kill(child);
      for (let index = 0; index < race.processes; index += 1) start();
    }
    return answer;
  });
  const key = randomBytes(32).toString('base64');
  await storeFirstTokens(race.db, key);
  const settings: TokenWorkerSettings = {
    databaseUrl: race.url.reveal(),
    authorityUrl: server.url,
    key,
    realmId: REALM,
    settleMs: race.settleMs ?? SETTLE_MS,
  };

  const start = (): void => {
    const child = spawn(process.execPath, [fileURLToPath(new URL('token-worker.ts', import.meta.url))], {
      env: { ...process.env, TOKEN_WORKER: JSON.stringify(settings) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running.add(child);
    child.once('exit', () => running.delete(child));
    createInterface(child.stdout).on('line', (line) => {
      outcomes[line] = (outcomes[line] ?? 0) + 1;
    });
  };
  /** From now on it is not one of those that can be killed, though it takes a moment to end. */
  const kill = (child: ChildProcess): void => {
    child.kill('SIGKILL');
    running.delete(child);
  };
  const began = performance.now();
  try {
    for (let index = 0; index < race.processes; index += 1) start();
    let killAt = performance.now() + 1_000;
    let refreshesAtKill = 0;
    while (authority.refreshes < race.refreshes && running.size > 0) {
      await delay(5);
      // On a busy machine a process takes seconds to start: without a refresh between two kills nobody would get to one.
      const untouched = authority.refreshes === refreshesAtKill;
      if (race.killEveryMs === undefined || performance.now() < killAt || untouched) continue;
      killAt = performance.now() + Math.random() * 2 * race.killEveryMs;
      const victim = [...running][Math.floor(Math.random() * running.size)];
      // After the death of the grant nobody is replaced: the others end by themselves.
      if (victim === undefined || outcomes['QBO_GRANT_REVOKED'] !== undefined) continue;
      refreshesAtKill = authority.refreshes;
      kill(victim);
      kills += 1;
      start();
    }
    // Whoever comes late, to a dead grant, asks the same and is told the same.
    if (running.size === 0) {
      start();
      while (running.size > 0) await delay(5);
    }
    const seconds = (performance.now() - began) / 1000;
    const { refreshes, mostInFlight, invalidGrants } = authority;
    return { refreshes, mostInFlight, invalidGrants, kills, outcomes, seconds };
  } finally {
    for (const child of running) child.kill('SIGKILL');
    await server.stop();
  }
}

async function storeFirstTokens(db: Database, key: string): Promise<void> {
  const transport = createTransport();
  const oauth = createOAuthClient({
    clientId: 'id',
    clientSecret: new Secret('secret'),
    redirectUri: 'http://localhost/callback',
    endpoints: intuitEndpoints,
    transport,
    clock: systemClock,
  });
  const cipher = createCipher({ current: new Secret(key) });
  const vault = createTokenVault({
    tokens: createPostgresTokenStore({ db, cipher }),
    oauth,
    clock: systemClock,
    logger: silentLogger,
  });
  const first = tokensOf(0);
  const inAnHour = new Date(Date.now() + 3_600_000);
  await vault.store(REALM, {
    accessToken: new Secret(String(first['access_token'])),
    refreshToken: new Secret(String(first['refresh_token'])),
    accessExpiresAt: inAnHour,
    refreshExpiresAt: inAnHour,
    hardExpiresAt: undefined,
  });
  await transport.close();
}
