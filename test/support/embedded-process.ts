// A process that owns an embedded server: starts it, says so in one line of JSON, stops it on SIGINT or SIGTERM.
import { isAppError } from '../../src/base/errors.ts';
import { silentLogger } from '../../src/base/logger.ts';
import { startEmbeddedServer } from '../../src/postgres/embedded/server.ts';

const [dataDir = ''] = process.argv.slice(2);
const binaries = process.env['TEST_POSTGRES_BINARIES'];
const say = (message: unknown): void => console.log(JSON.stringify(message));

try {
  const server = await startEmbeddedServer({
    dataDir,
    database: 'ledger_mirror',
    logger: silentLogger,
    ...(binaries === undefined ? {} : { binaries }),
    // Processes are killed here, never the machine: what they wrote is there without waiting for the disk.
    settings: { fsync: 'off' },
  });
  const alive = setInterval(() => undefined, 60_000);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      clearInterval(alive);
      void server.stop().then(() => say({ stopped: true }));
    });
  }
  say({ url: server.url.reveal(), port: server.port, adopted: server.adopted });
} catch (error) {
  say(
    isAppError(error)
      ? { code: error.code, message: error.message }
      : { code: 'UNEXPECTED', message: String(error) },
  );
  process.exitCode = 1;
}
