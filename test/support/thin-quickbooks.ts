/*
 * The least that QuickBooks can be, in a process of its own: any number of companies in which nothing changes, each
 * with so many invoices and nothing else. For what a simulator that holds every record cannot be asked: a million
 * invoices, ten thousand companies.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ordersOf } from './child-server.ts';

const { invoices, latencyMs = 0 } = ordersOf<{ invoices: number; latencyMs?: number }>();
const firstMs = Date.UTC(2020, 0, 1);
const envelope = (): string => `"time":"${new Date().toISOString().replace('Z', '+00:00')}"`;
let calls = 0;

/** An invoice in the shape of Intuit's sandbox, with three lines. */
function invoice(index: number): string {
  const stamp = new Date(firstMs + index * 1000).toISOString().replace('.000Z', '+00:00');
  const line = (id: number): string =>
    `{"Id":"${id}","LineNum":${id},"Description":"Rock Fountain, installed and tested ${index}","Amount":275.00,"DetailType":"SalesItemLineDetail","SalesItemLineDetail":{"ItemRef":{"value":"${id}","name":"Rock Fountain"},"UnitPrice":275,"Qty":1,"ItemAccountRef":{"value":"79","name":"Sales of Product Income"},"TaxCodeRef":{"value":"TAX"}}}`;
  return `{"AllowIPNPayment":false,"AllowOnlinePayment":false,"domain":"QBO","sparse":false,"Id":"${index + 1}","SyncToken":"0","MetaData":{"CreateTime":"${stamp}","LastUpdatedTime":"${stamp}"},"CustomField":[{"DefinitionId":"1","Name":"Crew #","Type":"StringType","StringValue":"102"}],"DocNumber":"${1000 + index}","TxnDate":"2026-01-15","CurrencyRef":{"value":"USD","name":"United States Dollar"},"LinkedTxn":[{"TxnId":"${index}","TxnType":"Payment"}],"Line":[${line(1)},${line(2)},${line(3)}],"CustomerRef":{"value":"24","name":"Sonnenschein Family Store"},"CustomerMemo":{"value":"Thank you for your business and have a great day!"},"BillAddr":{"Id":"95","Line1":"Russ Sonnenschein","Line2":"Sonnenschein Family Store","Line3":"5647 Cypress Hill Ave.","Line4":"Middlefield, CA  94303"},"DueDate":"2026-02-14","TotalAmt":825.00,"PrintStatus":"NeedToPrint","EmailStatus":"NotSet","BillEmail":{"Address":"Familiystore@intuit.com"},"Balance":825.00}`;
}

function page(from: number): string {
  const rows = Array.from({ length: Math.max(0, Math.min(1000, invoices - from)) }, (_, row) =>
    invoice(from + row),
  );
  const list =
    rows.length === 0 ? '' : `"Invoice":[${rows.join(',')}],"startPosition":1,"maxResults":${rows.length}`;
  return `{"QueryResponse":{${list}},${envelope()}}`;
}

function answerQuery(statement: string): string {
  const isInvoice = /FROM Invoice\b/i.test(statement);
  if (/count\(\*\)/i.test(statement)) {
    const before = /CreateTime < '([^']+)'/.exec(statement)?.[1];
    const limit = before === undefined ? invoices : Math.min(invoices, (Date.parse(before) - firstMs) / 1000);
    return `{"QueryResponse":{"totalCount":${isInvoice ? Math.max(0, limit) : 0}},${envelope()}}`;
  }
  if (!isInvoice) return `{"QueryResponse":{},${envelope()}}`;
  if (/LastUpdatedTime >=/.test(statement)) return `{"QueryResponse":{},${envelope()}}`;
  const from = /CreateTime >= '([^']+)'/.exec(statement)?.[1];
  return page(from === undefined ? 0 : Math.max(0, (Date.parse(from) - firstMs) / 1000));
}

function send(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'application/json;charset=utf-8' }).end(body);
}

/** As far away as QuickBooks is. */
const sendLater = (response: ServerResponse, body: string): void => {
  if (latencyMs === 0) return send(response, body);
  setTimeout(() => send(response, body), latencyMs);
};

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const { pathname, searchParams } = url;
    if (pathname === '/calls') return send(response, String(calls));
    if (pathname.endsWith('/bearer'))
      return send(
        response,
        '{"token_type":"bearer","access_token":"a","expires_in":3600,"refresh_token":"r","x_refresh_token_expires_in":8726400}',
      );
    calls += 1;
    if (pathname.endsWith('/cdc'))
      return sendLater(response, `{"CDCResponse":[{"QueryResponse":[{}]}],${envelope()}}`);
    const body = Buffer.concat(chunks).toString();
    if (pathname.endsWith('/query'))
      return sendLater(response, answerQuery(searchParams.get('query') ?? body));
    if (pathname.endsWith('/batch')) {
      const { BatchItemRequest: items } = JSON.parse(body) as {
        BatchItemRequest: { bId: string; Query: string }[];
      };
      const answers = items.map(({ bId, Query }) =>
        answerQuery(Query).replace(/,"time":.*$/, `,"bId":"${bId}"}`),
      );
      return sendLater(response, `{"BatchItemResponse":[${answers.join(',')}],${envelope()}}`);
    }
    response.writeHead(400, { 'content-type': 'application/json' });
    return response.end(
      `{"Fault":{"Error":[{"Message":"Object Not Found","Detail":"Object Not Found","code":"610"}],"type":"ValidationFault"},${envelope()}}`,
    );
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.once('disconnect', () => process.exit());
