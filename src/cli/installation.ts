import type { Environment } from '../config/derive.ts';
import type { Queryable } from '../postgres/database.ts';
import { cliError } from './errors.ts';

/**
 * Records which QuickBooks environment a database belongs to when it is first used, and refuses another one later:
 * companies of the sandbox and of production must never end up in one copy.
 * @throws AppError CLI_ENVIRONMENT_MISMATCH
 */
export async function claimInstallation(db: Queryable, environment: Environment): Promise<void> {
  await db.query('INSERT INTO ledger_mirror.installation (environment) VALUES ($1) ON CONFLICT DO NOTHING', [
    environment,
  ]);
  const [row] = await db.query<{ environment: string }>('SELECT environment FROM ledger_mirror.installation');
  if (row === undefined || row.environment === environment) return;
  throw cliError('CLI_ENVIRONMENT_MISMATCH', {
    text:
      `This database belongs to QuickBooks environment "${row.environment}", but the settings say "${environment}" (QBO_ENVIRONMENT). ` +
      'Use another database with DATABASE_URL or DATA_DIR, or set QBO_ENVIRONMENT back.',
  });
}
