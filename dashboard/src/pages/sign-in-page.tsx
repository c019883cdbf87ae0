import { TextInput } from '@mantine/core';
import { useEffect } from 'react';
import { useSignIn } from '../api/access.ts';
import { placeAfterSignIn } from '../api/links.ts';
import { Door } from '../components/door.tsx';

/** `/sign-in`: e-mail address and password. */
export function SignInPage() {
  const signIn = useSignIn();
  useEffect(() => {
    document.title = 'Sign in · Ledger Mirror';
  }, []);
  return (
    <Door
      title="Sign in"
      error={signIn.error}
      button="Sign in"
      isBusy={signIn.isPending}
      onSubmit={({ email = '', password = '' }) =>
        signIn.mutate(
          { email, password },
          {
            onSuccess: () => {
              const { search, origin } = window.location;
              window.location.assign(placeAfterSignIn(search, origin));
            },
          },
        )
      }
    >
      <TextInput
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
        required
        autoFocus
      />
      <TextInput name="password" label="Password" type="password" autoComplete="current-password" required />
    </Door>
  );
}
