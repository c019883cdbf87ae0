import { faults } from '../fault.ts';
import { amount, isDecimal, toCents } from '../store/decimal.ts';
import { type JsonObject, objectsAt, rawNumber, refAt, textAt } from '../store/json.ts';
import { pacificDate } from '../store/pacific-time.ts';
import { type Behaviour, type Settlement } from './behaviour.ts';
import { voidNote } from './void-note.ts';

function linkedIds(line: JsonObject): Settlement[] {
  const cents = toCents(line['Amount']);
  return objectsAt(line, 'LinkedTxn').flatMap((link) => {
    const id = textAt(link, 'TxnId');
    const entity = textAt(link, 'TxnType');
    return id === undefined || entity !== 'Invoice' ? [] : [{ entity, id, cents }];
  });
}

function settlementsOf(body: JsonObject): Settlement[] {
  return objectsAt(body, 'Line').flatMap(linkedIds);
}

function unapplied(body: JsonObject): number {
  return toCents(body['TotalAmt']) - settlementsOf(body).reduce((sum, { cents }) => sum + cents, 0);
}

export const payment: Behaviour = {
  prepare(draft, { company, before, atSeconds }) {
    const customerId = refAt(draft, 'CustomerRef');
    if (customerId === undefined) throw faults.missing('CustomerRef');
    if (!isDecimal(draft['TotalAmt'])) throw faults.missing('TotalAmt');
    draft['TotalAmt'] = amount(toCents(draft['TotalAmt']));
    draft['Line'] = objectsAt(draft, 'Line').map((line): JsonObject => ({
      Amount: amount(toCents(line['Amount'])),
      LinkedTxn: objectsAt(line, 'LinkedTxn'),
    }));
    const alreadyPaid = new Map<string, number>();
    for (const { id, cents } of before === undefined ? [] : settlementsOf(before)) {
      alreadyPaid.set(id, (alreadyPaid.get(id) ?? 0) + cents);
    }
    for (const { entity, id, cents } of settlementsOf(draft)) {
      const target = company.find(entity, id);
      if (target === undefined) throw faults.invalidReference('LinkedTxn', id);
      if (cents > toCents(target.body['Balance']) + (alreadyPaid.get(id) ?? 0)) {
        throw faults.business("You can't apply more to a transaction than its open balance.");
      }
    }
    if (unapplied(draft) < 0)
      throw faults.business('The amount applied is larger than the amount of the payment.');
    const undeposited = company.accountOf('UndepositedFunds');
    if (undeposited !== undefined) draft['DepositToAccountRef'] ??= { value: undeposited };
    draft['UnappliedAmt'] = amount(unapplied(draft));
    draft['ProcessPayment'] ??= false;
    draft['TxnDate'] ??= pacificDate(atSeconds);
    draft['CurrencyRef'] ??= { ...company.profile.currency };
    draft['LinkedTxn'] = before?.['LinkedTxn'] ?? [];
    return draft;
  },

  settlements: settlementsOf,

  contributions(body, company) {
    const total = toCents(body['TotalAmt']);
    const receivable = company.accountOf('AccountsReceivable');
    const deposit = refAt(body, 'DepositToAccountRef');
    const customerId = refAt(body, 'CustomerRef');
    return [
      ...(customerId === undefined
        ? []
        : [{ entity: 'Customer' as const, id: customerId, cents: -unapplied(body) }]),
      ...(receivable === undefined ? [] : [{ entity: 'Account' as const, id: receivable, cents: -total }]),
      ...(deposit === undefined ? [] : [{ entity: 'Account' as const, id: deposit, cents: total }]),
    ];
  },

  unlink(body, target) {
    const remaining = objectsAt(body, 'Line').filter(
      (line) => !linkedIds(line).some(({ entity, id }) => entity === target.entity && id === target.id),
    );
    const changed: JsonObject = { ...body, Line: remaining };
    changed['UnappliedAmt'] = amount(unapplied(changed));
    return changed;
  },

  voided(body) {
    const zero = rawNumber('0');
    return { ...body, PrivateNote: voidNote(body), Line: [], TotalAmt: zero, UnappliedAmt: zero };
  },
};
