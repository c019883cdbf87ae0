import { relative } from 'node:path';

import type { Config } from '../config/derive.ts';
import type { Role } from './compose.ts';

/** Whether a folder lies in another one. */
function isInside(folder: string, parent: string): boolean {
  return !relative(parent, folder).startsWith('..');
}

/** What a person reads when everything runs: where it is, what it shows, where the data lies, how to go on and stop. */
export function readyLines(facts: {
  readonly config: Config;
  readonly role: Role;
  readonly simulatorUrl: string | undefined;
  /** Where the embedded server keeps the database; undefined with DATABASE_URL. */
  readonly databaseFolder: string | undefined;
  readonly setUpUrl: string | undefined;
}): string[] {
  const { config, role, simulatorUrl, databaseFolder, setUpUrl } = facts;
  if (role === 'worker') return ['', 'Ledger Mirror worker runs. Stop it with Ctrl-C.', ''];
  const rows: [string, string][] = [['Open', config.publicUrl]];
  if (setUpUrl !== undefined) {
    rows.push([
      'Set up',
      'Nobody can sign in yet. Make the first owner with this link, which works once, for 30 minutes:',
    ]);
    rows.push(['', setUpUrl]);
  }
  if (simulatorUrl !== undefined) {
    rows.push([
      'Data',
      `SIMULATED. Two made-up companies from the bundled QuickBooks simulator (${simulatorUrl}).`,
    ]);
    rows.push([
      '',
      'Set QBO_CLIENT_ID and QBO_CLIENT_SECRET to use real companies; see docs/configuration.md.',
    ]);
  } else rows.push(['Data', `QuickBooks Online, ${config.environment}`]);
  rows.push(['Lives in', databaseFolder === undefined ? 'the database of DATABASE_URL' : config.dataDir]);
  // Where the database's user cannot enter the data folder; a backup of that alone would hold no data.
  if (databaseFolder !== undefined && !isInside(databaseFolder, config.dataDir))
    rows.push(['', `and, the database itself, in ${databaseFolder}. Back up and remove both together.`]);
  rows.push(['SQL', 'npx ledger-mirror sql']);
  if (simulatorUrl === undefined) rows.push(['Connect', `${config.publicUrl}/v1/oauth/authorize/qbo`]);
  rows.push(['Stop', 'Ctrl-C']);
  const lines = rows.map(([title, text]) => `  ${title.padEnd(9)} ${text}`);
  return ['', 'Ledger Mirror is ready.', '', ...lines, ''];
}
