import { numberDeleted } from '../behaviour/names.ts';
import { behaviourOf } from '../behaviour/index.ts';
import { type Company } from '../company/company.ts';
import { type Entity, type Operation } from '../entities/entity.ts';
import { entityNamed } from '../entities/entities.ts';
import { faults } from '../base/fault.ts';
import { resolveReferences } from './references.ts';
import { toCents } from '../values/decimal.ts';
import {
  type Json,
  type JsonObject,
  cloneJson,
  objectsAt,
  refAt,
  textAt,
  objectAt,
  isRawNumber,
  rawNumber,
} from '../values/json.ts';
import { pacificDate, stamp } from '../values/pacific-time.ts';
import { type StoredRecord, unwrap } from '../company/record.ts';
import { UnitOfWork } from './unit-of-work.ts';

/** When an operation happens, and (for generated data) under which id. */
export type OperationOptions = {
  readonly atSeconds: number;
  readonly id?: string;
  /** As a person does it in the user interface, which voids more than the API offers (facts#voidable). */
  readonly inUi?: boolean;
};

function checkAllowed(company: Company, entity: Entity, operation: Operation): void {
  company.checkIncluded(entity);
  if (!entity.operations.includes(operation)) throw faults.unsupported(operation);
}

function checkProperties(entity: Entity, body: JsonObject): void {
  for (const [property, value] of Object.entries(body)) {
    if (
      !entity.properties.includes(property) &&
      property !== 'status' &&
      !(entity.wrapped && property === 'Type')
    ) {
      throw faults.unknownProperty(entity.name, property, entity.properties);
    }
    if (entity.columns[property] === 'date' && !isDate(value))
      throw faults.invalidDate(property, JSON.stringify(value));
    const max = entity.maxLength[property];
    if (max !== undefined && typeof value === 'string' && value.length > max)
      throw faults.tooLong(property, max);
  }
}

const AMOUNTS = new Set(['Amount', 'TotalAmt', 'UnitPrice', 'Qty', 'Balance', 'ExchangeRate', 'Rate']);
/** QuickBooks takes 15 digits (facts#amount-digits); beyond them cents would no longer be exact. */
const TOO_LARGE = 1e15;

/** @throws Fault 2080 for a number that no amount can be, wherever it stands. */
function checkNumbers(value: Json, property = ''): void {
  if (isRawNumber(value) || (typeof value === 'string' && AMOUNTS.has(property))) {
    const number = Math.abs(Number(isRawNumber(value) ? value.rawJSON : value));
    if (number >= TOO_LARGE) throw faults.illegalNumber(property);
  } else if (Array.isArray(value)) {
    for (const element of value) checkNumbers(element, property);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) checkNumbers(inner, name);
  }
}

function isDate(value: Json): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}

const PEOPLE = ['Customer', 'Vendor', 'Employee'];

function checkName(company: Company, entity: Entity, body: JsonObject, ownId: string | undefined): void {
  if (entity.uniqueBy === undefined || body['Active'] === false) return;
  const name = textAt(body, entity.uniqueBy);
  if (name === undefined) return;
  // Customers, vendors and employees share one space of names.
  const shared = entity.uniqueBy === 'DisplayName' && entity.kind === 'list' ? PEOPLE : [entity.name];
  for (const other of shared) {
    const holder = company.table(other).idOfName(name);
    if (holder !== undefined && (other !== entity.name || holder !== ownId)) throw faults.duplicateName();
  }
}

/** What is in a deposit stays as it is until the deposit lets go of it. @throws Fault 6540 */
function checkNotDeposited(body: JsonObject, next?: JsonObject): void {
  const isDeposited = objectsAt(body, 'LinkedTxn').some((link) => textAt(link, 'TxnType') === 'Deposit');
  const isSame =
    next !== undefined &&
    toCents(next['TotalAmt']) === toCents(body['TotalAmt']) &&
    refAt(next, 'DepositToAccountRef') === refAt(body, 'DepositToAccountRef');
  if (isDeposited && !isSame) throw faults.deposited();
}

