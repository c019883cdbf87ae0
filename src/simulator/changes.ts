import { type Company } from './company.ts';
import { type Blueprint } from './data/blueprints.ts';
import { customerDraft, invoiceDraft, paymentDraft } from './data/drafts.ts';
import { type Random, createRandom } from './data/random.ts';
import { entityNamed } from './entities.ts';
import { Fault } from './fault.ts';
import { createRecord, deleteRecord, updateRecord, voidRecord } from './operations.ts';
import { toCents } from './store/decimal.ts';
import { type JsonObject, rawNumber, textAt } from './store/json.ts';
import { type StoredRecord } from './store/record.ts';

type Scene = {
  readonly company: Company;
  readonly blueprint: Blueprint;
  readonly random: Random;
  readonly atSeconds: number;
};

/** What a change did: the record it was about. */
export type Change = { readonly kind: string; readonly entity: string; readonly id: string };

const OLDEST_FIRST = [{ column: 'MetaData.CreateTime', descending: false }];

/** A record of the newer part of the entity that fits; undefined if a few tries find none. */
function choose(
  scene: Scene,
  entityName: string,
  fits: (record: StoredRecord) => boolean,
): StoredRecord | undefined {
  const rows = scene.company.table(entityName).sorted(OLDEST_FIRST);
  for (let attempt = 0; attempt < 60 && rows.length > 0; attempt += 1) {
    // The square root leans towards recent records, where real companies change most.
    const record = rows[Math.floor(Math.sqrt(scene.random.next()) * rows.length)];
    if (record !== undefined && record.active && fits(record)) return record;
  }
  return undefined;
}

const always = (): boolean => true;
const isOpen = (record: StoredRecord): boolean => toCents(record.body['Balance']) > 0;
const isNotVoid = (record: StoredRecord): boolean => toCents(record.body['TotalAmt']) > 0;

function sparse(record: StoredRecord, change: JsonObject): JsonObject {
  return { Id: record.id, SyncToken: String(record.syncToken), sparse: true, ...change };
}

function update(
  scene: Scene,
  record: StoredRecord | undefined,
  change: JsonObject,
): StoredRecord | undefined {
  if (record === undefined) return undefined;
  return updateRecord(scene.company, record.entity, sparse(record, change), { atSeconds: scene.atSeconds });
}

const kinds = {
  create: (scene) => {
    const { company, blueprint, random, atSeconds } = scene;
    const customer = choose(scene, 'Customer', always);
    if (customer === undefined) return undefined;
    const items = [...company.table('Item').records()].filter((record) => record.active);
    const draft = invoiceDraft(company, blueprint, random, { customer, items, atSeconds });
    return createRecord(company, entityNamed('Invoice'), draft, { atSeconds });
  },
  'create-customer': ({ company, random, atSeconds }) =>
    createRecord(company, entityNamed('Customer'), customerDraft(company, random), { atSeconds }),
  edit: (scene) =>
    update(scene, choose(scene, 'Invoice', isNotVoid), {
      PrivateNote: `Called about this, ${scene.random.integer(1, 9_999)}`,
    }),
  pay: (scene) => {
    const invoice = choose(scene, 'Invoice', isOpen);
    if (invoice === undefined) return undefined;
    const { company, random, atSeconds } = scene;
    return createRecord(company, entityNamed('Payment'), paymentDraft(invoice, random, atSeconds), {
      atSeconds,
    });
  },
  void: (scene) => {
    const invoice = choose(scene, 'Invoice', isNotVoid);
    return (
      invoice &&
      voidRecord(scene.company, invoice.entity, sparse(invoice, {}), { atSeconds: scene.atSeconds })
    );
  },
  delete: (scene) => {
    const invoice = choose(scene, 'Invoice', always);
    if (invoice !== undefined)
      deleteRecord(scene.company, invoice.entity, sparse(invoice, {}), { atSeconds: scene.atSeconds });
    return invoice;
  },
  rename: (scene) => {
    const customer = choose(scene, 'Customer', always);
    const stem = textAt(customer?.body ?? {}, 'DisplayName')?.replace(/ \(new name \d+\)$/, '') ?? '';
    return update(scene, customer, { DisplayName: `${stem} (new name ${scene.random.integer(1, 99_999)})` });
  },
  reprice: (scene) =>
    update(scene, choose(scene, 'Item', always), {
      UnitPrice: rawNumber(`${scene.random.integer(1, 900)}.${scene.random.integer(1, 9_999_999)}`),
    }),
  deactivate: (scene) => {
    const isIdle = (record: StoredRecord): boolean => toCents(record.body['BalanceWithJobs']) === 0;
    return update(scene, choose(scene, 'Customer', isIdle), { Active: false });
  },
} satisfies Record<string, (scene: Scene) => StoredRecord | undefined>;

export type ChangeKind = keyof typeof kinds;

export const changeKinds = Object.keys(kinds) as ChangeKind[];

/** What a living company does, the commonest most often. */
const MIX: readonly ChangeKind[] = [
  'create',
  'create',
  'create',
  'create',
  'pay',
  'pay',
  'pay',
  'edit',
  'edit',
  'create-customer',
  'void',
  'delete',
  'rename',
  'reprice',
  'deactivate',
];

/** Makes one change of that kind (or of a kind chosen by chance); undefined when nothing in the company allows it. */
export function makeChange(
  seed: number,
  company: Company,
  blueprint: Blueprint,
  atSeconds: number,
  wanted?: ChangeKind,
): Change | undefined {
  company.counters.change += 1;
  const random = createRandom(`${seed}:${company.realmId}:change:${company.counters.change}`);
  const kind = wanted ?? random.pick(MIX);
  try {
    const record = kinds[kind]({ company, blueprint, random, atSeconds });
    return record === undefined ? undefined : { kind, entity: record.entity.name, id: record.id };
  } catch (error) {
    // A made-up change that QuickBooks would refuse (a name already taken, say) is simply none.
    if (error instanceof Fault) return undefined;
    throw error;
  }
}
