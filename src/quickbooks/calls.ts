/** One call from its pace and token to its answer or error: what every method of the client has in common. */
import { times } from '../tuning/times.ts';
import { isAppError } from '../base/errors.ts';
import type { Clock } from '../base/clock.ts';
import type { Logger } from '../base/logger.ts';
import type { RealmId } from '../base/realm-id.ts';
import type { Secret } from '../base/secret.ts';
import { intuitTidOf } from './faults.ts';
import type { TokenSource } from './oauth.ts';
import { toRequest } from './operations.ts';
import type { CallOperation, Operation } from './operations.ts';
import { defaultRetryPolicy, retryDelayMs } from './retry.ts';
import type { RetryPolicy } from './retry.ts';
import { createThrottle } from './throttle.ts';
import type { Queueing, ThrottleLimits } from './throttle.ts';
import type { HttpAnswer, Transport } from './transport.ts';
import type { TurnBook } from './turns.ts';

/** How one call is made; every method takes it last. */
export type CallOptions = Queueing & {
  /** Ends the wait, the request or the pause before a repetition; the call rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Tries in all, the first included; the client's own number unless given. */
  readonly attempts?: number | undefined;
};

/** One HTTP request as it happened, for counting and logs. Retries are calls of their own. */
export type CallRecord = {
  readonly realmId: RealmId;
  readonly operation: CallOperation;
  /** Queries it carried: 1, or as many as a batch had. Intuit does not say which of the two it counts (facts#batch-accounting). */
  readonly queries: number;
  readonly startedAt: Date;
  readonly durationMs: number;
  /** Undefined when no answer came. */
  readonly status: number | undefined;
  /** Whether Intuit meters it: a read of QuickBooks' data that was answered with 2xx (facts#billable-reads). */
  readonly billable: boolean;
  /** Body bytes that crossed the network. */
  readonly bytes: number;
  readonly intuitTid: string | undefined;
  /** Undefined when it succeeded; `ABORTED` when the caller's signal ended it. */
  readonly errorCode: string | undefined;
};

/** Where the calls that Intuit meters are rationed. */
export interface CallRation {
  /** Takes one before a request is sent. What it throws ends the call. */
  take(): Promise<void>;
  /** The one that was taken last turned out not to be metered. */
  giveBack(): Promise<void>;
}

/** What a client is made of. One serves every company, and keeps their pace apart. */
export type ClientOptions = {
  /** Base URL: `https://quickbooks.api.intuit.com`, `https://sandbox-quickbooks.api.intuit.com`, or another. */
  readonly apiUrl: string;
  readonly tokens: TokenSource;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told of every request, also of those that failed. Must not throw. */
  readonly onCall?: ((call: CallRecord) => void) | undefined;
  /** Intuit's unless given; `off` for a simulator. */
  readonly limits?: Partial<ThrottleLimits> | 'off' | undefined;
  /** Where a company's turns are taken. Clients that call for the same companies share one; unless given, this one is alone. */
  readonly turns?: TurnBook | undefined;
  /** Asked before every request; without one nothing is rationed. */
  readonly ration?: CallRation | undefined;
  /** Four tries, two after a 429, unless given. */
  readonly retry?: Partial<RetryPolicy> | undefined;
};

/** A token that waited longer for its turn is asked for again; the vault's are good for a minute when they come. */
const TOKEN_LASTS_MS = 30_000;

/** Makes of an answer what its caller wants, or throws the error it stands for. */
type Reader<T> = (answer: HttpAnswer, now: Date) => T;

export type Call = <T>(
  realmId: RealmId,
  operation: Operation,
  read: Reader<T>,
  o: CallOptions | undefined,
) => Promise<T>;

