/** Keys of the cache. Queries store under them, live events invalidate by them. */
export const queryKeys = {
  installation: ['installation'] as const,
  organizations: ['organizations'] as const,
  entities: (realmId: string) => ['entities', realmId] as const,
};
