import { Secret } from '../../src/base/secret.ts';
import { entities } from '../../src/catalogue/index.ts';
import { toRealmId } from '../../src/base/realm-id.ts';
import type { Transaction } from '../../src/postgres/database.ts';
import type { Installation } from './installation.ts';

const FIRST_REALM = 4_620_816_365_000_000_000n;
const IN_A_TRANSACTION = 100;

/**
 * Companies as they are hours after their first copy, their daily, six-hourly and hourly work spread over the time.
 * They are due in an hour; `dealOut` sets them going.
 */
export async function makeIdleCompanies(
  { db, vault, organizations }: Installation,
  companies: number,
  intervalSeconds: number,
): Promise<void> {
  const make = async (tx: Transaction, index: number): Promise<void> => {
    const realmId = toRealmId(String(FIRST_REALM + BigInt(index)));
    const tokens = {
      accessToken: new Secret('a'),
      refreshToken: new Secret('r'),
      accessExpiresAt: new Date(Date.now() + (3_600_000 * (index + 1)) / companies),
      refreshExpiresAt: new Date(Date.now() + 100 * 86_400_000),
      hardExpiresAt: undefined,
    };
    await vault.store(realmId, tokens, tx);
    await organizations.connected(tx, realmId, { intervalSeconds });
  };
  for (let index = 0; index < companies; index += IN_A_TRANSACTION) {
    const end = Math.min(companies, index + IN_A_TRANSACTION);
    await db.transaction(async (tx) => {
      for (let one = index; one < end; one += 1) await make(tx, one);
    });
  }
  const captured = entities.filter(({ abilities }) => abilities.cdc).map(({ name }) => name);
  await db.execute(
    `UPDATE ledger_mirror.entity_states AS state
    SET status = 'current', cursor_at = clock_timestamp() - interval '60 s', joined = entity = ANY ($1::text[]),
        last_synced_at = clock_timestamp() - make_interval(secs => 21600 * spread)
    FROM (SELECT realm_id, random() AS spread FROM ledger_mirror.organizations) AS company
    WHERE company.realm_id = state.realm_id`,
    [captured],
  );
  await db.execute(`
    UPDATE ledger_mirror.organizations
    SET status = 'current', cursor_at = clock_timestamp() - interval '60 s', looked_at = clock_timestamp() - interval '60 s',
        repaired_at = clock_timestamp() - make_interval(secs => 86400 * random()),
        prove_at = clock_timestamp() + make_interval(secs => 86400 * random()),
        last_success_at = clock_timestamp(), current_through = clock_timestamp(),
        next_run_at = clock_timestamp() + interval '1 hour'`);
  await db.execute('VACUUM ANALYZE ledger_mirror.entity_states');
}

/**
 * Makes them due one after the other within an interval, as in a round that goes well: what fell due while they were
 * made would be a backlog of its own.
 */
export async function dealOut({ db }: Installation, intervalSeconds: number): Promise<void> {
  await db.execute(
    'UPDATE ledger_mirror.organizations SET next_run_at = clock_timestamp() + make_interval(secs => $1 * random())',
    [intervalSeconds],
  );
}
