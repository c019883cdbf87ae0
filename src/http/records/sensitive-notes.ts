import type { FastifyRequest } from 'fastify';
import type { Clock } from '../../base/clock.ts';
import type { RealmId } from '../../base/realm-id.ts';
import { times } from '../../tuning/times.ts';
import { principalOf } from '../principal.ts';

/** What this process remembers at most; a caller who is forgotten early is noted once more. */
const MOST_REMEMBERED = 50_000;

/**
 * Writes to the trail who read which sensitive values: once an hour for each caller, company, table and column, so that
 * a program that reads page after page leaves an entry and not a flood. Each process counts for itself.
 */
export type NoteSensitive = (
  request: FastifyRequest,
  reading: { readonly realmId: RealmId; readonly table: string; readonly columns: readonly string[] },
) => Promise<void>;

export function createSensitiveNotes(clock: Clock): NoteSensitive {
  /** Until when something counts as noted; the oldest first. */
  const noted = new Map<string, number>();

  return async (request, { realmId, table, columns }) => {
    const now = clock.now().getTime();
    for (const [key, until] of noted) {
      if (until > now && noted.size < MOST_REMEMBERED) break;
      noted.delete(key);
    }
    const { kind, id } = principalOf(request);
    const keyOf = (column: string): string => [kind, id, realmId, table, column].join('\n');
    const unseen = columns.filter((column) => !noted.has(keyOf(column)));
    if (unseen.length === 0) return;
    // Before anything is shown: what cannot be written down is not shown.
    await request.audit({
      action: 'data.sensitive_read',
      realmId,
      target: table,
      details: { columns: unseen },
    });
    for (const column of unseen) {
      noted.delete(keyOf(column));
      noted.set(keyOf(column), now + times.sensitiveNoteMs);
    }
  };
}
