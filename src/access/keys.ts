import type { Clock } from '../base/clock.ts';
import { Secret } from '../base/secret.ts';
import type { Database, Queryable } from '../postgres/database.ts';
import { actorOf, type AuditTrail } from './audit.ts';
import { isBoundTo, refusalDetails, requireAddresses } from './bound-addresses.ts';
import { accessError } from './errors.ts';
import type { Origin } from './origin.ts';
import type { Principal } from './principal.ts';
import { digestOf, randomToken } from './random-token.ts';
import type { Role } from './roles.ts';
import { organizationsSql, requirePossible, requireRank, writeOrganizations, type Scope } from './scopes.ts';

/** A program's key, as people see it; the key itself is shown once, when it is made. */
export type ApiKey = {
  readonly id: string;
  readonly name: string;
  /** How the key begins. */
  readonly prefix: string;
  readonly role: Role;
  readonly organizations: string[] | undefined;
  /** Addresses and ranges from which alone it works; undefined for any. */
  readonly addresses: string[] | undefined;
  readonly status: 'active' | 'expired' | 'revoked';
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | undefined;
  readonly rotatedAt: Date | undefined;
  /** Until when the key before the last rotation still works. */
  readonly previousWorksUntil: Date | undefined;
  readonly lastUsedAt: Date | undefined;
  readonly lastUsedFrom: string | undefined;
};

/** Keys of programs. What is stored opens nothing: 256 random bits are kept as their digest. */
export interface Keys {
  list(): Promise<ApiKey[]>;
  /** @throws AppError ACCESS_FORBIDDEN, ACCESS_OWNER_IS_UNLIMITED, ACCESS_ORGANIZATION_UNKNOWN, ACCESS_ADDRESS_INVALID */
  create(
    key: {
      name: string;
      expiresAt?: Date | undefined;
      addresses?: readonly string[] | undefined;
    } & Scope,
    by: Principal,
    origin?: Origin,
  ): Promise<{ key: ApiKey; secret: Secret }>;
  /**
   * Replaces the key; the one before works for `overlapMs` more, so that its users can be moved over.
   * @throws AppError ACCESS_KEY_UNKNOWN, ACCESS_FORBIDDEN
   */
  rotate(
    id: string,
    overlapMs: number,
    by: Principal,
    origin?: Origin,
  ): Promise<{ key: ApiKey; secret: Secret }>;
  /** Ends the key, and the one before it, at once. @throws AppError ACCESS_KEY_UNKNOWN, ACCESS_FORBIDDEN */
  revoke(id: string, by: Principal, origin?: Origin): Promise<void>;
  /** Whose key it is. The first use a day is audited, and once an hour that it came from where it may not be used. */
  find(secret: string, origin: Origin): Promise<Principal | undefined>;
  /** Whose each key is, in one question and without noting a use. */
  recognise(secrets: readonly string[]): Promise<(Principal | undefined)[]>;
}

type Row = {
  id: string;
  name: string;
  prefix: string;
  role: Role;
  limited: boolean;
  organizations: string[];
  addresses: string[] | null;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date | null;
  rotatedAt: Date | null;
  revokedAt: Date | null;
  previousExpiresAt: Date | null;
  lastUsedAt: Date | null;
  lastUsedFrom: string | null;
};

type Hashes = { keyHash: Buffer; previousHash: Buffer | null };

const columns = `id, name, prefix, role, limited, ${organizationsSql('key', 'api_keys.id')} AS organizations, addresses, created_by,
  created_at, expires_at, rotated_at, revoked_at, previous_expires_at, last_used_at, last_used_from`;

/** `lm_` lets scanners of leaked secrets recognise it; the eight letters tell keys apart. */
const keyPattern = /^lm_[\w-]{8}_[\w-]{43}$/;
const TOUCH_MS = 60_000;
/** A stolen key that is tried all the time must not fill the trail. */
const REFUSAL_NOTED_MS = 3_600_000;

const toPrincipal = (row: Row): Principal => ({
  kind: 'key',
  id: row.id,
  name: row.name,
  role: row.role,
  organizations: row.limited ? new Set(row.organizations) : undefined,
});

