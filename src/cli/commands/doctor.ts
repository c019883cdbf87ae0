import { access, constants, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

import { isAppError } from '../../base/errors.ts';
import { isWritableByAll } from '../../base/file-modes.ts';
import type { Config } from '../../config/derive.ts';
import type { Database } from '../../postgres/database.ts';
import { databaseError } from '../../postgres/errors.ts';
import type { EmbeddedLocation } from '../../postgres/embedded/locate.ts';
import { countPending } from '../../postgres/migrate.ts';
import { pooledWords } from '../../postgres/pooler.ts';
import { withstandsXml } from '../../postgres/xml.ts';
import { tablesError } from '../../tables/errors.ts';
import { createReaders } from '../../tables/readers.ts';
import type { CommandDefinition, Invocation } from '../command.ts';
import { forecastCalls } from '../call-forecast.ts';
import { loadContext } from '../context.ts';
import { findRunningServer, refuseOpenDataDir } from '../data-dir.ts';
import { findEncryptionKeys } from '../encryption.ts';
import { homeFolder } from '../environment.ts';
import { cliError } from '../errors.ts';
import { checkEncryptionKey } from '../installation.ts';
import { createOutbound } from '../outbound.ts';
import { embeddedLocationOf, hasDatabase, withDatabase } from '../open-database.ts';
import { dashboardDirectory, migrationsDirectory } from '../paths.ts';
import { isPortFree } from '../ports.ts';
import { checkProtections } from '../protections.ts';

type Finding = {
  readonly check: string;
  readonly result: 'ok' | 'warning' | 'failed';
  /** What was found and, unless it is fine, what to do. */
  readonly detail: string;
};

const MINIMUM_FREE_BYTES = 1_000_000_000;

export const doctorCommand: CommandDefinition = {
  name: 'doctor',
  summary: 'Check the machine, the settings, the database and the way to QuickBooks.',
  description: 'It changes nothing. It fails when something would keep Ledger Mirror from working.',
  examples: ['npx ledger-mirror doctor', 'npx ledger-mirror doctor --json'],
  run: async (invocation) => {
    // Wrong settings end here, with every problem named.
    const { config, notices } = await loadContext(invocation, {
      longRunning: false,
      tellsNotices: true,
    });
    const findings: Finding[] = [
      checkRuntime(),
      ok('settings', `complete; QuickBooks environment ${config.environment}`),
      ...notices.map((notice): Finding => ({ check: 'settings', result: 'warning', detail: notice })),
      await checkDataDir(config),
      await checkDisk(config),
      ...(await checkServer(config)),
      await checkDashboard(),
      ...(await checkDatabase({ ...invocation, notices: [] }, config)),
      await checkQuickBooks(config),
      ...protections(config),
      ...addressesForIntuit(config),
    ];
    print(invocation, findings);
    const failed = findings.filter((finding) => finding.result === 'failed').length;
    if (failed > 0) throw cliError('CLI_UNHEALTHY', { details: { failedChecks: failed } });
  },
};

const ok = (check: string, detail: string): Finding => ({ check, result: 'ok', detail });

function checkRuntime(): Finding {
  return ok('Node', `${process.versions.node} on ${process.platform} ${process.arch}`);
}

async function checkDataDir({ dataDir }: Config): Promise<Finding> {
  const check = 'data folder';
  try {
    refuseOpenDataDir(dataDir);
  } catch (error) {
    return { check, result: 'failed', detail: (error as Error).message };
  }
  for (let folder = dataDir; ; folder = dirname(folder)) {
    try {
      await access(folder, constants.W_OK | constants.X_OK);
      return ok(check, folder === dataDir ? dataDir : `${dataDir} (will be created)`);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' && folder !== dirname(folder)) continue;
      return {
        check,
        result: 'failed',
        detail: `${folder} cannot be written (${code ?? 'unknown'}). Make it writable, or set DATA_DIR.`,
      };
    }
  }
}

async function checkDisk({ dataDir }: Config): Promise<Finding> {
  const check = 'disk';
  for (let folder = dataDir; folder !== dirname(folder); folder = dirname(folder)) {
    try {
      const { bavail, bsize } = await statfs(folder);
      const free = bavail * bsize;
      const detail = `${(free / 1e9).toFixed(1)} GB free`;
      return free > MINIMUM_FREE_BYTES
        ? ok(check, detail)
        : { check, result: 'warning', detail: `${detail}; make room before the database fills it.` };
    } catch {
      // The folder is not there yet: its parent's disk is the one that counts.
    }
  }
  return { check, result: 'warning', detail: 'The free space could not be read.' };
}

async function checkServer(config: Config): Promise<Finding[]> {
  const check = 'server';
  // What stands in a folder that everybody may write is believed by no check.
  if (isWritableByAll(config.dataDir)) return [];
  const running = await findRunningServer(config.dataDir);
  if (running !== undefined) return [ok(check, `runs on ${running.url} (process ${running.pid})`)];
  if (await isPortFree(config.host, config.port).catch(() => false))
    return [ok(check, `not running; port ${config.port} is free`)];
  const detail = `Port ${config.port} is in use by another program; stop that, or set PORT.`;
  return [{ check, result: 'failed', detail }];
}

async function checkDashboard(): Promise<Finding> {
  try {
    await access(new URL('index.html', dashboardDirectory));
    return ok('dashboard', 'built');
  } catch {
    return { check: 'dashboard', result: 'warning', detail: 'Not built yet; `npm start` builds it.' };
  }
}

async function checkDatabase(invocation: Invocation, config: Config): Promise<Finding[]> {
  const check = 'database';
  if (isWritableByAll(config.dataDir)) return [];
  if (!(await hasDatabase(config))) return [ok(check, 'embedded; will be created by the first start')];
  try {
    return await withDatabase(invocation, {}, async ({ db }) => {
      const [row] = await db.query<{
        version: string;
        readsOnly: boolean;
        mayCreate: boolean;
        grant: string;
      }>(
        `SELECT current_setting('server_version') AS version,
                current_setting('transaction_read_only') = 'on' AS reads_only,
                has_database_privilege(current_database(), 'CREATE') AS may_create,
                format('GRANT CREATE ON DATABASE %I TO %I', current_database(), current_user) AS grant`,
      );
      const findings = [
        ok(check, `PostgreSQL ${row?.version ?? '?'} answers${embeddedWords(embeddedLocationOf(config))}`),
      ];
      if (row?.readsOnly === true)
        findings.push({ check, result: 'failed', detail: databaseError.rows.DATABASE_READ_ONLY.text });
      if (db.pooled) findings.push({ check, result: 'warning', detail: pooledWords });
      if (row?.mayCreate === false) {
        findings.push({
          check,
          result: 'failed',
          detail: `The role may not create schemas; the owner of the database allows it: ${row.grant}`,
        });
      }
      const missing = await countPending(db, migrationsDirectory);
      findings.push(
        missing > 0
          ? {
              check: 'schema',
              result: 'warning',
              detail: `${missing} migrations are waiting; \`start\` or \`ledger-mirror migrate\` applies them.`,
            }
          : ok('schema', 'every migration is applied'),
      );
      if (missing === 0) {
        findings.push(...(await checkKey(db, config)), await checkCalls(db, config));
        findings.push(...(await checkReaders(db)));
      }
      return findings;
    });
  } catch (error) {
    if (!isAppError(error)) throw error;
    return [{ check, result: 'failed', detail: error.message }];
  }
}

/** Where the embedded database is, and whose programs run it. */
function embeddedWords(location: EmbeddedLocation | undefined): string {
  if (location === undefined) return '';
  const { folder, programs, brought } = location;
  const owner = brought ? 'that came with Ledger Mirror' : 'of this machine';
  return `; its files are in ${folder}${programs === undefined ? '' : `, run by the programs ${owner} in ${programs}`}`;
}

/** Whether what database readers may ask can end the server. */
async function checkReaders(db: Database): Promise<Finding[]> {
  if (await withstandsXml(db)) return [];
  const { length } = await createReaders(db).list();
  const detail = `${tablesError.rows.TABLES_READER_SERVER.text} ${length === 0 ? 'There are no readers yet' : `Readers there are: ${length}`}.`;
  return [{ check: 'readers', result: 'warning', detail }];
}

/** Whether the stored access to QuickBooks can be read. */
async function checkKey(db: Database, config: Config): Promise<Finding[]> {
  const check = 'key';
  try {
    const keys = await findEncryptionKeys(config);
    if (keys === undefined)
      return [
        { check, result: 'warning', detail: `There is no key in ${config.dataDir}; \`start\` makes one.` },
      ];
    const trouble = await checkEncryptionKey(db, keys, config);
    if (trouble !== undefined) return [{ check, result: 'warning', detail: trouble }];
    return [ok(check, 'opens the stored access to QuickBooks')];
  } catch (error) {
    if (!isAppError(error)) throw error;
    return [{ check, result: 'failed', detail: error.message }];
  }
}

/** Whether the month's calls suffice for the companies there are. */
async function checkCalls(db: Database, config: Config): Promise<Finding> {
  const check = 'calls';
  const { companies, calls, budget, notice } = await forecastCalls(db, config);
  if (notice !== undefined) return { check, result: 'warning', detail: notice };
  const number = (value: number): string => value.toLocaleString('en-US');
  const allowed = budget === 0 ? '; no limit is set' : ` of ${number(budget)}`;
  const who = companies === 1 ? '1 company needs' : `${number(companies)} companies need`;
  return ok(check, `${who} ${number(calls)} reads a month${allowed}`);
}

/** Whether a request gets there at all; without a grant nothing more can be known. */
async function checkQuickBooks(config: Config): Promise<Finding> {
  const check = 'QuickBooks';
  const { quickbooks } = config;
  if (quickbooks === undefined) return ok(check, 'the bundled simulator stands in for it');
  const { apiUrl, tokenUrl, revokeUrl } = quickbooks.endpoints;
  const hosts = new Set([apiUrl, tokenUrl, revokeUrl].map((url) => new URL(url).origin));
  const outbound = createOutbound(config, { connectTimeoutMs: 5000 });
  const ways = new Set<string>();
  try {
    for (const origin of hosts) {
      const answer = await outbound.open({ method: 'GET', url: origin, headers: {}, timeoutMs: 5000 });
      answer.discard();
      ways.add(answer.proxy === undefined ? origin : `${origin}, through the proxy ${answer.proxy}`);
    }
  } catch (error) {
    if (!isAppError(error)) throw error;
    const tried = [...hosts][ways.size] ?? '';
    const { proxy } = error.details;
    const way = typeof proxy === 'string' ? ` through the proxy ${proxy}` : '';
    // Of the errors of the way only these two say nothing of what to do.
    const detail = ['QBO_UNREACHABLE', 'QBO_TIMEOUT'].includes(error.code)
      ? `${tried} cannot be reached${way}. Check the network and a firewall, and HTTPS_PROXY, HTTP_PROXY and NO_PROXY.`
      : `${tried}: ${error.message}`;
    return { check, result: 'failed', detail };
  } finally {
    await outbound.close();
  }
  return ok(check, `reachable: ${[...ways].join('; ')}`);
}

/** How what people must not read is protected on its ways and where it lies. */
function protections(config: Config): Finding[] {
  try {
    return checkProtections(config, homeFolder()).map(({ path, kind, isFine, detail }) => ({
      check: kind,
      result: isFine ? 'ok' : 'warning',
      detail: `${path}: ${detail}`,
    }));
  } catch (error) {
    // A setting or file that the check of the database has named already.
    if (!isAppError(error)) throw error;
    return [];
  }
}

/** What a person enters at Intuit; the simulator wants nothing. */
function addressesForIntuit({ quickbooks, publicUrl, redirectUri }: Config): Finding[] {
  if (quickbooks === undefined) return [];
  const addresses = [
    `redirect URI ${redirectUri}`,
    `launch ${publicUrl}`,
    `disconnect ${publicUrl}/v1/oauth/disconnected/qbo`,
    `reconnect ${publicUrl}/v1/oauth/reconnect/qbo`,
    `webhooks ${publicUrl}/v1/webhooks/qbo`,
  ];
  return [ok('at Intuit', `enter ${addresses.join(', ')}`)];
}

function print({ terminal, json }: Invocation, findings: readonly Finding[]): void {
  if (json) {
    terminal.out(JSON.stringify({ findings }, null, 2));
    return;
  }
  const marks = { ok: '✓', warning: '!', failed: '✗' } as const;
  for (const { check, result, detail } of findings)
    terminal.out(`${marks[result]} ${check.padEnd(12)} ${detail}`);
}
