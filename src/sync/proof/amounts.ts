import type { ReportAnswer, ReportParameters } from '../../quickbooks/index.ts';
import { type EntityState, type Slice, smallTrouble } from '../company/index.ts';
import { type Figures, readForeignBalances } from './foreign-balances.ts';
import { lastDay } from './periods.ts';
import { type Compared, type Measure, type ReconciliationReason, wasOpen } from './reconciliations.ts';
import { rereadFigures } from './reread-differing.ts';
import { askForTransactions, compareTransactions } from './transactions.ts';
import { storedTable } from '../../tables/stored.ts';

/** A report, and the same figures out of the copy. */
type AmountProof = {
  readonly measure: Measure;
  /** What its rows are about. */
  readonly entity: string;
  /** Entities the figures are made of; all of them have to be copied. */
  readonly needs: readonly string[];
  readonly report: string;
  readonly parameters: ReportParameters;
  readonly amountOf: (cells: readonly string[]) => string;
  /** `id` and `amount`, in the home currency but for the ids of $5; $1 is the company. */
  readonly actual: string;
  /** Amounts posted without a document that stays open, by `id`: what may explain a difference. */
  readonly postings: string | undefined;
};

const home = (amount: string): string => `round(${amount} * coalesce(exchange_rate, 1), 2)`;
const of = (table: string): string => `FROM ${storedTable(table)} WHERE realm_id = $1 AND deleted_at IS NULL`;

const postingsTo = (accountType: string, person: string): string =>
  `SELECT line.entity_id AS id, sum(abs(line.amount) * coalesce(entry.exchange_rate, 1)) AS amount
   FROM quickbooks.journal_entry_lines AS line
   JOIN quickbooks.journal_entries AS entry ON entry.realm_id = line.realm_id AND entry.id = line.journal_entry_id
   JOIN ${storedTable('accounts')} AS account ON account.realm_id = line.realm_id AND account.id = line.account_id
   WHERE line.realm_id = $1 AND entry.deleted_at IS NULL AND account.account_type = '${accountType}'
     AND line.entity_type = '${person}'
   GROUP BY 1`;

const last = (cells: readonly string[]): string => cells.at(-1) ?? '';

/** The ageing reports carry the person in the first cell (facts#ageing-report), the trial balance debit and credit. */
const amountProofs: readonly AmountProof[] = [
  {
    measure: 'receivables',
    entity: 'Customer',
    needs: ['Account', 'Customer', 'Invoice', 'CreditMemo', 'Payment', 'JournalEntry'],
    report: 'AgedReceivables',
    parameters: { report_date: lastDay },
    amountOf: last,
    actual: `SELECT customer_id AS id, coalesce(home_balance, ${home('balance')}) AS amount ${of('invoices')}
      UNION ALL SELECT customer_id, -coalesce(home_balance, ${home('coalesce(remaining_credit, balance)')}) ${of('credit_memos')}
      UNION ALL SELECT customer_id, -${home('unapplied_amt')} ${of('payments')}`,
    postings: postingsTo('Accounts Receivable', 'Customer'),
  },
  {
    measure: 'payables',
    entity: 'Vendor',
    needs: ['Account', 'Vendor', 'Bill', 'VendorCredit', 'JournalEntry'],
    report: 'AgedPayables',
    parameters: { report_date: lastDay },
    amountOf: last,
    actual: `SELECT vendor_id AS id, coalesce(home_balance, ${home('balance')}) AS amount ${of('bills')}
      UNION ALL SELECT vendor_id, -${home('balance')} ${of('vendor_credits')}`,
    postings: postingsTo('Accounts Payable', 'Vendor'),
  },
  {
    measure: 'balance',
    entity: 'Account',
    needs: ['Account'],
    report: 'TrialBalance',
    parameters: { end_date: lastDay, accounting_method: 'Accrual' },
    amountOf: ([, debit = '', credit = '']) => (debit === '' ? `-${credit === '' ? '0' : credit}` : debit),
    // Profits of earlier years are no postings (facts#trial-balance). An account in another currency shows its balance in
    // that (facts#account-balance), and is here where the ledger tells it (`foreign-balances.ts`): $5.
    actual: `SELECT account.id, account.current_balance AS amount
      FROM ${storedTable('accounts')} AS account JOIN ledger_mirror.organizations AS company USING (realm_id)
      WHERE realm_id = $1 AND deleted_at IS NULL AND classification IN ('Asset', 'Liability', 'Equity')
        AND account_sub_type IS DISTINCT FROM 'RetainedEarnings'
        AND (coalesce(currency_id, company.home_currency, '') = coalesce(company.home_currency, currency_id, '')
             OR account.id = ANY ($5::text[]))`,
    postings: undefined,
  },
];

