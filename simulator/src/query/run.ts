import { type Company } from '../company/company.ts';
import { type Entity, type OrderTerm } from '../entities/entity.ts';
import { columnOf, findEntity } from '../entities/entities.ts';
import { faults } from '../base/fault.ts';
import { type SortTerm } from '../company/order.ts';
import { type StoredRecord, columnReader } from '../company/record.ts';
import { type FilterOptions, type Predicate, createPredicate } from './filter.ts';
import { parseStatement } from './parse.ts';
import { projection } from './project.ts';

const PSEUDO_CODE = /^(TAX|NON|CustomSalesTax)$/;

/** The part of `rows` that can match, found by bisection where the rows are sorted by a time that is filtered. */
function narrow(
  rows: readonly StoredRecord[],
  entity: Entity,
  lead: OrderTerm,
  predicates: readonly Predicate[],
): [number, number] {
  let low = 0;
  let high = rows.length;
  if (columnOf(entity, lead.column)?.type !== 'time') return [low, high];
  const read = columnReader(entity, lead.column);
  const firstWhere = (test: (value: number) => boolean): number => {
    let from = 0;
    let to = rows.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      const row = rows[middle];
      if (row !== undefined && test(read(row) as number)) to = middle;
      else from = middle + 1;
    }
    return from;
  };
  for (const { column, operator, operands } of predicates) {
    const bound = operands[0];
    if (column !== lead.column || typeof bound !== 'number') continue;
    const isLower = operator === '>=' || operator === '>';
    if (!isLower && operator !== '<=' && operator !== '<') continue;
    // Wider by equality than need be: the predicates still run over what is left.
    if (isLower !== lead.descending) {
      low = Math.max(
        low,
        firstWhere((value) => (lead.descending ? value <= bound : value >= bound)),
      );
    } else {
      high = Math.min(
        high,
        firstWhere((value) => (lead.descending ? value < bound : value > bound)),
      );
    }
  }
  return [low, Math.max(low, high)];
}

/** The inside of `QueryResponse`, as text, and how many objects it holds. */
export type QueryResult = { readonly text: string; readonly objects: number };

export type QueryOptions = FilterOptions & {
  /** Objects there is still room for, where a limit over several statements holds. */
  readonly room?: number;
  /** For an order of ties that differs from call to call; without it they come by id. */
  readonly chance?: () => number;
};

/** The rows with those of equal keys in an order of chance. */
function shuffleTies(
  rows: readonly StoredRecord[],
  entity: Entity,
  order: readonly OrderTerm[],
  chance: () => number,
): StoredRecord[] {
  const readers = order.map(({ column }) => columnReader(entity, column));
  const shuffled = [...rows];
  for (let from = 0; from < shuffled.length;) {
    const first = shuffled[from];
    let to = from + 1;
    const ties = (row: StoredRecord | undefined): boolean =>
      row !== undefined && first !== undefined && readers.every((read) => read(row) === read(first));
    while (ties(shuffled[to])) to += 1;
    for (let index = to - 1; index > from; index -= 1) {
      const other = from + Math.floor(chance() * (index - from + 1));
      const [a, b] = [shuffled[index], shuffled[other]];
      if (a !== undefined && b !== undefined) [shuffled[index], shuffled[other]] = [b, a];
    }
    from = to;
  }
  return shuffled;
}

/**
 * Runs a statement. Nothing is a snapshot: each page sees the records as they are now.
 * @throws Fault 4000 or 4001
 */
export function runQuery(company: Company, text: string, options: QueryOptions): QueryResult {
  const { rules } = options;
  const statement = parseStatement(text, { cut: rules.maxResultsAbove1000 === 'cut' });
  const entity = findEntity(statement.entity);
  if (entity === undefined || (entity.name === 'InventoryAdjustment' && !rules.inventoryAdjustments))
    throw faults.invalidQuery(`invalid context declaration: ${statement.entity}`);
  // An edition without the entity refuses, or knows nothing of it (facts#edition-hides).
  if (rules.hiddenEntities === 'fault') company.checkIncluded(entity);
  const predicates = statement.where.map((condition) => createPredicate(entity, condition, options));
  const namesActive = predicates.some(({ column }) => column === 'Active');
  const isPseudo = (record: StoredRecord): boolean =>
    entity.name === 'TaxCode' && PSEUDO_CODE.test(record.id);
  const { first: printedFirst, ignoreWhere, counted } = rules.pseudoCodes;
  const fits = (record: StoredRecord): boolean =>
    (namesActive || record.active) && predicates.every((predicate) => predicate.matches(record));
  const setsApart = printedFirst || !rules.taxPseudoCodes;
  const matches = (record: StoredRecord): boolean => !(setsApart && isPseudo(record)) && fits(record);

  const order = statement.order.map(({ path, descending }): SortTerm => {
    const column = columnOf(entity, path);
    if (column === undefined) throw faults.invalidQuery(`property '${path}' is not sortable`);
    return { column: column.name, descending, asText: column.type === 'id' && rules.idOrder === 'lexical' };
  });
  const effective = order.length > 0 ? order : entity.defaultOrder;
  const sorted = company.table(entity.name).sorted(effective);
  const { chance } = options;
  const isRandom = rules.tieOrder === 'random' && chance !== undefined && !statement.count;
  const rows = isRandom ? shuffleTies(sorted, entity, effective, chance) : sorted;
  const pseudoCodes = printedFirst && rules.taxPseudoCodes ? [...sorted].filter(isPseudo) : [];
  const leading = pseudoCodes.filter((record) => ignoreWhere || fits(record));
  const lead = effective[0];
  const [low, high] = lead === undefined ? [0, rows.length] : narrow(rows, entity, lead, predicates);

  const needsTotal = statement.count || entity.sendsTotalCount;
  const first = statement.startPosition - 1;
  const maxResults = Math.min(statement.maxResults, options.room ?? statement.maxResults);
  const page: StoredRecord[] = [];
  let total = 0;
  for (let index = low; index < high; index += 1) {
    const record = rows[index];
    if (record === undefined || !matches(record)) continue;
    if (total >= first && page.length < maxResults && !statement.count) page.push(record);
    total += 1;
    if (!needsTotal && page.length >= maxResults) break;
  }
  total += { matching: leading, always: pseudoCodes, never: [] }[counted].length;
  if (statement.count) return { text: `{"totalCount":${total}}`, objects: 0 };
  page.unshift(...leading);
  if (page.length === 0) return { text: '{}', objects: 0 };
  company.poison.check(page, 'query');
  const project = projection(entity, statement);
  const records = page.map(project).join(',');
  const totalCount = entity.sendsTotalCount ? `,"totalCount":${total}` : '';
  const window = `"startPosition":${statement.startPosition},"maxResults":${page.length}${totalCount}`;
  return { text: `{"${entity.name}":[${records}],${window}}`, objects: page.length };
}
