import { isAppError, toAppError } from '../../base/errors.ts';
import { entityByName, linkedEntity } from '../../catalogue/index.ts';
import type { ReportAnswer } from '../../quickbooks/index.ts';
import { failureScope, type Slice } from '../company/index.ts';
import { halved, type Window } from './periods.ts';

/** A transaction as QuickBooks' list shows it. */
export type Listed = {
  /** The entity, or undefined where the type says nothing to us. */
  readonly entity: string | undefined;
  /** The type as it is printed. */
  readonly type: string;
  readonly id: string | undefined;
  /** Decimal text in the transaction's currency, and in the home currency; undefined where none is printed. */
  readonly amount: string | undefined;
  readonly homeAmount: string | undefined;
};

/** What the list calls a transaction, where it is neither an entity nor what links call one. (facts#report-type-names) */
const printedTypes: Readonly<Record<string, string>> = {
  CashExpense: 'Purchase',
  CreditCardExpense: 'Purchase',
  InventoryQtyAdjust: 'InventoryAdjustment',
  Refund: 'RefundReceipt',
  SalesTaxPayment: 'TaxPayment',
};

function entityOf(type: string): string | undefined {
  const word = type.replaceAll(/[^A-Za-z]/g, '');
  const name = printedTypes[word] ?? linkedEntity(word) ?? undefined;
  return name === undefined ? undefined : entityByName(name)?.name;
}

/** In companies with several currencies `subt_nat_amount` is in that of the transaction. (facts#transaction-list) */
const columns = ['tx_date', 'txn_type', 'subt_nat_amount', 'subt_nat_home_amount'];

/** A report with more cells ends early, with a sentence instead of the rest and without an error. (facts#report-cells) */
const mostCells = 400_000;
const cutSentence = 'Unable to display more data';

/** So often a period is halved because its report failed; a period that fails then is not the trouble. */
const mostFailures = 5;

/** What QuickBooks answers instead of a report that is too wide; also what it answers in trouble. */
const tooWide = [
  'QBO_ANSWER_TOO_LARGE',
  'QBO_SYSTEM_FAULT',
  'QBO_TIMEOUT',
  'QBO_UNAVAILABLE',
  'QBO_UNREADABLE_ANSWER',
] as const;

/**
 * The transactions dated in a period, by one call; by more where one report cannot hold them. Undefined where they
 * cannot be had: editions lack the report, and QuickBooks may be in trouble.
 * @param middleOf where half of a period's transactions are
 * @throws AppError what concerns the whole company
 */
export async function listTransactions(
  slice: Slice,
  window: Window,
  middleOf: (window: Window) => Promise<string | undefined>,
): Promise<readonly Listed[] | undefined> {
  const read = async (part: Window, failures: number): Promise<readonly Listed[] | undefined> => {
    let failed = failures;
    try {
      const parameters = { start_date: part.from, end_date: part.to, columns: columns.join(',') };
      const { realmId, client, signal } = slice;
      const report = await client.report(realmId, 'TransactionList', parameters, { signal });
      if (!isCut(report)) return rowsOf(report);
    } catch (thrown) {
      const error = toAppError(thrown);
      const mayBeTooWide = tooWide.some((code) => isAppError(error, code));
      if (slice.signal.aborted || (!mayBeTooWide && failureScope(error) === 'company')) throw error;
      slice.logger.info({ ...part, code: error.code }, 'a list of transactions cannot be had');
      failed += 1;
      if (!mayBeTooWide || failed > mostFailures) return undefined;
    }
    const halves = halved(part, await middleOf(part));
    const first = halves && (await read(halves[0], failed));
    const second = first && (await read(halves[1], failed));
    return second && [...first, ...second];
  };
  return read(window, 0);
}

function isCut({ rows, columns: { length } }: ReportAnswer): boolean {
  if ((rows.length + 1) * length > mostCells) return true;
  return rows.some(({ cells }) => cells.some(({ value }) => value.startsWith(cutSentence)));
}

function rowsOf(report: ReportAnswer): Listed[] {
  const at = (key: string): number => report.columns.indexOf(key);
  const [type, amount, home] = [at('txn_type'), at('subt_nat_amount'), at('subt_nat_home_amount')];
  return report.rows.flatMap(({ kind, cells }) => {
    const printed = cells[type];
    if (kind !== 'data' || printed === undefined) return [];
    return [
      {
        entity: entityOf(printed.value),
        type: printed.value,
        id: printed.id,
        amount: decimalOf(cells[amount]?.value),
        homeAmount: decimalOf(cells[home]?.value),
      },
    ];
  });
}

function decimalOf(text = ''): string | undefined {
  const plain = text.replaceAll(',', '');
  return /^-?\d*\.?\d+$/.test(plain) ? plain : undefined;
}
