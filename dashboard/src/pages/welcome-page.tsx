import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { AccessLink } from '../../../src/api-contract/index.ts';
import { useAcceptLink, useAccessLink } from '../api/access.ts';
import { Door } from '../components/door.tsx';

const words: Record<AccessLink['kind'], { title: string; text: string; button: string }> = {
  set_up: {
    title: 'Set up Ledger Mirror',
    text: 'Make the first owner. An owner sees every company and invites everybody else.',
    button: 'Create the owner',
  },
  invitation: {
    title: 'Welcome to Ledger Mirror',
    text: 'You were invited. Choose a password to sign in with.',
    button: 'Join',
  },
  password_reset: {
    title: 'Choose a new password',
    text: 'You are signed out of every other browser.',
    button: 'Save the password',
  },
};

/** `/welcome#token`: the first set-up, an invitation, or a new password. */
export function WelcomePage() {
  // The token follows #, which is sent to no server; the page itself hands it over.
  const [token] = useState(() => window.location.hash.slice(1));
  const link = useAccessLink(token);
  const accept = useAcceptLink();
  useEffect(() => {
    document.title = 'Welcome · Ledger Mirror';
    // A link that works once is not to stay in the history.
    window.history.replaceState(null, '', window.location.pathname);
  }, []);
  if (link.error) return <Door title="This link does not work" error={link.error} />;
  if (link.data === undefined) return null;
  const { kind, email, name } = link.data;
  return (
    <Door
      {...words[kind]}
      error={accept.error}
      isBusy={accept.isPending}
      onSubmit={(values) =>
        accept.mutate(
          { token, password: values['password'] ?? '', ...pick(values, 'email'), ...pick(values, 'name') },
          { onSuccess: () => window.location.assign('/') },
        )
      }
    >
      <TextInput
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
        required
        disabled={email !== undefined}
        defaultValue={email}
      />
      {kind === 'password_reset' ? null : (
        <TextInput name="name" label="Your name" autoComplete="name" defaultValue={name} />
      )}
      <TextInput
        name="password"
        label="Password"
        description="At least 12 characters, and nothing that is guessed early: some words that do not belong together are good."
        type="password"
        autoComplete="new-password"
        minLength={12}
        maxLength={256}
        required
      />
    </Door>
  );
}

function pick(values: Record<string, string>, name: 'email' | 'name'): { email?: string; name?: string } {
  const value = values[name];
  return value === undefined || value === '' ? {} : { [name]: value };
}
