import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp } from '../../../test/support/http-app.ts';
import type { Problem } from '../../api-contract/index.ts';

// Without a database: whatever gets past the door is a 500.
let app: FastifyInstance;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const user = '/v1/users/d0b22434-0617-4153-b4be-e7907412198c';

test.each([
  ['a text for a list, which would become null and lift the limit', 'PATCH', user, { organizations: '' }],
  ['false for a list', 'PATCH', user, { organizations: false }],
  ['a number for a list', 'PATCH', user, { organizations: 0 }],
  ['null for a choice, which would become no', 'PATCH', '/v1/organizations/1', { excludeSensitive: null }],
  ['a text for a number', 'PATCH', '/v1/organizations/1', { intervalSeconds: '60' }],
  ['a number for a text', 'POST', '/v1/auth/sign-in', { email: 'a@example.com', password: 7 }],
  ['a text for yes', 'POST', '/v1/organizations/1/reconcile', { deep: 'true' }],
  ['NUL in a name', 'POST', '/v1/users', { email: 'a@example.com', name: 'a\0', role: 'viewer' }],
  ['NUL in an address', 'POST', '/v1/users', { email: 'a\0b@example.com', role: 'viewer' }],
  ['NUL in the name of a key', 'POST', '/v1/keys', { name: 'a\0', role: 'viewer' }],
] as const)('%s is refused before anything is done', async (_what, method, url, payload) => {
  const answer = await app.inject({ method, url, payload });
  expect(answer.statusCode, answer.body).toBe(400);
  expect(answer.json<Problem>().code).toBe('HTTP_VALIDATION_FAILED');
});

test.each(['/v1/audit?actor=%00', '/v1/organizations/1/rejected?entity=a%00b', '/v1/jobs?limit=1e309'])(
  '%s is refused before anything is done',
  async (url) => {
    const answer = await app.inject({ url });
    expect(answer.statusCode, answer.body).toBe(400);
  },
);

test('what is right, what is left out and what is too much get past', async () => {
  for (const payload of [
    { organizations: null },
    { organizations: ['1'] },
    { disabled: true, unheardOf: 1 },
  ]) {
    const answer = await app.inject({ method: 'PATCH', url: user, payload });
    expect(answer.statusCode, answer.body).toBe(500);
  }
  expect((await app.inject({ method: 'POST', url: '/v1/organizations/1/reconcile' })).statusCode).toBe(500);
});
