import { account } from './entities/account.ts';
import { companyInfo } from './entities/company-info.ts';
import { customer } from './entities/customer.ts';
import { invoice } from './entities/invoice.ts';
import { item } from './entities/item.ts';
import type { EntityDefinition, RecordOf } from './entity.ts';

const byName = {
  CompanyInfo: companyInfo,
  Account: account,
  Customer: customer,
  Item: item,
  Invoice: invoice,
};

type EntityName = keyof typeof byName;

/** The TypeScript type of each entity's record, by QuickBooks' name. */
export type Records = { readonly [Name in EntityName]: RecordOf<(typeof byName)[Name]> };

/** Every entity of the mirror, parents before children. */
export const entities: readonly EntityDefinition[] = Object.values(byName).toSorted(
  (a, b) => a.loadOrder - b.loadOrder || a.name.localeCompare(b.name),
);

/** By QuickBooks' name, without regard to case (events and queries spell it both ways). */
export function entityByName(name: string): EntityDefinition | undefined {
  return entities.find((entity) => entity.name.toLowerCase() === name.toLowerCase());
}

export function entityByTable(table: string): EntityDefinition | undefined {
  return entities.find((entity) => entity.table === table);
}

export { columnsOf, lineColumnsOf, taxLineColumns, childTable, type Column } from './columns.ts';
export type { EntityDefinition } from './entity.ts';
export { linkedEntity, linkTypes } from './links.ts';
