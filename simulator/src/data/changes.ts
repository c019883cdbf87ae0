import { type Company } from '../company/company.ts';
import { type Blueprint } from './blueprint.ts';
import { isDeposited, isOpen, isUndeposited, isWithoutBalance } from './history.ts';
import {
  cardPaymentDraft,
  depositDraft,
  journalEntryDraft,
  noteDraft,
  timeActivityDraft,
  transferDraft,
} from './money-drafts.ts';
import { customerDraft, vendorDraft } from './people.ts';
import { billDraft, billPaymentDraft, purchaseDraft, vendorDraftOf } from './purchase-drafts.ts';
import { createRandom } from './random.ts';
import { invoiceDraft, paymentDraft, receiptDraft, refundDraft, saleDraft } from './sale-drafts.ts';
import { type Scene, choose } from './scene.ts';
import { entityNamed } from '../entities/entities.ts';
import { Fault } from '../base/fault.ts';
import { createRecord, deleteRecord, updateRecord, voidRecord } from '../operations/operations.ts';
import { toCents } from '../values/decimal.ts';
import { type JsonObject, rawNumber, textAt } from '../values/json.ts';
import { type StoredRecord } from '../company/record.ts';

/** What a change did: the record it was about. */
export type Change = { readonly kind: string; readonly entity: string; readonly id: string };

const OLDEST_FIRST = [{ column: 'MetaData.CreateTime', descending: false }];

const recent = (
  scene: Scene,
  entity: string,
  fits: (record: StoredRecord) => boolean = () => true,
): StoredRecord | undefined => choose(scene, entity, fits, true);

const isNotVoid = (record: StoredRecord): boolean =>
  toCents(record.body['TotalAmt']) > 0 && !isDeposited(record);

function create(scene: Scene, entity: string, draft: JsonObject | undefined): StoredRecord | undefined {
  if (draft === undefined || scene.company.hiddenEntities.has(entity)) return undefined;
  return createRecord(scene.company, entityNamed(entity), draft, { atSeconds: scene.atSeconds });
}

type DraftOf = (scene: Scene, name: StoredRecord) => JsonObject;

const sell = (entity: string, draftOf: DraftOf) => (scene: Scene) => {
  const customer = recent(scene, 'Customer');
  return customer && create(scene, entity, draftOf(scene, customer));
};

const buy = (entity: string, draftOf: DraftOf) => (scene: Scene) => {
  const vendor = recent(scene, 'Vendor');
  return vendor && create(scene, entity, draftOf(scene, vendor));
};

const make = (entity: string, draftOf: (scene: Scene) => JsonObject | undefined) => (scene: Scene) =>
  create(scene, entity, draftOf(scene));

function identity(record: StoredRecord): JsonObject {
  return { Id: record.id, SyncToken: String(record.syncToken) };
}

function update(
  scene: Scene,
  record: StoredRecord | undefined,
  change: JsonObject,
): StoredRecord | undefined {
  const { company, atSeconds } = scene;
  return (
    record &&
    updateRecord(company, record.entity, { ...identity(record), sparse: true, ...change }, { atSeconds })
  );
}

const VOIDABLE = [
  'Invoice',
  'Invoice',
  'Payment',
  'SalesReceipt',
  'RefundReceipt',
  'BillPayment',
  'Purchase',
  'CreditMemo',
];
const DELETABLE =
  `Invoice Invoice Payment SalesReceipt CreditMemo RefundReceipt Estimate Bill BillPayment VendorCredit
  Purchase JournalEntry Deposit Transfer TimeActivity PurchaseOrder CreditCardPaymentTxn`.split(/\s+/);
const NOTED = ['Invoice', 'Invoice', 'Bill', 'Estimate', 'Purchase', 'JournalEntry', 'SalesReceipt'];
const RENAMED = {
  Customer: 'DisplayName',
  Vendor: 'DisplayName',
  Item: 'Name',
  Account: 'Name',
  Class: 'Name',
} as const;

