import { entityDefaults } from './entity.ts';

/** What transactions have in common. */
export const transaction = {
  ...entityDefaults,
  kind: 'transaction',
  // Observed (facts#default-order): an edit moves a transaction to the front of the next page.
  defaultOrder: [{ column: 'MetaData.LastUpdatedTime', descending: true }],
  operations: ['create', 'update', 'delete'],
  maxLength: { PrivateNote: 4_000, DocNumber: 21 },
} as const;
