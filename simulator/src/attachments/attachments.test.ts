import { expect, test } from 'vitest';

import { type Bench, type Json, startBench } from '../../test/support/harness.ts';

const CONTENT = Buffer.from([0, 1, 13, 10, 45, 45, 255, 0]);

async function uploadTo(bench: Bench, metadata: object, content = CONTENT): Promise<Json> {
  const form = new FormData();
  const json = new Blob([JSON.stringify(metadata)], { type: 'application/json' });
  form.append('file_metadata_01', json, 'attachment.json');
  form.append('file_content_01', new Blob([new Uint8Array(content)], { type: 'image/png' }), 'über plan.png');
  const answer = await bench.call('upload', { method: 'POST', body: form });
  return answer.json()['AttachableResponse'][0] as Json;
}

test('an uploaded file can be read, queried, fetched for a quarter of an hour, and deleted', async () => {
  await using bench = await startBench();
  const [invoice] = await bench.records('select * from Invoice maxresults 1', 'Invoice');
  const ref = { EntityRef: { type: 'Invoice', value: invoice?.['Id'] } };
  const { Attachable: made } = await uploadTo(bench, {
    AttachableRef: [ref],
    Note: 'Plan',
    FileName: 'plan.png',
  });
  expect(made).toMatchObject({
    FileName: 'plan.png',
    FileAccessUri: `/v3/company/${bench.realmId}/download/${made['Id']}`,
    Size: CONTENT.length,
    ContentType: 'image/png',
    Id: expect.stringMatching(/^\d{16,19}$/),
    SyncToken: '0',
  });
  const read = (await bench.call(`attachable/${made['Id']}`)).json()['Attachable'] as Json;
  expect({ ...read, TempDownloadUri: '' }).toEqual({ ...made, TempDownloadUri: '' });
  expect(read['TempDownloadUri']).not.toBe(made['TempDownloadUri']);
  expect(read['TempDownloadUri']).toContain('X-Amz-Expires=900');
  const statement = `select * from Attachable where AttachableRef.EntityRef.value = '${invoice?.['Id']}' and Note = 'Plan'`;
  const [found] = await bench.records(statement, 'Attachable');
  const address = (await bench.call(`download/${made['Id']}`, { headers: { accept: '*/*' } })).text;
  for (const url of [address, found?.['TempDownloadUri'] as string]) {
    const file = await fetch(url);
    expect([file.status, Buffer.from(await file.arrayBuffer())]).toEqual([200, CONTENT]);
  }
  expect((await fetch(address.replace(/Signature=./, 'Signature=x'))).status).toBe(403);
  await bench.clock.advance(901_000);
  const late = await fetch(address);
  expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('Request has expired')]);
  await bench.write('attachable', { Id: made['Id'], SyncToken: '0' }, 'delete');
  expect((await bench.call(`download/${made['Id']}`)).status).toBe(400);
});

test('a link to a record that is not there is a fault inside a 200, and a body without a file a fault', async () => {
  await using bench = await startBench();
  const ref = { EntityRef: { type: 'Invoice', value: '999999' } };
  expect(await uploadTo(bench, { AttachableRef: [ref] })).toMatchObject({
    Fault: {
      Error: [
        {
          code: '6000',
          Detail:
            'Business Validation Error: The entity Invoice 999999 that you are trying to link does not exist. Invoice 999999',
        },
      ],
      type: 'ValidationFault',
    },
  });
  const { Attachable: plain } = await uploadTo(bench, {});
  expect(plain).toMatchObject({ FileName: 'über plan.png', ContentType: 'image/png' });
  const none = await bench.call('upload', { method: 'POST', body: new FormData() });
  expect([none.status, none.json()['Fault']['Error'][0]['code']]).toEqual([400, '2020']);
});
