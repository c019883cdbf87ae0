import { expect, test } from 'vitest';

import { startBench } from '../../test/support/harness.ts';
import { startReceiver } from '../../test/support/webhook-receiver.ts';

const LINE = {
  Amount: 100,
  DetailType: 'SalesItemLineDetail',
  SalesItemLineDetail: { ItemRef: { value: '1' } },
};
const POST = { method: 'POST', headers: { 'content-type': 'application/octet-stream' } };

test('a document that is sent says so, moves no money, and is told as emailed', async () => {
  await using bench = await startBench();
  await using receiver = await startReceiver();
  const [customer] = await bench.records('select * from Customer maxresults 1', 'Customer');
  const draft = { CustomerRef: { value: customer?.['Id'] }, Line: [LINE] };
  const invoice = (await bench.write('invoice', draft)).json()['Invoice'];
  expect((await bench.call(`invoice/${invoice.Id}/send`, POST)).json()['Fault']['Error'][0]['code']).toBe(
    '6000',
  );
  await bench.control('webhooks', { url: receiver.url, verifierToken: 'x' });
  const sent = await bench.call(`invoice/${invoice.Id}/send?sendTo=a@b.example`, POST);
  expect(sent.json()['Invoice']).toMatchObject({
    EmailStatus: 'EmailSent',
    BillEmail: { Address: 'a@b.example' },
    DeliveryInfo: { DeliveryType: 'Email' },
    Balance: invoice.Balance,
    SyncToken: '1',
  });
  expect((await bench.call('item/1/send?sendTo=a@b.example', POST)).status).toBe(400);
  await bench.clock.advance(5_000);
  await expect.poll(() => receiver.received.length, { interval: 2 }).toBe(1);
  expect(receiver.received[0]?.json).toMatchObject([{ type: 'qbo.invoice.emailed.v1' }]);
});

test('a document can be had as a PDF, whatever is accepted', async () => {
  await using bench = await startBench();
  const [invoice] = await bench.records('select * from Invoice maxresults 1', 'Invoice');
  const accept = { headers: { accept: 'application/pdf' } };
  const answer = await bench.call(`invoice/${invoice?.['Id']}/pdf`, accept);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.text).toMatch(/^%PDF-1\.4\n[\s\S]*%%EOF\n$/);
  expect((await bench.call('invoice/999999/pdf', accept)).status).toBe(400);
});
