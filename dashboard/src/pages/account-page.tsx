import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { useChangePassword, useOwnSessions, useRevokeSession, useSession } from '../api/access.ts';
import { describeError } from '../api/errors.ts';
import classes from '../components/people.module.css';
import { textOf } from '../components/role-field.tsx';
import { SessionTable } from '../components/session-table.tsx';
import { Notice } from '../ui/notice.tsx';
import { AdminPage } from './admin-page.tsx';

/** `/account`: one's own password, and the browsers one is signed in with. */
export function AccountPage() {
  const { data: session } = useSession();
  return (
    <AdminPage title="Your account">
      {session?.kind === 'user' ? <Own name={session.name} /> : null}
      <p>
        <a href="/licences.txt">Licences of what this page is made of</a>
      </p>
    </AdminPage>
  );
}

function Own({ name }: { name: string }) {
  const sessions = useOwnSessions();
  const revoke = useRevokeSession();
  const password = useChangePassword();
  const error = sessions.error ?? revoke.error ?? password.error;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const values = new FormData(form);
    const change = { currentPassword: textOf(values, 'current'), newPassword: textOf(values, 'new') };
    password.mutate(change, { onSuccess: () => form.reset() });
  }

  return (
    <>
      {error ? (
        <Notice role="alert" tone="bad" icon={IconAlertTriangle} title={describeError(error)} />
      ) : null}
      {password.isSuccess ? (
        <Notice
          tone="good"
          icon={IconCheck}
          title="The password is changed. Other browsers are signed out."
        />
      ) : null}
      <section className={classes.section} aria-labelledby="browsers">
        <h2 id="browsers" className={classes.title}>
          Signed-in browsers
        </h2>
        <SessionTable sessions={sessions.data ?? []} revoke={(id) => revoke.mutate(id)} />
      </section>
      <section className={classes.section} aria-labelledby="password">
        <h2 id="password" className={classes.title}>
          Password
        </h2>
        <form className={classes.form} onSubmit={submit}>
          <input type="text" name="username" autoComplete="username" value={name} readOnly hidden />
          <TextInput
            name="current"
            type="password"
            label="Current password"
            autoComplete="current-password"
            required
          />
          <TextInput
            name="new"
            type="password"
            label="New password"
            autoComplete="new-password"
            required
            minLength={12}
          />
          <Button type="submit" loading={password.isPending}>
            Change
          </Button>
        </form>
      </section>
    </>
  );
}
