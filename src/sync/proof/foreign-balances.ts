import type { ReportAnswer } from '../../quickbooks/index.ts';
import { storedTable } from '../../tables/stored.ts';
import { type Slice, smallTrouble } from '../company/index.ts';
import { firstDay, lastDay } from './periods.ts';

/** Balances by account, as decimal text. */
export type Figures = ReadonlyMap<string, string>;

/** In the home currency under either name: the first where QuickBooks has several currencies. */
const homeColumns = ['subt_nat_home_amount', 'subt_nat_amount'];
const foreignColumn = 'nat_foreign_amount';

/**
 * What QuickBooks has on accounts in another currency, in that currency: the sum of their rows in the general ledger.
 * Reports of balances have such accounts in the home currency only, at rates that no record tells. The ledger is
 * believed where the home amounts of the same rows add up to the trial balance: a list that was cut, or a column that
 * means something else, proves nothing and raises no alarm. (facts#ledger-foreign, facts#ledger-account)
 * @param trialBalance  figures in the home currency
 * @returns nothing of accounts without rows, or whose rows do not add up; no call is made where there is no such account
 */
export async function readForeignBalances(slice: Slice, trialBalance: Figures): Promise<Figures> {
  const ids = await foreignAccounts(slice);
  if (ids.length === 0) return new Map();
  const ledger = await ledgerOf(slice, ids);
  if (ledger === undefined) return new Map();
  const { accounts, home, foreign } = amountsOf(ledger);
  const rows = await slice.db.query<{ id: string; amount: string; addsUp: boolean }>(
    `SELECT account AS id, coalesce(sum(posted), 0)::text AS amount,
            count(posted.id) > 0 AND abs(sum(home)) = abs(max(balance)) AS adds_up
     FROM unnest($1::text[], $2::numeric[]) AS accounts (account, balance)
     LEFT JOIN unnest($3::text[], $4::numeric[], $5::numeric[]) AS posted (id, home, posted) ON posted.id = account
     GROUP BY account`,
    [ids, ids.map((id) => trialBalance.get(id) ?? '0'), accounts, home, foreign],
  );
  const doubtful = rows.filter(({ addsUp }) => !addsUp).map(({ id }) => id);
  if (doubtful.length > 0)
    slice.logger.info(
      { accounts: doubtful },
      'the general ledger of accounts in another currency does not add up to the trial balance; they are not compared',
    );
  return new Map(rows.flatMap(({ id, amount, addsUp }) => (addsUp ? [[id, amount] as const] : [])));
}

async function foreignAccounts({ db, realmId }: Slice): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `SELECT account.id FROM ${storedTable('accounts')} AS account
     JOIN ledger_mirror.organizations AS company USING (realm_id)
     WHERE realm_id = $1 AND deleted_at IS NULL AND classification IN ('Asset', 'Liability', 'Equity')
       AND currency_id <> company.home_currency
     ORDER BY account.id`,
    [realmId],
  );
  return rows.map(({ id }) => id);
}

/** Undefined where QuickBooks does not give it; then nothing is compared. */
async function ledgerOf(slice: Slice, ids: readonly string[]): Promise<ReportAnswer | undefined> {
  const parameters = {
    account: ids.join(','),
    start_date: firstDay,
    end_date: lastDay,
    accounting_method: 'Accrual',
    columns: ['account_name', ...homeColumns, foreignColumn].join(','),
  };
  try {
    return await slice.client.report(slice.realmId, 'GeneralLedger', parameters, { signal: slice.signal });
  } catch (thrown) {
    const error = smallTrouble(slice, thrown);
    slice.logger.info({ report: 'GeneralLedger', code: error.code }, 'a report cannot be had');
    return undefined;
  }
}

/** One entry a row, in three lists; nothing where a column is missing. */
function amountsOf({ columns, rows }: ReportAnswer): Record<'accounts' | 'home' | 'foreign', string[]> {
  const accountAt = columns.indexOf('account_name');
  const homeAt = homeColumns.map((name) => columns.indexOf(name)).find((at) => at >= 0) ?? -1;
  const foreignAt = columns.indexOf(foreignColumn);
  const found: Record<'accounts' | 'home' | 'foreign', string[]> = { accounts: [], home: [], foreign: [] };
  for (const { kind, cells } of rows) {
    const id = cells[accountAt]?.id;
    const [home, foreign] = [homeAt, foreignAt].map((at) => cells[at]?.value.replaceAll(',', ''));
    // A few cents may be nothing at home, which is an empty cell. (facts#report-nothing)
    const posted = home === '' ? '0' : home;
    // A beginning balance, where there is one, has no amount of its own; then the sums do not agree.
    if (kind !== 'data' || id === undefined || !isAmount(posted) || !isAmount(foreign)) continue;
    found.accounts.push(id);
    found.home.push(posted);
    found.foreign.push(foreign);
  }
  return found;
}

const isAmount = (text: string | undefined): text is string =>
  text !== undefined && /^-?\d*\.?\d+$/.test(text);
