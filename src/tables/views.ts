import {
  childTable,
  columnsOf,
  entities,
  lineColumnsOf,
  neverExposed,
  taxLineColumns,
  type EntityDefinition,
} from '../catalogue/index.ts';
import { SCHEMA, storedTable } from './stored.ts';
import { quoted } from '../postgres/quoted.ts';
import { nameColumn, referencesTo, referringTables, type Referring } from './referring.ts';

/** A view people reach for first; its columns in order, each with what it means. */
export type ViewDefinition = {
  readonly name: string;
  readonly comment: string;
  readonly columns: readonly (readonly [name: string, comment: string])[];
  readonly query: string;
  /** Reads tables that whoever asks may not read; it has to look at who asks itself. */
  readonly withOwnersRights?: true;
};

const has = (entity: EntityDefinition, column: string): boolean =>
  columnsOf(entity).some((one) => one.name === column);

const realm = ['realm_id', 'QuickBooks company.'] as const;

/** An amount in the home currency, where QuickBooks does not say it: without multicurrency the amount itself. */
const atHome = (amount: string, rate: string): string =>
  `CASE WHEN coalesce(${rate}, 1) = 1 THEN ${amount} ELSE round(${amount} * ${rate}, 2) END`;

/** Today where the company is, one row a company; joined once a company, since a time zone takes a while to look up. */
const companyDates = `(
  SELECT realm_id, ${SCHEMA}.date_in(min(default_time_zone)) AS today FROM ${SCHEMA}.company_info
  WHERE deleted_at IS NULL GROUP BY realm_id
)`;

/** That of UTC while the company itself has not been read. */
const today = `coalesce(company.today, (SELECT ${SCHEMA}.date_in(NULL)))`;

/** Invoices or bills that are not settled: what is deleted or voided is not among them. */
function openView(name: string, table: string, party: 'customer' | 'vendor', what: string): ViewDefinition {
  const voided = table === 'invoices' ? ' AND NOT t.is_voided' : '';
  return {
    name,
    comment: `${what} that are not settled yet, without deleted and voided ones.`,
    columns: [
      realm,
      ['id', "QuickBooks' id."],
      ['doc_number', 'Number printed on the form.'],
      ['txn_date', 'Date of the transaction.'],
      ['due_date', 'Date the payment is due.'],
      ['days_overdue', 'Days since that date, in the time zone of the company; 0 while it is not past.'],
      [`${party}_id`, `Id of the ${party}.`],
      [`${party}_name`, `Name of the ${party}.`],
      ['currency', 'ISO code of the currency of the amounts; empty without multicurrency.'],
      ['total_amt', 'Total including tax.'],
      ['balance', 'Amount still open.'],
      ['home_balance', 'Amount still open, in the home currency.'],
      ['updated_at', 'When QuickBooks last changed it.'],
    ],
    query: `SELECT t.realm_id, t.id, t.doc_number, t.txn_date, t.due_date, greatest(${today} - t.due_date, 0) AS days_overdue,
       t.${party}_id, t.${party}_name, t.currency_id AS currency, t.total_amt, t.balance,
       coalesce(t.home_balance, ${atHome('t.balance', 't.exchange_rate')}) AS home_balance, t.updated_at
FROM ${SCHEMA}.${table} AS t
LEFT JOIN ${companyDates} AS company ON company.realm_id = t.realm_id
WHERE t.deleted_at IS NULL${voided} AND t.balance <> 0`,
  };
}

