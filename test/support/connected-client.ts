import type { Clock } from '../../src/base/clock.ts';
import { systemClock } from '../../src/base/clock.ts';
import { silentLogger } from '../../src/base/logger.ts';
import { toRealmId } from '../../src/base/realm-id.ts';
import type { RealmId } from '../../src/base/realm-id.ts';
import { Secret } from '../../src/base/secret.ts';
import {
  createOAuthClient,
  createQuickBooksClient,
  createTransport,
  discoverEndpoints,
} from '../../src/quickbooks/index.ts';
import type {
  CallRecord,
  ClientOptions,
  OAuthClient,
  QuickBooksClient,
  TokenSet,
} from '../../src/quickbooks/index.ts';
import { defaultClient } from '../../simulator/src/index.ts';

/** A client of one simulated company, connected as a person would connect it. */
export type ConnectedClient = {
  readonly realm: RealmId;
  readonly oauth: OAuthClient;
  readonly client: QuickBooksClient;
  readonly calls: CallRecord[];
  /** The tokens in use; a refused access token is refreshed, which replaces them. */
  readonly tokens: () => TokenSet;
  readonly refreshes: () => number;
  close(): Promise<void>;
};

/** @param url the simulator's */
export async function connectClient(
  url: string,
  realmId: string,
  options: Partial<ClientOptions> & { readonly clock?: Clock } = {},
): Promise<ConnectedClient> {
  const realm = toRealmId(realmId);
  const transport = createTransport();
  const discoveryUrl = `${url}/.well-known/openid_configuration/`;
  const endpoints = await discoverEndpoints({ url: discoveryUrl, transport, logger: silentLogger });
  const oauth = createOAuthClient({
    clientId: defaultClient.id,
    clientSecret: new Secret(defaultClient.secret),
    redirectUri: 'http://localhost:3000/v1/oauth/callback/qbo',
    endpoints,
    transport,
    clock: systemClock,
  });
  let tokens = await oauth.exchange(await consent(oauth, endpoints.authorizeUrl, realm));
  let refreshes = 0;
  const calls: CallRecord[] = [];
  const client = createQuickBooksClient({
    apiUrl: url,
    tokens: {
      async accessToken(_realm, o) {
        if (o?.rejected?.reveal() === tokens.accessToken.reveal()) {
          refreshes += 1;
          tokens = await oauth.refresh(tokens.refreshToken);
        }
        return tokens.accessToken;
      },
    },
    transport,
    clock: systemClock,
    logger: silentLogger,
    limits: 'off',
    onCall: (call) => calls.push(call),
    ...options,
  });
  return {
    realm,
    oauth,
    client,
    calls,
    tokens: () => tokens,
    refreshes: () => refreshes,
    close: () => transport.close(),
  };
}

/** What a person does on the consent page; brings the code of the callback. */
async function consent(oauth: OAuthClient, authorizeUrl: string, realm: RealmId): Promise<string> {
  const body = new URL(oauth.authorizeUrl('state-1')).searchParams;
  body.set('decision', 'allow');
  body.set('realmId', realm);
  const answer = await fetch(authorizeUrl, { method: 'POST', body, redirect: 'manual' });
  const back = new URL(answer.headers.get('location') ?? '').searchParams;
  const code = back.get('code');
  if (code === null || back.get('state') !== 'state-1') throw new Error('The simulator gave no consent.');
  return code;
}
