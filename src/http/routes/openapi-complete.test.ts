import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/support/http-app.ts';
import { recordTables } from '../../tables/records/record-table.ts';
import type { OpenApiDocument, Operation, Schema } from '../pages/docs-page.ts';

type Named = { readonly name: string; readonly operation: Operation };

async function load(): Promise<{ document: OpenApiDocument; operations: Named[]; routes: string[] }> {
  await using app = await createTestApp();
  await app.ready();
  const document = (await app.inject({ url: '/v1/openapi.json' })).json<OpenApiDocument>();
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      operation,
    })),
  );
  const routes = app.guardedRoutes
    .filter(({ method }) => method !== 'HEAD')
    .map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
  return { document, operations, routes };
}

test('every route of the API is in the document, but for the document itself', async () => {
  const { operations, routes } = await load();
  const documented = new Set(operations.map(({ name }) => name));
  const missing = routes.filter((route) => route.includes(' /v1/') && !documented.has(route));
  expect(missing).toEqual(['GET /v1/openapi.json']);
});

test('every operation has a tag that exists, a summary, its parameters in words, an answer and its errors', async () => {
  const { document, operations } = await load();
  const tags = new Set(document.tags?.map(({ name }) => name));
  const wrong: string[] = [];
  for (const { name, operation } of operations) {
    if (operation.tags?.every((tag) => tags.has(tag)) !== true) wrong.push(`${name}: tag`);
    if ((operation.summary ?? '') === '') wrong.push(`${name}: summary`);
    const codes = Object.keys(operation.responses ?? {});
    if (!codes.some((code) => /^[23]/.test(code))) wrong.push(`${name}: answer`);
    const fails = codes.includes('default') || /health|docs/.test(name);
    if (!fails) wrong.push(`${name}: errors`);
    for (const [, inPath] of name.matchAll(/\{(\w+)\}/g)) {
      const parameter = operation.parameters?.find((one) => one.in === 'path' && one.name === inPath);
      if (parameter?.required !== true) wrong.push(`${name}: ${inPath}`);
    }
  }
  expect(operations.length).toBeGreaterThan(35);
  expect(wrong).toEqual([]);
});

test('each table has a schema, derived from the catalogue, that the pages of records point at', async () => {
  const { document } = await load();
  const schemas = document.components?.schemas ?? {};
  const rows = schemas['RecordPage']?.properties?.['items']?.items?.anyOf?.map(({ $ref }) => $ref);
  expect(rows).toHaveLength(recordTables.size);
  const invoice = schemas['InvoicesRow'] as Schema;
  expect(invoice.properties?.['total_amt']).toMatchObject({ type: ['number', 'null'] });
  expect(invoice.properties?.['total_amt']?.description).toContain('Invoice.TotalAmt');
  expect(invoice.properties?.['txn_date']).toMatchObject({ type: ['string', 'null'], format: 'date' });
  expect(invoice.properties?.['lines']?.items?.$ref).toBe('#/components/schemas/InvoiceLinesRow');
  expect(Object.keys(schemas['CustomersRow']?.properties ?? {})).toEqual(
    expect.arrayContaining([...(recordTables.get('customers')?.columns.keys() ?? [])]),
  );
});

test('the page of documentation shows all of it, and needs nothing the policy forbids', async () => {
  const { operations } = await load();
  await using app = await createTestApp();
  const answer = await app.inject({ url: '/v1/docs' });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toContain('text/html');
  const policy = String(answer.headers['content-security-policy']);
  expect(policy).toContain("script-src 'self'");
  const html = answer.body;
  for (const { name } of operations) expect(html).toContain(`<code>${name.split(' ')[1] ?? ''}</code>`);
  expect(html).toContain('InvoicesRow');
  expect(html).not.toMatch(/<script|\bon\w+=|javascript:|<link|<img|<iframe|@import|url\(/i);
  expect([...html.matchAll(/(?:href|src)="([^"]*)"/g)].every(([, to]) => /^(#|\/v1\/)/.test(to ?? ''))).toBe(
    true,
  );
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const dangling = [...html.matchAll(/href="#([^"]+)"/g)].filter(([, to]) => !ids.has(to));
  expect(dangling.map(([, to]) => to)).toEqual([]);
});
