/** What other folders use of this room; it is entered only here. */
export { createSyncEngine } from './engine.ts';
export type { Neighbour, Turn } from './neighbours.ts';
