import type { RealmId } from '../../src/base/realm-id.ts';
import { changeKinds } from './changes.ts';
import { until, type Installation } from './installation.ts';
import type { TestServer } from './postgres-server.ts';
import { storedTable } from '../../src/tables/stored.ts';

/** Everything QuickBooks, or what stands before it, has been seen to answer with (facts#faults). */
export const faultKinds: readonly string[] = `unauthorized wrong-cluster authentication-xml authorization-120
  forbidden throttle throttle-json throttle-403 internal system unavailable html timeout subscription-ended query-parser
  query-invalid poison not-found business unsupported reset truncate`.split(/\s+/);

/** A way of disturbing a company that is being copied and followed. */
export type Trouble = {
  readonly title: string;
  /** Begins the trouble. */
  readonly begin: (scene: Scene) => Promise<void>;
  /** Called after every attempt to sync while the trouble lasts. */
  readonly during?: (scene: Scene, attempt: number) => Promise<void>;
  /** Attempts after which it has passed, at the latest. */
  readonly attempts: number;
  /** Ends what does not end by itself. */
  readonly end: (scene: Scene) => Promise<void>;
};

export type Scene = { readonly installation: Installation; readonly realmId: RealmId };

const clearFaults = async ({ installation }: Scene): Promise<void> => {
  await fetch(`${installation.simulatorUrl}/simulator/faults`, {
    method: 'DELETE',
    headers: { 'content-type': 'application/json' },
  });
};

async function inject({ installation }: Scene, kinds: readonly string[], share: number): Promise<void> {
  for (const kind of kinds) {
    const probability = share / kinds.length;
    await installation.control('faults', { kind, count: 1_000_000, probability, path: '/v3/company' });
  }
}

/** Some share of the calls fails, in one way or in every way. */
export function failing(percent: number, kinds: readonly string[] = faultKinds): Trouble {
  const how = kinds.length === 1 ? `with ${kinds[0]}` : 'in every way';
  return {
    title: `${percent} of 100 calls fail ${how}`,
    begin: (scene) => inject(scene, kinds, percent / 100),
    attempts: percent > 10 ? 60 : 20,
    end: clearFaults,
  };
}

/** QuickBooks asks to slow down, call after call. */
export const throttled: Trouble = {
  title: 'a storm of 429',
  begin: (scene) => inject(scene, ['throttle'], 1),
  attempts: 8,
  end: clearFaults,
};

/** Nothing answers for an hour of QuickBooks' clock. */
export const outage: Trouble = {
  title: 'an hour of outage',
  begin: (scene) => inject(scene, ['unavailable', 'reset', 'html'], 1),
  during: ({ installation }) => advance(installation, { advanceSeconds: 600 }),
  attempts: 6,
  end: clearFaults,
};

/** The clock of QuickBooks is a day off, and later right again. */
export const clockJump = (days: number): Trouble => ({
  title: `QuickBooks’ clock jumps ${days > 0 ? 'a day ahead' : 'a day back'} and returns`,
  begin: ({ installation }) => advance(installation, { jumpSeconds: days * 86_400 }),
  attempts: 2,
  end: ({ installation }) => advance(installation, { jumpSeconds: -days * 86_400 }),
});

async function advance(installation: Installation, by: Readonly<Record<string, number>>): Promise<void> {
  await installation.control('clock', by);
}

