/** How webhooks behave where Intuit's documents leave room or disagree; each is a switch (facts#webhooks). */
export type WebhookRules = {
  /** CloudEvents, the only shape since 2026, or the one before. */
  readonly shape: 'cloudevents' | 'classic';
  readonly contentType: 'application/json' | 'application/cloudevents+json';
  /** How a void is written in the type of an event. */
  readonly voidVerb: 'void' | 'voided';
  /** What making a name inactive is called. */
  readonly inactivatedVerb: 'deleted' | 'updated';
  /** Whether records that only moved with another one are told. */
  readonly sideEffects: 'none' | 'transactions' | 'all';
  /** How long a new subscription waits; Intuit says up to 300. */
  readonly activationSeconds: number;
  /** How long events are gathered before they are sent together. */
  readonly aggregationSeconds: number;
  readonly timeoutSeconds: number;
  /** When a delivery is tried again: the text of February 2026, or the one before. */
  readonly ladder: 'current' | 'older';
  /** Whether later deliveries to an address wait for the first that it has not taken. */
  readonly holdBack: boolean;
  /** Shares of events that are never sent, sent twice, or sent late and out of order. */
  readonly loss: number;
  readonly duplicates: number;
  readonly reordering: number;
};

export const defaultWebhookRules: WebhookRules = {
  shape: 'cloudevents',
  contentType: 'application/json',
  voidVerb: 'void',
  inactivatedVerb: 'deleted',
  sideEffects: 'transactions',
  activationSeconds: 0,
  aggregationSeconds: 5,
  timeoutSeconds: 3,
  ladder: 'current',
  holdBack: true,
  loss: 0,
  duplicates: 0,
  reordering: 0,
};

const MINUTE = 60;
const HOUR = 3_600;

const ladders: Readonly<Record<WebhookRules['ladder'], readonly number[]>> = {
  current: [10, 20, 30, 5 * MINUTE, 20 * MINUTE, 2 * HOUR, 4 * HOUR, 6 * HOUR],
  older: [20 * MINUTE, 30 * MINUTE, 50 * MINUTE],
};

/** Seconds until a delivery that failed so many times is tried again; undefined when it is given up (facts#webhook-retries). */
export function retryAfterSeconds(
  failures: number,
  { ladder }: Pick<WebhookRules, 'ladder'>,
): number | undefined {
  const steps = ladders[ladder];
  return steps[failures - 1] ?? (ladder === 'current' ? steps.at(-1) : undefined);
}

/** How long an address may fail before it is switched off; only the older text says so. */
export function deactivatesAfterMs({ ladder }: Pick<WebhookRules, 'ladder'>): number | undefined {
  return ladder === 'older' ? 24 * HOUR * 1_000 : undefined;
}
