import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Principal } from '../../access/principal.ts';
import { RealmIdParameters, reference } from '../../api-contract/index.ts';
import { toRealmId, type RealmId } from '../../base/realm-id.ts';
import type { Organizations } from '../../sync/index.ts';
import { recordsError } from '../../tables/errors.ts';
import { maskedColumns, revealedColumns, type RecordQuery } from '../../tables/records/query.ts';
import type { RecordPage as Page, RecordReader } from '../../tables/records/reader.ts';
import { recordTable, recordTables } from '../../tables/records/record-table.ts';
import { sizes } from '../../tuning/sizes.ts';
import { assertSees, principalOf } from '../principal.ts';
import type { Account, Lane } from '../lane.ts';
import { mediaTypes, preferredFormat, type Format } from '../records/accept.ts';
import { entityTag, matches } from '../records/etag.ts';
import type { Exports } from '../records/exports.ts';
import {
  parseFilterText,
  parseList,
  parseSortText,
  RecordItemQueryString,
  RecordQueryString,
} from '../records/query-string.ts';
import type { NoteSensitive } from '../records/sensitive-notes.ts';
import { AnyRow, RecordPage, rowSchemas, TableList } from '../records/schemas.ts';
import { questionOf } from '../records/sensitive.ts';
import { problems } from './problems.ts';

export type RecordRoutesOptions = {
  readonly organizations: Pick<Organizations, 'get'>;
  readonly reader: RecordReader;
  readonly exports: Exports;
  /** The turns of pages and single records. */
  readonly lane: Lane;
  readonly noteSensitive: NoteSensitive;
  /** Part of every tag: another program may write the same rows differently. */
  readonly version: string;
};

const tags = ['records'];

const TableParameters = Type.Object({
  ...RealmIdParameters.properties,
  entity: Type.String({
    maxLength: 63,
    description: `Name of the table: ${[...recordTables.keys()].join(', ')}.`,
    examples: ['invoices'],
  }),
});

/** A misspelt parameter would silently answer another question. */
function refuseUnknown(known: object) {
  return async (request: FastifyRequest): Promise<void> => {
    const query = request.query as Record<string, unknown>;
    const unknown = Object.keys(query).filter((name) => !Object.hasOwn(known, name));
    if (unknown.length > 0) {
      throw recordsError('RECORDS_QUERY_INVALID', {
        text: `There is no such parameter; there are ${Object.keys(known).join(', ')}.`,
        details: { parameters: unknown.slice(0, 5).map((name) => name.slice(0, 50)) },
      });
    }
    if (typeof query['filter'] === 'string') query['filter'] = [query['filter']];
  };
}

const accountOf = (principal: Principal, realmId: RealmId): Account => ({
  caller: `${principal.kind} ${principal.id}`,
  company: realmId,
});

/** Aborts when the client does not wait for the answer any more. */
function whenGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort(recordsError('RECORDS_BUSY')));
  return gone.signal;
}

/** A page as JSON text: the documents stay as PostgreSQL wrote them, digit by digit. */
function pageBody(found: Page, masked: readonly string[]): string {
  const facts = {
    nextCursor: found.nextCursor,
    syncedThrough: found.syncedThrough,
    ...(masked.length > 0 && { masked }),
  };
  const rest = JSON.stringify(facts).slice(1);
  return `{"items":[${found.documents.join(',')}]${rest === '}' ? '' : ','}${rest}`;
}

