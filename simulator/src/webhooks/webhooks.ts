import { type Commit } from '../company/company.ts';
import { type Schedule } from '../base/schedule.ts';
import { type SimulatedClock } from '../base/simulated-clock.ts';
import { type EventVerb, type WebhookEvent, eventsOf } from './events.ts';
import { type WebhookRules } from './rules.ts';
import { Subscription, type Target } from './subscription.ts';

export type WebhooksOptions = {
  readonly clock: SimulatedClock;
  readonly schedule: Schedule;
  readonly rules: () => WebhookRules;
  readonly chance: () => number;
  /** Only companies that the app is connected to send events. */
  readonly isConnected: (realmId: string) => boolean;
};

/** Tells subscribers what happens in the companies: gathered, signed, tried again, and by switch lost, doubled or out of order. */
export class Webhooks {
  readonly #options: WebhooksOptions;
  readonly #stopped = new AbortController();
  readonly #subscriptions = new Map<string, Subscription>();
  #gathered: WebhookEvent[] = [];
  #isGathering = false;
  #lost = 0;

  constructor(options: WebhooksOptions) {
    this.#options = options;
  }

  subscribe(target: Target): Subscription {
    const subscription = new Subscription(target, { ...this.#options, stopped: this.#stopped.signal });
    this.#subscriptions.set(subscription.id, subscription);
    return subscription;
  }

  /** Whether there was such a subscription. */
  unsubscribe(id: string): boolean {
    return this.#subscriptions.delete(id);
  }

  describe(): unknown {
    const subscriptions = [...this.#subscriptions.values()].map((subscription) => subscription.describe());
    return { subscriptions, gathered: this.#gathered.length, lost: this.#lost };
  }

  /** Hears of a finished operation. */
  committed(commit: Commit): void {
    if (this.#subscriptions.size === 0) return;
    this.#gather(eventsOf(commit, this.#options.clock.nowMs, this.#options.rules()));
  }

  /** An event that nothing caused. */
  forge(event: { realmId: string; entity: string; entityId: string; verb: EventVerb }): void {
    const atMs = this.#options.clock.nowMs;
    this.#gather([{ ...event, id: crypto.randomUUID(), atMs, deletedId: undefined }]);
  }

  stop(): void {
    this.#stopped.abort(new Error('The simulator stops.'));
  }

  #gather(events: readonly WebhookEvent[]): void {
    const { rules, chance, isConnected, schedule } = this.#options;
    const { loss, duplicates, aggregationSeconds } = rules();
    for (const event of events) {
      if (!isConnected(event.realmId)) continue;
      if (loss > 0 && chance() < loss) {
        this.#lost += 1;
        continue;
      }
      this.#gathered.push(event);
      if (duplicates > 0 && chance() < duplicates) this.#gathered.push(event);
    }
    if (this.#gathered.length > 0 && !this.#isGathering) {
      this.#isGathering = true;
      schedule.after(aggregationSeconds * 1_000, () => this.#flush());
    }
  }

  #flush(): void {
    const { rules, chance, schedule } = this.#options;
    const { reordering, aggregationSeconds } = rules();
    this.#isGathering = false;
    const late = reordering === 0 ? [] : this.#gathered.filter(() => chance() < reordering);
    const now = this.#gathered.filter((event) => !late.includes(event));
    this.#gathered = [];
    // What is late goes with a delivery of its own, after whatever comes next.
    if (late.length > 0) schedule.after((1 + 2 * aggregationSeconds) * 1_000, () => this.#send(late));
    this.#send(now);
  }

  #send(events: readonly WebhookEvent[]): void {
    for (const subscription of this.#subscriptions.values()) {
      const wanted = events.filter((event) => subscription.takes(event));
      if (wanted.length > 0) subscription.send(wanted);
    }
  }
}
