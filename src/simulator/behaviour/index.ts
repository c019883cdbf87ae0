import { account } from './account.ts';
import { type Behaviour } from './behaviour.ts';
import { companyInfo } from './company-info.ts';
import { customer } from './customer.ts';
import { invoice } from './invoice.ts';
import { item } from './item.ts';
import { payment } from './payment.ts';

const behaviours: Readonly<Record<string, Behaviour>> = {
  Account: account,
  CompanyInfo: companyInfo,
  Customer: customer,
  Invoice: invoice,
  Item: item,
  Payment: payment,
};

/** @throws Error when an entity has no behaviour: a mistake in the simulator itself. */
export function behaviourOf(entityName: string): Behaviour {
  const behaviour = behaviours[entityName];
  if (behaviour === undefined) throw new Error(`The simulator has no behaviour for ${entityName}.`);
  return behaviour;
}
