import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { connectCompany, createRecordApp, storeRecords } from '../../../test/support/record-app.ts';
import type { ManualClock } from '../../base/clock.ts';
import { times } from '../../tuning/times.ts';

const realmId = '1001';
let database: TestDatabase;
let app: FastifyInstance;
let noted: unknown[];
let clock: ManualClock;

beforeAll(async () => {
  database = await openTestDatabase();
  ({ app, noted, clock } = await createRecordApp(database.db));
  const company = await connectCompany(database.db, realmId);
  await storeRecords(database.db, company, 'Customer', [
    { Id: '1', DisplayName: 'Ada', PrimaryTaxIdentifier: 'XXXX6789', Active: true },
  ]);
  await storeRecords(database.db, company, 'Account', [{ Id: '1', Name: 'Cash' }]);
});
afterAll(async () => {
  await app.close();
  await database.close();
});

async function read(path: string, headers: Record<string, string>): Promise<void> {
  const { statusCode } = await app.inject({ url: `/v1/organizations/${realmId}/records/${path}`, headers });
  expect(statusCode).toBe(200);
}

test('who reads sensitive values is in the trail, with the names of the columns, once an hour for each', async () => {
  const noteOf = (columns: string[], target = 'customers') => ({
    action: 'data.sensitive_read',
    realmId,
    target,
    details: { columns },
  });
  const admin = { 'x-role': 'admin', 'x-user': 'grace' };
  await read('customers?fields=id,primary_tax_identifier', admin);
  await read('customers?fields=id,primary_tax_identifier', admin);
  expect(noted).toEqual([noteOf(['primary_tax_identifier'])]);
  // What QuickBooks sent holds them too, and whoever searches by a value learns it.
  await read('customers/1?fields=id,raw', admin);
  await read('customers?fields=id&filter=primary_tax_identifier:is-null:false', {
    ...admin,
    'x-user': 'joan',
  });
  await read('customers?fields=id&sort=primary_tax_identifier', { ...admin, 'x-user': 'mary' });
  expect(noted.slice(1)).toEqual([
    noteOf(['raw']),
    noteOf(['primary_tax_identifier']),
    noteOf(['primary_tax_identifier']),
  ]);
  await clock.advance(times.sensitiveNoteMs);
  await read('customers?fields=id,primary_tax_identifier', admin);
  expect(noted).toHaveLength(5);
  // Nothing of that kind was there to read.
  await read('customers?fields=id,display_name', admin);
  await read('customers?fields=id,primary_tax_identifier', { 'x-role': 'viewer' });
  await read('accounts?fields=id,name', admin);
  expect(noted).toHaveLength(5);
  const exported = { action: 'data.exported', realmId, target: 'customers' };
  await read('customers?fields=id,primary_tax_identifier&format=csv', admin);
  await read('customers?fields=id&format=csv', admin);
  expect(noted.slice(5)).toEqual([
    { ...exported, details: { format: 'csv', sensitive: ['primary_tax_identifier'] } },
    { ...exported, details: { format: 'csv' } },
  ]);
});
