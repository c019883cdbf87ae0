import type { EntityState, Slice } from '../company/index.ts';
import { type Window, windowsOf } from './periods.ts';
import { type Compared, isOpen, type ReconciliationReason, wasOpen } from './reconciliations.ts';
import { rereadTransactions } from './reread-differing.ts';
import { type Listed, listTransactions } from './transaction-list.ts';

/** The list shows every one of these. */
const posting =
  'Invoice SalesReceipt CreditMemo RefundReceipt Bill VendorCredit Purchase BillPayment Payment Deposit JournalEntry Transfer CreditCardPayment'.split(
    ' ',
  );
/** What is not posted may be printed with an amount of nothing. */
const notPosted = ['Estimate', 'PurchaseOrder'];
/** It shows these in some companies: then all of them. */
const shownBySome = [...notPosted, 'InventoryAdjustment', 'TaxPayment'];

/** So many differences of a period are named and read again at once; the next comparison finds the others. */
const mostNamed = 200;

/** What QuickBooks says of one day's periods. */
export type ListedPeriods = {
  readonly periods: readonly { readonly window: Window; readonly listed: readonly Listed[] }[];
  /** The entities that are compared. */
  readonly compared: readonly string[];
  /** Entities of which the counts differ: they are searched already. */
  readonly searched: ReadonlySet<string>;
  /** From where the next day goes on with older periods, once these agree or are raised. */
  readonly next: string | undefined;
};

/** Asks for the last six months and one older half year; undefined where no transactions are copied. */
export async function askForTransactions(
  slice: Slice,
  states: readonly EntityState[],
  searched: ReadonlySet<string>,
): Promise<ListedPeriods | undefined> {
  const copied = new Set(states.map(({ entity }) => entity));
  const compared = [...posting, ...shownBySome].filter((name) => copied.has(name) && !searched.has(name));
  if (compared.length === 0) return undefined;
  const [row] = await slice.db.query<{ oldest: string | null; back: string | null }>(
    `SELECT (SELECT min(txn_date)::text FROM quickbooks.transactions
             WHERE realm_id = $1 AND entity = ANY ($2::text[])) AS oldest, listed_back_to::text AS back
     FROM ledger_mirror.organizations WHERE realm_id = $1`,
    [slice.realmId, compared],
  );
  const today = slice.now.toISOString().slice(0, 10);
  const { recent, older, next } = windowsOf(today, row?.oldest ?? undefined, row?.back ?? undefined);
  const periods: { window: Window; listed: readonly Listed[] }[] = [];
  for (const window of older === undefined ? [recent] : [recent, older]) {
    const listed = await listTransactions(slice, window, (part) => middleOf(slice, compared, part));
    if (listed === undefined) slice.logger.warn({ ...window }, 'transactions of a period are not compared');
    else periods.push({ window, listed });
  }
  return { periods, compared, searched, next };
}

async function middleOf(
  slice: Slice,
  compared: readonly string[],
  { from, to }: Window,
): Promise<string | undefined> {
  const [row] = await slice.db.query<{ middle: string | null }>(
    `SELECT (percentile_disc(0.5) WITHIN GROUP (ORDER BY txn_date))::text AS middle FROM quickbooks.transactions
     WHERE realm_id = $1 AND entity = ANY ($2::text[]) AND txn_date BETWEEN $3 AND $4`,
    [slice.realmId, compared, from, to],
  );
  return row?.middle ?? undefined;
}

/** Compares each period with the copy, transaction by transaction, and reads again what differs. */
export async function compareTransactions(
  slice: Slice,
  { periods, compared, searched }: ListedPeriods,
): Promise<Compared[]> {
  const found: Compared[] = [];
  for (const { window, listed } of periods) {
    found.push(
      ...notCompared(window, listed, compared, searched),
      ...(await comparePeriod(slice, window, listed, compared)),
    );
  }
  const differing = found.filter(isOpen);
  for (const name of new Set(differing.map(({ entity }) => entity))) {
    const ids = differing.flatMap(({ entity, recordId }) => (entity === name && recordId) || []);
    if (ids.length > 0) await rereadTransactions(slice, name, [...new Set(ids)]);
  }
  return found;
}

/** What the report shows and nobody here can compare: types that are not copied or not known, rows without an id. */
function notCompared(
  window: Window,
  listed: readonly Listed[],
  compared: readonly string[],
  searched: ReadonlySet<string>,
): Compared[] {
  const counts = new Map<string, number>();
  for (const { entity, type, id } of listed) {
    if (entity !== undefined && (searched.has(entity) || (compared.includes(entity) && id !== undefined)))
      continue;
    const name = entity ?? (type === '' ? 'TransactionList' : type);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([entity, count]) => ({
    entity,
    measure: 'transactions',
    period: window,
    expected: String(count),
    actual: '0',
    reason: 'not_compared',
  }));
}

type Row = {
  readonly entity: string | null;
  readonly id: string | null;
  readonly measure: 'transactions' | 'amounts';
  readonly expected: string;
  readonly actual: string;
  readonly rejected: boolean;
  readonly raised: boolean;
};

