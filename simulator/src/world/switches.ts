import { type LimitRules, type MeteringRules, defaultLimits, defaultMetering } from '../http/limits.ts';
import { type MergeRules, defaultMergeRules } from '../operations/merge.ts';
import { type TokenRules, defaultTokenRules } from '../oauth/tokens.ts';
import {
  type CaptureRules,
  type QueryRules,
  defaultCaptureRules,
  defaultQueryRules,
} from '../query/rules.ts';
import { type WebhookRules, defaultWebhookRules } from '../webhooks/rules.ts';

type BatchRules = {
  readonly maxItems: number;
  /** Objects of all queries of a batch together; 0 is without end. */
  readonly maxObjects: number;
  /** Whether results come in another order than the items. */
  readonly shuffled: boolean;
};

/** Behaviour that Intuit's documents leave open, or that a test wants otherwise (facts#open-questions). Changed through the control API. */
export type Switches = QueryRules &
  CaptureRules & {
    readonly batch: BatchRules;
    readonly merges: MergeRules;
    /** Share of the changes made by others that are seen only up to 120 seconds after the time they bear. */
    readonly lateCommits: number;
    /** A write whose `requestid` has been seen: its answer again, or fault 600. */
    readonly requestIdReuse: 'replay' | 'fault';
    /** Seconds after which a request ends in 504. */
    readonly requestSeconds: number;
    readonly gzip: boolean;
    readonly tokens: TokenRules;
    readonly limits: LimitRules;
    readonly metering: MeteringRules;
    readonly webhooks: WebhookRules;
  };

export const defaultSwitches: Switches = {
  ...defaultQueryRules,
  ...defaultCaptureRules,
  batch: { maxItems: 30, maxObjects: 0, shuffled: true },
  merges: defaultMergeRules,
  lateCommits: 0,
  requestIdReuse: 'replay',
  requestSeconds: 120,
  gzip: true,
  tokens: defaultTokenRules,
  limits: defaultLimits,
  metering: defaultMetering,
  webhooks: defaultWebhookRules,
};

/** The words a switch takes, where not every text will do. */
const choices: Readonly<Record<string, readonly string[]>> = {
  idOrder: ['numeric', 'lexical'],
  tieOrder: ['id', 'random'],
  'pseudoCodes.counted': ['matching', 'always', 'never'],
  maxResultsAbove1000: ['fault', 'cut'],
  cdcCap: ['response', 'entity'],
  requestIdReuse: ['replay', 'fault'],
  hiddenEntities: ['fault', 'empty'],
  'merges.loser': ['inactive', 'deleted'],
  'merges.below': ['moved', 'kept'],
  'tokens.rotation': ['daily', 'always'],
  'metering.batch': ['one', 'items'],
  'webhooks.shape': ['cloudevents', 'classic'],
  'webhooks.contentType': ['application/json', 'application/cloudevents+json'],
  'webhooks.voidVerb': ['void', 'voided'],
  'webhooks.inactivatedVerb': ['deleted', 'updated'],
  'webhooks.sideEffects': ['none', 'transactions', 'all'],
  'webhooks.ladder': ['current', 'older'],
};

/** The default switches with values by path, `limits.scale` say, laid over them; a text says which does not fit and why. */
export function switchesFrom(
  values: readonly (readonly [path: string, value: unknown])[],
): Switches | string {
  let switches: Switches | string = defaultSwitches;
  for (const [path, value] of values) {
    const change = path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
    switches = withSwitches(switches, change);
    if (typeof switches === 'string') return switches;
  }
  return switches;
}

/** Lays named values over the switches; a name or type that does not fit is reported, nothing is changed then. */
export function withSwitches(switches: Switches, changes: unknown): Switches | string {
  const merged = merge(switches as unknown as Record<string, unknown>, changes, '');
  return typeof merged === 'string' ? merged : (merged as unknown as Switches);
}

function merge(
  base: Record<string, unknown>,
  changes: unknown,
  path: string,
): Record<string, unknown> | string {
  if (typeof changes !== 'object' || changes === null || Array.isArray(changes))
    return `${path}: an object is expected`;
  const result: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(changes)) {
    const before = Object.hasOwn(base, name) ? base[name] : undefined;
    const label = path === '' ? name : `${path}.${name}`;
    const words = choices[label];
    if (before === undefined) return `${label}: no such switch`;
    if (typeof before === 'object' && before !== null) {
      const inner = merge(before as Record<string, unknown>, value, label);
      if (typeof inner === 'string') return inner;
      result[name] = inner;
    } else if (typeof value !== typeof before) {
      return `${label}: a ${typeof before} is expected`;
    } else if (words !== undefined && !words.includes(value as string)) {
      return `${label}: one of ${words.join(', ')} is expected`;
    } else if (typeof value === 'number' && !(value >= 0)) {
      return `${label}: a number of 0 or more is expected`;
    } else {
      result[name] = value;
    }
  }
  return result;
}
