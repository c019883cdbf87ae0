import type { CommandDefinition } from '../command.ts';
import { connectCommand } from './connect.ts';
import { customFieldsCommand } from './custom-fields.ts';
import { doctorCommand } from './doctor.ts';
import { migrateCommand } from './migrate.ts';
import { organizationsCommand } from './organizations.ts';
import { readerCommand } from './reader.ts';
import { simulatorCommand } from './simulator.ts';
import { sqlCommand } from './sql.ts';
import { startCommand } from './start.ts';
import { statusCommand } from './status.ts';
import { syncCommand } from './sync.ts';

/** Every command, in the order of the help. */
export const commands: readonly CommandDefinition[] = [
  startCommand,
  statusCommand,
  organizationsCommand,
  connectCommand,
  syncCommand,
  sqlCommand,
  readerCommand,
  customFieldsCommand,
  migrateCommand,
  simulatorCommand,
  doctorCommand,
];
