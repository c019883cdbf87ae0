import { randomUUID } from 'node:crypto';

import { type Schedule } from '../base/schedule.ts';
import { type SimulatedClock } from '../base/simulated-clock.ts';
import { type WebhookEvent } from './events.ts';
import { payloadOf, signatureOf } from './payload.ts';
import { type WebhookRules, deactivatesAfterMs, retryAfterSeconds } from './rules.ts';

export type Target = {
  readonly url: string;
  readonly verifierToken: string;
  /** The only entities it wants; empty is all. */
  readonly entities: readonly string[];
};

export type SubscriptionContext = {
  readonly clock: SimulatedClock;
  readonly schedule: Schedule;
  readonly rules: () => WebhookRules;
  readonly stopped: AbortSignal;
};

type Delivery = {
  readonly events: readonly WebhookEvent[];
  readonly body: string;
  readonly createdAtMs: number;
  failures: number;
};

type Attempt = {
  readonly at: string;
  readonly events: number;
  readonly failures: number;
  readonly result: number | string;
};

const KEPT_ATTEMPTS = 50;

/** One address that wants events: what waits for it, and what became of what was sent. */
export class Subscription {
  readonly id = randomUUID();
  readonly target: Target;
  readonly #context: SubscriptionContext;
  readonly #activeAtMs: number;
  readonly #attempts: Attempt[] = [];
  #waiting: Delivery[] = [];
  #delivered = 0;
  #givenUp = 0;
  #isSending = false;
  #isOff = false;

  constructor(target: Target, context: SubscriptionContext) {
    this.target = target;
    this.#context = context;
    this.#activeAtMs = context.clock.nowMs + context.rules().activationSeconds * 1_000;
  }

  /** Whether an event is for this address: one it wants, that happened since it became active. */
  takes({ entity, atMs }: WebhookEvent): boolean {
    const { entities } = this.target;
    const isWanted = entities.length === 0 || entities.includes(entity);
    return isWanted && !this.#isOff && atMs >= this.#activeAtMs;
  }

  describe(): unknown {
    const { url, entities } = this.target;
    return {
      id: this.id,
      url,
      entities,
      active: !this.#isOff && this.#context.clock.nowMs >= this.#activeAtMs,
      deactivated: this.#isOff,
      waiting: this.#waiting.length,
      delivered: this.#delivered,
      givenUp: this.#givenUp,
      attempts: this.#attempts,
    };
  }

  send(events: readonly WebhookEvent[]): void {
    const { clock, rules } = this.#context;
    const body = payloadOf(events, rules());
    const delivery = { events, body, createdAtMs: clock.nowMs, failures: 0 };
    const isHeldBack = rules().holdBack && (this.#isSending || this.#waiting.length > 0);
    this.#waiting.push(delivery);
    if (!isHeldBack) void this.#deliver(delivery);
  }

  async #deliver(delivery: Delivery): Promise<void> {
    const { clock, schedule, rules, stopped } = this.#context;
    this.#isSending = true;
    const result = await this.#post(delivery);
    this.#isSending = false;
    if (stopped.aborted) return;
    const { events, failures } = delivery;
    this.#attempts.push({ at: clock.now().toISOString(), events: events.length, failures, result });
    if (this.#attempts.length > KEPT_ATTEMPTS) this.#attempts.shift();
    if (result === 200) {
      this.#delivered += 1;
      this.#drop(delivery);
      return;
    }
    delivery.failures += 1;
    const afterSeconds = retryAfterSeconds(delivery.failures, rules());
    const limitMs = deactivatesAfterMs(rules());
    this.#isOff ||= limitMs !== undefined && clock.nowMs - delivery.createdAtMs >= limitMs;
    if (afterSeconds !== undefined && !this.#isOff) {
      schedule.after(afterSeconds * 1_000, () => void this.#deliver(delivery));
      return;
    }
    this.#givenUp += 1;
    this.#drop(delivery);
  }

  /** One POST; the status, or why there was none. Only 200 within the time counts as taken. */
  async #post({ body, createdAtMs }: Delivery): Promise<number | string> {
    const { clock, rules, stopped } = this.#context;
    const { contentType, timeoutSeconds } = rules();
    const done = new AbortController();
    const late = new AbortController();
    clock.sleep(timeoutSeconds * 1_000, done.signal).then(
      () => late.abort(new Error('No answer in time.')),
      // The answer came first.
      () => undefined,
    );
    const headers = {
      'content-type': contentType,
      'intuit-signature': signatureOf(body, this.target.verifierToken),
      'intuit-created-time': new Date(createdAtMs).toISOString(),
      'intuit-t-id': randomUUID(),
      'intuit-notification-schema-version': '0.1',
      'user-agent': 'intuit_notification_server/0.1',
    };
    try {
      const signal = AbortSignal.any([late.signal, stopped]);
      const init = { method: 'POST', headers, body, signal, redirect: 'manual' } as const;
      const response = await fetch(this.target.url, init);
      await response.body?.cancel();
      return response.status;
    } catch (error) {
      return late.signal.aborted ? 'timeout' : error instanceof Error ? error.message : 'failed';
    } finally {
      done.abort(new Error('The delivery has ended.'));
    }
  }

  #drop(delivery: Delivery): void {
    this.#waiting = this.#waiting.filter((other) => other !== delivery);
    const next = this.#waiting[0];
    if (next !== undefined && next.failures === 0 && !this.#isSending && this.#context.rules().holdBack)
      void this.#deliver(next);
  }
}
