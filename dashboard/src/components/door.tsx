import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { FormEvent, ReactNode } from 'react';
import { describeError } from '../api/errors.ts';
import { Column } from '../ui/column.tsx';
import { Notice } from '../ui/notice.tsx';
import classes from './door.module.css';
import { ProductMark } from './product-mark.tsx';

type Props = {
  title: string;
  text?: string | undefined;
  error?: Error | null;
  /** The form, where there is one: its fields, and what its button says and does. */
  children?: ReactNode;
  button?: string;
  isBusy?: boolean;
  onSubmit?: (values: Record<string, string>) => void;
};

/** The card before the product: signing in, and links that set a password. */
export function Door({ title, text, error, children, button, isBusy = false, onSubmit }: Props) {
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const entries = [...new FormData(event.currentTarget)];
    onSubmit?.(
      Object.fromEntries(entries.map(([name, value]) => [name, typeof value === 'string' ? value : ''])),
    );
  }

  return (
    <main>
      <Column>
        <div className={classes.root}>
          <ProductMark />
          <h1 className={classes.title}>{title}</h1>
          {text === undefined ? null : <p className={classes.text}>{text}</p>}
          {error ? (
            <Notice role="alert" tone="bad" icon={IconAlertTriangle} title={describeError(error)} />
          ) : null}
          {button === undefined ? null : (
            <form className={classes.form} onSubmit={submit}>
              {children}
              <Button type="submit" loading={isBusy}>
                {button}
              </Button>
            </form>
          )}
        </div>
      </Column>
    </main>
  );
}
