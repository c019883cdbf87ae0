import { expect } from 'vitest';

import type { OrganizationList } from '../../src/api-contract/index.ts';
import { runCommand, type Env, type Product } from './product.ts';

const loadMs = 60_000;

/** The pre-shared key, where the product was started with one; the demo asks for none. */
export function asOwner(env: Env): { authorization?: string } {
  return env['ADMIN_API_KEY'] === undefined ? {} : { authorization: `Bearer ${env['ADMIN_API_KEY']}` };
}

/** The companies it has, by its API. */
export async function organizationsOf(product: Product): Promise<OrganizationList['items']> {
  const answer = await fetch(`${product.url}/v1/organizations`, { headers: asOwner(product.env) });
  return ((await answer.json()) as OrganizationList).items;
}

/** Waits until so many companies are copied whole. */
export async function whenCurrent(product: Product, companies: number): Promise<OrganizationList['items']> {
  await expect
    .poll(async () => (await organizationsOf(product)).filter((row) => row.status === 'current').length, {
      timeout: loadMs,
    })
    .toBe(companies);
  return organizationsOf(product);
}

/** The rows of a statement, through the command line. */
export async function sql<Row>(env: Env, statement: string): Promise<Row[]> {
  const { code, stdout, stderr } = await runCommand(['sql', '--json', '-c', statement], env);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout) as Row[];
}
