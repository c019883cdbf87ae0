import type { IncomingHttpHeaders } from 'node:http';
import type { RealmId } from '../../base/realm-id.ts';
import type { Transaction } from '../../postgres/database.ts';
import { httpError } from '../errors.ts';

/** What a provider's redirect brought back, as the callback's query parameters. */
export type CallbackQuery = Readonly<Record<string, string | undefined>>;

/** One accounting system whose companies can be connected. Adding one is implementing this and registering it. */
export interface Integration {
  /** As it appears in the address: `/v1/oauth/authorize/<name>`. */
  readonly name: string;
  /** The provider's consent page, where the browser is sent. */
  authorizeUrl(state: string): string;
  /**
   * Turns an accepted answer into a connected company: exchanges the code, proves that the company can be read,
   * stores it with its tokens in one transaction and wakes its sync.
   * @param expectedRealmId on reconnect, the company that must have been chosen
   * @param confirm asked in that transaction, whose commit it can prevent: the provider may have taken half a minute
   * @throws AppError which the callback shows as a page
   */
  connect(
    query: CallbackQuery,
    expectedRealmId: RealmId | undefined,
    confirm: (tx: Transaction) => Promise<void>,
  ): Promise<RealmId>;
  /**
   * Takes a notification of the provider, sent to `/v1/webhooks/<name>`: proves where it comes from and stores it.
   * Resolved means that the provider need not send it again. Absent where a provider sends none.
   * @param body byte by byte as it arrived
   * @throws AppError WEBHOOK_NOT_CONFIGURED, WEBHOOK_SIGNATURE_REFUSED
   */
  takeWebhook?(body: Buffer, headers: IncomingHttpHeaders): Promise<void>;
}

export type IntegrationRegistry = {
  readonly all: readonly Integration[];
  /** @throws AppError HTTP_INTEGRATION_UNKNOWN */
  get(name: string): Integration;
};

export function createIntegrationRegistry(integrations: readonly Integration[]): IntegrationRegistry {
  const byName = new Map(integrations.map((integration) => [integration.name, integration]));
  return {
    all: integrations,
    get(name) {
      const integration = byName.get(name);
      if (integration === undefined) {
        throw httpError('HTTP_INTEGRATION_UNKNOWN', { details: { known: [...byName.keys()] } });
      }
      return integration;
    },
  };
}
