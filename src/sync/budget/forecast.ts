import type { Queryable } from '../../postgres/database.ts';
import { times } from '../../tuning/times.ts';
import { endpointOpen, isAnnounced } from '../company/index.ts';

/** This share of the month's calls is what polling may use; the rest is kept for what people ask for. */
export const pollingShare = 0.8;

/** A month of the mean length. */
const DAYS_A_MONTH = 30.4;
const DAY_SECONDS = 86_400;

/** Calls of a day beside the looks: four for what change data capture does not cover, eight for the proof. (I40) */
const CALLS_BESIDE = 12;

/** Billable calls of a day for one quiet company that is looked at so often. Pure. */
export const callsADay = (intervalSeconds: number): number =>
  DAY_SECONDS / (intervalSeconds + times.lookTakesMs / 1000) + CALLS_BESIDE;

const callsAMonth = (intervalSeconds: number): number =>
  Math.round(DAYS_A_MONTH * callsADay(intervalSeconds));

/** Companies that are asked for changes equally often. */
export type PolledAlike = {
  readonly companies: number;
  readonly intervalSeconds: number;
  /** Their changes are announced, so that they are polled for safety only. */
  readonly announced: boolean;
};

/** What the companies ask QuickBooks for in a month of the mean length, first copies and what people ask for left out. */
export type CallForecast = {
  readonly companies: number;
  /** As they are polled now. */
  readonly calls: number;
  /** If the changes of all of them were announced. */
  readonly callsAnnounced: number;
  /** Calls allowed; 0 is no limit. */
  readonly budget: number;
  /** What to say where the calls do not suffice: how many, what follows, and what to do about it. */
  readonly notice?: string;
};

export type ForecastSettings = {
  readonly monthlyCallBudget: number;
  readonly safetyIntervalSeconds: number;
};

/** The forecast of some companies. Pure: the one place that knows what a company costs. */
export function forecastOf(
  groups: readonly PolledAlike[],
  settings: ForecastSettings,
  endpoint: 'open' | 'closed' = 'closed',
): CallForecast {
  const sum = (of: (group: PolledAlike) => number): number =>
    groups.reduce((total, group) => total + group.companies * of(group), 0);
  const forecast = {
    companies: sum(() => 1),
    calls: sum((group) => callsAMonth(paceOf(group, settings))),
    callsAnnounced: sum((group) => callsAMonth(paceOf({ ...group, announced: true }, settings))),
    budget: settings.monthlyCallBudget,
  };
  if (forecast.budget === 0 || forecast.calls <= forecast.budget * pollingShare) return forecast;
  return { ...forecast, notice: noticeOf(forecast, groups, settings, endpoint) };
}

/** Seconds between two looks. */
const paceOf = (
  { intervalSeconds, announced }: Omit<PolledAlike, 'companies'>,
  { safetyIntervalSeconds }: Pick<ForecastSettings, 'safetyIntervalSeconds'>,
): number => (announced ? Math.max(intervalSeconds, safetyIntervalSeconds) : intervalSeconds);

function noticeOf(
  { companies, calls, callsAnnounced, budget }: CallForecast,
  groups: readonly PolledAlike[],
  settings: ForecastSettings,
  endpoint: 'open' | 'closed',
): string {
  const number = (value: number): string => value.toLocaleString('en-US');
  const paces = [...new Set(groups.map((group) => paceOf(group, settings)))];
  const [pace] = paces;
  const how = paces.length === 1 && pace !== undefined ? `polled ${every(pace)}` : 'as they are polled now';
  const one = companies === 1;
  const said =
    `${one ? 'One company' : `${number(companies)} companies`}, ${how}, ${one ? 'needs' : 'need'} ${number(calls)} reads a month; ` +
    `of the ${number(budget)} of QBO_MONTHLY_CALL_BUDGET polling may use ${number(Math.floor(budget * pollingShare))}, ` +
    `so ${one ? 'it is' : 'they are'} looked at less often than that.`;
  const interval = 'a longer interval for some companies, or a larger budget, helps too.';
  if (callsAnnounced >= calls) return `${said} What helps is a longer interval or a larger budget.`;
  const webhooks =
    endpoint === 'open'
      ? `Webhooks bring it to ${number(callsAnnounced)}, but they do not arrive for every company: check the endpoint PUBLIC_URL/v1/webhooks/qbo in the settings of the Intuit app;`
      : `Webhooks bring it to ${number(callsAnnounced)}: give the Intuit app the endpoint PUBLIC_URL/v1/webhooks/qbo, and set QBO_WEBHOOK_VERIFIER_TOKEN;`;
  return `${said} ${webhooks} ${interval}`;
}

function every(seconds: number): string {
  const [size, unit] =
    seconds % 3600 === 0 ? [3600, 'hour'] : seconds % 60 === 0 ? [60, 'minute'] : [1, 'second'];
  return seconds === size ? `every ${unit}` : `every ${seconds / size} ${unit}s`;
}

/**
 * The forecast of the companies that are connected and do not rest.
 * @param settings.more companies that are about to be connected, with the interval they get
 */
export async function loadForecast(
  db: Queryable,
  settings: ForecastSettings & {
    readonly more?: { readonly companies: number; readonly intervalSeconds: number };
  },
): Promise<CallForecast> {
  const groups = await loadPolled(db);
  const [endpoint] = await db.query(`SELECT FROM ledger_mirror.webhook_endpoint WHERE ${endpointOpen}`);
  const more = settings.more === undefined ? [] : [{ ...settings.more, announced: false }];
  return forecastOf([...groups, ...more], settings, endpoint === undefined ? 'closed' : 'open');
}

/** Calls a second that the companies ask for, at everybody's interval. */
export async function loadDemand(db: Queryable, safetyIntervalSeconds: number): Promise<number> {
  const groups = await loadPolled(db);
  return groups.reduce(
    (sum, group) =>
      sum + (group.companies * callsADay(paceOf(group, { safetyIntervalSeconds }))) / DAY_SECONDS,
    0,
  );
}

const loadPolled = (db: Queryable): Promise<PolledAlike[]> =>
  db.query<PolledAlike>(
    `SELECT count(*)::int AS companies, interval_seconds, ${isAnnounced} AS announced
     FROM ledger_mirror.organizations WHERE status NOT IN ('paused', 'reconnect_required', 'disconnected')
     GROUP BY 2, 3 ORDER BY 1 DESC, 2, 3`,
  );
