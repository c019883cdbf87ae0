import { PgBoss } from 'pg-boss';
import type { Queryable } from '../postgres/database.ts';
import { createWakeUps, type Waker } from './wake-ups.ts';

/**
 * Opens the queue for somebody who works at nothing in it: no table is made, nobody is looked after, nothing is listened
 * to. It takes two small reads, so that a command of a second can afford it.
 * @throws Error where the queue is not there, or is not of this version
 */
export async function visitQueue<T>(db: Queryable, work: (boss: PgBoss) => Promise<T>): Promise<T> {
  const boss = createVisitor(db);
  try {
    await boss.start();
    return await work(boss);
  } finally {
    await boss.stop({ graceful: false });
  }
}

/**
 * Wakes companies from a process that ends soon, such as a command. Where no worker has ever run there is no queue, and
 * nobody to wake: the first one looks for what is due by itself.
 */
export async function withWaker<T>(db: Queryable, work: (waker: Waker) => Promise<T>): Promise<T> {
  const boss = createVisitor(db);
  let opened: Promise<Waker | undefined> | undefined;
  // Not before somebody is to be woken: a command that is refused should be refused at once, and for its own reason.
  const open = async (): Promise<Waker | undefined> => {
    if (!(await boss.isInstalled())) return undefined;
    await boss.start();
    return createWakeUps(boss, db);
  };
  try {
    return await work({
      async wake(realmId, options) {
        const waker = await (opened ??= open());
        await waker?.wake(realmId, options);
      },
    });
  } finally {
    await boss.stop({ graceful: false });
  }
}

function createVisitor(db: Queryable): PgBoss {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => db.execute(text, values) },
    schema: 'pgboss',
    migrate: false,
    supervise: false,
    schedule: false,
  });
  // Only of what it does in the background, which for a visitor is nothing that matters.
  boss.on('error', () => undefined);
  return boss;
}
