import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { QueuedJob } from '../../../src/api-contract/index.ts';
import { describeError } from '../api/errors.ts';
import { useJobs, useRetryJob } from '../api/jobs.ts';
import classes from '../components/people.module.css';
import { Scope } from '../components/scope-field.tsx';
import { Notice } from '../ui/notice.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { AdminPage } from './admin-page.tsx';

const states = ['waiting', 'running', 'failed', 'completed', 'cancelled'] as const;

/** `/queue`: the wake-ups of companies, for a person who looks for trouble. */
export function QueuePage() {
  const [state, setState] = useState<QueuedJob['state'] | ''>('');
  const jobs = useJobs(state);
  const retry = useRetryJob();
  const error = jobs.error ?? retry.error;
  return (
    <AdminPage title="Queue">
      <section className={classes.section} aria-label="Jobs">
        {error ? (
          <Notice role="alert" tone="bad" icon={IconAlertTriangle} title={describeError(error)} />
        ) : null}
        <div className={classes.actions} role="group" aria-label="State">
          {(['', ...states] as const).map((one) => (
            <Button
              key={one}
              size="xs"
              variant={one === state ? 'filled' : 'default'}
              aria-pressed={one === state}
              onClick={() => setState(one)}
            >
              {one === '' ? 'all' : `${one} ${jobs.data?.counts[one] ?? ''}`}
            </Button>
          ))}
        </div>
        <JobTable jobs={jobs.data?.items ?? []} retry={(id) => retry.mutate(id)} />
      </section>
    </AdminPage>
  );
}

function JobTable({ jobs, retry }: { jobs: readonly QueuedJob[]; retry: (id: string) => void }) {
  if (jobs.length === 0) return <p>There are none.</p>;
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Company</th>
            <th scope="col">State</th>
            <th scope="col">Asked for</th>
            <th scope="col">Retries</th>
            <th scope="col">Trouble</th>
            <th scope="col">Actions</th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <tr key={job.id}>
              <td className={classes.long}>
                {job.realmId ? <Scope limitedTo={[job.realmId]} /> : job.queue}
              </td>
              <td>{job.state}</td>
              <td>
                <RelativeTime instant={job.createdAt} />
              </td>
              <td>
                {job.retries} of {job.retryLimit}
              </td>
              <td className={classes.long}>{job.error}</td>
              <td>
                {job.state === 'failed' ? (
                  <Button size="xs" variant="default" onClick={() => retry(job.id)}>
                    Try again
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
