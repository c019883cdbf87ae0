import { resolve } from 'node:path';

import { isLoopback } from '../base/addresses.ts';
import type { Secret } from '../base/secret.ts';
import type { Settings } from './options.ts';

export type Environment = 'production' | 'sandbox' | 'simulator';

/** The Intuit app and where its endpoints are. */
export type QuickBooksSettings = {
  readonly clientId: string;
  readonly clientSecret: Secret;
  /** Without it webhooks are not taken. */
  readonly webhookVerifierToken: Secret | undefined;
  readonly endpoints: {
    readonly apiUrl: string;
    readonly authorizeUrl: string;
    readonly tokenUrl: string;
    readonly revokeUrl: string;
  };
  /** Those of the OAuth endpoints that were set by name; the others are looked up, where that is possible. */
  readonly given: Partial<Omit<QuickBooksSettings['endpoints'], 'apiUrl'>>;
};

/** Everything the program was told, complete and checked. */
export type Config = Omit<
  Settings,
  | 'publicUrl'
  | 'redirectUri'
  | 'environment'
  | 'clientId'
  | 'clientSecret'
  | 'apiUrl'
  | 'authorizeUrl'
  | 'tokenUrl'
  | 'revokeUrl'
  | 'webhookVerifierToken'
> & {
  readonly publicUrl: string;
  readonly redirectUri: string;
  readonly environment: Environment;
  /** Undefined without keys: the demo, in which the bundled simulator stands in for QuickBooks. */
  readonly quickbooks: QuickBooksSettings | undefined;
};

// https://developer.intuit.com/.well-known/openid_configuration (the same for sandbox keys), read 2026-11-20
const INTUIT = {
  authorizeUrl: 'https://appcenter.intuit.com/connect/oauth2',
  tokenUrl: 'https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer',
  revokeUrl: 'https://developer.api.intuit.com/v2/oauth2/tokens/revoke',
};
const SIMULATOR_URL = 'http://localhost:4010';

const DEFAULT_ENDPOINTS: Readonly<Record<Environment, QuickBooksSettings['endpoints']>> = {
  production: { apiUrl: 'https://quickbooks.api.intuit.com', ...INTUIT },
  sandbox: { apiUrl: 'https://sandbox-quickbooks.api.intuit.com', ...INTUIT },
  // A simulator that runs by itself, where `ledger-mirror simulator` puts it.
  simulator: {
    apiUrl: SIMULATOR_URL,
    authorizeUrl: `${SIMULATOR_URL}/connect/oauth2`,
    tokenUrl: `${SIMULATOR_URL}/oauth2/v1/tokens/bearer`,
    revokeUrl: `${SIMULATOR_URL}/v2/oauth2/tokens/revoke`,
  },
};

const hostOf = (url: string): string => URL.parse(url)?.hostname ?? '';

/** Adds what follows from several settings together. */
export function deriveConfig(settings: Settings): Config {
  const { clientId, clientSecret, webhookVerifierToken, apiUrl, authorizeUrl, tokenUrl, revokeUrl, ...rest } =
    settings;
  const publicUrl = settings.publicUrl ?? `http://localhost:${settings.port}`;
  const environment = settings.environment ?? defaultEnvironment(clientId, publicUrl);
  const defaults = DEFAULT_ENDPOINTS[environment];
  return {
    ...rest,
    dataDir: resolve(settings.dataDir),
    publicUrl,
    redirectUri: settings.redirectUri ?? `${publicUrl}/v1/oauth/callback/qbo`,
    environment,
    quickbooks:
      clientId === undefined || clientSecret === undefined
        ? undefined
        : {
            clientId,
            clientSecret,
            webhookVerifierToken,
            endpoints: {
              apiUrl: apiUrl ?? defaults.apiUrl,
              authorizeUrl: authorizeUrl ?? defaults.authorizeUrl,
              tokenUrl: tokenUrl ?? defaults.tokenUrl,
              revokeUrl: revokeUrl ?? defaults.revokeUrl,
            },
            given: {
              ...(authorizeUrl !== undefined && { authorizeUrl }),
              ...(tokenUrl !== undefined && { tokenUrl }),
              ...(revokeUrl !== undefined && { revokeUrl }),
            },
          },
  };
}