const customerBalances: ViewDefinition = {
  name: 'customer_balances',
  comment: 'What each customer owes: the balance as QuickBooks keeps it, and what it is made of.',
  columns: [
    realm,
    ['customer_id', 'Id of the customer or job.'],
    ['customer_name', 'Name with the names of its parents in front.'],
    ['active', 'False once it was made inactive.'],
    ['currency', 'ISO code of the currency of the amounts; empty without multicurrency.'],
    ['balance', 'Open balance of this customer alone, as QuickBooks keeps it.'],
    ['balance_with_jobs', 'Open balance including jobs and sub-customers.'],
    ['open_invoices', 'Number of invoices not settled.'],
    ['open_invoice_amount', 'What is open on them.'],
    ['overdue_amount', 'The part of it that is past its due date, in the time zone of the company.'],
    ['unused_credit', 'Credit memos not yet used.'],
    ['unapplied_payments', 'Payments not yet set against an invoice.'],
  ],
  query: `SELECT c.realm_id, c.id AS customer_id, coalesce(c.fully_qualified_name, c.display_name) AS customer_name, c.active,
       c.currency_id AS currency, c.balance, c.balance_with_jobs,
       coalesce(i.number, 0) AS open_invoices, coalesce(i.amount, 0) AS open_invoice_amount,
       coalesce(i.overdue, 0) AS overdue_amount, coalesce(m.amount, 0) AS unused_credit,
       coalesce(p.amount, 0) AS unapplied_payments
FROM ${SCHEMA}.customers AS c
LEFT JOIN ${companyDates} AS company ON company.realm_id = c.realm_id
LEFT JOIN LATERAL (
  SELECT count(*) AS number, sum(balance) AS amount, sum(balance) FILTER (WHERE due_date < ${today}) AS overdue
  FROM ${SCHEMA}.invoices
  WHERE realm_id = c.realm_id AND customer_id = c.id AND deleted_at IS NULL AND NOT is_voided AND balance <> 0
) AS i ON true
LEFT JOIN LATERAL (
  SELECT sum(coalesce(remaining_credit, balance)) AS amount FROM ${SCHEMA}.credit_memos
  WHERE realm_id = c.realm_id AND customer_id = c.id AND deleted_at IS NULL AND NOT is_voided
) AS m ON true
LEFT JOIN LATERAL (
  SELECT sum(unapplied_amt) AS amount FROM ${SCHEMA}.payments
  WHERE realm_id = c.realm_id AND customer_id = c.id AND deleted_at IS NULL AND NOT is_voided
) AS p ON true
WHERE c.deleted_at IS NULL`,
};

/** The first of the columns an entity has, or NULL of the type. */
const firstOf = (entity: EntityDefinition, names: readonly string[], type: string): string => {
  const found = names.filter((name) => has(entity, name));
  return found.length > 1 ? `coalesce(${found.join(', ')})` : (found[0] ?? `NULL::${type}`);
};

/** Who a transaction is with. */
function party(entity: EntityDefinition): readonly [type: string, id: string, name: string] {
  if (has(entity, 'entity_type')) return ['entity_type', 'entity_id', 'entity_name'];
  for (const name of ['customer', 'vendor']) {
    if (!has(entity, `${name}_id`)) continue;
    const type = name === 'customer' ? 'Customer' : 'Vendor';
    return [`CASE WHEN ${name}_id IS NOT NULL THEN ${quoted(type)} END`, `${name}_id`, `${name}_name`];
  }
  return ['NULL', 'NULL', 'NULL'];
}

/** The total; of a journal entry, for which QuickBooks says 0, its debits. */
function total(entity: EntityDefinition): string {
  const own = firstOf(entity, ['total_amt', 'amount', 'payment_amount'], 'numeric');
  if (!lineColumnsOf(entity).some((column) => column.name === 'posting_type')) return own;
  const { table, parentColumn: parent } = childTable(entity);
  return `coalesce(nullif(${own}, 0), (SELECT sum(l.amount) FROM ${SCHEMA}.${table} AS l
          WHERE l.realm_id = t.realm_id AND l.${parent} = t.id AND l.posting_type = 'Debit'), 0)`;
}

