import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/postgres/database.ts';

/** A database in which somebody tells events and one listens, for tests that need nothing else of it. */
export function createTeller(): {
  readonly db: Pick<Database, 'listen' | 'query'>;
  tell(event: unknown): void;
} {
  const told = new Map<string, unknown>();
  let notify: (payload: string) => void = () => undefined;
  return {
    db: {
      listen: (_channel, onPayload) => {
        notify = onPayload;
        return Promise.resolve(() => Promise.resolve());
      },
      query: <R>(_text: string, values: readonly unknown[] = []) => {
        const [ids] = values as readonly [readonly string[]];
        const rows = ids.filter((id) => told.has(id)).map((id) => ({ id, event: told.get(id) }));
        return Promise.resolve(rows as R[]);
      },
    },
    tell(event) {
      const id = randomUUID();
      told.set(id, event);
      notify(id);
    },
  };
}
