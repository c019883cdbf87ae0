import { openTestDatabase } from './database.ts';
import { toRealmId, type RealmId } from '../../src/base/realm-id.ts';
import { entityByName, type EntityDefinition } from '../../src/catalogue/index.ts';
import type { Database } from '../../src/postgres/database.ts';
import { writePage, type PageResult } from '../../src/tables/page-writer.ts';

/*
 * Pages as QuickBooks sends them, written to a database of their own; each test takes a company of its own.
 */

export type WrittenPage = {
  readonly realm: RealmId;
  /** JSON of the records. */
  readonly records: readonly string[];
  /** Time of the answer. */
  readonly at?: string;
  /** Our time before it was asked for, and whether its records were asked for again, as of `Page`. */
  readonly askedAt?: Date;
  readonly isReread?: boolean;
  /** @default Invoice */
  readonly entity?: EntityDefinition;
};

export type Pages = {
  readonly db: Database;
  newRealm(): RealmId;
  write(page: WrittenPage): Promise<PageResult>;
  /** Rows of a statement whose only parameter is the company. */
  rows(sql: string, realm: RealmId): Promise<Record<string, unknown>[]>;
  row(sql: string, realm: RealmId): Promise<Record<string, unknown> | undefined>;
  close(): Promise<void>;
};

export const entity = (name: string): EntityDefinition => {
  const found = entityByName(name);
  if (found === undefined) throw new Error(`No entity ${name}.`);
  return found;
};

export async function openPages(): Promise<Pages> {
  const { db, close } = await openTestDatabase();
  let realms = 0;
  const rows = async (sql: string, realm: RealmId): Promise<Record<string, unknown>[]> =>
    (await db.execute(sql, [realm])).rows;
  return {
    db,
    close,
    rows,
    row: async (sql, realm) => (await rows(sql, realm))[0],
    newRealm: () => toRealmId(String(9_000_000_000_000 + (realms += 1))),
    write({
      realm,
      records,
      at = '2026-03-01T10:00:00.123-08:00',
      entity: of = entity('Invoice'),
      ...asked
    }) {
      const text = `{"QueryResponse":{"${of.jsonKey}":[${records.join(',')}],"startPosition":1},"time":"${at}"}`;
      const path = ['QueryResponse', of.jsonKey];
      return db.transaction((tx) =>
        writePage(tx, { entity: of, realmId: realm, text, path, observedAt: new Date(at), ...asked }),
      );
    },
  };
}

export const stamp = (updated: string): string =>
  `"MetaData":{"CreateTime":"2026-01-02T03:04:05-08:00","LastUpdatedTime":"${updated}"}`;

/** An invoice with a note. */
export const small = (id: string, note: string, updated = '2026-02-01T00:00:00-08:00'): string =>
  `{"Id":"${id}","SyncToken":"0","PrivateNote":"${note}","TotalAmt":10.00,${stamp(updated)}}`;

/** An invoice with all there is to one: lines, a bundle, links, custom fields and tax. */
export const fullInvoice = `{
  "domain":"QBO","sparse":false,"Id":"5000000000000503624","SyncToken":"3",${stamp('2026-02-01T00:00:00-08:00')},
  "DocNumber":"1037","TxnDate":"2026-01-31","CurrencyRef":{"value":"USD","name":"United States Dollar"},
  "CustomerRef":{"value":"24","name":"Sonnenschein Family Store"},"TotalAmt":123456789012345.67,"Balance":0.1,
  "ExchangeRate":1.2345678901,"HomeTotalAmt":"10.00","ApplyTaxAfterDiscount":"false","EInvoiceStatus":"",
  "DueDate":"","BillEmail":{"Address":"a@b.example"},"BillAddr":{"Id":"95","Line1":"Zoë 😀","City":"Ñ"},
  "CustomField":[{"DefinitionId":"1","Name":"Generator Model","Type":"StringType","StringValue":"GX 200"},{"DefinitionId":"2","Name":"Engine Model","Type":"StringType"}],
  "LinkedTxn":[{"TxnId":"100","TxnType":"Estimate"},{"TxnId":"7","TxnType":"StatementCharge"}],
  "TxnTaxDetail":{"TxnTaxCodeRef":{"value":"2"},"TotalTax":26.96,"TaxLine":[{"Amount":26.96,"DetailType":"TaxLineDetail","TaxLineDetail":{"TaxRateRef":{"value":"3"},"PercentBased":true,"TaxPercent":8,"NetAmountTaxable":337}}]},
  "Line":[
    {"Id":"1","LineNum":1,"Description":"Rock","Amount":275.00,"DetailType":"SalesItemLineDetail","SalesItemLineDetail":{"ItemRef":{"value":"5","name":"Rock Fountain"},"UnitPrice":0.5306667,"Qty":1,"TaxCodeRef":{"value":"TAX"}}},
    {"Id":"2","LineNum":2,"Amount":0,"DetailType":"GroupLineDetail","GroupLineDetail":{"GroupItemRef":{"value":"30"},"Quantity":2,"Line":[
      {"Id":"3","Amount":12.75,"DetailType":"SalesItemLineDetail","SalesItemLineDetail":{"ItemRef":{"value":"11"},"Qty":3},"LinkedTxn":[{"TxnId":"9","TxnType":"TimeActivity","TxnLineId":"0"}]}]}},
    {"Amount":287.75,"DetailType":"SubTotalLineDetail","SubTotalLineDetail":{}}]}`;
