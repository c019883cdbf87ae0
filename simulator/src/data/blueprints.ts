import { type Blueprint } from './blueprint.ts';
import { consultancy } from './companies/consultancy.ts';
import { generators } from './companies/generators.ts';
import { landscaping } from './companies/landscaping.ts';
import { retailer } from './companies/retailer.ts';

export type { Blueprint } from './blueprint.ts';

/** The companies there are, in the order in which they are made. */
export const blueprints: readonly Blueprint[] = [landscaping, generators, consultancy, retailer];
