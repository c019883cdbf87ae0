import { type ColumnType, type Entity } from '../entities/entity.ts';
import { type Entry } from '../ledger/entry.ts';
import { type Json, type JsonObject, isObject, isRawNumber, parseJson, textAt } from '../values/json.ts';
import { parseStamp } from '../values/pacific-time.ts';

export type ColumnValue = string | number | boolean | undefined;

function columnValue(body: JsonObject, name: string, type: ColumnType): ColumnValue {
  const value = name.includes('.') ? nested(body, name) : body[name];
  if (value === undefined || value === null) return undefined;
  switch (type) {
    case 'ref':
      return isObject(value) ? textAt(value, 'value') : undefined;
    case 'number':
      // For comparing only; what is printed and what is reckoned with never passes through here.
      return Number(isRawNumber(value) ? value.rawJSON : value);
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'date':
      return typeof value === 'string' ? shared(value) : undefined;
    case 'id':
    case 'string':
    case 'time':
      return isRawNumber(value) ? value.rawJSON : typeof value === 'string' ? value : undefined;
  }
}

/** `AttachableRef.EntityRef.value`: of the first element where an array lies on the way. */
function nested(body: JsonObject, path: string): Json | undefined {
  let value: Json | undefined = body;
  for (const part of path.split('.')) {
    if (Array.isArray(value)) value = value[0];
    if (!isObject(value)) return undefined;
    const object: JsonObject = value;
    value = object[part] ?? object[part.toLowerCase()];
  }
  return value;
}

const dates = new Map<string, string>();
const MOST_DATES = 20_000;

/** One text for all records of a day: there are few days and many records. */
function shared(date: string): string {
  const known = dates.get(date);
  if (known !== undefined) return known;
  if (dates.size < MOST_DATES) dates.set(date, date);
  return date;
}

const columnsByEntity = new WeakMap<Entity, readonly (readonly [string, ColumnType])[]>();

function columnsOf(entity: Entity): readonly (readonly [string, ColumnType])[] {
  let known = columnsByEntity.get(entity);
  if (known === undefined) columnsByEntity.set(entity, (known = Object.entries(entity.columns)));
  return known;
}

const BEYOND_LATIN = /[\u0100-\uffff]/;

/** How many transactions keep their parsed body; the others are parsed again when looked at. */
const RECENT = 16_384;

/** The transactions of one simulator that were looked at last, over all its companies. */
export class RecentRecords {
  readonly #records: (StoredRecord | undefined)[] = Array.from({ length: RECENT });
  #next = 0;

  /** Keeps a record for a while, whose place must do without the one that had it. Returns the place. */
  keep(record: StoredRecord, place: number): number {
    if (this.#records[place] === record) return place;
    const taken = this.#next;
    this.#records[taken]?.forgetBody();
    this.#records[taken] = record;
    this.#next = (taken + 1) % RECENT;
    return taken;
  }
}

/**
 * One record: its JSON text, ready to be sent, and beside it what queries compare and what it posts to the ledger.
 * Only the transactions looked at last keep their parsed body, so that a large company fits in memory; there are few
 * list records and they are looked at all the time, so theirs is kept.
 */
export class StoredRecord {
  readonly id: string;
  readonly entity: Entity;
  createdAt = 0;
  updatedAt = 0;
  removed = false;
  /** Queryable values, in the order of the entity's `columns`; read them through `columnReader`. */
  columns: readonly ColumnValue[] = [];
  active = true;
  syncToken = 0;
  /** What it posts; empty for what posts nothing. */
  entries: readonly Entry[] = [];
  readonly #recent: RecentRecords;
  #body: JsonObject | undefined;
  #text: string | Buffer | undefined;
  #starText: string | undefined;
  #place = 0;

  constructor(entity: Entity, id: string, recent: RecentRecords) {
    this.entity = entity;
    this.id = id;
    this.#recent = recent;
  }

