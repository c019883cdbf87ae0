import { userInfo } from 'node:os';
import { createAccess, type Access } from '../access/access.ts';
import type { Actor } from '../access/audit.ts';
import type { Principal } from '../access/principal.ts';
import { systemClock } from '../base/clock.ts';
import { urgency } from '../jobs/urgency.ts';
import { withWaker } from '../jobs/visitor.ts';
import { createRequests, type Requests } from '../requests/requests.ts';
import { createOrganizations, type Organizations } from '../sync/index.ts';
import { accessSettings } from './access-settings.ts';
import type { Invocation } from './command.ts';
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
    work({
      ...opened,
      access: createAccess({ db: opened.db, clock: systemClock, ...accessSettings(opened.config) }),
    }),
  );
}

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
