import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import type { UserWithLink } from '../../../src/api-contract/index.ts';
import { useUserActions, useUsers } from '../api/access.ts';
import { describeError } from '../api/errors.ts';
import classes from './people.module.css';
import { Notice } from '../ui/notice.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { RoleField, textOf } from './role-field.tsx';
import { roleOf } from './roles.ts';
import { Scope, ScopeField, scopeOf } from './scope-field.tsx';
import { ShownOnce } from './shown-once.tsx';
import { UserEditor } from './user-editor.tsx';

/** Who can sign in: inviting, links, disabling and removing. */
export function UserSection() {
  const users = useUsers();
  const { invite, createLink, change, remove } = useUserActions();
  const [shown, setShown] = useState<UserWithLink>();
  const [edited, setEdited] = useState<string>();
  const open = users.data?.find((user) => user.id === edited);
  const error = users.error ?? invite.error ?? createLink.error ?? change.error ?? remove.error;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const values = new FormData(form);
    const email = textOf(values, 'email');
    const organizations = scopeOf(values);
    invite.mutate(
      { email, role: roleOf(values), ...(organizations && { organizations }) },
      {
        onSuccess: (invited) => {
          setShown(invited);
          form.reset();
        },
      },
    );
  }

  return (
    <section className={classes.section} aria-labelledby="people">
      <h2 id="people" className={classes.title}>
        People
      </h2>
      {error ? (
        <Notice role="alert" tone="bad" icon={IconAlertTriangle} title={describeError(error)} />
      ) : null}
      {shown ? <ShownOnce title={`Pass this link on to ${shown.user.email}`} value={shown.link} /> : null}
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">E-mail address</th>
              <th scope="col">Role</th>
              <th scope="col">Companies</th>
              <th scope="col">Status</th>
              <th scope="col">Last sign-in</th>
              <th scope="col">Actions</th>
            </tr>
          </thead>
          <tbody>
            {users.data?.map((user) => (
              <tr key={user.id}>
                <td>{user.email}</td>
                <td>{user.role}</td>
                <td className={classes.long}>
                  <Scope limitedTo={user.organizations} />
                </td>
                <td>{user.status}</td>
                <td>{user.lastSignInAt ? <RelativeTime instant={user.lastSignInAt} /> : 'never'}</td>
                <td>
                  <div className={classes.actions}>
                    <Button
                      size="xs"
                      variant="default"
                      aria-expanded={edited === user.id}
                      onClick={() => setEdited(edited === user.id ? undefined : user.id)}
                    >
                      Change
                    </Button>
                    <Button
                      size="xs"
                      variant="default"
                      onClick={() => createLink.mutate(user.id, { onSuccess: setShown })}
                    >
                      New link
                    </Button>
                    <Button
                      size="xs"
                      variant="default"
                      onClick={() => change.mutate({ id: user.id, disabled: user.status !== 'disabled' })}
                    >
                      {user.status === 'disabled' ? 'Enable' : 'Disable'}
                    </Button>
                    <Button
                      size="xs"
                      variant="default"
                      onClick={() => {
                        if (window.confirm(`Remove ${user.email}?`)) remove.mutate(user.id);
                      }}
                    >
                      Remove
                    </Button>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {open ? <UserEditor key={open.id} user={open} close={() => setEdited(undefined)} /> : null}
      <form className={classes.form} onSubmit={submit}>
        <TextInput name="email" label="Invite a person" type="email" placeholder="ada@example.com" required />
        <RoleField id="user-role" />
        <ScopeField key={shown?.user.id} />
        <Button type="submit" loading={invite.isPending}>
          Invite
        </Button>
      </form>
    </section>
  );
}
