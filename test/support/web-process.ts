/* A web server in a process of its own; says over IPC where it listens. */
import { silentLogger } from '../../src/base/logger.ts';
import { Secret } from '../../src/base/secret.ts';
import { openDatabase } from '../../src/postgres/database.ts';
import { createTestApp } from './http-app.ts';

const url = new Secret(process.env['DATABASE_URL'] ?? '');
const connections = Number(process.env['CONNECTIONS'] ?? 4);
const db = await openDatabase({
  url,
  logger: silentLogger,
  maxConnections: Number(process.env['CONNECTIONS'] ?? 4),
});
const recordsDb = await openDatabase({ url, logger: silentLogger, maxConnections: connections });
const app = await createTestApp({ db, recordsDb, demoSignIn: false });
process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }));
process.once('disconnect', () => process.exit());
