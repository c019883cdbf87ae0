import { Button } from '@mantine/core';
import type { BrowserSession } from '../../../src/api-contract/index.ts';
import { RelativeTime } from '../ui/relative-time.tsx';
import { nameOfBrowser } from './browser-name.ts';
import classes from './people.module.css';

type Props = {
  sessions: readonly BrowserSession[];
  /** Signs one of them out; left out where that cannot be done one by one. */
  revoke?: (id: string) => void;
};

/** Browsers that are signed in: what they call themselves, and where they are. */
export function SessionTable({ sessions, revoke }: Props) {
  if (sessions.length === 0) return <p>None is signed in.</p>;
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Browser</th>
            <th scope="col">Address</th>
            <th scope="col">Signed in</th>
            <th scope="col">Last seen</th>
            {revoke ? <th scope="col">Actions</th> : null}
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id}>
              <td className={classes.long}>{nameOfBrowser(session.browser)}</td>
              <td>{session.address ?? 'unknown'}</td>
              <td>
                <RelativeTime instant={session.createdAt} />
              </td>
              <td>
                <RelativeTime instant={session.lastSeenAt} />
              </td>
              {revoke ? (
                <td>
                  {session.current ? (
                    'this browser'
                  ) : (
                    <Button size="xs" variant="default" onClick={() => revoke(session.id)}>
                      Sign out
                    </Button>
                  )}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