/** The record an update, void or delete is about, its SyncToken checked. */
function target(company: Company, entity: Entity, body: JsonObject, needsToken = true): StoredRecord {
  const id = textAt(body, 'Id');
  if (id === undefined) throw faults.missing('Id');
  const syncToken = textAt(body, 'SyncToken');
  if (syncToken === undefined && needsToken) throw faults.missing('SyncToken');
  const record = company.find(entity.name, id);
  if (record === undefined) throw faults.notFound();
  if (syncToken !== undefined && Number(syncToken) !== record.syncToken) throw faults.stale();
  return record;
}

/** The rate of a currency on a date (today unless said otherwise), as text; 1 for the home currency. @throws Fault */
export function readExchangeRate(company: Company, query: URLSearchParams, nowSeconds: number): string {
  company.checkIncluded(entityNamed('ExchangeRate'));
  const { currency, multiCurrency } = company.profile;
  const parameter = (name: string): string | undefined =>
    [...query].find(([key]) => key.toLowerCase() === name)?.[1];
  if (!multiCurrency) throw faults.business('Multiple currencies are not switched on for this company.');
  const source = parameter('sourcecurrencycode')?.toUpperCase();
  if (source === undefined) throw faults.missing('sourcecurrencycode');
  const asOf = parameter('asofdate') ?? pacificDate(nowSeconds);
  if (!isDate(asOf)) throw faults.invalidDate('asofdate', asOf);
  const known = company.exchangeRates(source).findLast(([date]) => date <= asOf);
  const row = known && company.find('ExchangeRate', `${source}-${currency.value}-${known[0]}`);
  const rate = {
    SourceCurrencyCode: source,
    TargetCurrencyCode: currency.value,
    Rate: known?.[1] ?? '1',
    AsOfDate: asOf,
  };
  const metaData = objectAt(row?.body ?? {}, 'MetaData');
  return JSON.stringify({
    ...rate,
    Rate: rawNumber(rate.Rate),
    domain: 'QBO',
    sparse: false,
    MetaData: row === undefined ? { LastUpdatedTime: stamp(nowSeconds) } : metaData,
  });
}

/** @throws Fault 610 for an id that is not there, 2030 for one that is no number. */
export function readRecord(company: Company, entity: Entity, id: string): StoredRecord {
  company.checkIncluded(entity);
  if (!/^\d+$/.test(id) && company.find(entity.name, id) === undefined) throw faults.invalidId(id);
  const record = company.find(entity.name, id);
  if (record === undefined) throw faults.notFound();
  return record;
}

export function createRecord(
  company: Company,
  entity: Entity,
  given: JsonObject,
  { atSeconds, id: givenId, inUi = false }: OperationOptions,
): StoredRecord {
  if (!inUi) checkAllowed(company, entity, 'create');
  const input = unwrap(entity, given);
  checkProperties(entity, input);
  if (!company.generating) checkNumbers(input);
  const draft = cloneJson(input);
  resolveReferences(company, entity, draft, true);
  if (entity.keyOf !== undefined) return upsert(company, entity, draft, atSeconds);
  const id = givenId ?? company.nextId(entity);
  const behaviour = behaviourOf(entity.name);
  const prepared = behaviour.prepare(draft, { company, before: undefined, entries: [], atSeconds, id });
  numberDeleted(company, entity, prepared, id);
  checkName(company, entity, prepared, undefined);
  resolveReferences(company, entity, prepared, false);
  const work = new UnitOfWork(company, atSeconds);
  const record = work.create(entity, id, prepared);
  const follow = behaviour.followUp?.(input, id, company);
  if (follow !== undefined) {
    const follower = entityNamed(follow.entity);
    const followId = company.nextId(follower);
    const context = { company, before: undefined, entries: [], atSeconds, id: followId };
    const followed = behaviourOf(follower.name).prepare(follow.draft, context);
    resolveReferences(company, follower, followed, false);
    work.create(follower, followId, followed);
  }
  work.commit({ verb: 'created', record });
  return record;
}

