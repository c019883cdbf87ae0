import { documents } from '../entities/transactions.ts';
import { faults } from '../base/fault.ts';
import { type JsonObject, objectAt, textAt } from '../values/json.ts';
import { type Behaviour } from './behaviour.ts';
import { moneyForms } from './money.ts';
import { purchaseForms } from './purchases.ts';
import { salesForms } from './sales.ts';

const inner: Readonly<Record<string, Behaviour>> = { ...salesForms, ...purchaseForms, ...moneyForms };
const allowed = new Set(documents.map(({ name }) => name));

/** A template: completed like the transaction it makes, but it posts nothing and is linked to nothing. */
export const recurringTransaction: Behaviour = {
  prepare(draft, context) {
    const type = textAt(draft, 'Type') ?? '';
    const behaviour = allowed.has(type) ? inner[type] : undefined;
    if (behaviour === undefined) throw faults.missing('RecurringTransaction');
    const info = objectAt(draft, 'RecurringInfo');
    if (textAt(info, 'Name') === undefined) throw faults.missing('RecurringInfo.Name');
    const { RecurringInfo: _info, Type: _type, ...content } = draft;
    // The template has no number of its own; the transactions it makes get theirs.
    const prepared: JsonObject = behaviour.prepare(
      { ...content, DocNumber: '' },
      { ...context, entries: [] },
    );
    const { DocNumber: _number, LinkedTxn: _links, ...made } = prepared;
    return {
      ...made,
      Type: type,
      RecurringInfo: { ...info, RecurType: info['RecurType'] ?? 'Automated', Active: info['Active'] ?? true },
      RecurDataRef: { value: context.id, name: textAt(info, 'Name') ?? '' },
    };
  },
};
