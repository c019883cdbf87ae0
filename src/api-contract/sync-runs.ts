import { Type, type Static } from 'typebox';
import { Count, Instant, named, reference } from './schema.ts';

export const syncRunStatuses = ['queued', 'running', 'succeeded', 'failed', 'stopped'] as const;

export const SyncRun = named(
  'SyncRun',
  Type.Object(
    {
      id: Type.String(),
      realmId: Type.String(),
      kind: Type.String({
        description: 'What the run does: backfill, incremental, or deep (every field compared).',
      }),
      trigger: Type.String({ description: 'What asked for it, such as schedule or click.' }),
      status: Type.Enum(syncRunStatuses),
      requestedAt: Instant('When it was asked for.'),
      startedAt: Type.Optional(Instant('When a worker took it up.')),
      finishedAt: Type.Optional(Instant('When it ended.')),
      durationMs: Count('Milliseconds of work; waiting between slices is not counted.'),
      calls: Count('Calls made to QuickBooks.'),
      created: Count('Records stored for the first time.'),
      updated: Count('Records replaced by a newer version.'),
      unchanged: Count('Records that were read and found the same.'),
      rejected: Count('Records that could not be stored.'),
      deleted: Count('Records found deleted in QuickBooks.'),
      repeats: Count('Quiet runs in a row that this one stands for; its counts are their sums.'),
      phases: Type.Record(
        Type.String(),
        Type.Object({ steps: Count('How often.'), ms: Count('Milliseconds in all.') }),
        {
          description:
            'What each kind of step took, such as page, capture or prove; pages of several entities overlap.',
        },
      ),
      errorCode: Type.Optional(Type.String()),
      error: Type.Optional(Type.String({ description: 'Why it failed, for a person.' })),
    },
    { description: 'One run of the engine over one company.' },
  ),
);
export type SyncRun = Static<typeof SyncRun>;

export const SyncRunList = named('SyncRunList', Type.Object({ items: Type.Array(reference(SyncRun)) }));
export type SyncRunList = Static<typeof SyncRunList>;

export const SyncRunQuery = Type.Object({
  limit: Type.Integer({
    minimum: 1,
    maximum: 500,
    default: 50,
    description: 'At most this many, newest first.',
  }),
});

/** The answer to a request that starts work and does not wait for it. */
export const Accepted = named(
  'Accepted',
  Type.Object({
    realmId: Type.String(),
    runId: Type.Optional(Type.String({ description: 'The run, where it is known already.' })),
  }),
);
export type Accepted = Static<typeof Accepted>;
