import { Type, type Static } from 'typebox';
import { Count, named } from './schema.ts';

/** What can change. A message has no other name: a browser hears each of them as `message`. */
export const eventTypes = ['organization', 'entity', 'run'] as const;

/**
 * One message of `GET /v1/events`. A message says that something changed and carries what a progress bar needs;
 * whoever wants all of it reads the resource. Messages can be lost while a client reconnects: read again then.
 */
export const Event = named(
  'Event',
  Type.Object(
    {
      type: Type.Enum(eventTypes, { description: 'What changed.' }),
      realmId: Type.String(),
      status: Type.Optional(Type.String({ description: 'Its new status, when that changed.' })),
      entity: Type.Optional(Type.String({ description: 'For type entity: its QuickBooks name.' })),
      rows: Type.Optional(Count('Records stored now.')),
      expectedRows: Type.Optional(Count("Records by QuickBooks' own count.")),
      runId: Type.Optional(Type.String({ description: 'For type run.' })),
    },
    { description: 'A change of state or progress.' },
  ),
);
export type Event = Static<typeof Event>;
