import type { RealmId } from '../../src/base/realm-id.ts';
import { changeKinds } from './changes.ts';
import { openInstallation, openProofDatabase, until, type Installation } from './installation.ts';
import { pagesAgain, type PagesAgain } from './pages-again.ts';
import { positionsSetBack, watchPositions } from './positions.ts';
import type { TestServer } from './postgres-server.ts';
import { startRole, startSlices, type Program } from './program.ts';
import { createRandom, type Random } from './random.ts';
import type { CallKind, PassedCall } from './quickbooks-proxy.ts';

/**
 * `slices`: workers without a queue and with a short lease, pages of 25, so that many kills take seconds.
 * `program`: `ledger-mirror start --role worker`, as installed.
 */
export type CrashMode = 'slices' | 'program';

export type CrashRunOptions = {
  readonly server: TestServer;
  readonly seed: number;
  readonly mode: CrashMode;
  readonly kills: number;
  /** Records of the company, about. */
  readonly size: number;
};

export type CrashRun = {
  readonly seed: number;
  readonly mode: CrashMode;
  /** How often a worker was killed, and the web process. */
  readonly workerKills: number;
  readonly webKills: number;
  /** Kills by what was going on. */
  readonly moments: Readonly<Record<string, number>>;
  readonly calls: number;
  readonly changes: number;
  /** Pages asked for again, by entity. */
  readonly repeated: Readonly<Record<string, number>>;
  /** What is wrong, one line each; empty when every promise was kept. */
  readonly broken: readonly string[];
  readonly seconds: number;
};

type Moment = CallKind | 'webhook' | 'any';

/**
 * One company from its first copy on, while it keeps changing and its web process and workers are killed with SIGKILL
 * at moments chosen by the seed. Then the copy must be exact, no position may have moved back, and no more than one
 * page an entity and kill may have been fetched again.
 */
export async function crashRun(options: CrashRunOptions): Promise<CrashRun> {
  const { server, seed, mode, size } = options;
  const startedAt = performance.now();
  const random = createRandom(seed);
  const small = mode === 'slices' ? { pageSize: 25, captureLimit: 25 } : {};
  const installation = await openInstallation(await openProofDatabase(server), { seed, size, ...small });
  const [realmId] = installation.realmIds;
  if (realmId === undefined) throw new Error('The simulator has no company.');
  const crash = new Crash(installation, realmId, random, mode);
  try {
    await crash.begin();
    const whileLoading = Math.ceil(options.kills / 3);
    for (let kill = 0; kill < options.kills; kill += 1) {
      if (kill === whileLoading) await crash.copied();
      await crash.disturb();
    }
    await crash.settle();
    return {
      ...crash.tally(),
      seed,
      mode,
      broken: await crash.broken(),
      seconds: Math.round((performance.now() - startedAt) / 100) / 10,
    };
  } finally {
    await crash.end();
    await installation.close();
  }
}

class Crash {
  readonly #installation: Installation;
  readonly #realmId: RealmId;
  readonly #random: Random;
  readonly #mode: CrashMode;
  #workers: Program[] = [];
  #web: Program | undefined;
  #workerKills = 0;
  #webKills = 0;
  #changes = 0;
  readonly #moments: Record<string, number> = {};

  constructor(installation: Installation, realmId: RealmId, random: Random, mode: CrashMode) {
    this.#installation = installation;
    this.#realmId = realmId;
    this.#random = random;
    this.#mode = mode;
  }

