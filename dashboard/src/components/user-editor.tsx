import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import type { User, UserChange } from '../../../src/api-contract/index.ts';
import { useSessionsOf, useUserActions } from '../api/access.ts';
import { describeError } from '../api/errors.ts';
import classes from './people.module.css';
import { RoleField } from './role-field.tsx';
import { roleOf } from './roles.ts';
import { ScopeField, scopeOf } from './scope-field.tsx';
import { SessionTable } from './session-table.tsx';

/** What a person may do, and where they are signed in. */
export function UserEditor({ user, close }: { user: User; close: () => void }) {
  const { change, signOut } = useUserActions();
  const sessions = useSessionsOf(user.id);
  const error = change.error ?? signOut.error ?? sessions.error;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const wanted: UserChange = { role: roleOf(values), organizations: scopeOf(values) ?? null };
    change.mutate({ id: user.id, ...wanted }, { onSuccess: close });
  }

  return (
    <form className={classes.editor} onSubmit={submit} aria-label={`Change ${user.email}`}>
      <h3 className={classes.subtitle}>{user.email}</h3>
      {error ? <p role="alert">{describeError(error)}</p> : null}
      <div className={classes.form}>
        <RoleField id={`role-${user.id}`} role={user.role} />
        <ScopeField limitedTo={user.organizations} />
        <Button type="submit" loading={change.isPending}>
          Save
        </Button>
        <Button variant="default" onClick={close}>
          Close
        </Button>
      </div>
      <h3 className={classes.subtitle}>Signed-in browsers</h3>
      <SessionTable sessions={sessions.data ?? []} />
      {sessions.data?.length ? (
        <Button size="xs" variant="default" onClick={() => signOut.mutate(user.id)}>
          Sign out everywhere
        </Button>
      ) : null}
    </form>
  );
}
