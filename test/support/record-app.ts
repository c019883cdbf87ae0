import fastify, { type FastifyInstance } from 'fastify';
import type { Principal } from '../../src/access/principal.ts';
import type { Role } from '../../src/access/roles.ts';
import * as contract from '../../src/api-contract/index.ts';
import { systemClock } from '../../src/base/clock.ts';
import { silentLogger } from '../../src/base/logger.ts';
import { type RealmId, toRealmId } from '../../src/base/realm-id.ts';
import { entityByName } from '../../src/catalogue/index.ts';
import { ManualClock } from '../../src/base/clock.ts';
import { createErrorHandler } from '../../src/http/error-handler.ts';
import { createFailureLog } from '../../src/http/failure-log.ts';
import { createLane } from '../../src/http/lane.ts';
import { createExports, type Exports } from '../../src/http/records/exports.ts';
import { createSensitiveNotes } from '../../src/http/records/sensitive-notes.ts';
import { recordRoutes } from '../../src/http/routes/records.ts';
import type { Database } from '../../src/postgres/database.ts';
import { createOrganizations } from '../../src/sync/organizations.ts';
import { writePage } from '../../src/tables/page-writer.ts';
import { createRecordReader } from '../../src/tables/records/reader.ts';
import { sizes } from '../../src/tuning/sizes.ts';

export type RecordApp = {
  readonly app: FastifyInstance;
  readonly exports: Exports;
  /** What went into the audit trail. */
  readonly noted: unknown[];
  /** What the routes take for the time. */
  readonly clock: ManualClock;
};

/** The record routes behind a guard that believes the headers `x-role`, `x-user` and `x-organizations`. */
export async function createRecordApp(
  db: Database,
  options: {
    readDb?: Database;
    maxExports?: number;
    stallTimeoutMs?: number;
    /** Plugins that must be there before the routes. */
    install?: (app: FastifyInstance) => Promise<void>;
  } = {},
): Promise<RecordApp> {
  const app = fastify({ ajv: { customOptions: { coerceTypes: true } } });
  app.setErrorHandler(
    createErrorHandler({
      logFailure: createFailureLog({ logger: silentLogger }),
      publicUrl: new URL('http://localhost:3000'),
    }),
  );
  const noted: unknown[] = [];
  const clock = new ManualClock();
  app.decorateRequest('principal', undefined);
  app.decorateReply('whileAllowed', () => new AbortController().signal);
  app.decorateRequest('audit', (entry) => {
    noted.push(entry);
    return Promise.resolve();
  });
  app.addHook('onRequest', (request, _reply, done) => {
    const organizations = request.headers['x-organizations'];
    const principal: Principal = {
      kind: 'user',
      id: String(request.headers['x-user'] ?? '1'),
      name: 'ada@example.com',
      role: (request.headers['x-role'] as Role | undefined) ?? 'owner',
      organizations: typeof organizations === 'string' ? new Set(organizations.split(',')) : undefined,
    };
    request.principal = principal;
    done();
  });
  const schemas = Object.values(contract);
  for (const schema of schemas) {
    if (
      typeof schema === 'object' &&
      '$id' in schema &&
      !Object.hasOwn(app.getSchemas(), String(schema.$id))
    ) {
      app.addSchema(schema);
    }
  }
  await options.install?.(app);
  const reader = createRecordReader({ db, readDb: options.readDb });
  const exports = createExports({
    reader,
    logger: silentLogger,
    ...(options.maxExports === undefined
      ? {}
      : {
          shares: {
            atOnce: options.maxExports,
            perCaller: options.maxExports,
            perCompany: options.maxExports,
          },
        }),
    ...(options.stallTimeoutMs === undefined ? {} : { stallTimeoutMs: options.stallTimeoutMs }),
  });

  app.addHook('preClose', (done) => {
    exports.stop();
    done();
  });
  await app.register(recordRoutes, {
    organizations: createOrganizations(db),
    reader,
    exports,
    noteSensitive: createSensitiveNotes(clock),
    lane: createLane({ shares: sizes.pages, clock: systemClock }),
    version: '1',
  });
  return { app, exports, noted, clock };
}

export async function connectCompany(db: Database, id: string): Promise<RealmId> {
  const realmId = toRealmId(id);
  await db.transaction((tx) =>
    createOrganizations(db).connected(tx, realmId, { companyName: `Company ${id}` }),
  );
  return realmId;
}

/** Stores records as the engine does; `documents` are QuickBooks' JSON, or its text where digits matter. */
export async function storeRecords(
  db: Database,
  realmId: RealmId,
  entityName: string,
  documents: readonly (object | string)[],
  observedAt = new Date(),
): Promise<void> {
  const entity = entityByName(entityName);
  if (entity === undefined) throw new Error(`There is no entity ${entityName}.`);
  const texts = documents.map((document) =>
    typeof document === 'string' ? document : JSON.stringify(document),
  );
  const text = `{"QueryResponse":{"${entity.jsonKey}":[${texts.join(',')}]}}`;
  await db.transaction(async (tx) => {
    const { rejected } = await writePage(tx, {
      entity,
      realmId,
      text,
      path: ['QueryResponse', entity.jsonKey],
      observedAt,
    });
    if (rejected.length > 0) throw new Error(rejected[0]?.reason);
  });
}