  async begin(): Promise<void> {
    const { db, control, connect } = this.#installation;
    await watchPositions(db);
    // Tokens change at every refresh, and the one before still works: who dies between the two must not lose the grant.
    await control('switches', {
      tokens: { rotation: 'always', graceMs: 86_400_000 },
      webhooks: { aggregationSeconds: 0.2 },
      ...(this.#mode === 'slices' ? { cdcMaxObjects: 25 } : {}),
    });
    await connect(this.#realmId);
    this.#web = await this.#startWeb();
    this.#workers = [await this.#startWorker(), await this.#startWorker()];
  }

  /** Changes, a moment, a kill, and a new process in place of the one that died. */
  async disturb(): Promise<void> {
    const moment = await this.#chooseMoment();
    this.#moments[moment] = (this.#moments[moment] ?? 0) + 1;
    await this.#change();
    if (moment === 'token') await this.#expireTokens();
    const passed = moment === 'webhook' || moment === 'any' ? undefined : this.#passes(moment);
    await this.#wake();
    await passed;
    await new Promise((resolve) => setTimeout(resolve, this.#random.integer(0, 40)));
    if (this.#random.next() < (moment === 'webhook' ? 0.5 : 0.15)) await this.#killWeb();
    else await this.#killWorkers();
  }

  /** Waits for the end of the first copy. */
  async copied(): Promise<void> {
    const { organizations } = this.#installation;
    const isCopied = async (): Promise<boolean> =>
      (await organizations.get(this.#realmId)).status !== 'loading';
    await until(isCopied, 300_000, 'the first copy ends');
  }

  /** Lets everything come to rest. */
  async settle(): Promise<void> {
    const { db } = this.#installation;
    await this.#change();
    await this.copied();
    await until(async () => this.#asked(), 300_000, 'a run that a person asked for succeeds');
    const [events] = await db.query<{ open: number }>(
      "SELECT count(*)::int AS open FROM ledger_mirror.webhook_events WHERE settled_at IS NULL AND received_at < clock_timestamp() - interval '40 s'",
    );
    if ((events?.open ?? 0) > 0) await until(async () => this.#asked(), 60_000, 'events settle');
  }

  async broken(): Promise<string[]> {
    const { db, differences, organizations } = this.#installation;
    const broken = [...(await differences(this.#realmId)), ...(await positionsSetBack(db))];
    broken.push(...this.#pagesAgain().broken);
    const { status, statusReason } = await organizations.get(this.#realmId);
    if (status !== 'current') broken.push(`the company is ${status}: ${statusReason ?? 'no sentence'}`);
    return broken;
  }

  tally(): Pick<CrashRun, 'workerKills' | 'webKills' | 'moments' | 'calls' | 'changes' | 'repeated'> {
    return {
      workerKills: this.#workerKills,
      webKills: this.#webKills,
      moments: this.#moments,
      calls: this.#installation.proxy.calls.length,
      changes: this.#changes,
      repeated: this.#pagesAgain().repeated,
    };
  }

  async end(): Promise<void> {
    for (const worker of this.#workers) await worker.kill();
    await this.#web?.kill();
  }

  async #chooseMoment(): Promise<Moment> {
    const { status } = await this.#installation.organizations.get(this.#realmId);
    return this.#random.pick<Moment>(
      status === 'loading'
        ? ['page', 'page', 'page', 'count', 'token', 'any']
        : ['capture', 'capture', 'page', 'webhook', 'webhook', 'token', 'any'],
    );
  }

  async #change(): Promise<void> {
    const { change } = this.#installation;
    for (let kinds = this.#random.integer(1, 4); kinds > 0; kinds -= 1) {
      const count = this.#random.integer(1, 6);
      await change(this.#realmId, count, this.#random.pick(changeKinds));
      this.#changes += count;
    }
  }

  async #expireTokens(): Promise<void> {
    await this.#installation.db.query(
      "UPDATE ledger_mirror.tokens SET access_expires_at = now() - interval '1 s'",
    );
  }

  async #wake(): Promise<void> {
    await this.#installation.organizations.requestSync(this.#realmId);
  }

  /** The nth call of a kind from now on, or a while without one. */
  async #passes(kind: CallKind): Promise<void> {
    let most = this.#random.integer(1, kind === 'page' ? 12 : 2);
    const patience = new Promise<undefined>((resolve) => setTimeout(resolve, 4000, undefined));
    while (most > 0) {
      const call: PassedCall | undefined = await Promise.race([
        this.#installation.proxy.next(kind),
        patience,
      ]);
      if (call === undefined) return;
      most -= 1;
    }
  }

  async #killWorkers(): Promise<void> {
    const both = this.#random.next() < 0.5;
    for (const index of both ? [0, 1] : [this.#random.integer(0, 1)]) {
      await this.#workers[index]?.kill();
      this.#workerKills += 1;
      this.#workers[index] = await this.#startWorker();
    }
  }

  async #killWeb(): Promise<void> {
    await this.#web?.kill();
    this.#webKills += 1;
    this.#web = await this.#startWeb();
  }

  #startWorker(): Promise<Program> {
    return this.#mode === 'slices'
      ? Promise.resolve(startSlices(this.#installation, this.#realmId))
      : startRole(this.#installation, 'worker');
  }

  async #startWeb(): Promise<Program> {
    const { simulatorUrl, verifierToken, control } = this.#installation;
    const web = await startRole(this.#installation, 'web');
    const { subscriptions } = (await (await fetch(`${simulatorUrl}/simulator/webhooks`)).json()) as {
      subscriptions: { id: string }[];
    };
    for (const { id } of subscriptions)
      await fetch(`${simulatorUrl}/simulator/webhooks/${id}`, {
        method: 'DELETE',
        headers: { 'content-type': 'application/json' },
      });
    await control('webhooks', { url: `${web.url}/v1/webhooks/qbo`, verifierToken });
    return web;
  }

  /** Asks for a run as a person does and waits for its end. */
  async #asked(): Promise<boolean> {
    const { db, organizations } = this.#installation;
    // With the daily comparison, which finds the deletions that change data capture does not tell of.
    const { runId } = await organizations.requestProof(this.#realmId);
    let status = '';
    await until(
      async () => {
        const [run] = await db.query<{ status: string }>(
          'SELECT status FROM ledger_mirror.sync_runs WHERE id = $1',
          [runId],
        );
        status = run?.status ?? 'gone';
        return status !== 'queued' && status !== 'running';
      },
      120_000,
      'a run ends',
    );
    return status === 'succeeded';
  }

  #pagesAgain(): PagesAgain {
    return pagesAgain(this.#installation.proxy.calls, this.#workerKills);
  }
}
