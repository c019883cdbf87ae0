export * from './events.ts';
export * from './health.ts';
export * from './installation.ts';
export * from './organizations.ts';
export * from './problem.ts';
export * from './schema.ts';
export * from './sync-runs.ts';
