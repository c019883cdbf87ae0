import { type Company } from '../company/company.ts';
import { type JsonObject, refAt } from '../values/json.ts';
import { type StoredRecord, columnReader } from '../company/record.ts';
import { entityNamed } from '../entities/entities.ts';
import { faults } from '../base/fault.ts';
import { type Blueprint } from './blueprint.ts';
import { type Random } from './random.ts';

/** What a made-up document is made from. */
export type Scene = {
  readonly company: Company;
  readonly blueprint: Blueprint;
  readonly random: Random;
  readonly atSeconds: number;
  /** The records of an entity to choose from, oldest first. */
  readonly rows: (entity: string) => readonly StoredRecord[];
};

const TRIES = 40;

/** An active record that fits, newer ones likelier when `lean` is set; undefined if a few tries find none. */
export function choose(
  scene: Scene,
  entity: string,
  fits: (record: StoredRecord) => boolean = () => true,
  lean = false,
): StoredRecord | undefined {
  const rows = scene.rows(entity);
  for (let attempt = 0; attempt < TRIES && rows.length > 0; attempt += 1) {
    const chance = scene.random.next();
    // The square root leans towards recent records, where real companies change most.
    const record = rows[Math.floor((lean ? Math.sqrt(chance) : chance) * rows.length)];
    if (record !== undefined && record.active && !record.removed && fits(record)) return record;
  }
  return undefined;
}

/** Whether the record is kept in the company's own currency. */
export function isHome(scene: Scene, record: StoredRecord): boolean {
  return refAt(record.body, 'CurrencyRef') === scene.company.profile.currency.value;
}

/** The currency of a customer or vendor. */
export function currencyOf(scene: Scene, record: StoredRecord): string {
  return refAt(record.body, 'CurrencyRef') ?? scene.company.profile.currency.value;
}

const readPath = columnReader(entityNamed('Account'), 'FullyQualifiedName');
const accountIds = new WeakMap<Company, Map<string, string>>();

/** What a change appends to a name. */
const newNames = / \(new name \d+\)/g;

/**
 * The id of the account with that path, as the chart of accounts names it, also where a change has renamed it since.
 * @throws Fault when somebody gave it another name: QuickBooks would not know it either
 */
export function accountNamed(company: Company, path: string): string {
  let known = accountIds.get(company);
  if (known === undefined) accountIds.set(company, (known = new Map()));
  let id = known.get(path);
  if (id !== undefined) return id;
  for (const record of company.table('Account').records()) {
    const current = readPath(record);
    if (typeof current === 'string' && current.replace(newNames, '') === path) id = record.id;
  }
  if (id === undefined) throw faults.notFound();
  known.set(path, id);
  return id;
}

/** A reference to an account, by its path. */
export function accountRef(scene: Scene, path: string): JsonObject {
  return { value: accountNamed(scene.company, path) };
}

/** The bank account money in that currency goes through. */
export function bankRef(scene: Scene, currency: string): JsonObject {
  const isOwn = currency === scene.company.profile.currency.value;
  return accountRef(scene, isOwn ? 'Checking' : `${currency} Chequing`);
}
