import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import type { ApiKeyWithSecret } from '../../../src/api-contract/index.ts';
import { useApiKeys, useKeyActions } from '../api/access.ts';
import { describeError } from '../api/errors.ts';
import classes from './people.module.css';
import { Notice } from '../ui/notice.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { RoleField, textOf } from './role-field.tsx';
import { roleOf } from './roles.ts';
import { Scope, ScopeField, scopeOf } from './scope-field.tsx';
import { ShownOnce } from './shown-once.tsx';

/** The keys of programs: making, replacing and revoking them. */
export function KeySection() {
  const keys = useApiKeys();
  const { create, rotate, revoke } = useKeyActions();
  const [shown, setShown] = useState<ApiKeyWithSecret>();
  const error = keys.error ?? create.error ?? rotate.error ?? revoke.error;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const values = new FormData(form);
    const organizations = scopeOf(values);
    const addresses = textOf(values, 'addresses')
      .split(/[\s,]+/)
      .filter((one) => one !== '');
    create.mutate(
      {
        name: textOf(values, 'name'),
        role: roleOf(values),
        ...(organizations && { organizations }),
        ...(addresses.length > 0 && { addresses }),
      },
      {
        onSuccess: (made) => {
          setShown(made);
          form.reset();
        },
      },
    );
  }

  return (
    <section className={classes.section} aria-labelledby="keys">
      <h2 id="keys" className={classes.title}>
        API keys
      </h2>
      {error ? (
        <Notice role="alert" tone="bad" icon={IconAlertTriangle} title={describeError(error)} />
      ) : null}
      {shown ? <ShownOnce title={`The key “${shown.key.name}”`} value={shown.secret} /> : null}
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Begins with</th>
              <th scope="col">Role</th>
              <th scope="col">Companies</th>
              <th scope="col">From</th>
              <th scope="col">Status</th>
              <th scope="col">Last used</th>
              <th scope="col">Actions</th>
            </tr>
          </thead>
          <tbody>
            {keys.data?.map((key) => (
              <tr key={key.id}>
                <td>{key.name}</td>
                <td>
                  <code>{key.prefix}</code>
                </td>
                <td>{key.role}</td>
                <td className={classes.long}>
                  <Scope limitedTo={key.organizations} />
                </td>
                <td className={classes.long}>{key.addresses?.join(', ') ?? 'anywhere'}</td>
                <td>{key.status}</td>
                <td>{key.lastUsedAt ? <RelativeTime instant={key.lastUsedAt} /> : 'never'}</td>
                <td>
                  {key.status === 'active' ? (
                    <div className={classes.actions}>
                      <Button
                        size="xs"
                        variant="default"
                        onClick={() => rotate.mutate(key.id, { onSuccess: setShown })}
                      >
                        Replace
                      </Button>
                      <Button
                        size="xs"
                        variant="default"
                        onClick={() => {
                          if (window.confirm(`Revoke ${key.name}? Its programs stop working.`)) {
                            revoke.mutate(key.id);
                          }
                        }}
                      >
                        Revoke
                      </Button>
                    </div>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <form className={classes.form} onSubmit={submit}>
        <TextInput name="name" label="Make a key" placeholder="What it is for" required maxLength={200} />
        <RoleField id="key-role" />
        <ScopeField key={shown?.key.id} />
        <TextInput
          name="addresses"
          label="Only from these addresses"
          placeholder="anywhere, or 10.0.0.0/8, 203.0.113.7"
          maxLength={2000}
        />
        <Button type="submit" loading={create.isPending}>
          Make the key
        </Button>
      </form>
    </section>
  );
}
