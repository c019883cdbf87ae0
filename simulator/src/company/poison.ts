import { type Fault, faults } from '../base/fault.ts';
import { type StoredRecord } from './record.ts';

/** Where a poisoned record spoils the answer. */
export type PoisonPlace = 'query' | 'cdc' | 'read';

export type Poison = {
  readonly entity: string;
  readonly id: string;
  readonly code: '4002' | '10000';
  readonly in: readonly PoisonPlace[];
};

const key = (entity: string, id: string): string => `${entity} ${id}`;

/** Records that QuickBooks cannot print: every answer that holds one fails as a whole (facts#unreadable-record). */
export class PoisonedRecords {
  readonly #poisons = new Map<string, Poison>();

  get list(): readonly Poison[] {
    return [...this.#poisons.values()];
  }

  add(poison: Poison): void {
    this.#poisons.set(key(poison.entity, poison.id), poison);
  }

  clear(): void {
    this.#poisons.clear();
  }

  /** @throws Fault 4002 or 10000 when one of the records is poisoned for that place. */
  check(records: readonly StoredRecord[], place: PoisonPlace): void {
    if (this.#poisons.size === 0) return;
    for (const record of records) {
      const poison = this.#poisons.get(key(record.entity.name, record.id));
      if (poison?.in.includes(place)) throw faultOf(poison);
    }
  }
}

function faultOf({ code }: Poison): Fault {
  return code === '4002'
    ? faults.poisonedQuery()
    : faults.system("Something you're trying to use has been made inactive");
}
