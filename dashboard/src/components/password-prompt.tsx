import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useConfirmPassword, useSession } from '../api/access.ts';
import { answerConfirmations } from '../api/confirmation.ts';
import { describeError } from '../api/errors.ts';
import classes from './password-prompt.module.css';
import { textOf } from './role-field.tsx';

/** Asks for the password when the server wants it once more; what was asked for then goes on by itself. */
export function PasswordPrompt() {
  // In an object: a function alone React would call.
  const [waiting, setWaiting] = useState<{ answer: (typed: boolean) => void }>();
  useEffect(() => answerConfirmations(() => new Promise<boolean>((answer) => setWaiting({ answer }))), []);
  if (waiting === undefined) return null;
  return (
    <Question
      answer={(typed) => {
        setWaiting(undefined);
        waiting.answer(typed);
      }}
    />
  );
}

function Question({ answer }: { answer: (typed: boolean) => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { data: session } = useSession();
  const confirm = useConfirmPassword();
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = textOf(new FormData(event.currentTarget), 'password');
    confirm.mutate(password, { onSuccess: () => answer(true) });
  }

  return (
    <dialog
      ref={dialog}
      className={classes.root}
      aria-labelledby="confirm-title"
      // The key Escape.
      onCancel={() => answer(false)}
    >
      <h2 id="confirm-title" className={classes.title}>
        Type your password
      </h2>
      <p className={classes.text}>
        This changes who gets in or what leaves, so it is asked for again after ten minutes.
      </p>
      {confirm.error ? <p role="alert">{describeError(confirm.error)}</p> : null}
      <form className={classes.form} onSubmit={submit}>
        <input
          type="text"
          name="username"
          autoComplete="username"
          value={session?.name ?? ''}
          readOnly
          hidden
        />
        <TextInput
          name="password"
          type="password"
          label="Password"
          autoComplete="current-password"
          required
          autoFocus
        />
        <div className={classes.actions}>
          <Button variant="default" onClick={() => answer(false)}>
            Cancel
          </Button>
          <Button type="submit" loading={confirm.isPending}>
            Go on
          </Button>
        </div>
      </form>
    </dialog>
  );
}
