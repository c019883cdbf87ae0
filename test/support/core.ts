import { expect } from 'vitest';
import { openSqlSession } from '../../src/cli/sql-session.ts';
import { createTestApp } from './http-app.ts';
import { openInstallation, type ProofDatabase } from './installation.ts';
import { runStatement } from './postgres-server.ts';
import type { Simulator } from '../../simulator/src/index.ts';

const entities = ['CompanyInfo', 'Customer', 'Invoice', 'TimeActivity', 'TaxCode'];

export type RoleSettings = readonly (readonly [name: string, value: string])[];

/** Sets what the role gets in each new session of one database. */
export async function setRole({ url }: Pick<ProofDatabase, 'url'>, settings: RoleSettings): Promise<void> {
  const name = new URL(url.reveal()).pathname.slice(1);
  for (const [setting, value] of settings) {
    const list = setting === 'DateStyle' || setting === 'search_path' ? value : `'${value}'`;
    await runStatement(url, `ALTER ROLE ledger_mirror IN DATABASE ${name} SET ${setting} = ${list}`);
  }
}

/**
 * The program's core on a database: a company is connected and copied, and read in every way. Closes the database.
 * @returns what was read, the same for each database whose simulator has the same seed
 */
export async function readEverything(database: ProofDatabase, simulator: Simulator): Promise<unknown> {
  const installation = await openInstallation(database, { seed: 0, size: 0, simulator, entities });
  const app = await createTestApp({ db: database.db });
  const session = await openSqlSession(database.db, { write: false });
  try {
    const [realmId] = installation.realmIds;
    if (realmId === undefined) throw new Error('The simulator has no company.');
    await installation.connect(realmId);
    await installation.sync(realmId);
    const differences = await installation.differences(realmId);
    // The simulator is shared: only what a first copy reads is the same for everybody.
    const records = async (path: string, accept = 'application/json'): Promise<string> => {
      const url = `/v1/organizations/${realmId}/records/${path}&limit=50&sort=id`;
      const answer = await app.inject({ url, headers: { accept } });
      expect(answer.statusCode, answer.body).toBe(200);
      return answer.body;
    };
    const { status } = await installation.organizations.get(realmId);
    const written = await session.run(
      'SELECT id, txn_date, total_amt, due_date FROM invoices ORDER BY id COLLATE "C" LIMIT 50',
    );
    return {
      status,
      differences,
      json: JSON.parse(await records('invoices?fields=id,txn_date,created_at,total_amt,raw')) as unknown,
      csv: await records('invoices?fields=id,txn_date,created_at,total_amt,raw', 'text/csv'),
      activities: await records(
        'time_activities?fields=id,txn_date,start_time,created_at',
        'application/x-ndjson',
      ),
      lines: written[0]?.rows,
    };
  } finally {
    await session.close();
    await app.close();
    await installation.close();
  }
}
