import { Type, type Static } from 'typebox';
import { Count, Instant, named, reference } from './schema.ts';

export const RejectedRecord = named(
  'RejectedRecord',
  Type.Object(
    {
      id: Type.String(),
      entity: Type.String({ description: "QuickBooks' name, such as Invoice." }),
      recordId: Type.Optional(Type.String({ description: "QuickBooks' id, where the record had one." })),
      reason: Type.String({ description: 'Why it could not be stored.' }),
      attempts: Count('How often storing it was tried.'),
      firstSeenAt: Instant('When it was first refused.'),
      lastSeenAt: Instant('When it was last refused.'),
      document: Type.Optional(
        Type.String({
          description:
            'As QuickBooks sent it; only with `documents=true`, for those who may see sensitive data.',
        }),
      ),
    },
    { description: 'A record QuickBooks sent that could not be stored. The rest of its page was.' },
  ),
);
export type RejectedRecord = Static<typeof RejectedRecord>;

export const RejectedRecordList = named(
  'RejectedRecordList',
  Type.Object({
    items: Type.Array(reference(RejectedRecord)),
    nextCursor: Type.Optional(
      Type.String({ description: 'Where the next page begins; absent on the last.' }),
    ),
  }),
);
export type RejectedRecordList = Static<typeof RejectedRecordList>;

export const RejectedRetry = named(
  'RejectedRetry',
  Type.Object({
    realmId: Type.String(),
    runId: Type.String({ description: 'The run that tries them.' }),
    records: Count('Records that are tried again.'),
  }),
);
export type RejectedRetry = Static<typeof RejectedRetry>;

export const UsageList = named(
  'UsageList',
  Type.Object({
    items: Type.Array(
      Type.Object({
        from: Instant('Start of the hour, day or month (UTC).'),
        kind: Type.String({ description: 'What was called: query, read, cdc, ...' }),
        billable: Type.Boolean({ description: 'Whether Intuit meters the call.' }),
        outcome: Type.String({ description: 'How it ended: ok, or the code of the error.' }),
        calls: Count('How many.'),
      }),
    ),
    totals: Type.Object({
      calls: Count('All calls of the range.'),
      billable: Count('Those that Intuit meters.'),
    }),
  }),
);
export type UsageList = Static<typeof UsageList>;

export const QueuedJob = named(
  'QueuedJob',
  Type.Object(
    {
      id: Type.String(),
      queue: Type.String(),
      state: Type.Enum(['waiting', 'running', 'completed', 'failed', 'cancelled']),
      realmId: Type.Optional(Type.String({ description: 'The company it wakes.' })),
      priority: Type.Integer(),
      retries: Count('Attempts so far, beside the first.'),
      retryLimit: Count('Attempts there will be at most, beside the first.'),
      createdAt: Instant('When it was asked for.'),
      startAfter: Instant('A waiting one is not taken up before.'),
      startedAt: Type.Optional(Instant('When a worker took it up.')),
      finishedAt: Type.Optional(Instant('When it ended.')),
      heartbeatAt: Type.Optional(Instant('When its worker last said that it lives.')),
      error: Type.Optional(Type.String({ description: 'What the last failure said.' })),
    },
    { description: 'A wake-up of a company, as the queue holds it.' },
  ),
);
export type QueuedJob = Static<typeof QueuedJob>;

export const QueuedJobList = named(
  'QueuedJobList',
  Type.Object({
    items: Type.Array(reference(QueuedJob)),
    counts: Type.Object(
      {
        waiting: Count('Not taken up yet.'),
        running: Count('A worker is at it.'),
        completed: Count('Finished; kept for ten minutes.'),
        failed: Count('Given up.'),
        cancelled: Count('Called off.'),
      },
      { description: 'Of the whole queue, whatever the filter.' },
    ),
    nextCursor: Type.Optional(
      Type.String({ description: 'Where the next page begins; absent on the last.' }),
    ),
  }),
);
export type QueuedJobList = Static<typeof QueuedJobList>;

export const ReconcileRequest = Type.Object(
  {
    deep: Type.Boolean({
      default: false,
      description:
        'Read every record again and replace what differs in any field, before the numbers are compared.',
    }),
  },
  { additionalProperties: false },
);
export type ReconcileRequest = Static<typeof ReconcileRequest>;

export const Reconciliation = named(
  'Reconciliation',
  Type.Object(
    {
      id: Type.String(),
      entity: Type.String({ description: "QuickBooks' name, such as Invoice." }),
      measure: Type.String({
        description:
          '`count` of records; `receivables` and `payables` by the ageing reports; `balance` of accounts; `transactions` and `amounts` by the list of transactions; `fields` of every record.',
      }),
      recordId: Type.Optional(
        Type.String({ description: 'The customer, vendor, account or transaction; absent for a sum.' }),
      ),
      period: Type.Optional(
        Type.Object(
          {
            from: Type.String({ format: 'date', description: 'The first day; 1970-01-01 is the beginning.' }),
            to: Type.String({ format: 'date', description: 'The last day; 2099-12-31 is without an end.' }),
          },
          { description: 'The dates that were compared.' },
        ),
      ),
      expected: Type.String({ description: "QuickBooks' figure, a decimal number." }),
      actual: Type.String({ description: 'Ours.' }),
      difference: Type.String({ description: 'Ours less theirs; 0 when the copy is exact.' }),
      reason: Type.Optional(
        Type.String({
          description:
            '`rejected` (records kept aside), `journal_entries` (postings that open documents do not tell of), `not_compared` (of a type that is not copied), `searching` (being healed, checked again soon), `healed`, `unexplained` (still there after that).',
        }),
      ),
      checkedAt: Instant('When it was compared.'),
    },
    { description: "One comparison of a figure of QuickBooks' with ours." },
  ),
);
export type Reconciliation = Static<typeof Reconciliation>;

export const ReconciliationList = named(
  'ReconciliationList',
  Type.Object({ items: Type.Array(reference(Reconciliation)) }),
);
export type ReconciliationList = Static<typeof ReconciliationList>;
