import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Static } from 'typebox';
import { Type } from 'typebox';
import type { AuditFilter, AuditRecord, AuditTrail } from '../../access/audit.ts';
import { AuditList, AuditQuery, reference, type AuditEntry } from '../../api-contract/index.ts';
import { toCsvLine } from '../../base/csv.ts';
import { toWire } from '../wire.ts';
import { problems } from './problems.ts';

const columns = [
  'id',
  'at',
  'actorKind',
  'actorId',
  'actorName',
  'action',
  'realmId',
  'target',
  'details',
  'address',
  'requestId',
] as const satisfies readonly (keyof AuditEntry)[];

const toEntry = ({ actor, details = {}, ...record }: AuditRecord): AuditEntry =>
  toWire({ ...record, details, actorKind: actor.kind, actorId: actor.id, actorName: actor.name });

const toFilter = ({
  from,
  until,
  limit: _limit,
  format: _format,
  ...rest
}: Static<typeof AuditQuery>): AuditFilter => ({
  ...rest,
  from: from === undefined ? undefined : new Date(from),
  until: until === undefined ? undefined : new Date(until),
});

/** Names come from outside, and who reads the trail opens it in a spreadsheet. */
const toCell = (value: AuditEntry[(typeof columns)[number]]): string | undefined =>
  value === undefined || typeof value === 'string' ? value : JSON.stringify(value);

const forms = {
  'text/csv': {
    head: `${toCsvLine(columns, 'none')}\r\n`,
    line: (entry: AuditEntry) =>
      `${toCsvLine(
        columns.map((name) => toCell(entry[name])),
        'every',
      )}\r\n`,
  },
  'application/x-ndjson': { head: '', line: (entry: AuditEntry) => `${JSON.stringify(entry)}\n` },
} as const;

/** What the parameter `format` stands for; a page where there is none. */
const typeOf = { json: undefined, ndjson: 'application/x-ndjson', csv: 'text/csv' } as const;

async function* written(audit: AuditTrail, filter: AuditFilter, form: (typeof forms)[keyof typeof forms]) {
  if (form.head !== '') yield form.head;
  for await (const page of audit.pages(filter)) {
    yield page.map((record) => form.line(toEntry(record))).join('');
  }
}

/** Who did what, when and from where: a page at a time, or all of it as CSV or NDJSON. */
export const auditRoutes: FastifyPluginAsyncTypebox<{ audit: AuditTrail }> = async (app, { audit }) => {
  app.route({
    method: 'GET',
    url: '/v1/audit',
    // An export of a long trail takes as long as its reader does.
    handlerTimeout: 3_600_000,
    schema: {
      tags: ['access'],
      summary: 'Read the audit trail, newest first',
      description:
        'JSON is a page. Accept: text/csv or application/x-ndjson exports everything the filters leave, which is ' +
        'itself an entry of the trail.',
      querystring: AuditQuery,
      response: {
        200: {
          description: 'A page, or the export.',
          content: {
            'application/json': { schema: reference(AuditList) },
            'text/csv': { schema: Type.Unsafe<Readable>({ type: 'string' }) },
            'application/x-ndjson': { schema: Type.Unsafe<Readable>({ type: 'string' }) },
          },
        },
        ...problems,
      },
    },
    handler: async (request, reply) => {
      const filter = toFilter(request.query);
      const accept = request.headers.accept ?? '';
      const { format } = request.query;
      const asked = (Object.keys(forms) as (keyof typeof forms)[]).find((name) => accept.includes(name));
      const type = format === undefined ? asked : typeOf[format];
      if (type !== undefined) {
        await request.audit({ action: 'audit.exported', details: { form: type } });
        const signal = reply.whileAllowed();
        const body = Readable.from(written(audit, filter, forms[type]));
        signal.addEventListener('abort', () => body.destroy(signal.reason as Error), { once: true });
        return reply
          .type(`${type}; charset=utf-8`)
          .header(
            'content-disposition',
            `attachment; filename="audit.${type === 'text/csv' ? 'csv' : 'ndjson'}"`,
          )
          .send(body);
      }
      const { limit } = request.query;
      const items = await audit.list(filter, limit);
      const next = items.length === limit ? items.at(-1)?.id : undefined;
      return reply.send({ items: items.map(toEntry), ...(next !== undefined && { next }) });
    },
  });
};
