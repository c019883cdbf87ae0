import type { RealmId } from '../../src/base/realm-id.ts';
import type { Queryable } from '../../src/postgres/database.ts';

/**
 * Lets QuickBooks, as far as the sync knows, offer only some entities to a company: the others are unavailable, and stay
 * so whatever is done to them. For tests that count calls or have no use for all forty. Call it before the company is
 * connected.
 */
export async function offerOnly(
  db: Queryable,
  realmId: RealmId,
  entities: readonly string[] | 'all',
): Promise<void> {
  const trigger = `offer_only_${realmId}`;
  await db.execute(`DROP TRIGGER IF EXISTS ${trigger} ON ledger_mirror.entity_states`);
  if (entities === 'all') return;
  const names = entities.map((name) => `'${name}'`).join(', ');
  await db.execute(
    `CREATE OR REPLACE FUNCTION ledger_mirror.offer_only() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       NEW.status := 'unavailable'; NEW.position := NULL; NEW.cursor_at := NULL; NEW.joined := false;
       NEW.error_code := 'QBO_FEATURE_UNAVAILABLE'; NEW.error := 'Not offered in this test.';
       NEW.retry_at := '2999-01-01';
       RETURN NEW;
     END $$`,
  );
  await db.execute(
    `CREATE TRIGGER ${trigger} BEFORE INSERT OR UPDATE ON ledger_mirror.entity_states
     FOR EACH ROW WHEN (NEW.realm_id = '${realmId}' AND NEW.entity NOT IN (${names}))
     EXECUTE FUNCTION ledger_mirror.offer_only()`,
  );
}