function defaultEnvironment(clientId: string | undefined, publicUrl: string): Environment {
  if (clientId === undefined) return 'simulator';
  return publicUrl.startsWith('http:') && isLoopback(hostOf(publicUrl)) ? 'sandbox' : 'production';
}

/** What is wrong with settings that are fine one by one. Sentences begin with the name of a setting. */
export function contradictions(settings: Settings): string[] {
  const problems: string[] = [];
  const hasKeys = settings.clientId !== undefined && settings.clientSecret !== undefined;
  if (settings.clientId !== undefined && settings.clientSecret === undefined) {
    problems.push('QBO_CLIENT_SECRET is missing: QBO_CLIENT_ID is set, and the two belong together.');
  }
  if (settings.clientSecret !== undefined && settings.clientId === undefined) {
    problems.push('QBO_CLIENT_ID is missing: QBO_CLIENT_SECRET is set, and the two belong together.');
  }
  if (settings.clientId === undefined && settings.clientSecret === undefined)
    problems.push(...withoutKeys(settings));
  const { encryptionKey, encryptionKeyCommand } = settings;
  if (
    settings.databaseUrl !== undefined &&
    encryptionKey === undefined &&
    encryptionKeyCommand === undefined
  ) {
    problems.push(
      'ENCRYPTION_KEY is missing: with DATABASE_URL it must be given, itself or by ENCRYPTION_KEY_COMMAND, so that every process can read the tokens and a lost folder does not lose them. `openssl rand -base64 32` makes one.',
    );
  }
  if (encryptionKey !== undefined && encryptionKeyCommand !== undefined)
    problems.push('ENCRYPTION_KEY_COMMAND is set beside ENCRYPTION_KEY: only one of them can say the key.');
  if ((settings.adminEmail === undefined) !== (settings.adminPassword === undefined)) {
    const [missing, set] =
      settings.adminEmail === undefined
        ? ['ADMIN_EMAIL', 'ADMIN_PASSWORD']
        : ['ADMIN_PASSWORD', 'ADMIN_EMAIL'];
    problems.push(`${missing} is missing: ${set} is set, and the two belong together.`);
  }
  if (hasKeys) problems.push(...insecureRedirect(settings));
  return problems;
}

function withoutKeys(settings: Settings): string[] {
  const problems: string[] = [];
  if (settings.environment !== undefined && settings.environment !== 'simulator') {
    problems.push(
      `QBO_ENVIRONMENT is ${settings.environment}, but QBO_CLIENT_ID and QBO_CLIENT_SECRET are missing.`,
    );
  }
  const overrides = {
    QBO_API_URL: settings.apiUrl,
    QBO_AUTHORIZE_URL: settings.authorizeUrl,
    QBO_TOKEN_URL: settings.tokenUrl,
    QBO_REVOKE_URL: settings.revokeUrl,
  };
  for (const [name, value] of Object.entries(overrides)) {
    if (value !== undefined)
      problems.push(`${name} is set, but QBO_CLIENT_ID and QBO_CLIENT_SECRET are missing.`);
  }
  return problems;
}

/** Intuit refuses http redirect URIs for production keys; another authorize page has its own rules. */
function insecureRedirect(settings: Settings): string[] {
  const config = deriveConfig(settings);
  if (config.environment !== 'production' || settings.authorizeUrl !== undefined) return [];
  if (config.redirectUri.startsWith('https:')) return [];
  return settings.redirectUri === undefined
    ? [
        'PUBLIC_URL must begin with https: for production keys, because Intuit sends browsers back to nothing else.',
      ]
    : ['QBO_REDIRECT_URI must begin with https: for production keys, because Intuit accepts nothing else.'];
}

/** What is not wrong, but probably not what was meant. */
export function doubts({ publicUrl, trustedProxies }: Config): string[] {
  // The server itself speaks http only.
  if (!publicUrl.startsWith('https:') || trustedProxies !== undefined) return [];
  return [
    'PUBLIC_URL begins with https, so a proxy stands in front, and TRUSTED_PROXIES does not name it: everybody behind it counts as one caller, and a stranger who guesses passwords locks all out. Set it to the address of the proxy as this computer sees it, such as 127.0.0.1 or 10.0.0.0/8.',
  ];
}