/** Every connection to the database is cut while pages are written. */
export const disconnections: Trouble = {
  title: 'connections to the database are cut in mid-transaction',
  begin: async ({ installation }) => {
    let pages = 0;
    installation.proxy.onCall = async ({ kind }) => {
      // Cut while the page that was fetched before is being written.
      if ((kind === 'page' || kind === 'capture') && (pages += 1) % 3 === 0)
        await installation.db
          .query(
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = current_database() AND pid <> pg_backend_pid()`,
          )
          .catch(() => undefined);
      return undefined;
    };
  },
  attempts: 10,
  end: ({ installation }) => {
    installation.proxy.onCall = undefined;
    return Promise.resolve();
  },
};

/** The database server ends while pages are written, and comes back some seconds later. */
export const restarts = (server: TestServer): Trouble => ({
  title: 'the database server ends in mid-transaction and starts again',
  begin: ({ installation }) => {
    let pages = 0;
    installation.proxy.onCall = ({ kind }) => {
      if ((kind === 'page' || kind === 'capture') && (pages += 1) === 5) server.crash();
      return undefined;
    };
    return Promise.resolve();
  },
  attempts: 6,
  end: ({ installation }) => {
    installation.proxy.onCall = undefined;
    return Promise.resolve();
  },
});

/** The database refuses to write rows of some tables, as a full disk makes it. */
export const refusedWrites: Trouble = {
  title: 'the database refuses writes',
  begin: async ({ installation: { db } }) => {
    await db.execute(`CREATE SCHEMA IF NOT EXISTS proof`);
    await db.execute(`CREATE OR REPLACE FUNCTION proof.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`);
    for (const table of ['invoices', 'customers', 'payments'])
      await db.execute(
        `CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON ${storedTable(table)} FOR EACH STATEMENT EXECUTE FUNCTION proof.refuse()`,
      );
  },
  attempts: 4,
  end: async ({ installation: { db } }) => {
    for (const table of ['invoices', 'customers', 'payments'])
      await db.execute(`DROP TRIGGER refuse ON ${storedTable(table)}`);
  },
};

/** People disconnect the app inside QuickBooks, and connect it again. */
export const revoked: Trouble = {
  title: 'the grant is revoked, and the company reconnected',
  begin: async ({ installation, realmId }) => {
    await installation.control('tokens/revoke', { realmId });
  },
  attempts: 2,
  end: ({ installation, realmId }) => installation.connect(realmId),
};

/**
 * Copies and follows a company through a trouble: its first copy, then three rounds of changes, each time beginning
 * and ending the trouble. @returns what is wrong afterwards, one line each
 */
export async function surviveTrouble(scene: Scene, trouble: Trouble): Promise<string[]> {
  const { installation, realmId } = scene;
  const broken: string[] = [];
  await installation.connect(realmId);
  for (let round = 0; round < 4; round += 1) {
    if (round > 0) for (const kind of changeKinds) await installation.change(realmId, 2, kind);
    await trouble.begin(scene);
    for (let attempt = 0; attempt < trouble.attempts; attempt += 1) {
      if (await syncs(scene, broken, trouble.title)) break;
      if (round === 2 && attempt === 0) await installation.change(realmId, 3, 'create');
      await trouble.during?.(scene, attempt);
    }
    await trouble.end(scene);
  }
  // What change data capture does not tell of is found by the daily comparison: its day has come.
  await installation.organizations.requestProof(realmId).catch(() => undefined);
  for (let attempt = 0; attempt < 4; attempt += 1) if (await syncs(scene, broken, trouble.title)) break;
  broken.push(...(await installation.differences(realmId)));
  const [open] = await installation.db.query<{ open: number }>(
    "SELECT count(*)::int AS open FROM ledger_mirror.sync_runs WHERE status IN ('running', 'queued')",
  );
  if ((open?.open ?? 0) > 0) broken.push(`${open?.open} runs are open`);
  const { status, statusReason } = await installation.organizations.get(realmId);
  if (status !== 'current') broken.push(`the company is ${status}: ${statusReason ?? 'no sentence'}`);
  const states = await installation.organizations.entities(realmId);
  for (const { entity, status: state, error } of states)
    if (state === 'failed') broken.push(`${entity} is failed: ${error ?? 'no sentence'}`);
  return broken;
}

/** One attempt, as a person asks for it. @returns whether the company is current */
async function syncs({ installation, realmId }: Scene, broken: string[], title: string): Promise<boolean> {
  const { organizations, db } = installation;
  const answers = (): Promise<boolean> =>
    db.query('SELECT 1').then(
      () => true,
      () => false,
    );
  await until(answers, 60_000, 'the database answers');
  const [clock] = await db.query<{ begun: Date }>('SELECT clock_timestamp() AS begun');
  await organizations.requestSync(realmId).catch(() => undefined);
  // A worker whose database went away could not give its lease back.
  const isFree = async (): Promise<boolean> =>
    (await db.query('SELECT FROM ledger_mirror.leases WHERE expires_at > clock_timestamp()')).length === 0;
  await until(isFree, 60_000, 'the lease ends');
  // A database that cannot take the failure either leaves the company to the next tick.
  await installation.sync(realmId).catch(() => undefined);
  await until(answers, 60_000, 'the database answers');
  const { status, statusReason, lastSuccessAt } = await organizations.get(realmId);
  if (lastSuccessAt !== undefined && clock !== undefined && lastSuccessAt > clock.begun) return true;
  const [run] = await db.query<{ open: boolean }>(
    "SELECT EXISTS (SELECT FROM ledger_mirror.sync_runs WHERE status IN ('running', 'queued')) AS open",
  );
  if (statusReason === undefined && run?.open !== true)
    broken.push(`${title}: the company is ${status}, without a sentence and without a run`);
  return false;
}
