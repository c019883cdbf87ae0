import type { Queryable } from '../postgres/database.ts';
import { toJson } from '../postgres/parameters.ts';
import type { Principal } from './principal.ts';
import { signEntry } from './trail/entry.ts';
import type { TrailKeys } from './trail/keys.ts';

/** Who did something; nobody knows more of an anonymous one than where it came from. */
export type Actor = {
  readonly kind: Principal['kind'] | 'system' | 'anonymous';
  readonly id?: string | undefined;
  readonly name?: string | undefined;
};

/** Everything that is written to the trail. The part before the dot groups them. */
export const auditActions = [
  'sign_in.succeeded',
  'sign_in.failed',
  'sign_in.blocked',
  'sign_out.done',
  'session.revoked',
  'owner.created',
  'user.invited',
  'user.joined',
  'user.changed',
  'user.removed',
  'password.changed',
  'password.confirmed',
  'password.reset',
  'password.link_created',
  'password.refused',
  'key.created',
  'key.rotated',
  'key.revoked',
  'key.used',
  'key.refused',
  'organization.connected',
  'organization.disconnected',
  'organization.erased',
  'organization.settings_changed',
  'organization.sync_requested',
  'organization.backfill_requested',
  'organization.reconcile_requested',
  'organization.rejected_retried',
  'organization.paused',
  'organization.resumed',
  'data.exported',
  'data.sensitive_read',
  'audit.exported',
  'audit.cut',
  'job.retried',
  'reader.added',
  'reader.changed',
  'reader.removed',
  'custom_field.pinned',
  'custom_field.unpinned',
  'encryption.rotated',
  'sql.opened',
  'sql.ran',
] as const;
export type AuditAction = (typeof auditActions)[number];

export type AuditEntry = {
  readonly actor: Actor;
  readonly action: AuditAction;
  readonly realmId?: string | undefined;
  /** What it was done to: an e-mail address, the name of a key. */
  readonly target?: string | undefined;
  /** Facts; never a secret, never a customer's data. */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  /** Network address of the caller. */
  readonly address?: string | undefined;
  readonly requestId?: string | undefined;
};

export type AuditRecord = AuditEntry & { readonly id: string; readonly at: Date };

export type AuditFilter = {
  readonly action?: string | undefined;
  readonly realmId?: string | undefined;
  /** Part of the actor's name. */
  readonly actor?: string | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  /** Only entries older than this one: the last of the page before. */
  readonly before?: string | undefined;
};

/** The trail: entries are added and read, never changed; the database itself refuses that. */
export interface AuditTrail {
  /** Writes an entry; in a transaction, it is written if and only if what it tells of happens. */
  record(entry: AuditEntry, tx?: Queryable): Promise<void>;
  /** The newest entries first. */
  list(filter: AuditFilter, limit: number): Promise<AuditRecord[]>;
  /** All of them, newest first, a page at a time, so that any length fits into memory. */
  pages(filter: AuditFilter): AsyncGenerator<AuditRecord[]>;
}

const PAGE = 1000;

type Row = {
  id: string;
  at: Date;
  actorKind: Actor['kind'];
  actorId: string | null;
  actorName: string | null;
  action: AuditAction;
  realmId: string | null;
  target: string | null;
  details: Record<string, unknown>;
  address: string | null;
  requestId: string | null;
};

const toRecord = (row: Row): AuditRecord => ({
  id: row.id,
  at: row.at,
  actor: { kind: row.actorKind, id: row.actorId ?? undefined, name: row.actorName ?? undefined },
  action: row.action,
  realmId: row.realmId ?? undefined,
  target: row.target ?? undefined,
  details: row.details,
  address: row.address ?? undefined,
  requestId: row.requestId ?? undefined,
});

export function createAuditTrail(options: {
  db: Queryable;
  /** What entries are signed with; without, as in tests of something else, they bear no signature. */
  keys?: TrailKeys | undefined;
}): AuditTrail {
  const { db, keys } = options;

  const list = async (filter: AuditFilter, limit: number): Promise<AuditRecord[]> => {
    const rows = await db.query<Row>(
      `SELECT id::text, at, actor_kind, actor_id, actor_name, action, realm_id, target, details, address, request_id
       FROM ledger_mirror.audit
       WHERE ($1::text IS NULL OR action = $1 OR starts_with(action, $1 || '.'))
         AND ($2::text IS NULL OR realm_id = $2)
         AND ($3::text IS NULL OR position(lower($3) IN lower(actor_name)) > 0)
         AND ($4::timestamptz IS NULL OR at >= $4)
         AND ($5::timestamptz IS NULL OR at < $5)
         AND ($6::bigint IS NULL OR audit.id < $6)
       ORDER BY audit.id DESC LIMIT $7`,
      [
        filter.action ?? null,
        filter.realmId ?? null,
        filter.actor ?? null,
        filter.from ?? null,
        filter.until ?? null,
        filter.before ?? null,
        limit,
      ],
    );
    return rows.map(toRecord);
  };

  return {
    list,

    async record(entry, tx = db) {
      const content = {
        actorKind: entry.actor.kind,
        actorId: entry.actor.id ?? null,
        actorName: entry.actor.name ?? null,
        action: entry.action,
        realmId: entry.realmId ?? null,
        target: entry.target ?? null,
        details: toJson(entry.details ?? {}),
        address: entry.address ?? null,
        requestId: entry.requestId ?? null,
      };
      // Asked first, for it is signed as well; of the database, whose clock all processes have in common.
      const [clock] = await tx.query<{ atMicros: string }>(
        'SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint::text AS at_micros',
      );
      if (clock === undefined) throw new Error('A query of one row returned none.');
      const { atMicros } = clock;
      await tx.query(
        `INSERT INTO ledger_mirror.audit
           (actor_kind, actor_id, actor_name, action, realm_id, target, details, address, request_id, signature, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'epoch'::timestamptz + $11::bigint * interval '1 microsecond')`,
        [
          ...Object.values(content),
          keys === undefined ? null : signEntry(keys, { ...content, atMicros }),
          atMicros,
        ],
      );
    },

    async *pages(filter) {
      let before = filter.before;
      for (;;) {
        const page = await list({ ...filter, before }, PAGE);
        if (page.length > 0) yield page;
        if (page.length < PAGE) return;
        before = page.at(-1)?.id;
      }
    },
  };
}

/** What the trail says of a caller who is known. */
export function actorOf(principal: Principal | undefined): Actor {
  if (principal === undefined) return { kind: 'anonymous' };
  return { kind: principal.kind, id: principal.id, name: principal.name };
}
