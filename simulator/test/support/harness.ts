import { ManualClock } from './manual-clock.ts';
import { silentLogger } from '../../src/base/logger.ts';
import { RecentRecords } from '../../src/company/record.ts';
import { type GeneratedCompany, generateCompanies } from '../../src/data/generate.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../src/start.ts';

export const REDIRECT_URI = 'http://localhost:3000/v1/oauth/callback/qbo';

type Tokens = {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
  readonly x_refresh_token_expires_in: number;
  readonly x_refresh_token_hard_expires_in?: number;
};

export type Reply = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: () => Json;
};
// Tests look into answers freely; that they have the expected shape is what the tests find out.
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = any;

export const NOON = new Date('2026-06-15T19:00:00Z');

/** A running simulator and short ways to ask it something. */
export type Bench = {
  readonly simulator: Simulator;
  readonly clock: ManualClock;
  readonly realmId: string;
  authorize(realmId?: string): Promise<string>;
  token(form: Record<string, string>, headers?: Record<string, string>): Promise<Reply>;
  connect(realmId?: string): Promise<Tokens>;
  call(path: string, init?: RequestInit): Promise<Reply>;
  query(statement: string): Promise<Reply>;
  records(statement: string, entity: string): Promise<Json[]>;
  write(entity: string, body: string | object, operation?: string): Promise<Reply>;
  control(path: string, body?: object, method?: string): Promise<Json>;
  [Symbol.asyncDispose](): Promise<void>;
};

async function reply(response: Response): Promise<Reply> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) as Json };
}

const generated = new Map<string, readonly GeneratedCompany[]>();

/** The generated companies, made once for every test of a file; each gets copies to do with as it likes. */
function copiesOfGenerated(...made: Parameters<typeof generateCompanies>): GeneratedCompany[] {
  const key = JSON.stringify(made);
  const originals = generated.get(key) ?? generateCompanies(...made);
  generated.set(key, originals);
  const recent = new RecentRecords();
  return originals.map(({ company, blueprint }) => ({ company: company.copy(recent), blueprint }));
}

/** Starts a simulator on a free port with a clock that stands still, connected to its first company. */
export async function startBench(options: Partial<SimulatorOptions> = {}): Promise<Bench> {
  const clock = (options.clock as ManualClock | undefined) ?? new ManualClock(NOON);
  const simulator = await startSimulator({
    port: 0,
    seed: 1,
    size: 'tiny',
    companies: 2,
    logger: silentLogger,
    generate: copiesOfGenerated,
    ...options,
    clock,
  });
  const realmId = simulator.companies[0]?.realmId ?? '';
  const basic = `Basic ${btoa('simulator-client:simulator-secret')}`;
  let accessToken: string | undefined;

  const bench: Bench = {
    simulator,
    clock,
    realmId,
    async authorize(realm = realmId) {
      const form = {
        client_id: 'simulator-client',
        redirect_uri: REDIRECT_URI,
        response_type: 'code',
        scope: 'com.intuit.quickbooks.accounting',
        state: 'some-state',
        realmId: realm,
        decision: 'allow',
      };
      const body = new URLSearchParams(form);
      const response = await fetch(`${simulator.url}/connect/oauth2`, {
        method: 'POST',
        body,
        redirect: 'manual',
      });
      return new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? '';
    },
    async token(form, headers = {}) {
      const init = {
        method: 'POST',
        headers: { authorization: basic, ...headers },
        body: new URLSearchParams(form),
      };
      return reply(await fetch(`${simulator.url}/oauth2/v1/tokens/bearer`, init));
    },
    async connect(realm = realmId) {
      const code = await bench.authorize(realm);
      const answer = await bench.token({
        grant_type: 'authorization_code',
        code,
        redirect_uri: REDIRECT_URI,
      });
      return answer.json() as unknown as Tokens;
    },
    async call(path, init = {}) {
      accessToken ??= (await bench.connect()).access_token;
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${accessToken}`);
      if (!headers.has('accept')) headers.set('accept', 'application/json');
      return reply(await fetch(`${simulator.url}/v3/company/${realmId}/${path}`, { ...init, headers }));
    },
    query: (statement) => bench.call(`query?query=${encodeURIComponent(statement)}&minorversion=75`),
    async records(statement, entity) {
      const answer = (await bench.query(statement)).json();
      return [...(answer['QueryResponse']?.[entity] ?? [])];
    },
    write(entity, body, operation) {
      const suffix = operation === undefined ? '' : `?operation=${operation}`;
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return bench.call(`${entity}${suffix}`, {
        method: 'POST',
        body: text,
        headers: { 'content-type': 'application/json' },
      });
    },
    async control(path, body, method) {
      const how = method ?? (body === undefined ? 'GET' : 'POST');
      const init = { method: how, headers: { 'content-type': 'application/json' } };
      const given = body === undefined ? init : { ...init, body: JSON.stringify(body) };
      const answer = await fetch(`${simulator.url}/simulator/${path}`, given);
      return (await answer.json()) as Json;
    },
    [Symbol.asyncDispose]: () => simulator.stop(),
  };
  return bench;
}
