import { Type, type Static } from 'typebox';
import { Count, named } from './schema.ts';

const Check = (description: string) =>
  Type.Object(
    {
      status: Type.Enum(['up', 'down']),
      detail: Type.Optional(Type.String({ description: 'One sentence, when it is down.' })),
    },
    { description },
  );

export const Liveness = named('Liveness', Type.Object({ status: Type.Literal('ok') }));
export type Liveness = Static<typeof Liveness>;

/** `degraded`: it serves, but a company is late, or waits because the month's calls are used up. `unavailable`: a dependency is down (HTTP 503). */
export const Health = named(
  'Health',
  Type.Object(
    {
      status: Type.Enum(['ok', 'degraded', 'unavailable']),
      version: Type.String(),
      dependencies: Type.Object({
        database: Check('PostgreSQL answers.'),
        jobs: Check('The job queue runs.'),
      }),
      organizations: Type.Optional(
        Type.Object({
          total: Count('Connected companies.'),
          late: Count('Companies that should have been brought up to date by now.'),
          waitingForCalls: Count(
            'Companies that wait for the next month, because the calls to QuickBooks of this one are used up.',
          ),
          oldestLateSeconds: Type.Optional(Count('How long the latest of them has been overdue.')),
        }),
      ),
    },
    { description: 'Whether this process can serve, and how fresh the copies are.' },
  ),
);
export type Health = Static<typeof Health>;
