import { Problem, reference } from '../../api-contract/index.ts';

/** Every route answers errors in one form; spread this into its `response`. */
export const problems = {
  default: {
    description: 'An error.',
    content: { 'application/problem+json': { schema: reference(Problem) } },
  },
} as const;
