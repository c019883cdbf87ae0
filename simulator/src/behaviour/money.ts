import { faults } from '../base/fault.ts';
import { journalName } from '../books/posting-money.ts';
import { amount, decimal, isDecimal, toCents } from '../values/decimal.ts';
import { type JsonObject, objectAt, objectsAt, rawNumber, refAt, textAt } from '../values/json.ts';
import { type Behaviour, type Link } from './behaviour.ts';
import { dateAndCurrency, setTotal } from './header.ts';
import { LineIds, lineHead } from './lines.ts';
import { voidNote } from './void-note.ts';

function depositLine(line: JsonObject, ids: LineIds, number: number): JsonObject {
  // A line that takes a payment from the undeposited funds is nothing but the link (facts#line-identity).
  if (objectsAt(line, 'LinkedTxn').length > 0) {
    const links = objectsAt(line, 'LinkedTxn').map((link): JsonObject => ({
      ...link,
      TxnLineId: textAt(link, 'TxnLineId') ?? '0',
    }));
    return { Amount: amount(toCents(line['Amount'])), LinkedTxn: links };
  }
  if (!isDecimal(line['Amount'])) throw faults.missing('Line.Amount');
  const detail = objectAt(line, 'DepositLineDetail');
  if (refAt(detail, 'AccountRef') === undefined) throw faults.missing('Line.AccountRef');
  return {
    ...lineHead(line, ids.of(line), number),
    Amount: amount(toCents(line['Amount'])),
    DetailType: 'DepositLineDetail',
    DepositLineDetail: detail,
  };
}

const DEPOSITED = new Set(['Payment', 'SalesReceipt']);

const deposit: Behaviour = {
  prepare(draft, context) {
    const { company, before } = context;
    const accountId = refAt(draft, 'DepositToAccountRef');
    if (accountId === undefined) throw faults.missing('DepositToAccountRef');
    const given = objectsAt(draft, 'Line');
    if (given.length === 0) throw faults.missing('Line');
    const ids = new LineIds(given, before);
    let own = 0;
    draft['Line'] = given.map((line) => depositLine(line, ids, (own += 1)));
    for (const { entity, id } of deposit.links?.(draft) ?? []) {
      const target = DEPOSITED.has(entity) ? company.find(entity, id)?.body : undefined;
      if (target === undefined) throw faults.invalidReference('LinkedTxn', id);
      const isTaken = objectsAt(target, 'LinkedTxn').some(
        (link) => textAt(link, 'TxnType') === 'Deposit' && textAt(link, 'TxnId') !== context.id,
      );
      if (isTaken || refAt(target, 'DepositToAccountRef') !== company.accountOf('UndepositedFunds'))
        throw faults.business('The transaction has already been deposited.');
    }
    const account = company.find('Account', accountId)?.body;
    dateAndCurrency(draft, context, account);
    const sum = objectsAt(draft, 'Line').reduce((cents, line) => cents + toCents(line['Amount']), 0);
    const cashBack = objectAt(draft, 'CashBack');
    if (draft['CashBack'] !== undefined)
      draft['CashBack'] = { ...cashBack, Amount: amount(toCents(cashBack['Amount'])) };
    setTotal(draft, company, sum - toCents(cashBack['Amount']));
    return draft;
  },
  links: (body): Link[] =>
    objectsAt(body, 'Line').flatMap((line) =>
      objectsAt(line, 'LinkedTxn').flatMap((link) => {
        const [entity, id] = [textAt(link, 'TxnType'), textAt(link, 'TxnId')];
        return entity === undefined || id === undefined ? [] : [{ entity, id, shownAs: 'Deposit' }];
      }),
    ),
};

const PAYABLES = new Set(['Accounts Receivable', 'Accounts Payable']);

const journalEntry: Behaviour = {
  prepare(draft, context) {
    const { company, before } = context;
    const given = objectsAt(draft, 'Line');
    // Ids of journal lines start at 0 and the lines are not numbered (facts#line-identity).
    const ids = new LineIds(given, before, 0);
    let difference = 0;
    draft['Line'] = given.map((line): JsonObject => {
      if (textAt(line, 'DetailType') === 'DescriptionOnly') return { ...line, Id: ids.of(line) };
      const detail = objectAt(line, 'JournalEntryLineDetail');
      const type = textAt(detail, 'PostingType');
      const account = company.find('Account', refAt(detail, 'AccountRef') ?? '')?.body;
      if (account === undefined || (type !== 'Debit' && type !== 'Credit'))
        throw faults.missing('Line.JournalEntryLineDetail');
      if (PAYABLES.has(textAt(account, 'AccountType') ?? '') && journalName(detail) === undefined)
        throw faults.business(
          'When you use receivables or payables, choose a customer or vendor in the Name field.',
        );
      const cents = toCents(line['Amount']);
      difference += type === 'Debit' ? cents : -cents;
      return {
        ...lineHead(line, ids.of(line), undefined),
        Amount: amount(cents),
        DetailType: 'JournalEntryLineDetail',
        JournalEntryLineDetail: detail,
      };
    });
    if (given.length === 0) throw faults.missing('Line');
    if (difference !== 0) throw faults.business('The total of the debits is not that of the credits.');
    draft['Adjustment'] ??= false;
    dateAndCurrency(draft, context);
    // Recorded: a journal entry says 0 here, whatever it moves (facts#journal-entry-total).
    draft['TotalAmt'] = rawNumber('0');
    draft['TxnTaxDetail'] ??= {};
    return draft;
  },
};

