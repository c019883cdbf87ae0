import { expect, test } from 'vitest';

import { entityNamed } from '../entities/entities.ts';
import { RecentRecords, StoredRecord } from './record.ts';

const MORE_THAN_ARE_KEPT = 20_000;

function invoice(id: number, recent: RecentRecords): StoredRecord {
  const record = new StoredRecord(entityNamed('Invoice'), String(id), recent);
  record.replace({ Id: String(id), DocNumber: `A-${id}` });
  return record;
}

test('a transaction that was not looked at for long is parsed again', () => {
  const recent = new RecentRecords();
  const record = invoice(0, recent);
  const { body } = record;
  for (let id = 1; id <= MORE_THAN_ARE_KEPT; id += 1) invoice(id, recent);
  expect(record.body).not.toBe(body);
  expect(record.body).toEqual(body);
});

test('what one simulator looks at takes nothing from what another keeps', () => {
  const record = invoice(0, new RecentRecords());
  const { body } = record;
  const others = new RecentRecords();
  for (let id = 1; id <= MORE_THAN_ARE_KEPT; id += 1) invoice(id, others);
  expect(record.body).toBe(body);
});
