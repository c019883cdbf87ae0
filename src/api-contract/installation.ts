import { Type, type Static } from 'typebox';
import { named } from './schema.ts';

export const environments = ['production', 'sandbox', 'simulator'] as const;

/** Public facts about this installation; what a page needs before anybody signs in. */
export const Installation = named(
  'Installation',
  Type.Object(
    {
      product: Type.String(),
      version: Type.String(),
      environment: Type.Enum(environments, { description: 'Which QuickBooks the companies live in.' }),
      simulated: Type.Boolean({ description: 'True when all data is made up by the bundled simulator.' }),
      publicUrl: Type.String(),
    },
    { description: 'Public facts about this installation.' },
  ),
);
export type Installation = Static<typeof Installation>;
export type Environment = Installation['environment'];
