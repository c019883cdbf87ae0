import { userInfo } from 'node:os';
import { createAccess, type Access } from '../access/access.ts';
import type { Actor } from '../access/audit.ts';
import type { Principal } from '../access/principal.ts';
import { knowsHead } from '../access/trail/chain.ts';
import { systemClock } from '../base/clock.ts';
import { urgency } from '../jobs/urgency.ts';
import { withWaker } from '../jobs/visitor.ts';
import { createRequests, type Requests } from '../requests/requests.ts';
import { createOrganizations, type Organizations } from '../sync/index.ts';
import { accessSettings } from './access-settings.ts';
import type { Invocation } from './command.ts';
import { loadEncryptionKeys, trailKeysOf } from './encryption.ts';
import { createTrailSealer, sealQuietly } from './trail.ts';
import { withDatabase, type OpenedDatabase } from './open-database.ts';

/** Whoever can run commands holds the database, and with it everything; the trail names the account of the system. */
export function commandPrincipal(): Principal {
  return { kind: 'command', id: 'command', name: userName(), role: 'owner', organizations: undefined };
}

/** The same for the audit trail. */
export function commandActor(): Actor {
  return { kind: 'command', name: userName() };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // An account that has a number and no name, as in many containers.
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}

/** Runs a short command on users, keys and the trail. */
export function withAccess<T>(
  invocation: Invocation,
  work: (opened: OpenedDatabase & { readonly access: Access }) => Promise<T>,
): Promise<T> {
  return withDatabase(invocation, {}, (opened) =>
    withAccessTo(opened, (access) => work({ ...opened, access })),
  );
}

/** The same on a database that is open. What it writes to the trail is linked at once: nothing else may be running. */
export async function withAccessTo<T>(
  { db, config, logger }: OpenedDatabase,
  work: (access: Access) => Promise<T>,
): Promise<T> {
  const trailKeys = trailKeysOf(await loadEncryptionKeys(config));
  const access = createAccess({ db, clock: systemClock, ...accessSettings(config), trailKeys });
  // A key that is set for this command alone: what it would seal, no process could tell from a forgery.
  const isOurChain = await knowsHead(db, trailKeys);
  if (!isOurChain) logger.warn({ advice: OTHER_KEY }, 'the encryption key is another one');
  try {
    return await work(access);
  } finally {
    if (isOurChain) await sealQuietly(createTrailSealer({ db, config, keys: trailKeys, logger }), logger);
  }
}

const OTHER_KEY =
  'The audit trail was sealed with another key. Set ENCRYPTION_KEY as the running program has it: what this command writes to the trail looks as if something else had written it.';

/** Runs a short command that asks something of companies; what it asks wakes them, as a click in the dashboard does. */
export function withRequests<T>(
  invocation: Invocation,
  work: (
    opened: OpenedDatabase & { readonly organizations: Organizations; readonly requests: Requests },
  ) => Promise<T>,
): Promise<T> {
  return withAccess(invocation, (opened) =>
    withWaker(opened.db, (jobs) => {
      const { db, access, logger } = opened;
      const organizations = createOrganizations(db);
      // A person waits for the company they name. All of them at once have their turn behind what is announced.
      const priority = invocation.args.length > 0 ? urgency.click : urgency.due;
      const requests = createRequests({
        organizations,
        audit: access.audit,
        jobs,
        logger,
        urgency: priority,
      });
      return work({ ...opened, organizations, requests });
    }),
  );
}
