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
  const documented = Object.keys(document.paths).flatMap((path) =>
    Object.keys(document.paths[path] ?? {}).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(documented).toEqual(
    expect.arrayContaining([
      'GET /v1/organizations',
      'DELETE /v1/organizations/{realmId}',
      'POST /v1/organizations/{realmId}/sync',
      'POST /v1/auth/sign-in',
      'POST /v1/keys/{keyId}/rotate',
      'GET /v1/audit',
    ]),
  );
  for (const operations of Object.values(document.paths)) {
    for (const operation of Object.values(operations)) expect(operation.summary).toBeTruthy();
  }
  expect(document.paths['/v1/organizations']?.['get']?.responses['default']).toMatchObject({
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
});

test('the OpenAPI document says where no sign-in is needed', async () => {
  await using app = await createTestApp();
  const document = (await app.inject({ url: '/v1/openapi.json' })).json<
    Document & { paths: Record<string, Record<string, { security?: unknown }>>; security: unknown }
  >();
  expect(document.security).toEqual([{ apiKey: [] }, { session: [] }]);
  expect(document.paths['/v1/health']?.['get']?.security).toEqual([]);
  expect(document.paths['/v1/auth/sign-in']?.['post']?.security).toEqual([]);
  expect(document.paths['/v1/organizations']?.['get']?.security).toBeUndefined();
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
