import { randomBytes } from 'node:crypto';
import { silentLogger } from '../../src/base/logger.ts';
import { toRealmId, type RealmId } from '../../src/base/realm-id.ts';
import { Secret } from '../../src/base/secret.ts';
import { entityByName } from '../../src/catalogue/index.ts';
import { openDatabase, type Database } from '../../src/postgres/database.ts';
import { writePage } from '../../src/tables/page-writer.ts';
import { createReaders, type NewReader, type Readers } from '../../src/tables/readers.ts';
import type { TestDatabase } from './database.ts';

/** Two companies a reader may be given, and one that nobody is given: what is in it says so. */
export const books = {
  one: toRealmId('9410000000001'),
  two: toRealmId('9410000000002'),
  hidden: toRealmId('9410000000003'),
};

/** Stands wherever a value is sensitive, and nowhere else. */
export const SECRET = '900-12-3456';
/** Stands in every name of the hidden company. */
export const HIDDEN = 'Hidden Ltd';

export const recordsOf = (name: string): Record<string, readonly object[]> => ({
  CompanyInfo: [{ Id: '1', CompanyName: name, EmployerId: SECRET, Country: 'US' }],
  Account: [{ Id: '1', Name: name, BankNum: SECRET }],
  Vendor: [{ Id: '1', DisplayName: name, TaxIdentifier: SECRET, BusinessNumber: SECRET, Active: true }],
  Employee: [{ Id: '1', DisplayName: name, SSN: SECRET, BirthDate: '1990-12-10', CostRate: 55.5 }],
  Customer: [{ Id: '1', DisplayName: name, PrimaryTaxIdentifier: SECRET, Active: true }],
  Invoice: [{ Id: '1', DocNumber: name, TotalAmt: 5, Balance: 5, Line: [{ Amount: 5 }] }],
  Payment: [
    { Id: '1', TotalAmt: 5, TxnDate: '2026-01-31', PrivateNote: name, CheckPayment: { AcctNum: SECRET } },
  ],
  Purchase: [
    {
      Id: '1',
      DocNumber: name,
      CheckPayment: { AcctNum: SECRET, BankName: 'Bank' },
      CreditCardPayment: { CreditChargeInfo: { Number: SECRET, NameOnAcct: name } },
      Line: [{ Amount: 5 }],
    },
  ],
  RecurringTransaction: [
    {
      SalesReceipt: {
        Id: '1',
        RecurringInfo: { Name: name },
        CheckPayment: { AcctNum: SECRET, BankName: 'Bank' },
        Line: [{ Amount: 5 }],
      },
    },
  ],
});

export async function write(db: Database, realmId: RealmId, name: string, records: readonly object[]) {
  const entity = entityByName(name);
  if (entity === undefined) throw new Error(`No entity ${name}.`);
  const text = JSON.stringify(records);
  return db.transaction((tx) => writePage(tx, { entity, realmId, text, path: [], observedAt: new Date() }));
}

export async function seedBooks(db: Database): Promise<void> {
  for (const [name, realmId] of Object.entries({
    'One Inc': books.one,
    'Two Inc': books.two,
    [HIDDEN]: books.hidden,
  })) {
    await db.query('INSERT INTO ledger_mirror.organizations (realm_id, company_name) VALUES ($1, $2)', [
      realmId,
      name,
    ]);
    for (const [entity, records] of Object.entries(recordsOf(name))) {
      const { rejected } = await write(db, realmId, entity, records);
      if (rejected.length > 0) throw new Error(`A record of ${entity} was rejected.`);
    }
  }
}

/** Logins of one test file. Roles belong to the whole server, so each has a name of its own and is given back. */
export function createLogins({ db, url }: TestDatabase) {
  const readers: Readers = createReaders(db);
  const open: Database[] = [];
  const names: string[] = [];
  const signIn = async (name: string, password: Secret): Promise<Database> => {
    const address = new URL(url.reveal());
    address.username = name;
    address.password = password.reveal();
    const login = await openDatabase({
      url: new Secret(address.href),
      logger: silentLogger,
      maxConnections: 1,
    });
    open.push(login);
    return login;
  };
  return {
    readers,
    signIn,
    async add(
      reader: Omit<NewReader, 'name'>,
      name = `reader_${randomBytes(6).toString('hex')}`,
    ): Promise<Database & { readonly login: string }> {
      names.push(name);
      const { password } = await readers.add({ ...reader, name });
      return Object.assign(await signIn(name, password), { login: name });
    },
    async close(): Promise<void> {
      for (const login of open) await login.close();
      for (const name of names) await readers.remove(name);
    },
  };
}