function moveOf(from: string, to: string, defaults: JsonObject = {}): Behaviour {
  return {
    prepare(draft, context) {
      for (const property of [from, to])
        if (refAt(draft, property) === undefined) throw faults.missing(property);
      if (refAt(draft, from) === refAt(draft, to))
        throw faults.business('The two accounts must be different.');
      if (!isDecimal(draft['Amount'])) throw faults.missing('Amount');
      draft['Amount'] = amount(toCents(draft['Amount']));
      dateAndCurrency(draft, context);
      for (const [property, value] of Object.entries(defaults)) draft[property] ??= value;
      return draft;
    },
    voided: (body) => ({ ...body, PrivateNote: voidNote(body), Amount: rawNumber('0') }),
  };
}

const inventoryAdjustment: Behaviour = {
  prepare(draft, context) {
    const { company, before } = context;
    if (refAt(draft, 'AdjustAccountRef') === undefined) throw faults.missing('AdjustAccountRef');
    const given = objectsAt(draft, 'Line');
    const ids = new LineIds(given, before);
    draft['Line'] = given.map((line): JsonObject => {
      const detail = objectAt(line, 'ItemAdjustmentLineDetail');
      const item = company.find('Item', refAt(detail, 'ItemRef') ?? '')?.body;
      if (item?.['TrackQtyOnHand'] !== true) throw faults.business('Only items in stock can be adjusted.');
      if (!isDecimal(detail['QtyDiff'])) throw faults.missing('QtyDiff');
      return {
        Id: ids.of(line),
        DetailType: 'ItemAdjustmentLineDetail',
        ItemAdjustmentLineDetail: { ...detail, QtyDiff: decimal(textAt(detail, 'QtyDiff') ?? '0') },
      };
    });
    if (given.length === 0) throw faults.missing('Line');
    draft['DocNumber'] ??= company.nextDocumentNumber();
    dateAndCurrency(draft, context);
    return draft;
  },
};

const timeActivity: Behaviour = {
  prepare(draft, context) {
    const nameOf =
      textAt(draft, 'NameOf') ?? (refAt(draft, 'VendorRef') === undefined ? 'Employee' : 'Vendor');
    if (refAt(draft, `${nameOf}Ref`) === undefined) throw faults.missing(`${nameOf}Ref`);
    draft['NameOf'] = nameOf;
    draft['BillableStatus'] ??= 'NotBillable';
    if (draft['BillableStatus'] !== 'NotBillable' && refAt(draft, 'CustomerRef') === undefined)
      throw faults.missing('CustomerRef');
    draft['Taxable'] ??= false;
    for (const property of ['Hours', 'Minutes', 'Seconds', 'HourlyRate', 'CostRate']) {
      draft[property] = decimal(textAt(draft, property) ?? '0');
    }
    dateAndCurrency(draft, context);
    return draft;
  },
  // No LinkedTxn here; only the status tells (facts#mirrored-links).
  linked: (body, isLinked) => ({ ...body, BillableStatus: isLinked ? 'HasBeenBilled' : 'Billable' }),
};

const reimburseCharge: Behaviour = {
  prepare(draft, context) {
    draft['HasBeenInvoiced'] ??= false;
    draft['Amount'] = amount(toCents(draft['Amount']));
    draft['LinkedTxn'] ??= [];
    dateAndCurrency(draft, context);
    return draft;
  },
  linked: (body, isLinked) => ({ ...body, HasBeenInvoiced: isLinked }),
};

/** Money that moves between accounts, stock and time. */
export const moneyForms: Readonly<Record<string, Behaviour>> = {
  Deposit: deposit,
  JournalEntry: journalEntry,
  Transfer: moveOf('FromAccountRef', 'ToAccountRef'),
  CreditCardPaymentTxn: moveOf('BankAccountRef', 'CreditCardAccountRef', { PrintStatus: 'NotSet' }),
  InventoryAdjustment: inventoryAdjustment,
  TimeActivity: timeActivity,
  ReimburseCharge: reimburseCharge,
  TaxPayment: { prepare: (draft) => draft },
};
