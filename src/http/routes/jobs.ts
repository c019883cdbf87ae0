import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { QueuedJob, QueuedJobList, reference } from '../../api-contract/index.ts';
import { jobStates, type JobInspector } from '../../jobs/inspector.ts';
import { toWire } from '../wire.ts';
import { problems } from './problems.ts';

const tags = ['jobs'];
const JobParameters = Type.Object({ id: Type.String({ format: 'uuid', description: 'Id of the job.' }) });

/** The queue of wake-ups, as a person who looks for trouble wants to see it. */
export const jobRoutes: FastifyPluginAsyncTypebox<{ readonly inspector: JobInspector }> = async (
  app,
  { inspector },
) => {
  app.route({
    method: 'GET',
    url: '/v1/jobs',
    schema: {
      tags,
      summary: 'List the jobs of the queue, newest first',
      querystring: Type.Object({
        state: Type.Optional(Type.Enum(jobStates)),
        realmId: Type.Optional(
          Type.String({ pattern: '^[0-9]{1,32}$', description: 'Only of this company.' }),
        ),
        limit: Type.Integer({ minimum: 1, maximum: 500, default: 50 }),
        cursor: Type.Optional(
          Type.String({ format: 'uuid', description: 'The `nextCursor` of the page before.' }),
        ),
      }),
      response: { 200: reference(QueuedJobList), ...problems },
    },
    handler: async ({ query: { state, realmId, limit, cursor } }) => {
      const [counts, found] = await Promise.all([
        inspector.counts(),
        inspector.list({ state, realmId, before: cursor }, limit + 1),
      ]);
      const items = found.slice(0, limit);
      const next = found.length > limit ? items.at(-1)?.id : undefined;
      return {
        items: items.map(toWire),
        counts: { ...counts },
        ...(next === undefined ? {} : { nextCursor: next }),
      };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/jobs/:id',
    schema: {
      tags,
      summary: 'Read one job',
      params: JobParameters,
      response: { 200: reference(QueuedJob), ...problems },
    },
    handler: async ({ params }) => toWire(await inspector.get(params.id)),
  });

  app.route({
    method: 'POST',
    url: '/v1/jobs/:id/retry',
    schema: {
      tags,
      summary: 'Give a failed job another attempt',
      params: JobParameters,
      response: { 202: reference(QueuedJob), ...problems },
    },
    handler: async (request, reply) => {
      const job = await inspector.retry(request.params.id);
      await request.audit({
        action: 'job.retried',
        ...(job.realmId === undefined ? {} : { realmId: job.realmId }),
        target: job.id,
      });
      return reply.code(202).send(toWire(job));
    },
  });
};
