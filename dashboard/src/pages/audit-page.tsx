import { Button, Input, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import type { AuditEntry } from '../../../src/api-contract/index.ts';
import { auditAddress, useAudit, type AuditFilter } from '../api/audit.ts';
import { describeError } from '../api/errors.ts';
import { useOrganizations } from '../api/queries.ts';
import { auditKinds } from '../components/audit-kinds.ts';
import { nameOf } from '../components/company-names.ts';
import classes from '../components/people.module.css';
import { textOf } from '../components/role-field.tsx';
import { Notice } from '../ui/notice.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { AdminPage } from './admin-page.tsx';

/** `/audit`: who did what, when and from where. */
export function AuditPage() {
  const [filter, setFilter] = useState<AuditFilter>({});
  const { organizations = [] } = useOrganizations();
  const audit = useAudit(filter);
  const entries = audit.data?.pages.flatMap((page) => page.items) ?? [];

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const given = ['action', 'actor', 'realmId'].map((name) => [name, textOf(values, name)]);
    const days = ['from', 'until'].map((name) => [name, startOfDay(textOf(values, name), name === 'until')]);
    setFilter(Object.fromEntries([...given, ...days].filter(([, value]) => value !== '')) as AuditFilter);
  }

  return (
    <AdminPage title="Audit trail">
      <section className={classes.section} aria-label="Entries">
        <form className={classes.form} onSubmit={submit}>
          <Choice name="action" label="What" options={Object.entries(auditKinds)} all="Everything" />
          <TextInput name="actor" label="Who" placeholder="Part of a name" maxLength={254} />
          <Choice
            name="realmId"
            label="Company"
            options={organizations.map((one) => [one.realmId, nameOf(one)])}
            all="All"
          />
          <TextInput name="from" label="From" type="date" />
          <TextInput name="until" label="Until" type="date" />
          <Button type="submit">Show</Button>
          <Button component="a" variant="default" href={auditAddress(filter, 'csv')} download>
            Export as CSV
          </Button>
        </form>
        {audit.error ? (
          <Notice role="alert" tone="bad" icon={IconAlertTriangle} title={describeError(audit.error)} />
        ) : null}
        <Entries entries={entries} />
        {audit.hasNextPage ? (
          <Button
            variant="default"
            loading={audit.isFetchingNextPage}
            onClick={() => void audit.fetchNextPage()}
          >
            Show more
          </Button>
        ) : null}
      </section>
    </AdminPage>
  );
}

/** A day as the browser's own place knows it; `until` is the end of it. */
function startOfDay(day: string, end: boolean): string {
  if (day === '') return '';
  const start = new Date(`${day}T00:00:00`);
  if (end) start.setDate(start.getDate() + 1);
  return start.toISOString();
}

type ChoiceProps = {
  name: string;
  label: string;
  options: readonly (readonly [string, string])[];
  all: string;
};

function Choice({ name, label, options, all }: ChoiceProps) {
  return (
    <Input.Wrapper label={label} id={`audit-${name}`}>
      <Input component="select" id={`audit-${name}`} name={name} defaultValue="" pointer>
        <option value="">{all}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Input>
    </Input.Wrapper>
  );
}

function Entries({ entries }: { entries: readonly AuditEntry[] }) {
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">To what</th>
            <th scope="col">From</th>
            <th scope="col">Details</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td>
                <RelativeTime instant={entry.at} />
              </td>
              <td className={classes.long}>{entry.actorName ?? entry.actorKind}</td>
              <td>{entry.action}</td>
              <td className={classes.long}>{[entry.target, entry.realmId].filter(Boolean).join(' · ')}</td>
              <td>{entry.address}</td>
              <td className={classes.long}>
                {Object.entries(entry.details)
                  .map(
                    ([name, value]) =>
                      `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
                  )
                  .join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
