import { Type, type Static } from 'typebox';
import { Instant, named, reference } from './schema.ts';

export const roles = ['viewer', 'operator', 'admin', 'owner'] as const;

export const Role = named(
  'Role',
  Type.Enum(roles, {
    description:
      'viewer reads; operator also syncs, pauses and resumes; admin also connects companies and manages people and keys; owner may do everything.',
  }),
);
export type Role = Static<typeof Role>;

// Bounds keep what is stored small; what is a real address only a message to it would tell.
const Email = Type.String({ pattern: '^[^\\s@]+@[^\\s@]+$', maxLength: 254 });
const Name = Type.String({ maxLength: 200 });
const Password = Type.String({
  minLength: 1,
  maxLength: 1024,
  description: '12 to 256 characters, and none of the first that somebody would guess.',
});
const LinkToken = Type.String({ pattern: '^[\\w-]{43}$', description: 'What follows # in the link.' });
const Uuid = (description: string) =>
  Type.String({ pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$', description });
const Organizations = (description: string) =>
  Type.Array(Type.String({ pattern: '^[0-9]{1,32}$' }), { maxItems: 1000, description });

export const UserParameters = Type.Object({ userId: Uuid('Id of the user.') });
export const KeyParameters = Type.Object({ keyId: Uuid('Id of the key.') });
export const SessionParameters = Type.Object({ sessionId: Uuid('Id of the session.') });

export const Credentials = Type.Object({ email: Type.String({ maxLength: 254 }), password: Password });

/** Who is asking: what the pages need to know before they show anything. */
export const CurrentSession = named(
  'CurrentSession',
  Type.Object(
    {
      kind: Type.Enum(['user', 'key', 'admin_key', 'demo', 'command'], {
        description: 'How the caller proved who they are; demo is anybody on this computer.',
      }),
      name: Type.String({ description: 'E-mail address of a person, name of a key.' }),
      role: reference(Role),
      organizations: Type.Optional(Organizations('The companies the caller is limited to; absent for all.')),
    },
    { description: 'Who is asking.' },
  ),
);
export type CurrentSession = Static<typeof CurrentSession>;

export const BrowserSession = named(
  'BrowserSession',
  Type.Object(
    {
      id: Type.String(),
      current: Type.Boolean({ description: 'This very browser.' }),
      createdAt: Instant('When it was signed in.'),
      lastSeenAt: Instant('When it last asked for something, to the minute.'),
      expiresAt: Instant('When it is signed out unless it is used before.'),
      address: Type.Optional(Type.String({ description: 'Where it was signed in from.' })),
      browser: Type.Optional(Type.String({ description: 'What it called itself.' })),
    },
    { description: 'A browser that is signed in.' },
  ),
);
export type BrowserSession = Static<typeof BrowserSession>;

export const BrowserSessionList = named(
  'BrowserSessionList',
  Type.Object({ items: Type.Array(reference(BrowserSession)) }),
);
export type BrowserSessionList = Static<typeof BrowserSessionList>;

export const PasswordChange = Type.Object({ currentPassword: Password, newPassword: Password });

export const PasswordQuestion = Type.Object({ password: Password });

export const LinkQuestion = Type.Object({ token: LinkToken });

export const AccessLink = named(
  'AccessLink',
  Type.Object(
    {
      kind: Type.Enum(['set_up', 'invitation', 'password_reset']),
      email: Type.Optional(
        Type.String({ description: 'Whose password it sets; absent for the first set-up.' }),
      ),
      name: Type.Optional(Type.String()),
    },
    { description: 'What a link is for.' },
  ),
);
export type AccessLink = Static<typeof AccessLink>;

export const LinkAnswer = Type.Object({
  token: LinkToken,
  password: Password,
  email: Type.Optional(Email),
  name: Type.Optional(Name),
});

export const User = named(
  'User',
  Type.Object(
    {
      id: Type.String(),
      email: Type.String(),
      name: Type.String(),
      role: reference(Role),
      organizations: Type.Optional(Organizations('The companies the person is limited to; absent for all.')),
      status: Type.Enum(['invited', 'active', 'disabled'], { description: 'invited: has no password yet.' }),
      createdAt: Instant('When the person was added.'),
      lastSignInAt: Type.Optional(Instant('When the person last signed in.')),
    },
    { description: 'A person who can sign in, or was invited to.' },
  ),
);
export type User = Static<typeof User>;

export const UserList = named('UserList', Type.Object({ items: Type.Array(reference(User)) }));
export type UserList = Static<typeof UserList>;

/** A user with a link for that person. It is shown once and sent by whoever asked for it; we send no mail. */
export const UserWithLink = named(
  'UserWithLink',
  Type.Object({
    user: reference(User),
    link: Type.String({
      description: 'Works once: seven days as an invitation, one day to reset a password.',
    }),
  }),
);
export type UserWithLink = Static<typeof UserWithLink>;

export const NewUser = Type.Object({
  email: Email,
  name: Type.Optional(Name),
  role: reference(Role),
  organizations: Type.Optional(Organizations('Limits the person to these companies; absent for all.')),
});
export type NewUser = Static<typeof NewUser>;

export const UserChange = Type.Object(
  {
    name: Type.Optional(Name),
    role: Type.Optional(reference(Role)),
    organizations: Type.Optional(
      Type.Union([Organizations('Limits the person to these companies.'), Type.Null()], {
        description: 'null lifts the limit.',
      }),
    ),
    disabled: Type.Optional(Type.Boolean({ description: 'A disabled person is signed out everywhere.' })),
  },
  { minProperties: 1, additionalProperties: false },
);
export type UserChange = Static<typeof UserChange>;

export const ApiKey = named(
  'ApiKey',
  Type.Object(
    {
      id: Type.String(),
      name: Type.String(),
      prefix: Type.String({ description: 'How the key begins.' }),
      role: reference(Role),
      organizations: Type.Optional(Organizations('The companies the key is limited to; absent for all.')),
      addresses: Type.Optional(
        Type.Array(Type.String(), { description: 'From where alone it works; absent for anywhere.' }),
      ),
      status: Type.Enum(['active', 'expired', 'revoked']),
      createdBy: Type.String(),
      createdAt: Instant('When it was made.'),
      expiresAt: Type.Optional(Instant('When it ends by itself.')),
      rotatedAt: Type.Optional(Instant('When it was last replaced.')),
      previousWorksUntil: Type.Optional(Instant('Until when the key before the last rotation works.')),
      lastUsedAt: Type.Optional(Instant('When it was last used, to the minute.')),
      lastUsedFrom: Type.Optional(Type.String({ description: 'Where it was last used from.' })),
    },
    { description: 'A key of a program, without the key itself.' },
  ),
);
export type ApiKey = Static<typeof ApiKey>;

export const ApiKeyList = named('ApiKeyList', Type.Object({ items: Type.Array(reference(ApiKey)) }));
export type ApiKeyList = Static<typeof ApiKeyList>;

export const ApiKeyWithSecret = named(
  'ApiKeyWithSecret',
  Type.Object({
    key: reference(ApiKey),
    secret: Type.String({ description: 'The key itself. It is shown this once and not stored.' }),
  }),
);
export type ApiKeyWithSecret = Static<typeof ApiKeyWithSecret>;

export const NewApiKey = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  role: reference(Role),
  organizations: Type.Optional(Organizations('Limits the key to these companies; absent for all.')),
  addresses: Type.Optional(
    Type.Array(Type.String({ maxLength: 50 }), {
      minItems: 1,
      maxItems: 50,
      description: 'Binds the key to these addresses and ranges (203.0.113.7, 10.0.0.0/8); absent for any.',
    }),
  ),
  expiresAt: Type.Optional(Instant('When it is to end by itself.')),
});
export type NewApiKey = Static<typeof NewApiKey>;

export const KeyRotation = Type.Object({
  overlapHours: Type.Number({
    minimum: 0,
    maximum: 720,
    default: 24,
    description: 'How long the key before still works.',
  }),
});
