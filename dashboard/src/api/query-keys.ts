/** Keys of the cache. Queries store under them, live events invalidate by them. */
export const queryKeys = {
  session: ['session'] as const,
  users: ['users'] as const,
  /** Empty: one's own. */
  sessions: (userId: string) => ['sessions', userId] as const,
  apiKeys: ['api-keys'] as const,
  installation: ['installation'] as const,
  organizations: ['organizations'] as const,
  entities: (realmId: string) => ['entities', realmId] as const,
};
