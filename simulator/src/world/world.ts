import { type Company } from '../company/company.ts';
import { type GeneratedCompany, type Size, type generateCompanies } from '../data/generate.ts';
import { type Blueprint } from '../data/blueprints.ts';
import { createRandom } from '../data/random.ts';
import { Files } from '../attachments/files.ts';
import { SimulatorError } from '../base/errors.ts';
import { type Change, type ChangeKind, makeChange } from '../data/changes.ts';
import { CallCounter } from '../http/call-counter.ts';
import { FaultQueue } from '../http/injected-faults.ts';
import { RateLimiter } from '../http/limits.ts';
import { ReplyMemory } from '../http/reply-memory.ts';
import { type Base, Journal, readJournal } from './journal.ts';
import { type AccessToken, type Grant, TokenStore } from '../oauth/tokens.ts';
import { Schedule } from '../base/schedule.ts';
import { SimulatedClock } from '../base/simulated-clock.ts';
import { type Switches } from './switches.ts';
import { Webhooks } from '../webhooks/webhooks.ts';
import { type Clock } from '../base/clock.ts';

/** How long a change may stay unseen after the time it bears. */
export const LATEST_COMMIT_SECONDS = 120;

export type WorldOptions = {
  readonly seed: number;
  readonly size: Size;
  readonly companies: number;
  readonly asOf: Date | undefined;
  readonly stateDir: string | undefined;
  readonly switches: Switches;
  readonly clock: Clock;
  readonly generate: typeof generateCompanies;
};

/** Everything a running simulator knows: companies, tokens, time, switches, and what has been asked of it. */
export class World {
  readonly clock: SimulatedClock;
  readonly companies: ReadonlyMap<string, Company>;
  readonly tokens: TokenStore;
  readonly faults: FaultQueue;
  readonly calls = new CallCounter();
  /** What happens by itself when its time comes. */
  readonly schedule: Schedule;
  readonly webhooks: Webhooks;
  readonly files: Files;
  readonly limiter = new RateLimiter();
  readonly replies = new ReplyMemory();
  /** Repeatable chance for what happens to answers. */
  readonly chance: () => number;
  switches: Switches;
  readonly #seed: number;
  readonly #blueprints: ReadonlyMap<string, Blueprint>;
  #journal: Journal | undefined;

  private constructor(options: WorldOptions, clock: SimulatedClock, generated: readonly GeneratedCompany[]) {
    this.clock = clock;
    this.schedule = new Schedule(clock);
    this.#seed = options.seed;
    this.companies = new Map(generated.map(({ company }) => [company.realmId, company]));
    this.#blueprints = new Map(generated.map(({ company, blueprint }) => [company.realmId, blueprint]));
    this.switches = options.switches;
    this.tokens = new TokenStore(
      clock,
      () => this.switches.tokens,
      (grant, access) => this.#journal?.grant(grant, access),
    );
    const answers = createRandom(`${options.seed}:answers`);
    this.chance = () => answers.next();
    this.files = new Files({ clock, directory: options.stateDir });
    const deliveries = createRandom(`${options.seed}:webhooks`);
    this.webhooks = new Webhooks({
      clock,
      schedule: this.schedule,
      rules: () => this.switches.webhooks,
      chance: () => deliveries.next(),
      isConnected: (realmId) => this.tokens.isConnected(realmId),
    });
    for (const company of this.companies.values()) {
      company.onCommit = (commit) => {
        this.#journal?.commit(commit);
        this.webhooks.committed(commit);
      };
    }
    const faults = createRandom(`${options.seed}:faults`);
    this.faults = new FaultQueue(() => faults.next());
  }

  /**
   * Generates the companies and, with a state folder, puts back what happened to them before.
   * @throws SimulatorError SIMULATOR_STATE_MISMATCH, SIMULATOR_STATE_UNREADABLE
   */
  static open(options: WorldOptions): World {
    const restored = options.stateDir === undefined ? undefined : readJournal(options.stateDir);
    const clock = new SimulatedClock(options.clock, restored?.offsetMs ?? 0);
    const midnight = new Date(`${clock.now().toISOString().slice(0, 10)}T00:00:00Z`);
    const base: Base = restored?.base ?? {
      version: 3,
      seed: options.seed,
      size: String(options.size),
      companies: options.companies,
      asOf: (options.asOf ?? midnight).toISOString(),
    };
    const { seed, size, companies } = base;
    if (seed !== options.seed || size !== String(options.size) || companies !== options.companies) {
      throw new SimulatorError('SIMULATOR_STATE_MISMATCH', { details: { seed, size, companies } });
    }
    const world = new World(
      options,
      clock,
      options.generate(options.seed, options.size, new Date(base.asOf), base.companies),
    );
    restored?.apply(world.companies);
    for (const { grant, access } of restored?.grants ?? []) world.tokens.restore(grant, access);
    if (options.stateDir !== undefined) world.#keepJournal(options.stateDir, base);
    return world;
  }

  /** Makes a change of that kind, or of a kind chosen by chance; by switch some are seen only later. */
  change(company: Company, kind?: ChangeKind): Change | undefined {
    const { lateCommits } = this.switches;
    if (lateCommits > 0 && this.chance() < lateCommits) {
      this.changeLate(company, kind, 1 + Math.floor(this.chance() * LATEST_COMMIT_SECONDS));
      return undefined;
    }
    const blueprint = this.#blueprints.get(company.realmId);
    return blueprint && makeChange(this.#seed, company, blueprint, this.clock.nowSeconds, kind);
  }

  /** A change that bears the time of now but is seen only so many seconds later, as a slow commit is. */
  changeLate(company: Company, kind: ChangeKind | undefined, seconds: number): void {
    const blueprint = this.#blueprints.get(company.realmId);
    const stampedAt = this.clock.nowSeconds;
    if (blueprint === undefined) return;
    this.schedule.after(seconds * 1_000, () => {
      makeChange(this.#seed, company, blueprint, stampedAt, kind);
    });
  }

  advance(durationMs: number): void {
    this.clock.advance(durationMs);
    this.#journal?.clock(this.clock.offsetMs);
  }

  close(): void {
    this.schedule.stop();
    this.webhooks.stop();
    this.#journal?.close();
    this.#journal = undefined;
  }

  #keepJournal(directory: string, base: Base): void {
    const { grants, accessTokens } = this.tokens.state();
    // The last line of a grant wins; its access tokens each need one.
    const lines = grants.flatMap((grant): { grant: Grant; access: AccessToken | undefined }[] => {
      const own = accessTokens.filter(({ grantId }) => grantId === grant.id);
      return own.length === 0 ? [{ grant, access: undefined }] : own.map((access) => ({ grant, access }));
    });
    this.#journal = Journal.start(directory, base, {
      offsetMs: this.clock.offsetMs,
      grants: lines,
      commits: [...this.companies.values()].map((company) => company.changesSinceGeneration()),
    });
  }
}