function newSecret(): { secret: Secret; prefix: string; hash: Buffer } {
  const prefix = `lm_${randomToken().slice(0, 8)}`;
  const text = `${prefix}_${randomToken()}`;
  return { secret: new Secret(text), prefix, hash: digestOf(text) };
}

export function createKeys(options: { db: Database; clock: Clock; audit: AuditTrail }): Keys {
  const { db, clock, audit } = options;

  const toKey = (row: Row): ApiKey => {
    const now = clock.now();
    const expired = row.expiresAt !== null && row.expiresAt <= now;
    const overlaps = row.previousExpiresAt !== null && row.previousExpiresAt > now;
    return {
      id: row.id,
      name: row.name,
      prefix: row.prefix,
      role: row.role,
      organizations: row.limited ? row.organizations : undefined,
      addresses: row.addresses ?? undefined,
      status: row.revokedAt !== null ? 'revoked' : expired ? 'expired' : 'active',
      createdBy: row.createdBy,
      createdAt: row.createdAt,
      expiresAt: row.expiresAt ?? undefined,
      rotatedAt: row.rotatedAt ?? undefined,
      previousWorksUntil: overlaps ? (row.previousExpiresAt ?? undefined) : undefined,
      lastUsedAt: row.lastUsedAt ?? undefined,
      lastUsedFrom: row.lastUsedFrom ?? undefined,
    };
  };

  const load = async (on: Queryable, id: string): Promise<ApiKey> => {
    const [row] = await on.query<Row>(`SELECT ${columns} FROM ledger_mirror.api_keys WHERE id = $1`, [id]);
    if (row === undefined) throw accessError('ACCESS_KEY_UNKNOWN');
    return toKey(row);
  };

  /** A key that works, of somebody no stronger than the caller. */
  const demand = async (on: Queryable, id: string, by: Principal): Promise<ApiKey> => {
    const key = await load(on, id);
    requireRank(by, key.role);
    if (key.status !== 'active') throw accessError('ACCESS_KEY_UNKNOWN');
    return key;
  };

  return {
    async list() {
      const rows = await db.query<Row>(
        `SELECT ${columns} FROM ledger_mirror.api_keys ORDER BY revoked_at NULLS FIRST, created_at DESC`,
      );
      return rows.map(toKey);
    },

    async create({ name, expiresAt, addresses, ...scope }, by, origin) {
      requireRank(by, scope.role);
      if (addresses !== undefined) requireAddresses(addresses);
      requirePossible(scope);
      const { secret, prefix, hash } = newSecret();
      const key = await db.transaction(async (tx) => {
        const [row] = await tx.query<{ id: string }>(
          `INSERT INTO ledger_mirror.api_keys
             (name, prefix, key_hash, role, limited, created_by, created_at, expires_at, addresses)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
          [
            name,
            prefix,
            hash,
            scope.role,
            scope.organizations !== undefined,
            by.name,
            clock.now(),
            expiresAt ?? null,
            addresses ?? null,
          ],
        );
        const id = row?.id ?? '';
        await writeOrganizations(tx, 'key', id, scope.organizations);
        await audit.record(
          {
            actor: actorOf(by),
            action: 'key.created',
            target: name,
            details: {
              prefix,
              role: scope.role,
              organizations: scope.organizations ?? 'all',
              addresses: addresses ?? 'any',
            },
            ...origin,
          },
          tx,
        );
        return load(tx, id);
      });
      return { key, secret };
    },

    async rotate(id, overlapMs, by, origin) {
      const { secret, prefix, hash } = newSecret();
      const key = await db.transaction(async (tx) => {
        const before = await demand(tx, id, by);
        const now = clock.now();
        await tx.query(
          `UPDATE ledger_mirror.api_keys
           SET previous_hash = key_hash, previous_expires_at = $2, key_hash = $3, prefix = $4, rotated_at = $5
           WHERE id = $1 AND revoked_at IS NULL`,
          [id, new Date(now.getTime() + overlapMs), hash, prefix, now],
        );
        await audit.record(
          {
            actor: actorOf(by),
            action: 'key.rotated',
            target: before.name,
            details: { prefix, previousPrefix: before.prefix, overlapSeconds: overlapMs / 1000 },
            ...origin,
          },
          tx,
        );
        return load(tx, id);
      });
      return { key, secret };
    },

    revoke: (id, by, origin) =>
      db.transaction(async (tx) => {
        const key = await demand(tx, id, by);
        await tx.query(
          `UPDATE ledger_mirror.api_keys SET revoked_at = $2, previous_hash = NULL, previous_expires_at = NULL
           WHERE id = $1`,
          [id, clock.now()],
        );
        await audit.record(
          {
            actor: actorOf(by),
            action: 'key.revoked',
            target: key.name,
            details: { prefix: key.prefix },
            ...origin,
          },
          tx,
        );
      }),

    async find(secret, origin) {
      const now = clock.now();
      const [row] = await findRows([secret], now);
      if (row === undefined) return undefined;
      if (row.addresses !== null && !isBoundTo(row.addresses, origin)) {
        await noteRefusal(row, origin, now);
        return undefined;
      }
      if (row.lastUsedAt === null || now.getTime() - row.lastUsedAt.getTime() >= TOUCH_MS) {
        await noteUse(row, origin, now);
      }
      return toPrincipal(row);
    },

    async recognise(secrets) {
      const rows = await findRows(secrets, clock.now());
      return rows.map((row) => row && toPrincipal(row));
    },
  };

  async function noteRefusal(row: Row, origin: Origin, now: Date): Promise<void> {
    await db.transaction(async (tx) => {
      const noted = await tx.query(
        `UPDATE ledger_mirror.api_keys SET refused_at = $2
         WHERE id = $1 AND (refused_at IS NULL OR refused_at <= $3) RETURNING id`,
        [row.id, now, new Date(now.getTime() - REFUSAL_NOTED_MS)],
      );
      if (noted.length === 0) return;
      const details = { prefix: row.prefix, ...refusalDetails(row.addresses ?? [], origin) };
      const actor = { kind: 'anonymous' as const };
      await audit.record({ actor, action: 'key.refused', target: row.name, details, ...origin }, tx);
    });
  }

  /** The rows of keys that work, each in the place of its key. */
  async function findRows(secrets: readonly string[], now: Date): Promise<(Row | undefined)[]> {
    const digests = secrets.map((secret) => (keyPattern.test(secret) ? digestOf(secret) : undefined));
    const asked = digests.filter((digest) => digest !== undefined);
    if (asked.length === 0) return digests.map(() => undefined);
    const rows = await db.query<Row & Hashes>(
      `SELECT ${columns}, key_hash, CASE WHEN previous_expires_at > $2 THEN previous_hash END AS previous_hash
       FROM ledger_mirror.api_keys
       WHERE (key_hash = ANY($1) OR (previous_hash = ANY($1) AND previous_expires_at > $2))
         AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)`,
      [asked, now],
    );
    const byDigest = new Map<string | undefined, Row>();
    for (const row of rows) {
      byDigest.set(row.keyHash.toString('hex'), row);
      if (row.previousHash !== null) byDigest.set(row.previousHash.toString('hex'), row);
    }
    return digests.map((digest) => byDigest.get(digest?.toString('hex')));
  }

  async function noteUse(row: Row, origin: Origin, now: Date): Promise<void> {
    await db.transaction(async (tx) => {
      // Whoever waited for the row sees the other's time, so that one of two first uses is the first.
      const [before] = await tx.query<{ lastUsedAt: Date | null }>(
        'SELECT last_used_at FROM ledger_mirror.api_keys WHERE id = $1 FOR UPDATE',
        [row.id],
      );
      await tx.query(
        'UPDATE ledger_mirror.api_keys SET last_used_at = $2, last_used_from = $3 WHERE id = $1',
        [row.id, now, origin.address ?? null],
      );
      if (before?.lastUsedAt !== undefined && before.lastUsedAt !== null && sameDay(before.lastUsedAt, now))
        return;
      const actor = { kind: 'key' as const, id: row.id, name: row.name };
      await audit.record({ actor, action: 'key.used', target: row.name, ...origin }, tx);
    });
  }
}

const sameDay = (a: Date, b: Date): boolean => a.toISOString().slice(0, 10) === b.toISOString().slice(0, 10);
