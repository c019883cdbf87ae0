import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import * as contract from '../../api-contract/index.ts';

type NamedSchema = { readonly $id: string };

const isNamed = (value: unknown): value is NamedSchema =>
  typeof value === 'object' && value !== null && typeof (value as Partial<NamedSchema>).$id === 'string';

/** Makes the shapes of the contract known to the server and collects every route into one OpenAPI 3.1 document. */
export async function installOpenApi(app: FastifyInstance, options: { version: string }): Promise<void> {
  for (const schema of Object.values(contract)) if (isNamed(schema)) app.addSchema(schema);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Ledger Mirror',
        description:
          'An exact copy of QuickBooks Online companies in PostgreSQL. It never writes to QuickBooks.',
        version: options.version,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          apiKey: { type: 'http', scheme: 'bearer', description: 'An API key.' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'ledger_mirror_session',
            description:
              'Set by /v1/auth/sign-in; __Host-ledger_mirror_session where the server is reached by https.',
          },
        },
      },
      security: [{ apiKey: [] }, { session: [] }],
      tags: [
        { name: 'organizations', description: 'The connected companies and their copies.' },
        { name: 'records', description: 'The synced rows.' },
        { name: 'jobs', description: 'The queue of wake-ups.' },
        { name: 'connect', description: 'Connecting a company (OAuth).' },
        { name: 'access', description: 'Signing in, people, API keys and the audit trail.' },
        { name: 'system', description: 'The installation itself.' },
      ],
    },
    refResolver: {
      buildLocalReference: (json, _base, _fragment, index) => (isNamed(json) ? json.$id : `Schema${index}`),
    },
  });
}
