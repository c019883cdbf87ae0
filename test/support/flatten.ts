/** A record, or a part of one. */
export type Json = Record<string, unknown>;

/*
 * Says which column of which table must hold what, from the record alone, by the rules of the design: names in
 * snake_case, `XRef` as x_id and x_name, addresses with their prefix, kinds of line without theirs. It shares no code
 * with the catalogue or the projection; it is what they are checked against.
 */

/** Column → value: a string, a number as its digits, a boolean, a structure. */
export type Row = Map<string, unknown>;
export type Tables = Map<string, Row[]>;

/** Digits of a JSON number, as they were written. */
export class Digits {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Parses JSON with every number as its digits. */
export function parseExactly(json: string): unknown {
  // The third argument of a reviver (the source text) is not in TypeScript's library yet.
  const reviver = (_: string, value: unknown, context: { source: string }): unknown =>
    typeof value === 'number' ? new Digits(context.source) : value;
  return JSON.parse(json, reviver as (key: string, value: unknown) => unknown);
}

/** `ARAccount` → ar_account: letter by letter, unlike the catalogue. */
export function snake(name: string): string {
  let out = '';
  for (let i = 0; i < name.length; i += 1) {
    const here = name.charAt(i);
    const isUpper = /[A-Z]/.test(here);
    const afterSmall = i > 0 && /[a-z0-9]/.test(name.charAt(i - 1));
    const startsWord = i > 0 && /[A-Z]/.test(name.charAt(i - 1)) && /[a-z]/.test(name.charAt(i + 1));
    out += isUpper && (afterSmall || startsWord) ? `_${here.toLowerCase()}` : here.toLowerCase();
  }
  return out;
}

const notColumns = new Set([
  'Id',
  'SyncToken',
  'MetaData',
  'domain',
  'sparse',
  'Line',
  'LinkedTxn',
  'TaxLine',
]);
const oneValue = ['Address', 'FreeFormNumber', 'URI'];
const wallClocks = new Set(['StartTime', 'EndTime']);
/** Structures people rarely filter by. */
const keptWhole = new Set(
  (
    'OtherAddr OtherContactInfo NameValue AccountPurposes CCDetail Tag CustomExtensions invoiceStatusLog ' +
    'EnabledSurchargeInfo AdvancedInventoryPrefs POCustomField ItemGroupLine AttachableRef'
  ).split(' '),
);
/** Lists with a table of their own: table and, where several lists share it, which one. */
const listTables: Readonly<Record<string, readonly [table: string, kind?: string]>> = {
  BudgetDetail: ['budget_details'],
  ItemGroupLine: ['item_components'],
  EffectiveTaxRate: ['tax_rate_effective_rates'],
  AttachableRef: ['attachable_references'],
  'SalesTaxRateList.TaxRateDetail': ['tax_code_rates', 'sales'],
  'PurchaseTaxRateList.TaxRateDetail': ['tax_code_rates', 'purchase'],
  'AdjustmentTaxRateList.TaxRateDetail': ['tax_code_rates', 'adjustment'],
};

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Digits);

type Lists = (name: string, elements: readonly unknown[]) => void;

function walk(record: Json, prefix: string, row: Row, lists: Lists, outer = ''): Row {
  for (const [key, value] of Object.entries(record)) {
    if (notColumns.has(key) || value === null || value === undefined) continue;
    const column = `${prefix}${snake(key)}`;
    const listName = listTables[key] === undefined ? `${outer}.${key}` : key;
    if (Array.isArray(value) && listTables[listName] !== undefined) lists(listName, value);
    if (keptWhole.has(key)) row.set(column, value);
    else if (key === 'CustomField') row.set(prefix === '' ? 'custom_fields' : column, value);
    else if (Array.isArray(value)) continue;
    else if (key === 'CustomerMemo') row.set(column, (value as Json)['value']);
    else if (key === 'Entity' && isObject(value) && isObject(value['EntityRef'])) {
      row.set('entity_id', value['EntityRef']['value']);
      row.set('entity_name', value['EntityRef']['name']);
      row.set('entity_type', value['Type']);
    } else if (key.endsWith('Ref') || (isObject(value) && 'value' in value)) {
      const stem = `${prefix}${snake(key.replace(/Ref$/, ''))}`;
      for (const [part, suffix] of [
        ['value', 'id'],
        ['name', 'name'],
        ['type', 'type'],
      ] as const) {
        if (isObject(value) && part in value) row.set(`${stem}_${suffix}`, value[part]);
      }
    } else if (isObject(value)) {
      const only = oneValue.find((name) => name in value);
      if (only !== undefined) row.set(column, value[only]);
      else {
        const bare = key === 'RecurringInfo' || key === 'Discount' || 'CreditChargeInfo' in value;
        walk(value, bare ? prefix : `${column}_`, row, lists, key);
      }
    } else if (wallClocks.has(key)) row.set(column, (value as string).slice(0, 19));
    else row.set(column, value);
  }
  return row;
}

const add = (tables: Tables, table: string, row: Row): void => {
  const rows = tables.get(table);
  if (rows === undefined) tables.set(table, [row]);
  else rows.push(row);
};

const linked: Readonly<Record<string, string | null>> = {
  Expense: 'Purchase',
  BillPaymentCheck: 'BillPayment',
  BillPaymentCreditCard: 'BillPayment',
  StatementCharge: null,
};

