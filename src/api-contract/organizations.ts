import { Type, type Static } from 'typebox';
import { Count, Instant, named, reference } from './schema.ts';

export const organizationStatuses = [
  'loading',
  'current',
  'late',
  'failed',
  'reconnect_required',
  'paused',
  'blocked_budget',
  'disconnected',
] as const;

export const entityStatuses = [
  'pending',
  'backfilling',
  'current',
  'catching_up',
  'failed',
  'unavailable',
] as const;

export const RealmIdParameters = Type.Object({
  realmId: Type.String({ pattern: '^[0-9]{1,32}$', description: "QuickBooks' id of the company." }),
});
export type RealmIdParameters = Static<typeof RealmIdParameters>;

export const OrganizationStatus = named(
  'OrganizationStatus',
  Type.Enum(organizationStatuses, { description: 'Where the copy of one company stands.' }),
);
export type OrganizationStatus = Static<typeof OrganizationStatus>;

export const EntityStatus = named(
  'EntityStatus',
  Type.Enum(entityStatuses, { description: 'Where one kind of record of one company stands.' }),
);
export type EntityStatus = Static<typeof EntityStatus>;

export const Organization = named(
  'Organization',
  Type.Object(
    {
      realmId: Type.String({ description: "QuickBooks' id of the company, a string of digits." }),
      companyName: Type.Optional(
        Type.String({ description: 'Unknown until the company has been read once.' }),
      ),
      country: Type.Optional(Type.String()),
      homeCurrency: Type.Optional(Type.String({ description: 'ISO 4217 code.' })),
      status: reference(OrganizationStatus),
      statusReason: Type.Optional(
        Type.String({
          description: 'One sentence for a person, when something is wrong, also while it is `current`.',
        }),
      ),
      connectedAt: Instant('When the company was connected last.'),
      lastSuccessAt: Type.Optional(Instant('When a run last succeeded.')),
      currentThrough: Type.Optional(
        Instant('Every change QuickBooks made before this instant is in the copy.'),
      ),
      nextRunAt: Instant('When the company is due next.'),
      intervalSeconds: Count('Seconds between two scheduled runs.'),
      sensitiveFields: Type.Enum(['stored', 'removing', 'excluded'], {
        description:
          'Whether tax ids, bank numbers, birth dates and salaries are stored. `removing`: they are left out, and what was stored is being taken away.',
      }),
      rows: Count('Records stored, deleted ones not counted.'),
      expectedRows: Type.Optional(
        Count(
          'Records that QuickBooks has, by its own count: the measure of progress while loading, renewed every day, and moved along with what is deleted and kept aside meanwhile.',
        ),
      ),
      rejected: Count(
        'Records kept aside: QuickBooks cannot show them, or they cannot be stored as it has them. `/rejected` tells which and why.',
      ),
    },
    { description: 'One connected QuickBooks company.' },
  ),
);
export type Organization = Static<typeof Organization>;

export const OrganizationChange = Type.Object(
  {
    intervalSeconds: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 604_800, description: 'Seconds between two scheduled runs.' }),
    ),
    excludeSensitive: Type.Optional(
      Type.Boolean({
        description:
          'Leave sensitive fields out of the copy. What is stored of them is taken away in the background; `sensitiveFields` tells when that is done. Set back, they return soon, because whatever has any is read again.',
      }),
    ),
  },
  { minProperties: 1, additionalProperties: false },
);
export type OrganizationChange = Static<typeof OrganizationChange>;

export const DisconnectQuery = Type.Object({
  data: Type.Enum(['keep', 'erase'], {
    description: 'What becomes of the copy: it stays as it is, or every row of the company is erased.',
  }),
  name: Type.Optional(
    Type.String({
      maxLength: 500,
      description:
        'To erase: the name of the company exactly as it is shown, or its realm id while it has none.',
    }),
  ),
});

export const Disconnected = named(
  'Disconnected',
  Type.Object({
    realmId: Type.String(),
    revoked: Type.Boolean({
      description:
        'False when our access could not be ended at QuickBooks because its tokens could not be read; remove the app there.',
    }),
    erasedRows: Type.Optional(Count('Rows erased, where that was asked for.')),
  }),
);
export type Disconnected = Static<typeof Disconnected>;

export const CallForecast = named(
  'CallForecast',
  Type.Object(
    {
      companies: Count('Companies that are polled.'),
      calls: Count('Billable reads a month, as they are polled now.'),
      callsAnnounced: Count('The same if webhooks announced the changes of all of them.'),
      budget: Count('Reads allowed a month; 0 is no limit.'),
      notice: Type.Optional(
        Type.String({
          description: 'What to say, and what to do, where polling needs more than it may use.',
        }),
      ),
    },
    { description: 'What the companies need of the calls to QuickBooks in a month.' },
  ),
);
export type CallForecast = Static<typeof CallForecast>;

export const OrganizationList = named(
  'OrganizationList',
  Type.Object({
    items: Type.Array(reference(Organization)),
    callForecast: Type.Optional({
      ...reference(CallForecast),
      description: 'Only for those who see every company.',
    }),
  }),
);
export type OrganizationList = Static<typeof OrganizationList>;

export const EntityState = named(
  'EntityState',
  Type.Object(
    {
      entity: Type.String({ description: "QuickBooks' name, such as Invoice." }),
      table: Type.String({ description: 'The table in schema quickbooks, such as invoices.' }),
      status: reference(EntityStatus),
      rows: Count('Records stored, deleted ones not counted.'),
      expectedRows: Type.Optional(Count('Records that QuickBooks has, by its own count.')),
      rejected: Count('Records kept aside, which are not in the copy as QuickBooks has them.'),
      lastSyncedAt: Type.Optional(Instant('When it was last brought up to date.')),
      error: Type.Optional(Type.String({ description: 'Why it is not current, for a person.' })),
    },
    { description: 'The state of one kind of record of one company.' },
  ),
);
export type EntityState = Static<typeof EntityState>;

export const EntityStateList = named(
  'EntityStateList',
  Type.Object({ items: Type.Array(reference(EntityState)) }),
);
export type EntityStateList = Static<typeof EntityStateList>;