/** Every kind of change there is, each over the entities it can happen to. */
const kinds = {
  create: sell('Invoice', invoiceDraft),
  'create-sale': (scene) => {
    const [entity, draftOf] = scene.random.pick([
      ['Estimate', saleDraft],
      ['SalesReceipt', receiptDraft],
      ['CreditMemo', saleDraft],
      ['RefundReceipt', refundDraft],
    ] as const);
    return sell(entity, draftOf)(scene);
  },
  'create-purchase': (scene) => {
    const [entity, draftOf] = scene.random.pick([
      ['Bill', billDraft],
      ['Bill', billDraft],
      ['VendorCredit', (s: Scene, vendor: StoredRecord) => vendorDraftOf(s, vendor, 0.2)],
      ['PurchaseOrder', (s: Scene, vendor: StoredRecord) => vendorDraftOf(s, vendor, 0.9)],
    ] as const);
    return buy(entity, draftOf)(scene);
  },
  'create-money': (scene) => {
    const [entity, draftOf] = scene.random.pick([
      ['Purchase', purchaseDraft],
      ['Purchase', purchaseDraft],
      ['JournalEntry', journalEntryDraft],
      ['Transfer', transferDraft],
      ['CreditCardPaymentTxn', cardPaymentDraft],
      ['TimeActivity', timeActivityDraft],
    ] as const);
    return make(entity, draftOf)(scene);
  },
  'create-customer': (scene) =>
    create(scene, 'Customer', customerDraft(scene.company, scene.blueprint, scene.random)),
  'create-vendor': (scene) =>
    create(scene, 'Vendor', vendorDraft(scene.company, scene.blueprint, scene.random)),
  edit: (scene) =>
    update(scene, recent(scene, scene.random.pick(NOTED)), {
      PrivateNote: `Called about this, ${scene.random.integer(1, 9_999)}`,
    }),
  pay: (scene) => {
    const invoice = recent(scene, 'Invoice', isOpen);
    return invoice && create(scene, 'Payment', paymentDraft(scene, invoice));
  },
  'pay-bill': (scene) => {
    const bill = recent(scene, 'Bill', isOpen);
    return bill && create(scene, 'BillPayment', billPaymentDraft(scene, bill));
  },
  deposit: (scene) => {
    const waits = (record: StoredRecord): boolean => isUndeposited(scene.company, record);
    const found = ['Payment', 'SalesReceipt'].map((entity) => recent(scene, entity, waits));
    return create(
      scene,
      'Deposit',
      depositDraft(
        scene,
        found.filter((record) => record !== undefined),
      ),
    );
  },
  attach: (scene) => {
    const invoice = recent(scene, 'Invoice');
    return invoice && create(scene, 'Attachable', noteDraft(scene, invoice));
  },
  void: (scene) => {
    const record = recent(scene, scene.random.pick(VOIDABLE), isNotVoid);
    return (
      record &&
      voidRecord(scene.company, record.entity, identity(record), { atSeconds: scene.atSeconds, inUi: true })
    );
  },
  delete: (scene) => {
    const record = recent(scene, scene.random.pick(DELETABLE), (candidate) => !isDeposited(candidate));
    if (record !== undefined)
      deleteRecord(scene.company, record.entity, identity(record), { atSeconds: scene.atSeconds });
    return record;
  },
  rename: (scene) => {
    const entity = scene.random.pick(['Customer', 'Customer', 'Vendor', 'Item', 'Account', 'Class'] as const);
    const record = recent(scene, entity);
    const property = RENAMED[entity];
    const stem = textAt(record?.body ?? {}, property)?.replace(/ \(new name \d+\)$/, '') ?? '';
    return update(scene, record, {
      [property]: `${stem} (new name ${scene.random.integer(1, 99_999)})`.slice(-100),
    });
  },
  reprice: (scene) =>
    update(
      scene,
      recent(scene, 'Item', (record) => record.body['UnitPrice'] !== undefined),
      {
        UnitPrice: rawNumber(`${scene.random.integer(1, 900)}.${scene.random.integer(1, 9_999_999)}`),
      },
    ),
  deactivate: (scene) => {
    const entity = scene.random.pick([
      'Customer',
      'Customer',
      'Vendor',
      'Item',
      'Employee',
      'Class',
      'Department',
    ]);
    return update(
      scene,
      recent(scene, entity, (record) => isWithoutBalance(scene.company, record)),
      { Active: false },
    );
  },
} satisfies Record<string, (scene: Scene) => StoredRecord | undefined>;

export type ChangeKind = keyof typeof kinds;

export const changeKinds = Object.keys(kinds) as ChangeKind[];

/** What a living company does, the commonest most often. */
const MIX: readonly ChangeKind[] =
  `create create create pay pay create-purchase create-money create-money pay-bill
  create-sale edit edit deposit create-customer create-vendor attach void delete rename reprice deactivate`.split(
    /\s+/,
  ) as ChangeKind[];

const TRIES = 8;

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
  const rows = (entity: string): readonly StoredRecord[] =>
    entity === 'Bundle' ? bundles(company) : company.table(entity).sorted(OLDEST_FIRST);
  // Which entity it happens to is chance; the company may have none of one and plenty of another.
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    try {
      const record = kinds[kind]({ company, blueprint, random, atSeconds, rows });
      if (record !== undefined) return { kind, entity: record.entity.name, id: record.id };
    } catch (error) {
      // A made-up change that QuickBooks would refuse (a name already taken, say) is simply none.
      if (!(error instanceof Fault)) throw error;
    }
  }
  return undefined;
}

function bundles(company: Company): StoredRecord[] {
  return [...company.table('Item').records()].filter((record) => textAt(record.body, 'Type') === 'Group');
}
