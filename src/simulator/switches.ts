import { type TokenRules, defaultTokenRules } from './oauth/tokens.ts';

export type LimitRules = {
  readonly enabled: boolean;
  readonly perMinute: number;
  readonly perSecond: number;
};

/** Behaviour that Intuit's documents leave open, or that a test wants otherwise (facts 13). Changed through the control API. */
export type Switches = {
  /** `WHERE Id > '5'`: refused by default. */
  readonly allowIdRanges: boolean;
  /** How far back change data capture looks; 0 is without end. */
  readonly cdcDays: number;
  /** All objects of one change data capture answer together. */
  readonly cdcMaxObjects: number;
  readonly tokens: TokenRules;
  readonly limits: LimitRules;
};

export const defaultSwitches: Switches = {
  allowIdRanges: false,
  cdcDays: 30,
  cdcMaxObjects: 1_000,
  tokens: defaultTokenRules,
  limits: { enabled: false, perMinute: 500, perSecond: 10 },
};

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
    const before = base[name];
    const label = path === '' ? name : `${path}.${name}`;
    if (before === undefined) return `${label}: no such switch`;
    if (typeof before === 'object' && before !== null) {
      const inner = merge(before as Record<string, unknown>, value, label);
      if (typeof inner === 'string') return inner;
      result[name] = inner;
    } else if (typeof value !== typeof before) {
      return `${label}: a ${typeof before} is expected`;
    } else {
      result[name] = value;
    }
  }
  return result;
}
