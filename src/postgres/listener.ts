import pg from 'pg';
import type { Logger } from '../base/logger.ts';
import { Client, type ClientSettings } from './client.ts';
import { toDatabaseError } from './errors.ts';
import { sessionPins } from './session.ts';

type Subscription = {
  readonly channel: string;
  readonly onPayload: (payload: string) => void;
  readonly onReconnect: (() => void) | undefined;
};

export interface Listener {
  listen(
    channel: string,
    onPayload: (payload: string) => void,
    onReconnect?: () => void,
  ): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 10_000;

/** How often what changed is looked for where nobody can be told of it. */
export const LOOK_AGAIN_MS = 10_000;

/**
 * One connection of its own for all LISTENs: opened with the first, reopened when it breaks.
 * @param isPooled whether sessions are lent, so that nobody would hear anything: then whoever listens is told now and
 *   again that something may have been missed
 */
export function createListener(
  settings: () => ClientSettings,
  logger: Logger,
  isPooled: () => boolean,
): Listener {
  const subscriptions = new Set<Subscription>();
  const reminders = new Set<NodeJS.Timeout>();
  let client: Promise<pg.Client> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function open(): Promise<pg.Client> {
    const opened = new Client(settings());
    opened.on('error', (error) => lost(opened, error.message));
    opened.on('end', () => lost(opened, 'connection ended'));
    opened.on('notification', ({ channel, payload }) => {
      for (const subscription of subscriptions) {
        if (subscription.channel === channel) subscription.onPayload(payload ?? '');
      }
    });
    await opened.connect();
    await opened.query(sessionPins);
    for (const channel of new Set([...subscriptions].map((subscription) => subscription.channel))) {
      await opened.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    }
    return opened;
  }

  let current: pg.Client | undefined;
  function lost(from: pg.Client, reason: string): void {
    if (closed || from !== current) return;
    current = undefined;
    client = undefined;
    void from.end().catch(() => undefined);
    logger.warn({ reason }, 'notifications interrupted, reconnecting');
    reconnectAfter(FIRST_DELAY_MS);
  }

  function reconnectAfter(delayMs: number): void {
    timer = setTimeout(() => {
      if (closed || subscriptions.size === 0) return;
      ready().then(
        () => {
          logger.info('notifications arrive again');
          for (const subscription of subscriptions) subscription.onReconnect?.();
        },
        () => reconnectAfter(Math.min(delayMs * 2, LONGEST_DELAY_MS)),
      );
    }, delayMs);
  }

  function ready(): Promise<pg.Client> {
    client ??= open().then(
      (opened) => {
        current = opened;
        return opened;
      },
      (error: unknown) => {
        client = undefined;
        throw toDatabaseError(error);
      },
    );
    return client;
  }

  return {
    async listen(channel, onPayload, onReconnect) {
      // A pooler may also come between later, with a failover to another address.
      const reminder = setInterval(() => {
        if (isPooled()) onReconnect?.();
      }, LOOK_AGAIN_MS);
      reminders.add(reminder);
      const forget = (): void => {
        clearInterval(reminder);
        reminders.delete(reminder);
      };
      if (isPooled()) {
        return () => {
          forget();
          return Promise.resolve();
        };
      }
      const subscription: Subscription = { channel, onPayload, onReconnect };
      subscriptions.add(subscription);
      try {
        await (await ready()).query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      } catch (error) {
        subscriptions.delete(subscription);
        forget();
        throw error;
      }
      return async () => {
        forget();
        subscriptions.delete(subscription);
        const stillWanted = [...subscriptions].some((other) => other.channel === channel);
        if (!stillWanted && !closed)
          await current?.query(`UNLISTEN ${pg.escapeIdentifier(channel)}`).catch(() => undefined);
      };
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      for (const reminder of reminders) clearInterval(reminder);
      const opened = await client?.catch(() => undefined);
      await opened?.end().catch(() => undefined);
    },
  };
}