/** What was synced, as people and programs read it: page by page, as a stream, or one by one. */
export const recordRoutes: FastifyPluginAsyncTypebox<RecordRoutesOptions> = async (app, options) => {
  const { organizations, reader, exports, lane, noteSensitive } = options;
  // Known to these routes only: every answer's writer is compiled with all the schemas its route knows, and these are
  // as large as all others together; known to all they cost a start a second.
  for (const schema of [...rowSchemas.values(), RecordPage, TableList]) app.addSchema(schema);

  /** The same for every route here: the company exists, and exists for whoever asks. */
  const admit = async (request: FastifyRequest): Promise<{ principal: Principal; realmId: RealmId }> => {
    const principal = principalOf(request);
    const realmId = toRealmId((request.params as { realmId: string }).realmId);
    assertSees(principal, realmId);
    await organizations.get(realmId);
    return { principal, realmId };
  };

  /** Sets the tag; true when the client has this very answer already. */
  const isUnchanged = async (
    request: FastifyRequest,
    reply: FastifyReply,
    query: RecordQuery,
    format: string,
  ): Promise<boolean> => {
    void reply.header('vary', 'accept, authorization, cookie');
    const version = await reader.version(query);
    if (version === undefined) return false;
    const tag = entityTag([version, options.version, request.url, format, query.maySeeSensitive]);
    // Kept by the client, but asked for again every time.
    void reply.header('etag', tag).header('cache-control', 'private, no-cache');
    return matches(request.headers['if-none-match'], tag);
  };

  app.route({
    method: 'GET',
    url: '/v1/organizations/:realmId/records',
    serializerCompiler: asTheyAre,
    schema: {
      tags,
      summary: 'List the tables and their columns',
      params: RealmIdParameters,
      response: { 200: reference(TableList), ...problems },
    },
    handler: async (request) => {
      await admit(request);
      return {
        items: [...recordTables.values()].map((table) => ({
          table: table.name,
          description: table.comment,
          key: [...table.key],
          followable: table.isEntity,
          includes: [...table.children.keys()],
          columns: [...table.columns.values()].map(({ name, type, comment, sensitive }) => ({
            name,
            type,
            description: comment,
            sensitive,
          })),
        })),
      };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/organizations/:realmId/records/:entity',
    // An export takes as long as its client reads; a statement that hangs and a client that stalls have limits below.
    handlerTimeout: 2 ** 31 - 1,
    preValidation: refuseUnknown(RecordQueryString.properties),
    serializerCompiler: asTheyAre,
    schema: {
      tags,
      summary: 'Read rows of a table',
      description:
        'JSON comes in pages: follow `nextCursor`. NDJSON (`Accept: application/x-ndjson`) and CSV (`text/csv`) stream ' +
        'everything that fits, from one snapshot. Numbers are JSON numbers with every digit QuickBooks sent: read them with ' +
        'a decimal parser where more than 15 digits matter. An `ETag` comes with every answer while nobody writes the table; ' +
        'sent back as `If-None-Match`, it is answered 304 until something changes.',
      params: TableParameters,
      querystring: RecordQueryString,
      response: {
        200: {
          description: 'Rows of the table.',
          headers: Type.Object({
            etag: Type.Optional(Type.String({ description: 'Version of the answer.' })),
            'ledger-mirror-masked': Type.Optional(
              Type.String({ description: 'NDJSON and CSV: columns that are empty for your role.' }),
            ),
            'ledger-mirror-synced-through': Type.Optional(
              Type.String({ description: 'NDJSON and CSV with `updatedSince`: where to go on.' }),
            ),
          }),
          content: {
            'application/json': { schema: reference(RecordPage) },
            'application/x-ndjson': { schema: Type.Unsafe<never>({ type: 'string' }) },
            'text/csv': { schema: Type.Unsafe<never>({ type: 'string' }) },
          },
        },
        304: { description: 'Nothing has changed.', type: 'null' },
        ...problems,
      },
    },
    handler: async (request, reply) => {
      const { principal, realmId } = await admit(request);
      const table = recordTable(request.params.entity);
      const asked = request.query;
      const format = asked.format ?? preferredFormat(request.headers.accept);
      if (format === undefined) throw recordsError('RECORDS_FORM_UNKNOWN');
      const wanted = {
        realmId,
        fields: parseList(asked.fields),
        filters: (asked.filter ?? []).map(parseFilterText),
        sort: parseSortText(asked.sort),
        include: parseList(asked.include),
        updatedSince: asked.updatedSince,
        includeDeleted: asked.includeDeleted,
      };
      const query = questionOf(principal, table, wanted, format === 'json' ? 'page' : 'export');
      assertFits(format, asked, query);
      const account = accountOf(principal, realmId);
      const masked = maskedColumns(query);
      const revealed = revealedColumns(query);
      if (format === 'json') {
        const page = await lane.run(account, whenGone(reply), async () => {
          if (await isUnchanged(request, reply, query, format)) return undefined;
          await noteSensitive(request, { realmId, table: table.name, columns: revealed });
          return reader.page(query, { limit: asked.limit ?? sizes.recordsPage.usual, cursor: asked.cursor });
        });
        if (page === undefined) return reply.code(304).send(undefined as never);
        return reply.type(mediaTypes.json).send(pageBody(page, masked) as never);
      }
      const isSame = await lane.run(account, whenGone(reply), () =>
        isUnchanged(request, reply, query, format),
      );
      if (isSame) return reply.code(304).send(undefined as never);
      void reply.type(mediaTypes[format]);
      if (masked.length > 0) void reply.header('ledger-mirror-masked', masked.join(', '));
      if (format === 'csv') {
        void reply.header('content-disposition', `attachment; filename="${table.name}.csv"`);
      }
      if (request.method === 'HEAD') return reply.send('' as never);
      // What is refused is not written down as exported.
      exports.requirePlace(account);
      const details = revealed.length === 0 ? { format } : { format, sensitive: revealed };
      await request.audit({ action: 'data.exported', realmId, target: table.name, details });
      const started = await exports.start({
        query,
        format,
        limit: asked.limit,
        isSpreadsheetSafe: asked.spreadsheetSafe ?? true,
        account,
        signal: reply.whileAllowed(),
      });
      if (started.syncedThrough !== undefined) {
        void reply.header('ledger-mirror-synced-through', started.syncedThrough);
      }
      return reply.send(started.body as never);
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/organizations/:realmId/records/:entity/:id',
    preValidation: refuseUnknown(RecordItemQueryString.properties),
    serializerCompiler: asTheyAre,
    schema: {
      tags,
      summary: 'Read one record',
      params: Type.Object({
        ...TableParameters.properties,
        id: Type.String({ minLength: 1, maxLength: 200, description: "QuickBooks' id of the record." }),
      }),
      querystring: RecordItemQueryString,
      response: {
        200: {
          description: 'The record.',
          content: { 'application/json': { schema: AnyRow } },
        },
        304: { description: 'Nothing has changed.', type: 'null' },
        ...problems,
      },
    },
    handler: async (request, reply) => {
      const { principal, realmId } = await admit(request);
      const { entity, id } = request.params;
      const table = recordTable(entity);
      if (!table.isEntity) {
        throw recordsError('RECORDS_TABLE_UNKNOWN', {
          text: 'Rows of this table have no id of their own; filter the table instead.',
          details: { table: table.name },
        });
      }
      if (id.includes('\0')) throw recordsError('RECORDS_NOT_FOUND', { details: { table: table.name } });
      const asked = request.query;
      const wanted = {
        realmId,
        fields: parseList(asked.fields),
        include: parseList(asked.include),
        includeDeleted: asked.includeDeleted,
      };
      const query = questionOf(principal, table, wanted, 'page');
      const document = await lane.run(accountOf(principal, realmId), whenGone(reply), async () => {
        if (await isUnchanged(request, reply, query, 'record')) return undefined;
        await noteSensitive(request, { realmId, table: table.name, columns: revealedColumns(query) });
        return reader.record(query, id);
      });
      if (document === undefined) return reply.code(304).send(undefined as never);
      const masked = maskedColumns(query);
      if (masked.length > 0) void reply.header('ledger-mirror-masked', masked.join(', '));
      return reply.type(mediaTypes.json).send(document);
    },
  });
};

/**
 * Rows come from PostgreSQL as JSON. To compile writers for the schemas of all tables, which are there for the
 * documentation, would cost a process tens of megabytes and a second, and nothing would use them.
 */
const asTheyAre = () => (value: unknown) => JSON.stringify(value);

/** What belongs to one form only is refused with the others, so that nobody relies on it in vain. */
function assertFits(format: Format, asked: RecordQueryString, query: RecordQuery): void {
  const refuse = (text: string): Error => recordsError('RECORDS_QUERY_INVALID', { text });
  const { most } = sizes.recordsPage;
  if (format === 'json' && (asked.limit ?? 0) > most) {
    throw refuse(`A page of JSON has at most ${most} rows; NDJSON and CSV have as many as you like.`);
  }
  if (format !== 'json' && asked.cursor !== undefined) {
    throw refuse('A cursor belongs to pages of JSON; NDJSON and CSV come in one piece.');
  }
  if (format === 'csv' && query.children.size > 0) {
    throw refuse('CSV has one row a record; read the table of the lines by itself.');
  }
}
