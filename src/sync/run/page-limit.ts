import type { Step } from './plan.ts';

/** How many pages the slices of a process have in hand together: each is megabytes of memory and a transaction. */
export type PageLimit = {
  /** How many more may be begun now. */
  free(): number;
  /** A step begins; call what it returns when the step has ended. */
  begin(kind: Step['kind']): () => void;
};

const pageKinds: ReadonlySet<Step['kind']> = new Set(['page', 'catch-up']);

/** A slice that has no page in hand may always begin one, so that none waits for another. */
export function createPageLimit(most: number): PageLimit {
  let underWay = 0;
  return {
    free: () => Math.max(0, most - underWay),
    begin(kind) {
      const pages = pageKinds.has(kind) ? 1 : 0;
      underWay += pages;
      return () => void (underWay -= pages);
    },
  };
}