function addLinks(tables: Tables, keys: Row, lineIndex: number, links: unknown): void {
  for (const [index, link] of ((links ?? []) as Json[]).entries()) {
    const type = link['TxnType'] as string;
    add(
      tables,
      'linked_transactions',
      new Map([
        ...keys,
        ['line_index', new Digits(String(lineIndex))],
        ['link_index', new Digits(String(index))],
        ['txn_type', type],
        ['txn_id', link['TxnId']],
        ['txn_line_id', link['TxnLineId']],
        ['linked_entity', type in linked ? linked[type] : type],
      ]),
    );
  }
}

function addLines(tables: Tables, name: string, id: string, keys: Row, lines: unknown): void {
  let next = 0;
  const addLine = (line: Json, parent: number | undefined): void => {
    const index = next;
    next += 1;
    const row: Row = new Map<string, unknown>([
      [`${snake(name)}_id`, id],
      ['line_index', new Digits(String(index))],
      ['line_id', line['Id']],
    ]);
    if (parent !== undefined) row.set('parent_line_index', new Digits(String(parent)));
    const { ...common } = line;
    const details = Object.keys(line).filter((key) => key.endsWith('LineDetail'));
    for (const detail of details) {
      Reflect.deleteProperty(common, detail);
      if (isObject(line[detail])) walk(line[detail], '', row, () => undefined);
    }
    add(
      tables,
      `${snake(name)}_lines`,
      walk(common, '', row, () => undefined),
    );
    addLinks(tables, keys, index, line['LinkedTxn']);
    const group = line['GroupLineDetail'];
    if (isObject(group)) for (const inner of (group['Line'] ?? []) as Json[]) addLine(inner, index);
  };
  for (const line of (lines ?? []) as Json[]) addLine(line, undefined);
}

/** Every row a record must become, by table; the record as `parseExactly` gives it. */
export function flatten(entity: { name: string; table: string }, record: Json, id: string): Tables {
  const { name, table } = entity;
  const tables: Tables = new Map();
  const keys: Row = new Map<string, unknown>([
    ['entity', name],
    ['record_id', id],
  ]);
  const meta = (record['MetaData'] ?? {}) as Json;
  const { CustomField: customFields, ...others } = record;
  const row = walk(others, '', new Map(), (list, elements) => {
    const [child, kind] = listTables[list] ?? [''];
    for (const [index, element] of elements.entries()) {
      const own: Row = new Map<string, unknown>([
        [`${snake(name)}_id`, id],
        ['list_index', new Digits(String(index))],
      ]);
      if (kind !== undefined) own.set('list_kind', kind);
      add(
        tables,
        child,
        rename(
          child,
          walk(element as Json, '', new Map(), () => undefined),
          own,
        ),
      );
    }
  });
  row.set('id', id);
  row.set('sync_token', record['SyncToken']);
  row.set('created_at', meta['CreateTime']);
  row.set('updated_at', meta['LastUpdatedTime']);
  if (Array.isArray(customFields) && customFields.length > 0) {
    const values = new Map<string, unknown[]>();
    for (const field of customFields as Json[]) {
      const name = (field['Name'] as string) || (field['DefinitionId'] as string) || '';
      values.set(name, [...(values.get(name) ?? []), valueOf(field) ?? null]);
    }
    row.set(
      'custom_fields',
      Object.fromEntries([...values].map(([name, all]) => [name, all.length === 1 ? all[0] : all])),
    );
    for (const [index, field] of (customFields as Json[]).entries()) {
      add(
        tables,
        'custom_fields',
        new Map([
          ...keys,
          ['field_index', new Digits(String(index))],
          ['definition_id', field['DefinitionId']],
          ['name', field['Name']],
          ['type', field['Type']],
          ['value', text(valueOf(field))],
        ]),
      );
    }
  }
  add(tables, table, row);
  addLines(tables, name, id, keys, record['Line']);
  addLinks(tables, keys, -1, record['LinkedTxn']);
  const tax = record['TxnTaxDetail'];
  if (isObject(tax)) {
    for (const [index, line] of ((tax['TaxLine'] ?? []) as Json[]).entries()) {
      const { TaxLineDetail: detail, ...rest } = line;
      const own: Row = new Map<string, unknown>([...keys, ['line_index', new Digits(String(index))]]);
      add(
        tables,
        'tax_lines',
        walk(
          (detail ?? {}) as Json,
          '',
          walk(rest, '', own, () => undefined),
          () => undefined,
        ),
      );
    }
  }
  return tables;
}

const valueOf = (field: Json): unknown =>
  field['StringValue'] ?? field['NumberValue'] ?? field['DateValue'] ?? field['BooleanValue'];

const text = (value: unknown): unknown =>
  value instanceof Digits ? value.text : typeof value === 'boolean' ? String(value) : value;

/** Two child tables have names of their own, where the rule's would clash or mislead. */
function rename(table: string, row: Row, keys: Row): Row {
  const names: Readonly<Record<string, string>> =
    table === 'item_components'
      ? { item_id: 'component_item_id', item_name: 'component_item_name' }
      : table === 'attachable_references'
        ? { entity_id: 'record_id', entity_name: 'record_name', entity_type: 'entity', line_info: 'line_id' }
        : {};
  return new Map([
    ...keys,
    ...[...row].map(([name, value]): [string, unknown] => [names[name] ?? name, value]),
  ]);
}