/** The comparisons that were made, and whether the books changed while they were. */
export type AmountsFound = {
  readonly compared: readonly Compared[];
  readonly moved: boolean;
  /** From where older transactions are compared the next time; undefined where none were this time. */
  readonly listedBackTo: { readonly date: string | undefined } | undefined;
};

/**
 * Compares what is open, the balances of accounts and single transactions with QuickBooks' reports. Only where every
 * entity concerned is copied and counts as many records as QuickBooks; and only if nothing changed between the look
 * before and now.
 */
export async function proveAmounts(
  slice: Slice,
  states: readonly EntityState[],
  differing: ReadonlySet<string>,
): Promise<AmountsFound> {
  const fit = new Set(states.flatMap(({ entity }) => (differing.has(entity) ? [] : [entity])));
  const proofs = amountProofs.filter(({ needs }) => needs.every((entity) => fit.has(entity)));
  const reports: { proof: AmountProof; figures: Figures; foreign: Figures }[] = [];
  for (const proof of proofs) {
    const report = await reportOrSkip(slice, proof);
    if (report === undefined) continue;
    const figures = figuresOf(proof, report);
    const foreign = proof.measure === 'balance' ? await readForeignBalances(slice, figures) : none;
    reports.push({ proof, figures, foreign });
  }
  const transactions = await askForTransactions(slice, states, differing);
  const nothing = { compared: [], listedBackTo: undefined };
  if (reports.length === 0 && transactions === undefined) return { ...nothing, moved: false };
  if (await hasMoved(slice, states)) {
    slice.logger.info('the books changed while they were compared; their amounts are compared later');
    return { ...nothing, moved: true };
  }
  const compared: Compared[] = [];
  for (const one of reports) compared.push(...(await compare(slice, one)));
  if (transactions === undefined) return { ...nothing, compared, moved: false };
  compared.push(...(await compareTransactions(slice, transactions)));
  return { compared, moved: false, listedBackTo: { date: transactions.next } };
}

/** Editions lack some reports, and wide ones time out: what cannot be had cannot be compared. */
async function reportOrSkip(
  slice: Slice,
  { report, parameters }: AmountProof,
): Promise<ReportAnswer | undefined> {
  try {
    return await slice.client.report(slice.realmId, report, parameters, { signal: slice.signal });
  } catch (thrown) {
    const error = smallTrouble(slice, thrown);
    slice.logger.info({ report, code: error.code }, 'a report cannot be had');
    return undefined;
  }
}

/** Whether anything was stamped after the look of this run. */
async function hasMoved(slice: Slice, states: readonly EntityState[]): Promise<boolean> {
  const joined = states.filter((state) => state.joined);
  const cursorAt = joined[0]?.cursorAt;
  if (cursorAt === undefined) return true;
  const names = joined.map(({ entity }) => entity);
  try {
    const { groups } = await slice.client.changes(slice.realmId, names, cursorAt, { signal: slice.signal });
    return groups.some(({ records }) =>
      records.some(({ updatedAt }) => updatedAt === undefined || updatedAt > cursorAt),
    );
  } catch (thrown) {
    smallTrouble(slice, thrown);
    // The next look finds out whom the refusal concerns; until then nobody knows.
    return true;
  }
}

