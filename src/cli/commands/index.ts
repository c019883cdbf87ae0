import type { CommandDefinition } from '../command.ts';
import { auditCommand } from './audit.ts';
import { backfillCommand } from './backfill.ts';
import { connectCommand } from './connect.ts';
import { customFieldsCommand } from './custom-fields.ts';
import { disconnectCommand } from './disconnect.ts';
import { doctorCommand } from './doctor.ts';
import { keysCommand } from './keys.ts';
import { migrateCommand } from './migrate.ts';
import { organizationsCommand } from './organizations.ts';
import { readerCommand } from './reader.ts';
import { reconcileCommand } from './reconcile.ts';
import { pauseCommand } from './pause.ts';
import { resumeCommand } from './resume.ts';
import { simulatorCommand } from './simulator.ts';
import { sqlCommand } from './sql.ts';
import { startCommand } from './start.ts';
import { statusCommand } from './status.ts';
import { syncCommand } from './sync.ts';
import { usersCommand } from './users.ts';

/** Every command, in the order of the help. */
export const commands: readonly CommandDefinition[] = [
  startCommand,
  statusCommand,
  organizationsCommand,
  connectCommand,
  syncCommand,
  backfillCommand,
  reconcileCommand,
  pauseCommand,
  resumeCommand,
  disconnectCommand,
  usersCommand,
  keysCommand,
  auditCommand,
  sqlCommand,
  readerCommand,
  customFieldsCommand,
  migrateCommand,
  simulatorCommand,
  doctorCommand,
];
