import type { Clock } from '../base/clock.ts';
import type { Logger } from '../base/logger.ts';
import type { RealmId } from '../base/realm-id.ts';
import type { TokenSource } from './oauth.ts';
import type { ThrottleLimits } from './throttle.ts';
import type { Transport } from './transport.ts';

/** What the caller must know of a record without parsing it. */
export type RecordStamp = {
  readonly id: string;
  readonly createdAt: Date | undefined;
  readonly updatedAt: Date | undefined;
};

export type QueryAnswer = {
  /** The body exactly as QuickBooks sent it. */
  readonly text: string;
  /** QuickBooks' clock when it answered. */
  readonly time: Date;
  /** JSON key of the array below `QueryResponse` ('Invoice'); undefined when there are no rows. */
  readonly key: string | undefined;
  readonly records: readonly RecordStamp[];
  readonly totalCount: number | undefined;
};

export type ReadAnswer = {
  readonly text: string;
  readonly time: Date;
  /** JSON key of the record ('Invoice'). */
  readonly key: string;
  readonly record: RecordStamp;
};

export type CallOptions = { readonly signal?: AbortSignal | undefined };

/** One HTTP request as it happened, for counting and logs. Retries are calls of their own. */
export type CallRecord = {
  readonly realmId: RealmId;
  readonly operation: 'query' | 'count' | 'read' | 'companyInfo';
  readonly startedAt: Date;
  readonly durationMs: number;
  /** Undefined when no answer came. */
  readonly status: number | undefined;
  /** Intuit counts it against the monthly allowance (a read that succeeded). */
  readonly billable: boolean;
  readonly bytes: number;
  readonly intuitTid: string | undefined;
  /** Undefined when it succeeded. */
  readonly errorCode: string | undefined;
};

export interface QuickBooksClient {
  query(realmId: RealmId, statement: string, o?: CallOptions): Promise<QueryAnswer>;
  count(
    realmId: RealmId,
    entityName: string,
    where?: string,
    o?: CallOptions,
  ): Promise<{ readonly count: number; readonly time: Date }>;
  read(realmId: RealmId, entityName: string, id: string, o?: CallOptions): Promise<ReadAnswer>;
  companyInfo(realmId: RealmId, o?: CallOptions): Promise<ReadAnswer>;
}

export type ClientOptions = {
  readonly apiUrl: string;
  readonly tokens: TokenSource;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly onCall?: (call: CallRecord) => void;
  readonly limits?: Partial<ThrottleLimits> | 'off';
};

export declare function createQuickBooksClient(options: ClientOptions): QuickBooksClient;
