import { account } from './account.ts';
import { type Behaviour } from './behaviour.ts';
import { item } from './item.ts';
import { moneyForms } from './money.ts';
import { billPayment, payment } from './payments.ts';
import { people } from './people.ts';
import { purchaseForms } from './purchases.ts';
import { recurringTransaction } from './recurring.ts';
import { salesForms } from './sales.ts';
import { smallLists } from './small-lists.ts';

const behaviours: Readonly<Record<string, Behaviour>> = {
  Account: account,
  Item: item,
  Payment: payment,
  BillPayment: billPayment,
  RecurringTransaction: recurringTransaction,
  ...people,
  ...smallLists,
  ...salesForms,
  ...purchaseForms,
  ...moneyForms,
};

/** @throws Error when an entity has no behaviour: a mistake in the simulator itself. */
export function behaviourOf(entityName: string): Behaviour {
  const behaviour = behaviours[entityName];
  if (behaviour === undefined) throw new Error(`The simulator has no behaviour for ${entityName}.`);
  return behaviour;
}
