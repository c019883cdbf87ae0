import type { CommandDefinition } from '../command.ts';
import { withDatabase } from '../open-database.ts';
import { migrationsDirectory } from '../paths.ts';
import { migrate } from '../../postgres/migrate.ts';
import { makeWay } from '../../tables/reader-limits.ts';

export const migrateCommand: CommandDefinition = {
  name: 'migrate',
  summary: 'Bring the database to the version of this program.',
  description:
    '`start` does this by itself; use this command where processes may not change the schema on their own.',
  examples: ['npx ledger-mirror migrate', 'DATABASE_URL=postgres://… npx ledger-mirror migrate --json'],
  run: (invocation) =>
    withDatabase(invocation, { create: true }, async ({ db, logger }) => {
      const { applied } = await migrate(db, {
        directory: migrationsDirectory,
        logger,
        onBusy: (attempt) => makeWay(db, attempt),
      });
      const { terminal, json } = invocation;
      if (json) terminal.out(JSON.stringify({ applied }));
      else if (applied.length === 0) terminal.out('The database is up to date.');
      else for (const name of applied) terminal.out(`Applied ${name}.`);
    }),
};