function transactionsView(from: readonly EntityDefinition[]): ViewDefinition {
  const branches = from
    .filter((entity) => entity.kind === 'transaction')
    .map((entity) => {
      const [type, id, name] = party(entity);
      const rate = firstOf(entity, ['exchange_rate'], 'numeric');
      const home = firstOf(entity, ['home_total_amt'], 'numeric');
      return `SELECT realm_id, ${quoted(entity.name)}::text AS entity, id,
       ${firstOf(entity, ['txn_date', 'payment_date'], 'date')} AS txn_date,
       ${firstOf(entity, ['doc_number'], 'text')} AS doc_number,
       ${type}::text AS party_type, ${id}::text AS party_id, ${name}::text AS party_name,
       ${firstOf(entity, ['currency_id'], 'text')} AS currency, ${rate} AS exchange_rate,
       ${total(entity)} AS total_amt,
       coalesce(nullif(${home}, 0), ${atHome(total(entity), rate)}) AS home_total_amt,
       ${firstOf(entity, ['balance', 'unapplied_amt'], 'numeric')} AS balance,
       ${firstOf(entity, ['private_note', 'description'], 'text')} AS private_note,
       ${entity.voidable ? 'is_voided' : 'false'} AS is_voided, created_at, updated_at
FROM ${SCHEMA}.${entity.table} AS t WHERE deleted_at IS NULL`;
    });
  return {
    name: 'transactions',
    comment:
      'Every transaction of every type, one row each, without deleted ones; voided ones are marked and have amounts of zero.',
    columns: [
      realm,
      ['entity', 'QuickBooks name of its type, such as Invoice.'],
      ['id', "QuickBooks' id; unique within its type."],
      ['txn_date', 'Date of the transaction.'],
      ['doc_number', 'Number printed on the form.'],
      ['party_type', 'What the party is: Customer, Vendor or Employee.'],
      ['party_id', 'Id of the customer, vendor or employee.'],
      ['party_name', 'Name of the customer, vendor or employee.'],
      ['currency', 'ISO code of the currency of the amounts; empty without multicurrency.'],
      ['exchange_rate', 'Home currency units for one unit of that currency.'],
      ['total_amt', 'Total; of a journal entry the sum of its debits.'],
      ['home_total_amt', 'Total in the home currency.'],
      ['balance', 'Amount still open, unused or unapplied.'],
      ['private_note', 'Note for the company itself.'],
      ['is_voided', 'True once it was voided.'],
      ['created_at', 'When it was created in QuickBooks.'],
      ['updated_at', 'When QuickBooks last changed it.'],
    ],
    query: branches.join('\nUNION ALL\n'),
  };
}

const list = (values: readonly string[]): string => values.map(quoted).join(', ');

/** The references of one table as rows, one a column that is filled. */
function referencesIn({ entity, table, idColumn, columns, live }: Referring): string[] {
  const values = columns.flatMap((column) => {
    const targets = referencesTo(column).map(([target]) => target);
    if (targets.length === 0) return [];
    const shown = `r.${nameColumn(column.name)}`;
    // Where the record says itself what it points at, anything else than people leads nowhere we know.
    return column.typeColumn === undefined
      ? [`(${quoted(column.name)}, ${list(targets)}, r.${column.name}, ${shown})`]
      : [
          `(${quoted(column.name)}, r.${column.typeColumn}, CASE WHEN r.${column.typeColumn} IN (${list(targets)}) THEN r.${column.name} END, ${shown})`,
        ];
  });
  if (values.length === 0) return [];
  return [
    `SELECT r.realm_id, ${quoted(entity)}::text AS entity, ${quoted(table)}::text AS table_name, r.${idColumn} AS record_id,
         x.column_name, x.target_entity, x.target_id, x.target_name
  FROM ${SCHEMA}.${table} AS r,
       LATERAL (VALUES ${values.join(',\n         ')}) AS x (column_name, target_entity, target_id, target_name)
  WHERE x.target_id IS NOT NULL AND ${live}`,
  ];
}

/** References that stand in tables all entities share: the row says itself which record it belongs to. */
function sharedReferences(table: string, column: string, target: string, name: string): string {
  return `SELECT r.realm_id, r.entity, ${quoted(table)}::text, r.record_id, ${quoted(column)}::text, ${target}, r.${column}, ${name}
  FROM ${SCHEMA}.${table} AS r
  LEFT JOIN known AS parent ON parent.realm_id = r.realm_id AND parent.entity = r.entity AND parent.id = r.record_id
  WHERE r.${column} IS NOT NULL AND parent.deleted_at IS NULL`;
}

