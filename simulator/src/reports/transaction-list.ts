import { entities } from '../entities/entities.ts';
import { type StoredRecord } from '../company/record.ts';
import { byDate, dateOf, personOf, typeOf } from './posted.ts';
import { type Report, type Row, report } from './shape.ts';
import { type ReportContext } from './statements.ts';
import { columnsFor, wholeOf } from './transaction-columns.ts';

const USUAL =
  'tx_date txn_type doc_num is_no_post name memo account_name other_account subt_nat_amount'.split(' ');
const LISTED = entities.filter(
  ({ name, txnType }) => txnType !== undefined || name === 'Estimate' || name === 'PurchaseOrder',
);

/** `Sales Receipt` and `SalesReceipt` name the same type. */
const folded = (type: string): string => type.replace(/[^a-z]/gi, '').toLowerCase();

function isListed({ parameters }: ReportContext, record: StoredRecord): boolean {
  const { start, end, modified, created, customers, vendors, transactionTypes } = parameters;
  const date = dateOf(record);
  if (date < start || date > end) return false;
  if (record.updatedAt < modified[0] || record.updatedAt >= modified[1]) return false;
  if (record.createdAt < created[0] || record.createdAt >= created[1]) return false;
  if (transactionTypes !== undefined) {
    const types = [record.entity.name, typeOf(record)].map(folded);
    if (![...transactionTypes].some((type) => types.includes(folded(type)))) return false;
  }
  if (customers === undefined && vendors === undefined) return true;
  const person = personOf(record);
  return (
    person !== undefined && (person.entity === 'Customer' ? customers : vendors)?.has(person.id) === true
  );
}

/** One row a transaction, by date; voided ones stay, with an amount of nothing. */
export function transactionList(context: ReportContext): Report {
  const { company, parameters, nowSeconds } = context;
  const columns = columnsFor(parameters.columns, USUAL);
  const records = LISTED.flatMap(({ name }) =>
    [...company.table(name).records()].filter((record) => isListed(context, record)),
  );
  const rows = records.sort(byDate).map((record): Row => {
    const date = dateOf(record);
    const entry = wholeOf(record);
    const account = company.find('Account', entry.account);
    return { ColData: columns.cells({ company, record, date, entry, account, running: 0 }), type: 'Data' };
  });
  const { start, end, dateMacro } = parameters;
  const header = { DateMacro: dateMacro, StartPeriod: start, EndPeriod: end };
  const currency = company.profile.currency.value;
  return report(
    'TransactionList',
    { nowSeconds, currency, header, isEmpty: rows.length === 0 },
    columns.head,
    rows,
  );
}
