import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseError } from '../errors.ts';
import { renameImport } from './rename-import.ts';

/** The first libxml2 that counts how deep an XPath expression nests, as its own number has it: 2.9.11. */
const GUARDED = 20_911;

/** Whether the binaries of an npm package bring a libxml2 that any SELECT can crash: those for Linux have 2.9.4, of 2016. */
export function hasOldXml(source: string): boolean {
  let library: string;
  try {
    library = readFileSync(join(source, 'lib', 'libxml2.so.2'), 'latin1');
  } catch {
    return false;
  }
  const [, version] = /\0(2\d{4})\0/.exec(library) ?? [];
  return version === undefined || Number(version) < GUARDED;
}

/**
 * Turns all of XML off in a server's program. Nothing in SQL can: XMLPARSE and XMLTABLE are no functions, so nobody's
 * right to them can be taken away. PostgreSQL sets libxml2's error handler before it hands anything to it, looks
 * whether that took effect, and answers with an error where it did not; here the handler is not set.
 * @throws AppError DATABASE_EMBEDDED_FAILED
 */
export function closeXml(postgres: string): void {
  // Takes nothing, changes nothing, and is of the same version of the library's interface.
  if (renameImport(postgres, 'xmlSetStructuredErrorFunc', 'xmlGetLastError')) return;
  throw databaseError('DATABASE_EMBEDDED_FAILED', {
    text: 'The embedded PostgreSQL is not the one this program knows: XML, in which its old libxml2 can be crashed, could not be turned off. Set POSTGRES_BIN_DIR to the programs of another PostgreSQL 15 or newer, or DATABASE_URL.',
  });
}
