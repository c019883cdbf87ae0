import { type ColumnType, type Entity } from '../entity.ts';
import { type JsonObject, isRawNumber, parseJson, textAt, refAt } from './json.ts';
import { parseTime } from './pacific-time.ts';

export type ColumnValue = string | number | boolean | undefined;

function columnValue(body: JsonObject, name: string, type: ColumnType): ColumnValue {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  switch (type) {
    case 'ref':
      return refAt(body, name);
    case 'number':
      // For comparing only; what is printed and what is reckoned with never passes through here.
      return Number(isRawNumber(value) ? value.rawJSON : value);
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'id':
    case 'string':
    case 'date':
    case 'time':
      return textAt(body, name);
  }
}

/**
 * One record: its JSON text, ready to be sent, and beside it what queries compare.
 * The parsed body is kept only between a change and the next time the text is asked for, so that a large company fits in memory.
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
  #body: JsonObject | undefined;
  #text: string | undefined;
  #starText: string | undefined;

  constructor(entity: Entity, id: string) {
    this.entity = entity;
    this.id = id;
  }

  /** The parsed record. Treat it as read-only: change a copy and call `replace`. */
  get body(): JsonObject {
    return this.#body ?? (parseJson(this.#text ?? '{}') as JsonObject);
  }

  /** The record as QuickBooks prints it when read by id. */
  get text(): string {
    if (this.#text === undefined) {
      this.#text = JSON.stringify(this.#body);
      this.#body = undefined;
    }
    return this.#text;
  }

  /** The record as `SELECT *` prints it. */
  get starText(): string {
    if (this.entity.notInStar.length === 0) return this.text;
    if (this.#starText === undefined) {
      const body = parseJson(this.text) as JsonObject;
      for (const property of this.entity.notInStar) delete body[property];
      this.#starText = JSON.stringify(body);
    }
    return this.#starText;
  }

  get syncToken(): number {
    return Number(textAt(this.body, 'SyncToken') ?? '0');
  }

  /** Cheap doubt: false only when the record surely does not contain this piece of JSON. */
  mayContain(fragment: string): boolean {
    return this.#text === undefined || this.#text.includes(fragment);
  }

  replace(body: JsonObject): void {
    this.#body = body;
    this.#text = undefined;
    this.#starText = undefined;
    const metaData = body['MetaData'] as JsonObject;
    this.createdAt = parseTime(textAt(metaData, 'CreateTime') ?? '') ?? 0;
    this.active = body['Active'] !== false;
    this.updatedAt = parseTime(textAt(metaData, 'LastUpdatedTime') ?? '') ?? 0;
    this.columns = Object.entries(this.entity.columns).map(([name, type]) => columnValue(body, name, type));
  }
}

/** A function that reads one queryable property of the entity's records. */
export function columnReader(entity: Entity, name: string): (record: StoredRecord) => ColumnValue {
  if (name === 'Id') return (record) => record.id;
  if (name === 'MetaData.CreateTime') return (record) => record.createdAt;
  if (name === 'MetaData.LastUpdatedTime') return (record) => record.updatedAt;
  const index = Object.keys(entity.columns).indexOf(name);
  return (record) => record.columns[index];
}
