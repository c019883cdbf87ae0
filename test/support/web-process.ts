/* A web server in a process of its own; says over IPC where it listens. */
import { silentLogger } from '../../src/base/logger.ts';
import { Secret } from '../../src/base/secret.ts';
import { openDatabase } from '../../src/postgres/database.ts';
import { createTestApp } from './http-app.ts';

const url = new Secret(process.env['DATABASE_URL'] ?? '');
const db = await openDatabase({ url, logger: silentLogger, maxConnections: 4 });
const app = await createTestApp({ db, demoSignIn: false });
process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }));
process.once('disconnect', () => process.exit());
