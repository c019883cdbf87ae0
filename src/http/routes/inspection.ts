import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { maySeeSensitive, requireConfirmed } from '../../access/permissions.ts';
import { RealmIdParameters, reference, RejectedRecordList, UsageList } from '../../api-contract/index.ts';
import { toRealmId } from '../../base/realm-id.ts';
import type { Queryable } from '../../postgres/database.ts';
import {
  listRejected,
  listUsage,
  type Organizations,
  type UsagePeriod,
  usagePeriods,
} from '../../sync/index.ts';
import { httpError } from '../errors.ts';
import { assertSees, principalOf } from '../principal.ts';
import type { NoteSensitive } from '../records/sensitive-notes.ts';
import { toWire } from '../wire.ts';
import { problems } from './problems.ts';

const DAY_MS = 86_400_000;
/** How far back a report goes that does not say; hours and days of more than this are too many rows to read. */
const usualDays: Readonly<Record<UsagePeriod, number>> = { hour: 2, day: 31, month: 366 };
const mostDays: Readonly<Record<UsagePeriod, number>> = { hour: 32, day: 400, month: 3660 };

/** What a company's sync leaves behind beside the copy: what could not be stored, and what it cost. */
export const inspectionRoutes: FastifyPluginAsyncTypebox<{
  readonly db: Queryable;
  readonly organizations: Pick<Organizations, 'get'>;
  readonly noteSensitive: NoteSensitive;
}> = async (app, { db, organizations, noteSensitive }) => {
  app.route({
    method: 'GET',
    url: '/v1/organizations/:realmId/rejected',
    schema: {
      tags: ['organizations'],
      summary: 'Records that could not be stored, newest first',
      params: RealmIdParameters,
      querystring: Type.Object({
        entity: Type.Optional(
          Type.String({ maxLength: 100, description: 'Only of this entity, such as Invoice.' }),
        ),
        limit: Type.Integer({ minimum: 1, maximum: 500, default: 50 }),
        cursor: Type.Optional(
          Type.String({ pattern: '^[0-9]{1,18}$', description: 'The `nextCursor` of the page before.' }),
        ),
        documents: Type.Boolean({
          default: false,
          description: 'With what QuickBooks sent, for those who may see sensitive data.',
        }),
      }),
      response: { 200: reference(RejectedRecordList), ...problems },
    },
    handler: async (request) => {
      const principal = principalOf(request);
      const realmId = toRealmId(request.params.realmId);
      assertSees(principal, realmId);
      await organizations.get(realmId);
      const { entity, limit, cursor, documents } = request.query;
      const withDocument = documents && maySeeSensitive(principal);
      if (withDocument) requireConfirmed(principal);
      if (withDocument)
        await noteSensitive(request, { realmId, table: 'rejected_records', columns: ['document'] });
      const found = await listRejected(db, realmId, {
        entity,
        before: cursor,
        limit: limit + 1,
        withDocument,
      });
      const items = found.slice(0, limit);
      const next = found.length > limit ? items.at(-1)?.id : undefined;
      return { items: items.map(toWire), ...(next === undefined ? {} : { nextCursor: next }) };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/organizations/:realmId/usage',
    schema: {
      tags: ['organizations'],
      summary: 'Calls made to QuickBooks',
      params: RealmIdParameters,
      querystring: Type.Object({
        by: Type.Enum(usagePeriods, { default: 'day', description: 'What is added up into one row.' }),
        from: Type.Optional(
          Type.String({
            format: 'date-time',
            description: 'Inclusive; 2 days ago by hour, 31 by day, a year by month when left out.',
          }),
        ),
        until: Type.Optional(
          Type.String({ format: 'date-time', description: 'Exclusive; now when left out.' }),
        ),
      }),
      response: { 200: reference(UsageList), ...problems },
    },
    handler: async (request) => {
      const realmId = toRealmId(request.params.realmId);
      assertSees(principalOf(request), realmId);
      await organizations.get(realmId);
      const { by } = request.query;
      const until = instant(request.query.until) ?? new Date(Date.now() + 3_600_000);
      const from = instant(request.query.from) ?? new Date(until.getTime() - usualDays[by] * DAY_MS);
      if (until.getTime() - from.getTime() > mostDays[by] * DAY_MS) {
        throw httpError('HTTP_VALIDATION_FAILED', {
          text: `By ${by}, at most ${mostDays[by]} days can be reported at once.`,
        });
      }
      const items = await listUsage(db, realmId, { by, from, until });
      const sum = (rows: typeof items): number => rows.reduce((total, { calls }) => total + calls, 0);
      return {
        items: items.map(toWire),
        totals: { calls: sum(items), billable: sum(items.filter(({ billable }) => billable)) },
      };
    },
  });
};

/** A leap second and the like pass the pattern of the schema and are no Date all the same. */
function instant(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const date = new Date(text);
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1 || date.getUTCFullYear() > 9999) {
    throw httpError('HTTP_VALIDATION_FAILED', { text: 'An instant looks like 2026-01-31T08:00:00Z.' });
  }
  return date;
}
