import { turnOf } from '../postgres/turns.ts';

/**
 * pg-boss takes advisory locks while it makes its tables and while it looks after its jobs; every login of the database may
 * take the same ones and keep them. Here they become turns, which nobody else can take. The one that it only tries, so that
 * two processes do not count the same jobs, is left out: counting twice does no harm.
 */
export const inOwnTurns = (text: string): string =>
  text
    .replaceAll(/SELECT pg_advisory_xact_lock\((\('x'.*)\)(?=;|$)/gm, (_all, key: string) =>
      turnOf(`'queue ' || (${key})`),
    )
    .replaceAll(/SELECT pg_try_advisory_xact_lock\(\('x'.*\) AS got/g, 'SELECT true AS got');
