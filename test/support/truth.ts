import type { RealmId } from '../../src/base/realm-id.ts';
import type { Database } from '../../src/postgres/database.ts';

const tables: Readonly<Record<string, string>> = {
  CompanyInfo: 'company_info',
  Account: 'accounts',
  Customer: 'customers',
  Item: 'items',
  Invoice: 'invoices',
};

/** The records the simulator holds of an entity, inactive ones too. */
export async function loadTruth(
  url: string,
  realmId: RealmId,
  entity: string,
): Promise<Record<string, unknown>[]> {
  const answer = await fetch(`${url}/simulator/companies/${realmId}/state/${entity}`);
  if (!answer.ok) throw new Error(`The simulator gave no state of ${entity}: ${answer.status}`);
  return ((await answer.json()) as { records: Record<string, unknown>[] }).records;
}

/** Compares what the simulator holds with what is stored, record by record; knows nothing of how it got there. */
export async function findDifferences(
  db: Database,
  simulatorUrl: string,
  realmId: RealmId,
): Promise<string[]> {
  const differences: string[] = [];
  for (const [entity, table] of Object.entries(tables)) {
    const stored = await db.query<{ id: string; raw: Record<string, unknown> }>(
      `SELECT id, raw FROM quickbooks.${table} WHERE realm_id = $1 AND deleted_at IS NULL`,
      [realmId],
    );
    const byId = new Map(stored.map((row) => [row.id, row.raw]));
    const truth = await loadTruth(simulatorUrl, realmId, entity);
    for (const record of truth) {
      const id = String(record['Id']);
      const copy = byId.get(id);
      byId.delete(id);
      if (copy === undefined) differences.push(`${entity} ${id} is missing`);
      else if (canonical(copy) !== canonical(record)) differences.push(`${entity} ${id} differs`);
    }
    for (const id of byId.keys()) differences.push(`${entity} ${id} should not be there`);
  }
  return differences;
}

/** JSON with sorted keys: jsonb does not keep their order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}
