import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/support/http-app.ts';

type Document = {
  openapi: string;
  paths: Record<string, Record<string, { summary?: string; responses: Record<string, unknown> }>>;
  components: { schemas: Record<string, unknown> };
};

/** Every `$ref` anywhere in a document. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : references(inner),
  );
}

test('the OpenAPI document names every route, with a summary and the form of its errors', async () => {
  await using app = await createTestApp();
  const document = (await app.inject({ url: '/v1/openapi.json' })).json<Document>();
  expect(document.openapi).toMatch(/^3\.1\./);
  expect(Object.keys(document.paths).sort()).toEqual([
    '/v1/events',
    '/v1/health',
    '/v1/health/live',
    '/v1/health/ready',
    '/v1/installation',
    '/v1/oauth/authorize/{integration}',
    '/v1/oauth/callback/{integration}',
    '/v1/organizations',
    '/v1/organizations/{realmId}',
    '/v1/organizations/{realmId}/entities',
    '/v1/organizations/{realmId}/pause',
    '/v1/organizations/{realmId}/resume',
    '/v1/organizations/{realmId}/runs',
    '/v1/organizations/{realmId}/sync',
  ]);
  for (const operations of Object.values(document.paths)) {
    for (const operation of Object.values(operations)) expect(operation.summary).toBeTruthy();
  }
  expect(document.paths['/v1/organizations']?.['get']?.responses['default']).toMatchObject({
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
});

test('every reference in the OpenAPI document leads somewhere', async () => {
  await using app = await createTestApp();
  const document = (await app.inject({ url: '/v1/openapi.json' })).json<Document>();
  const found = references(document);
  expect(found.length).toBeGreaterThan(10);
  for (const target of found) {
    expect(Object.keys(document.components.schemas)).toContain(target.replace('#/components/schemas/', ''));
  }
});