  /** The parsed record; of a wrapped one its inside, with the wrapper's name as `Type`. Read-only: change a copy and call `replace`. */
  get body(): JsonObject {
    if (this.#body === undefined) {
      this.#body = unwrap(this.entity, parseJson(this.text) as JsonObject);
      this.#remember();
    }
    return this.#body;
  }

  /** The record as QuickBooks prints it when read by id. */
  get text(): string {
    this.#text ??= JSON.stringify(wrap(this.entity, this.#body ?? {}));
    return typeof this.#text === 'string' ? this.#text : this.#text.toString();
  }

  /** The record as `SELECT *` prints it. */
  get starText(): string {
    if (this.entity.notInStar.length === 0) return this.text;
    if (this.#starText === undefined) {
      const body = { ...this.body };
      for (const property of this.entity.notInStar) delete body[property];
      this.#starText = JSON.stringify(body);
    }
    return this.#starText;
  }

  /**
   * Makes the text, if it is not made yet, and keeps it small. One letter beyond Latin-1 doubles a whole string in
   * memory; as UTF-8 only that letter takes more.
   */
  pack(): void {
    const text = this.#text ?? this.text;
    if (typeof text === 'string' && BEYOND_LATIN.test(text)) this.#text = Buffer.from(text);
  }

  /** The same record in a life of its own. */
  copy(recent: RecentRecords): StoredRecord {
    this.pack();
    const copy = new StoredRecord(this.entity, this.id, recent);
    const { createdAt, updatedAt, removed, columns, active, syncToken, entries } = this;
    Object.assign(copy, { createdAt, updatedAt, removed, columns, active, syncToken, entries });
    copy.#text = this.#text;
    return copy;
  }

  /** Cheap doubt: false only when the record surely does not contain this piece of JSON. */
  mayContain(fragment: string): boolean {
    return this.#text === undefined || this.#text.includes(fragment);
  }

  replace(body: JsonObject): void {
    this.#body = body;
    this.#text = undefined;
    this.#starText = undefined;
    this.#remember();
    const metaData = isObject(body['MetaData']) ? body['MetaData'] : {};
    this.createdAt = parseStamp(textAt(metaData, 'CreateTime') ?? '');
    this.updatedAt = parseStamp(textAt(metaData, 'LastUpdatedTime') ?? '');
    this.active = body['Active'] !== false;
    this.syncToken = Number(textAt(body, 'SyncToken') ?? '0');
    this.columns = columnsOf(this.entity).map(([name, type]) => columnValue(body, name, type));
  }

  /** Lets go of the parsed body; the text is enough to make it again. */
  forgetBody(): void {
    this.pack();
    this.#body = undefined;
  }

  #remember(): void {
    if (this.entity.kind === 'transaction') this.#place = this.#recent.keep(this, this.#place);
  }
}

function wrap(entity: Entity, body: JsonObject): JsonObject {
  if (!entity.wrapped) return body;
  const { Type, ...inside } = body;
  return { [typeof Type === 'string' ? Type : '']: inside };
}

/** What lies in `{"Invoice":{...}}`, with `Type` naming the wrapper; any other body as it is. */
export function unwrap(entity: Entity, body: JsonObject): JsonObject {
  if (!entity.wrapped || typeof body['Type'] === 'string') return body;
  const [name, inside] = Object.entries(body)[0] ?? [];
  return name !== undefined && isObject(inside) ? { ...inside, Type: name } : body;
}

/** A function that reads one queryable property of the entity's records. */
export function columnReader(entity: Entity, name: string): (record: StoredRecord) => ColumnValue {
  if (name === 'Id') return (record) => record.id;
  if (name === 'MetaData.CreateTime') return (record) => record.createdAt;
  if (name === 'MetaData.LastUpdatedTime') return (record) => record.updatedAt;
  const index = Object.keys(entity.columns).indexOf(name);
  return (record) => record.columns[index];
}