function unresolvedView(from: readonly EntityDefinition[]): ViewDefinition {
  const known = from.map(
    ({ name, table }) =>
      `SELECT realm_id, ${quoted(name)}::text AS entity, id, deleted_at FROM ${SCHEMA}.${table}`,
  );
  const references = [
    ...referringTables(from, (table) => `${SCHEMA}.${table}`).flatMap(referencesIn),
    ...taxLineColumns
      .filter((column) => typeof column.references === 'string')
      .map((column) =>
        sharedReferences(
          'tax_lines',
          column.name,
          `${quoted(column.references ?? '')}::text`,
          `r.${nameColumn(column.name)}`,
        ),
      ),
    sharedReferences('linked_transactions', 'txn_id', 'r.linked_entity', 'NULL::text'),
  ];
  const exempt = Object.entries(neverExposed).map(
    ([target, ids]) => `(r.target_entity = ${quoted(target)} AND r.target_id IN (${list(ids)}))`,
  );
  const query = `WITH known AS NOT MATERIALIZED (
  ${known.join('\n  UNION ALL ')}
), reference AS NOT MATERIALIZED (
  ${references.join('\n  UNION ALL ')}
)
SELECT r.realm_id, r.entity, r.table_name, r.record_id, r.column_name, r.target_entity, r.target_id, r.target_name,
       k.id IS NOT NULL AS is_deleted
FROM reference AS r
LEFT JOIN known AS k ON k.realm_id = r.realm_id AND k.entity = r.target_entity AND k.id = r.target_id
WHERE (k.id IS NULL OR k.deleted_at IS NOT NULL) AND r.target_entity IN (${list(from.map(({ name }) => name))})
  AND NOT (${exempt.join(' OR ')})`;
  return {
    name: 'unresolved_references',
    comment: 'References to records that are not here: never sent by QuickBooks, or deleted there.',
    columns: [
      realm,
      ['entity', 'QuickBooks name of the entity that refers.'],
      ['table_name', 'Table that holds the reference.'],
      ['record_id', 'Id of the record that refers.'],
      ['column_name', 'Column that holds the reference.'],
      ['target_entity', 'Entity it refers to.'],
      ['target_id', 'Id it refers to.'],
      ['target_name', 'Name QuickBooks gives with the reference.'],
      ['is_deleted', 'True when the record is known to be deleted, false when it was never seen.'],
    ],
    query,
  };
}

const organizations: ViewDefinition = {
  name: 'organizations',
  comment: 'One row a connected company: who it is, and how fresh its copy is.',
  withOwnersRights: true,
  columns: [
    realm,
    ['name', 'Name of the company.'],
    ['country', 'Country the books are kept for.'],
    ['home_currency', 'ISO code of the home currency, once it is known.'],
    ['fiscal_year_start_month', 'Month the fiscal year starts in.'],
    ['time_zone', 'Time zone of the company.'],
    ['status', 'loading, current, late, failed, reconnect_required, paused, blocked_budget or disconnected.'],
    ['status_reason', 'Why, and what to do, when the status is not current.'],
    ['current_through', 'Every change QuickBooks had committed by this instant is here.'],
    ['last_success_at', 'When a run last finished without an error.'],
    ['today', 'The date it is there now, by its time zone; that of UTC while the time zone is not known.'],
  ],
  query: `SELECT o.realm_id, coalesce(c.company_name, o.company_name) AS name, coalesce(c.country, o.country) AS country,
       coalesce(o.home_currency, p.currency_prefs_home_currency_id) AS home_currency, c.fiscal_year_start_month, c.default_time_zone AS time_zone,
       o.status, o.status_reason, o.current_through, o.last_success_at, ${SCHEMA}.date_in(c.default_time_zone) AS today
FROM ledger_mirror.organizations AS o
LEFT JOIN ${storedTable('company_info')} AS c ON c.realm_id = o.realm_id AND c.deleted_at IS NULL
LEFT JOIN ${SCHEMA}.preferences AS p ON p.realm_id = o.realm_id AND p.deleted_at IS NULL
WHERE (SELECT ${SCHEMA}.sees_everything(current_user)) OR o.realm_id = ANY ((SELECT ${SCHEMA}.visible_companies())::text[])`,
};

/** Every view of the copy. */
export function viewsOf(from: readonly EntityDefinition[] = entities): readonly ViewDefinition[] {
  return [
    organizations,
    openView('open_invoices', 'invoices', 'customer', 'Invoices'),
    openView('open_bills', 'bills', 'vendor', 'Bills'),
    customerBalances,
    transactionsView(from),
    unresolvedView(from),
  ];
}
