import type { FastifyInstance } from 'fastify';
import type { Clock } from '../base/clock.ts';
import type { Logger } from '../base/logger.ts';
import { createJobInspector } from '../jobs/inspector.ts';
import type { Database } from '../postgres/database.ts';
import type { Organizations } from '../sync/index.ts';
import { createRecordReader } from '../tables/records/reader.ts';
import { sizes } from '../tuning/sizes.ts';
import { createLane } from './lane.ts';
import { createExports } from './records/exports.ts';
import { createSensitiveNotes } from './records/sensitive-notes.ts';
import { docsRoutes } from './routes/docs.ts';
import { inspectionRoutes } from './routes/inspection.ts';
import { jobRoutes } from './routes/jobs.ts';
import { recordRoutes } from './routes/records.ts';

export type DataRoutesOptions = {
  readonly db: Database;
  /** Connections to the same database that nothing but records is read by. @default those of `db` */
  readonly recordsDb?: Database | undefined;
  /** A replica for reading, where there is one. */
  readonly readDb?: Database | undefined;
  readonly organizations: Organizations;
  readonly version: string;
  readonly clock: Clock;
  readonly logger: Logger;
};

/** The copy itself and what belongs to it: records, quarantine, usage, the queue and the documentation. */
export async function registerDataRoutes(app: FastifyInstance, options: DataRoutesOptions): Promise<void> {
  const { db, recordsDb = db, readDb, organizations, version, logger, clock } = options;
  const reader = createRecordReader({ db: recordsDb, readDb });
  const lane = createLane({ shares: sizes.pages, clock });
  const exports = createExports({ reader, logger });
  // What is being sent would otherwise hold the shutdown up until it is through.
  app.addHook('preClose', (done) => {
    exports.stop();
    done();
  });
  const noteSensitive = createSensitiveNotes(clock);
  await app.register(recordRoutes, { organizations, reader, exports, lane, noteSensitive, version });
  await app.register(inspectionRoutes, { db, organizations, noteSensitive });
  await app.register(jobRoutes, { inspector: createJobInspector(db) });
  await app.register(docsRoutes);
}
