import { PassThrough, type Readable } from 'node:stream';
import { Check } from 'typebox/value';
import { Event } from '../../api-contract/index.ts';
import type { Clock } from '../../base/clock.ts';
import type { Logger } from '../../base/logger.ts';
import type { Service } from '../../base/service.ts';
import type { Database } from '../../postgres/database.ts';
import { eventsChannel, readTold } from '../../sync/index.ts';
import { httpError } from '../errors.ts';

/** What a client may hear. */
export type EventListener = {
  /** Who it is: one caller may have so many streams only. */
  readonly caller: string;
  /** Whether it may know of a company. */
  readonly sees: (realmId: string) => boolean;
  /** Ends the stream. */
  readonly signal?: AbortSignal;
};

/** Listens to PostgreSQL once and tells every connected page. */
export interface EventHub extends Service {
  /**
   * A stream of server-sent events, open until the client goes, may no longer listen, or the hub stops.
   * @throws AppError HTTP_TOO_MANY_STREAMS of this process, HTTP_CALLER_STREAMS of this caller
   */
  subscribe(listener: EventListener): Readable;
  readonly subscribers: number;
}

export type EventHubOptions = {
  readonly db: Pick<Database, 'listen' | 'query'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** A comment this often keeps proxies from closing a quiet stream. */
  readonly heartbeatMs?: number;
  readonly maxSubscribers?: number;
  /** Every open page of a person, and everything else signed in as them. */
  readonly maxOfCaller?: number;
  /** A client further behind than this is let go; it reconnects and reads the present state. */
  readonly maxBufferedBytes?: number;
};

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Ids that are looked up together. */
const IDS_A_QUESTION = 500;
/** Ids that wait to be looked up: more than come in a minute, unless somebody else says them. */
const MOST_WAITING = 20_000;
/** Ids that were heard: whoever says one of them again is not heard. */
const MOST_KNOWN = 50_000;

export function createEventHub(options: EventHubOptions): EventHub {
  const {
    db,
    clock,
    logger,
    heartbeatMs = 15_000,
    maxSubscribers = 500,
    maxOfCaller = 30,
    maxBufferedBytes = 256 * 1024,
  } = options;
  const streams = new Map<PassThrough, EventListener>();
  const stopping = new AbortController();
  let stopListening: (() => Promise<void>) | undefined;

  // Forgotten at once: it closes a little later, and a write in between would be an error nobody handles.
  const finish = (stream: PassThrough): void => {
    streams.delete(stream);
    stream.end();
  };

  const broadcast = (frame: string, realmId?: string): void => {
    for (const [stream, listener] of streams) {
      if (realmId !== undefined && !listener.sees(realmId)) continue;
      if (stream.readableLength + stream.writableLength > maxBufferedBytes) {
        logger.info({ bufferedBytes: stream.readableLength }, 'slow event stream closed');
        stream.destroy();
      } else {
        stream.write(frame);
      }
    }
  };

  // What was announced meanwhile is lost. Clients whose stream ends come back and read the present state.
  const onReconnect = (): void => {
    for (const stream of streams.keys()) finish(stream);
  };

  const waiting = new Set<string>();
  const known = new Set<string>();
  let looking: Promise<void> | undefined;

  const tell = (value: unknown): void => {
    if (!Check(Event, value)) logger.warn('event without a known shape');
    // Written anew, not passed on: a line break in it would end the frame.
    else broadcast(`data: ${JSON.stringify(value)}\n\n`, value.realmId);
  };

  /** One question at a time: whoever floods the channel makes the questions longer, not more. */
  const look = async (): Promise<void> => {
    while (waiting.size > 0) {
      const ids = [...waiting].slice(0, IDS_A_QUESTION);
      for (const id of ids) waiting.delete(id);
      const told = await readTold(db, ids);
      for (const id of ids) {
        if (!told.has(id) || known.has(id)) continue;
        known.add(id);
        tell(told.get(id));
      }
      for (const id of known) {
        if (known.size <= MOST_KNOWN) break;
        known.delete(id);
      }
    }
  };

  // Every login of the database can say something here: what is no id that we gave is not worth a line.
  const onPayload = (payload: string): void => {
    if (streams.size === 0 || !ID.test(payload) || known.has(payload) || waiting.size >= MOST_WAITING) return;
    waiting.add(payload);
    looking ??= look()
      .catch((error: unknown) => {
        waiting.clear();
        logger.warn({ err: error }, 'what was told to listening pages cannot be read');
        onReconnect();
      })
      .finally(() => {
        looking = undefined;
      });
  };

  const beat = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await clock.sleep(heartbeatMs, stopping.signal);
      broadcast(': still here\n\n');
    }
  };

  return {
    name: 'events',
    get subscribers() {
      return streams.size;
    },

    async start() {
      stopListening = await db.listen(eventsChannel, onPayload, onReconnect);
      beat().catch((error: unknown) => {
        if (!stopping.signal.aborted) logger.error({ err: error }, 'event heartbeat stopped');
      });
    },

    async stop() {
      stopping.abort();
      for (const stream of streams.keys()) stream.end();
      streams.clear();
      await stopListening?.();
      stopListening = undefined;
      await looking;
    },

    subscribe(listener) {
      if (streams.size >= maxSubscribers || stopping.signal.aborted) {
        throw httpError('HTTP_TOO_MANY_STREAMS', { retryAfterMs: 5000 });
      }
      const own = [...streams.values()].filter(({ caller }) => caller === listener.caller).length;
      if (own >= maxOfCaller) {
        throw httpError('HTTP_CALLER_STREAMS', { retryAfterMs: 30_000, details: { limit: maxOfCaller } });
      }
      const stream = new PassThrough();
      streams.set(stream, listener);
      stream.once('close', () => streams.delete(stream));
      listener.signal?.addEventListener('abort', () => finish(stream), { once: true });
      stream.write('retry: 2000\n: welcome\n\n');
      return stream;
    },
  };
}
