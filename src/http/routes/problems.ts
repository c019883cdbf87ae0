import { Type } from 'typebox';
import { Problem, reference } from '../../api-contract/index.ts';

/** Every route answers errors in one form; spread this into its `response`. */
export const problems = {
  default: {
    description: 'An error.',
    content: { 'application/problem+json': { schema: reference(Problem) } },
  },
} as const;

/** Of routes that people walk through: what went wrong is a page. */
export const errorPages = {
  default: {
    description: 'A page that says what went wrong and what to do.',
    content: { 'text/html': { schema: Type.Unsafe<never>({ type: 'string' }) } },
  },
} as const;
