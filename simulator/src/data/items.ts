import { type Company } from '../company/company.ts';
import { entityNamed } from '../entities/entities.ts';
import { createRecord } from '../operations/operations.ts';
import { type JsonObject, rawNumber } from '../values/json.ts';
import { pacificDate } from '../values/pacific-time.ts';
import { type StoredRecord } from '../company/record.ts';
import { type Blueprint } from './blueprint.ts';
import { accountNamed } from './scene.ts';

const cost = (price: string): string => (Number(price) * 0.6).toFixed(2);

function draftOf(company: Company, blueprint: Blueprint, number: number, date: string): JsonObject {
  const { services, products, stocked } = blueprint;
  const all = [...services, ...products];
  const [stem, description, price] = all[(number - 1) % all.length] ?? ['Item', '', '1'];
  const product = products.find(([name]) => name === stem);
  const isFirst = number <= all.length;
  const isStocked = stocked.includes(stem);
  const income = accountNamed(company, product === undefined ? 'Services' : 'Sales of Product Income');
  return {
    Name: isFirst ? stem : `${stem} ${number}`,
    Description: description,
    UnitPrice: rawNumber(price),
    Type: isStocked ? 'Inventory' : product === undefined ? 'Service' : 'NonInventory',
    Taxable: product !== undefined,
    IncomeAccountRef: { value: income },
    ...(product === undefined ? {} : { Sku: isFirst ? product[3] : `${product[3]}-${number}` }),
    ...(product === undefined
      ? {}
      : {
          PurchaseDesc: description,
          PurchaseCost: rawNumber(cost(price)),
          ExpenseAccountRef: { value: accountNamed(company, 'Cost of Goods Sold') },
        }),
    ...(isStocked
      ? {
          AssetAccountRef: { value: accountNamed(company, 'Inventory Asset') },
          InvStartDate: date,
          QtyOnHand: rawNumber(number % 3 === 0 ? '25' : '0'),
        }
      : {}),
  };
}

/** Makes the things a company sells: services, products, stock, a category above some and a bundle of others. */
export function createItems(
  company: Company,
  blueprint: Blueprint,
  count: number,
  atSeconds: number,
): StoredRecord[] {
  const date = pacificDate(atSeconds);
  const create = (draft: JsonObject, after: number): StoredRecord =>
    createRecord(company, entityNamed('Item'), draft, { atSeconds: atSeconds + after });
  const items: StoredRecord[] = [];
  for (let number = 1; number <= count; number += 1)
    items.push(create(draftOf(company, blueprint, number, date), 60 + number));
  const category = create({ Name: 'Seasonal', Type: 'Category' }, 70 + count);
  const [service] = blueprint.services;
  if (service !== undefined) {
    const below = {
      ...draftOf(company, blueprint, 1, date),
      Name: 'Winter Special',
      ParentRef: { value: category.id },
    };
    items.push(create({ ...below, SubItem: true }, 71 + count));
  }
  const [bundle, parts] = blueprint.bundle;
  const inside = parts.flatMap((name): JsonObject[] => {
    const id = company.table('Item').idOfName(name);
    return id === undefined ? [] : [{ ItemRef: { value: id }, Qty: rawNumber('1') }];
  });
  if (inside.length > 0)
    create(
      { Name: bundle, Description: bundle, Type: 'Group', ItemGroupDetail: { ItemGroupLine: inside } },
      72 + count,
    );
  return items;
}
