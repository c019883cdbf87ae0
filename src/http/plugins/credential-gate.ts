import type { Access, Credentials } from '../../access/access.ts';
import { isAppError } from '../../base/errors.ts';
import type { Origin } from '../../access/origin.ts';
import type { Principal } from '../../access/principal.ts';
import { digestOf } from '../../access/random-token.ts';
import { countedAddress } from '../../access/sign-in-limits.ts';
import type { Clock } from '../../base/clock.ts';
import { httpError } from '../errors.ts';
import { createWindows } from './windows.ts';

/** Keys and cookies that open nothing, from one address in a minute, before further ones are looked at together. */
const MOST_REFUSED = 60;
const MINUTE_MS = 60_000;

/** Stands between requests and the question whose a key or cookie is, so that asking it cannot be made to cost much. */
export interface CredentialGate {
  /**
   * Who sent a request.
   * @throws AppError ACCESS_KEY_REFUSED; HTTP_TOO_MANY_REQUESTS for a key that opens nothing, from an address that sent
   *   many of those, and for whoever has to wait
   */
  identify(credentials: Credentials, origin: Origin): Promise<Principal | undefined>;
  /** Whoever brings these is beyond the limit, and is told to wait without being looked at until then. */
  rest(credentials: Credentials, durationMs: number): void;
}

type Asked = {
  readonly credentials: Credentials;
  readonly answer: PromiseWithResolvers<Principal | undefined>;
};

/** Puts one question for all who ask while the one before is under way: the database has one to answer at a time. */
function createSharedQuestion(access: Pick<Access, 'recognise'>) {
  let waiting: Asked[] = [];
  let isAsking = false;

  const askOnce = async (asked: readonly Asked[]): Promise<void> => {
    try {
      const found = await access.recognise(asked.map(({ credentials }) => credentials));
      for (const [index, { answer }] of asked.entries()) answer.resolve(found[index]);
    } catch (error) {
      for (const { answer } of asked) answer.reject(error);
    }
  };

  const ask = async (): Promise<void> => {
    if (isAsking) return;
    isAsking = true;
    while (waiting.length > 0) {
      const asked = waiting;
      waiting = [];
      await askOnce(asked);
    }
    isAsking = false;
  };

  return (credentials: Credentials): Promise<Principal | undefined> => {
    const answer = Promise.withResolvers<Principal | undefined>();
    waiting.push({ credentials, answer });
    void ask();
    return answer.promise;
  };
}

export function createCredentialGate(options: { access: Access; clock: Clock }): CredentialGate {
  const { access, clock } = options;
  const refused = createWindows({ clock, lengthMs: MINUTE_MS });
  const resting = new Map<string, number>();
  const ask = createSharedQuestion(access);

  const nameOf = ({ authorization, sessionToken }: Credentials): string =>
    digestOf(authorization === undefined ? `cookie ${sessionToken}` : `key ${authorization}`).toString(
      'base64',
    );

  const requireRested = (credentials: Credentials): void => {
    if (resting.size === 0) return;
    const name = nameOf(credentials);
    const leftMs = (resting.get(name) ?? 0) - clock.now().getTime();
    if (leftMs > 0) throw httpError('HTTP_TOO_MANY_REQUESTS', { retryAfterMs: leftMs });
    resting.delete(name);
  };

  return {
    async identify(credentials, origin) {
      const { authorization, sessionToken } = credentials;
      if (authorization === undefined && sessionToken === undefined) return undefined;
      requireRested(credentials);
      const address = countedAddress(origin.address ?? 'unknown');
      // Counted before it is known, so that a hundred at once count as a hundred; what opens something is given back.
      const { count, endsAtMs } = refused.take(address);
      if (count > MOST_REFUSED && (await ask(credentials)) === undefined) {
        if (authorization === undefined) return undefined;
        throw httpError('HTTP_TOO_MANY_REQUESTS', { retryAfterMs: endsAtMs - clock.now().getTime() });
      }
      try {
        const principal = await access.authenticate(credentials, origin);
        if (principal !== undefined) refused.giveBack(address);
        return principal;
      } catch (error) {
        // A database that does not answer has refused nobody.
        if (!isAppError(error, 'ACCESS_KEY_REFUSED')) refused.giveBack(address);
        throw error;
      }
    },

    rest(credentials, durationMs) {
      const now = clock.now().getTime();
      for (const [name, untilMs] of resting) if (untilMs <= now) resting.delete(name);
      resting.set(nameOf(credentials), now + durationMs);
    },
  };
}