/** No I/O until the result is called. */
export function createCall(options: ClientOptions): Call {
  const { apiUrl, clock, logger, tokens, transport } = options;
  const throttle = createThrottle({ clock, limits: options.limits, turns: options.turns });

  /** One request, reported whatever becomes of it. */
  const attempt = async <T>(
    realmId: RealmId,
    operation: Operation,
    token: Secret,
    read: Reader<T>,
    signal: AbortSignal | undefined,
    taken: Pick<TakenCall, 'isBillable'>,
  ): Promise<T> => {
    const request = toRequest(apiUrl, realmId, operation, token);
    const startedAt = clock.now();
    let answer: HttpAnswer | undefined;
    let errorCode: string | undefined;
    try {
      answer = await transport.send({ ...request, signal });
      return read(answer, clock.now());
    } catch (error) {
      errorCode = errorCodeOf(error, signal);
      throw error;
    } finally {
      taken.isBillable = answer !== undefined && answer.status >= 200 && answer.status < 300;
      options.onCall?.({
        realmId,
        operation: operation.name,
        queries: operation.kind === 'batch' ? operation.statements.length : 1,
        startedAt,
        durationMs: clock.now().getTime() - startedAt.getTime(),
        status: answer?.status,
        billable: taken.isBillable,
        bytes: answer?.wireBytes ?? 0,
        intuitTid: answer === undefined ? undefined : intuitTidOf(answer),
        errorCode,
      });
    }
  };

  return async (realmId, operation, read, o = {}) => {
    const { signal } = o;
    const policy = retryPolicyOf(options, o);
    let rejected: Secret | undefined;
    for (let failures = 0; ;) {
      // Before its turn: calls that waited for a renewal during theirs would all start when it ends.
      let token = await tokens.accessToken(realmId, { rejected, signal });
      const askedAt = clock.now().getTime();
      const taken = await takeCall(options.ration);
      let leave: (() => void) | undefined;
      try {
        leave = await throttle.enter(realmId, { ...o, batch: operation.kind === 'batch' });
        if (clock.now().getTime() - askedAt > TOKEN_LASTS_MS)
          token = await tokens.accessToken(realmId, { rejected, signal });
        try {
          return await attempt(realmId, operation, token, read, signal, taken);
        } catch (error) {
          if (!isAppError(error)) throw error;
          if (error.code === 'QBO_TOKEN_REJECTED' && rejected === undefined) {
            rejected = token;
            continue;
          }
          failures += 1;
          const waitMs = retryDelayMs(error, failures, Math.random(), policy);
          // The pause after a 429 is the throttle's, so that it holds for the company's other calls too.
          const isLimited = error.code === 'QBO_RATE_LIMITED';
          if (isLimited) await throttle.slowDown(realmId, error.retryAfterMs ?? times.rateLimitWaitMs);
          if (waitMs === undefined) throw error;
          logger.info(
            { realmId, operation: operation.name, errorCode: error.code, failures, waitMs, ...error.details },
            'QuickBooks call repeated',
          );
          if (!isLimited) {
            leave();
            await taken.settle();
            await clock.sleep(waitMs, signal);
          }
        }
      } finally {
        leave?.();
        await taken.settle();
      }
    }
  };
}

/** A call of the ration. */
type TakenCall = {
  /** Whether it was metered, once that is known. */
  isBillable: boolean;
  /** Gives it back unless it was; the second time nothing happens. */
  settle(): Promise<void>;
};

async function takeCall(ration: CallRation | undefined): Promise<TakenCall> {
  await ration?.take();
  let settled = false;
  const taken: TakenCall = {
    isBillable: false,
    async settle() {
      if (settled) return;
      settled = true;
      if (!taken.isBillable) await ration?.giveBack();
    },
  };
  return taken;
}

export function retryPolicyOf(
  { retry }: Pick<ClientOptions, 'retry'>,
  { attempts }: CallOptions,
): RetryPolicy {
  const policy = { ...defaultRetryPolicy, ...retry };
  return attempts === undefined ? policy : { ...policy, attempts };
}

/** What the meter says of a failure; a bug is INTERNAL, as everywhere. */
export function errorCodeOf(error: unknown, signal: AbortSignal | undefined): string {
  if (isAppError(error)) return error.code;
  return signal?.aborted === true ? 'ABORTED' : 'INTERNAL';
}
