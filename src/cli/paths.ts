import { findPackageJSON } from 'node:module';
import { pathToFileURL } from 'node:url';

const packageFile = findPackageJSON(import.meta.url);
if (packageFile === undefined) throw new Error('The program does not lie in its package.');

/** Folders of the package; the sources and the compiled program lie at different depths in it. */
export const packageDirectory = new URL('./', pathToFileURL(packageFile));
export const migrationsDirectory = new URL('migrations/', packageDirectory);
export const dashboardDirectory = new URL('dashboard/dist/', packageDirectory);