type Row = {
  readonly id: string | null;
  readonly expected: string;
  readonly actual: string;
  readonly explained: boolean;
  readonly searched: boolean;
};

const none: Figures = new Map();

function figuresOf({ amountOf }: AmountProof, { rows }: ReportAnswer): Figures {
  const figures = new Map<string, string>();
  for (const { kind, cells } of rows) {
    const id = cells[0]?.id;
    const amount = amountOf(cells.map(({ value }) => value.replaceAll(',', '')));
    // A header carries its own amount or none; then a row of its own follows.
    if (kind !== 'summary' && id !== undefined && /^-?\d/.test(amount)) figures.set(id, amount);
  }
  return figures;
}

async function compare(
  slice: Slice,
  { proof, figures, foreign }: { proof: AmountProof; figures: Figures; foreign: Figures },
): Promise<Compared[]> {
  const expected = new Map([...figures, ...foreign]);
  const rows = await slice.db.query<Row>(comparison(proof), [
    slice.realmId,
    [...expected.keys()],
    [...expected.values()],
    proof.measure,
    [...foreign.keys()],
  ]);
  const differing = rows.filter((row): row is Row & { id: string } => row.id !== null);
  const compared = rows.map((row): Compared => ({
    entity: proof.entity,
    measure: proof.measure,
    recordId: row.id ?? undefined,
    expected: row.expected,
    actual: row.actual,
    reason: row.id === null ? reasonOfSum(differing) : reasonOf(row),
  }));
  const ids = differing.filter(({ explained }) => !explained).map(({ id }) => id);
  if (ids.length > 0) await rereadFigures(slice, proof.entity, ids);
  return compared;
}

function reasonOf({ explained, searched }: Row): ReconciliationReason {
  if (explained) return 'journal_entries';
  return searched ? 'unexplained' : 'searching';
}

/** The sum differs for the reason its parts do, the one first that can still be helped. */
function reasonOfSum(differing: readonly Row[]): ReconciliationReason | undefined {
  const reasons = new Set(differing.map(reasonOf));
  return (['searching', 'unexplained', 'journal_entries'] as const).find((reason) => reasons.has(reason));
}

/**
 * The sum of all (a row without id), and each figure that differs. Balances of liabilities are compared without their
 * sign, which QuickBooks does not give all of them. $1 the company, $2 ids and $3 amounts of the report, $4 the measure, $5
 * ids whose amounts are in another currency and in no sum.
 */
function comparison({ actual, postings, measure }: AmountProof): string {
  const sign = measure === 'balance' ? 'abs' : '';
  return `WITH expected AS (
    SELECT id, amount FROM unnest($2::text[], $3::numeric[]) AS theirs (id, amount)
  ), actual AS (
    SELECT id, round(sum(amount), 2) AS amount FROM (${actual}) AS ours WHERE id IS NOT NULL GROUP BY id
  ), postings AS (
    ${postings ?? 'SELECT NULL::text AS id, 0::numeric AS amount'}
  ), compared AS (
    SELECT coalesce(expected.id, actual.id) AS id, ${sign}(coalesce(expected.amount, 0)) AS expected,
           ${sign}(coalesce(actual.amount, 0)) AS actual, coalesce(postings.amount, 0) AS posted
    FROM actual ${measure === 'balance' ? 'LEFT' : 'FULL'} JOIN expected USING (id)
    LEFT JOIN postings ON postings.id = coalesce(expected.id, actual.id)
  )
  SELECT NULL AS id, coalesce(sum(expected), 0)::text AS expected, coalesce(sum(actual), 0)::text AS actual,
         false AS explained, false AS searched
  FROM compared WHERE id <> ALL ($5::text[])
  UNION ALL
  SELECT id, expected::text, actual::text, posted > 0 AND abs(actual - expected) <= posted,
         ${wasOpen('made.measure = $4 AND made.record_id = compared.id')}
  FROM compared WHERE expected <> actual`;
}
