import { Type, type Static } from 'typebox';
import { Instant, named, reference } from './schema.ts';

export const AuditEntry = named(
  'AuditEntry',
  Type.Object(
    {
      id: Type.String(),
      at: Instant('When it happened.'),
      actorKind: Type.String({ description: 'user, key, admin_key, demo, command, system or anonymous.' }),
      actorId: Type.Optional(Type.String()),
      actorName: Type.Optional(
        Type.String({ description: 'E-mail address or name of the key at that time.' }),
      ),
      action: Type.String({ description: 'What was done, such as sign_in.succeeded.' }),
      realmId: Type.Optional(Type.String({ description: 'The company it concerned.' })),
      target: Type.Optional(Type.String({ description: 'What it was done to.' })),
      details: Type.Record(Type.String(), Type.Unknown()),
      address: Type.Optional(Type.String({ description: 'Network address it came from.' })),
      requestId: Type.Optional(Type.String({ description: 'As in the log.' })),
    },
    { description: 'One entry of the audit trail: who, what, when, from where.' },
  ),
);
export type AuditEntry = Static<typeof AuditEntry>;

export const AuditList = named(
  'AuditList',
  Type.Object({
    items: Type.Array(reference(AuditEntry)),
    next: Type.Optional(Type.String({ description: 'Give it as `before` to read on; absent at the end.' })),
  }),
);
export type AuditList = Static<typeof AuditList>;

export const AuditQuery = Type.Object({
  action: Type.Optional(
    Type.String({
      pattern: '^[a-z_]+(\\.[a-z_]+)?$',
      maxLength: 60,
      description: 'sign_in or sign_in.failed.',
    }),
  ),
  actor: Type.Optional(Type.String({ maxLength: 254, description: 'Part of the name of whoever did it.' })),
  realmId: Type.Optional(Type.String({ pattern: '^[0-9]{1,32}$' })),
  from: Type.Optional(Instant('Not older than this.')),
  until: Type.Optional(Instant('Older than this.')),
  before: Type.Optional(Type.String({ pattern: '^[0-9]{1,18}$', description: '`next` of the page before.' })),
  limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }),
  format: Type.Optional(
    Type.Enum(['json', 'ndjson', 'csv'], { description: 'Instead of Accept, where a header cannot be set.' }),
  ),
});