/** A record without an Id is known by its content: writing it again replaces it. */
function upsert(company: Company, entity: Entity, draft: JsonObject, atSeconds: number): StoredRecord {
  const prepared = behaviourOf(entity.name).prepare(draft, {
    company,
    before: undefined,
    entries: [],
    atSeconds,
    id: '',
  });
  const key = entity.keyOf?.(prepared) ?? '';
  const known = company.find(entity.name, key);
  const work = new UnitOfWork(company, atSeconds);
  const MetaData = known?.body['MetaData'];
  if (known !== undefined && MetaData !== undefined)
    work.update(known, { ...known.body, ...prepared, MetaData });
  const record = known ?? work.create(entity, key, prepared);
  work.commit({ verb: known === undefined ? 'created' : 'updated', record });
  return record;
}

/** A full update replaces what it does not name; a sparse one leaves it. An update that changes nothing is not a change. */
export function updateRecord(
  company: Company,
  entity: Entity,
  given: JsonObject,
  { atSeconds, inUi = false }: OperationOptions,
): StoredRecord {
  if (!inUi) checkAllowed(company, entity, 'update');
  const input = unwrap(entity, given);
  checkProperties(entity, input);
  if (!company.generating) checkNumbers(input);
  const record = target(company, entity, input);
  const before = record.body;
  const { MetaData, SyncToken, Id, domain: _domain, sparse: _sparse, ...content } = before;
  const { sparse, ...changes } = cloneJson(input);
  const base = sparse === true ? cloneJson(content as JsonObject) : keepNames(entity, content as JsonObject);
  const draft: JsonObject = { ...base, ...changes };
  resolveReferences(company, entity, draft, false);
  const context = { company, before, entries: record.entries, atSeconds, id: record.id };
  const prepared = behaviourOf(entity.name).prepare(draft, context);
  numberDeleted(company, entity, prepared, record.id);
  checkName(company, entity, prepared, record.id);
  resolveReferences(company, entity, prepared, false);
  const next: JsonObject = { ...prepared, domain: 'QBO', sparse: false };
  for (const [property, value] of Object.entries({ Id, SyncToken, MetaData }))
    if (value !== undefined) next[property] = value;
  if (sameContent(entity, before, next)) return record;
  checkNotDeposited(before, next);
  const work = new UnitOfWork(company, atSeconds);
  const verb = record.active && next['Active'] === false ? 'inactivated' : 'updated';
  work.update(record, next);
  work.commit({ verb, record });
  return record;
}

export function deleteRecord(
  company: Company,
  entity: Entity,
  input: JsonObject,
  { atSeconds }: OperationOptions,
): string {
  checkAllowed(company, entity, 'delete');
  // An attachment was deleted by its id alone when that was recorded.
  const record = target(company, entity, unwrap(entity, input), entity.name !== 'Attachable');
  checkNotDeposited(record.body);
  const work = new UnitOfWork(company, atSeconds);
  work.remove(record);
  work.commit({ verb: 'deleted', record });
  return record.id;
}

export function voidRecord(
  company: Company,
  entity: Entity,
  input: JsonObject,
  { atSeconds, inUi = false }: OperationOptions,
): StoredRecord {
  if (!inUi) checkAllowed(company, entity, 'void');
  const record = target(company, entity, input);
  const { body } = record;
  checkNotDeposited(body);
  const isVoid =
    toCents(body['TotalAmt']) === 0 && textAt(body, 'PrivateNote')?.startsWith('Voided') === true;
  if (isVoid) return record;
  const work = new UnitOfWork(company, atSeconds);
  work.void(record);
  work.commit({ verb: 'void', record });
  return record;
}

/** What a full update cannot clear: QuickBooks keeps it when it is not sent. */
function keepNames(entity: Entity, content: JsonObject): JsonObject {
  const kept: JsonObject = {};
  for (const property of [
    'DocNumber',
    'TxnDate',
    'CurrencyRef',
    'PaymentType',
    'QtyOnHand',
    'Type',
    'AccountType',
    'AccountSubType',
    'Active',
    ...entity.names,
  ]) {
    const value = content[property];
    if (value !== undefined && property !== 'FullyQualifiedName') kept[property] = value;
  }
  return kept;
}

function sameContent(entity: Entity, before: JsonObject, after: JsonObject): boolean {
  return [...entity.properties, 'Type'].every(
    (property) => JSON.stringify(before[property]) === JSON.stringify(after[property]),
  );
}