async function comparePeriod(
  slice: Slice,
  window: Window,
  listed: readonly Listed[],
  compared: readonly string[],
): Promise<Compared[]> {
  const names = new Set(compared);
  const isKnown = ({ entity }: Listed): boolean => entity !== undefined && names.has(entity);
  const known = listed.filter(isKnown);
  const strange = listed.flatMap((one) => (isKnown(one) ? [] : (one.id ?? [])));
  const rows = await slice.db.query<Row>(comparison, [
    slice.realmId,
    window.from,
    window.to,
    compared,
    known.map(({ entity }) => entity),
    known.map(({ id }) => id ?? null),
    known.map(({ amount }) => amount ?? null),
    known.map(({ homeAmount }) => homeAmount ?? null),
    strange,
    posting,
    mostNamed,
    notPosted,
  ]);
  const named = rows.filter(({ id }) => id !== null);
  return rows.map((row) => ({
    entity: row.entity ?? 'TransactionList',
    measure: row.measure,
    recordId: row.id ?? undefined,
    period: window,
    expected: row.expected,
    actual: row.actual,
    reason:
      row.id === null ? reasonOfSum(named.filter(({ measure }) => measure === row.measure)) : reasonOf(row),
  }));
}

function reasonOf({ rejected, raised }: Row): ReconciliationReason {
  if (rejected) return 'rejected';
  return raised ? 'unexplained' : 'searching';
}

function reasonOfSum(named: readonly Row[]): ReconciliationReason | undefined {
  const reasons = new Set(named.map(reasonOf));
  return (['searching', 'unexplained', 'rejected'] as const).find((reason) => reasons.has(reason));
}

/**
 * Of one period, for $2 to $3: how many transactions there are and their sum without signs (rows without id), and each
 * that is missing here, too many here, or has another amount.
 *
 * Signs say on which side of an account a transaction stands, so amounts are compared without them. Where QuickBooks
 * prints the home currency that is what counts, to the cent it rounds; else either of the two amounts, since
 * nobody says which it prints. Of a journal entry it prints one of its sides: its debits, a line, or what it moves on an account.
 * $1 the company, $4 entities, $5 to $8 the report's rows, $9 ids it shows under types that are not compared,
 * $10 entities it always shows, $11 the most to name, $12 entities that are not posted.
 */
const comparison = `WITH theirs AS (
    SELECT DISTINCT ON (entity, id) entity, id, abs(amount) AS amount, abs(home_amount) AS home_amount
    FROM unnest($5::text[], $6::text[], $7::numeric[], $8::numeric[]) AS row (entity, id, amount, home_amount)
    WHERE id IS NOT NULL ORDER BY entity, id
  ), ours AS (
    SELECT entity, id, abs(total_amt) AS amount, abs(home_total_amt) AS home_amount, coalesce(exchange_rate, 1) AS rate
    FROM quickbooks.transactions
    WHERE realm_id = $1 AND entity = ANY ($4::text[]) AND txn_date BETWEEN $2::date AND $3::date
      AND id <> ALL ($9::text[])
      AND (entity = ANY ($10::text[]) OR entity IN (SELECT entity FROM theirs))
  ), joined AS (
    SELECT entity, id, theirs.id IS NOT NULL AS there, ours.id IS NOT NULL AS here,
           coalesce(theirs.home_amount, theirs.amount) AS expected,
           coalesce(CASE WHEN theirs.home_amount IS NULL AND ours.rate <> 1 AND abs(theirs.amount - ours.amount) < abs(theirs.amount - ours.home_amount)
                         THEN ours.amount END, ours.home_amount, ours.amount, 0) AS actual,
           ours.rate, CASE WHEN ours.rate = 1 THEN 0 ELSE 0.01 END AS cent
    FROM theirs FULL JOIN ours USING (entity, id)
  ), compared AS (
    SELECT *, NOT there OR NOT here OR expected IS NULL OR abs(expected - actual) <= cent
              OR (expected = 0 AND entity = ANY ($12::text[]))
              OR (entity = 'JournalEntry' AND EXISTS (${journalSides('joined.id', 'joined.expected')})) AS agrees
    FROM joined
  ), differing AS (
    SELECT entity, id, 'transactions' AS measure, there::int::numeric AS expected, here::int::numeric AS actual
    FROM compared WHERE there <> here
    UNION ALL
    SELECT entity, id, 'amounts', expected, actual FROM compared WHERE NOT agrees
  )
  SELECT NULL AS entity, NULL AS id, 'transactions' AS measure,
         count(*) FILTER (WHERE there)::text AS expected, count(*) FILTER (WHERE here)::text AS actual,
         false AS rejected, false AS raised
  FROM compared
  UNION ALL
  SELECT NULL, NULL, 'amounts', coalesce(sum(expected) FILTER (WHERE there AND here), 0)::text,
         coalesce(sum(CASE WHEN agrees THEN expected ELSE actual END) FILTER (WHERE there AND here), 0)::text, false, false
  FROM compared
  UNION ALL
  (SELECT entity, id, measure, expected::text, actual::text,
          measure = 'transactions' AND actual = 0 AND EXISTS (
            SELECT FROM ledger_mirror.rejected_records AS kept
            WHERE kept.realm_id = $1 AND kept.entity = differing.entity AND kept.record_id = differing.id),
          ${wasOpen('made.entity = differing.entity AND made.measure = differing.measure AND made.record_id = differing.id')}
   FROM differing ORDER BY entity, id LIMIT $11)`;

/** Sides of a journal entry that an amount may stand for: a line, or what it moves on an account. */
function journalSides(id: string, amount: string): string {
  return `SELECT FROM (
        SELECT abs(sum(CASE line.posting_type WHEN 'Credit' THEN -line.amount ELSE line.amount END)) AS side
        FROM quickbooks.journal_entry_lines AS line
        WHERE line.realm_id = $1 AND line.journal_entry_id = ${id}
        GROUP BY GROUPING SETS ((line.line_index), (line.account_id))) AS sides
      WHERE side = ${amount} OR abs(round(side * joined.rate, 2) - ${amount}) <= joined.cent`;
}
