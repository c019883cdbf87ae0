import type { Config } from '../config/derive.ts';
import type { Role } from './compose.ts';

/** What a person reads when everything runs: where it is, what it shows, where the data lies, how to go on and stop. */
export function readyLines(facts: {
  readonly config: Config;
  readonly role: Role;
  readonly simulatorUrl: string | undefined;
  readonly setUpUrl: string | undefined;
}): string[] {
  const { config, role, simulatorUrl, setUpUrl } = facts;
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
  rows.push(['Lives in', config.databaseUrl === undefined ? config.dataDir : 'the database of DATABASE_URL']);
  rows.push(['SQL', 'npx ledger-mirror sql']);
  if (simulatorUrl === undefined) rows.push(['Connect', `${config.publicUrl}/v1/oauth/authorize/qbo`]);
  rows.push(['Stop', 'Ctrl-C']);
  const lines = rows.map(([title, text]) => `  ${title.padEnd(9)} ${text}`);
  return ['', 'Ledger Mirror is ready.', '', ...lines, ''];
}
