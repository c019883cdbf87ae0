import { Type, type Static } from 'typebox';
import { named } from './schema.ts';

/** RFC 9457 problem details, with our error code. */
export const Problem = named(
  'Problem',
  Type.Object(
    {
      type: Type.String({ description: 'A URN that ends in the code.' }),
      code: Type.String({ description: 'Our error code; docs/errors.md lists them all.' }),
      title: Type.String({ description: 'What this code means, the same every time.' }),
      status: Type.Integer(),
      detail: Type.String({ description: 'What happened this time, for a person.' }),
      details: Type.Optional(
        Type.Record(Type.String(), Type.Unknown(), {
          description: 'Facts about this occurrence, safe to show.',
        }),
      ),
      errors: Type.Optional(
        Type.Array(Type.Object({ path: Type.String(), message: Type.String() }), {
          description: 'For a request that does not fit its schema: where it does not.',
        }),
      ),
    },
    { description: 'An error (RFC 9457).' },
  ),
);
export type Problem = Static<typeof Problem>;
