import { Skeleton } from '@mantine/core';
import { useOrganizations } from '../api/queries.ts';
import { AppHeader } from '../components/app-header.tsx';
import { CallNotice } from '../components/call-notice.tsx';
import { CompanyCard } from '../components/company-card.tsx';
import { CompanySkeleton } from '../components/company-skeleton.tsx';
import { JustConnected } from '../components/just-connected.tsx';
import { JustDisconnected } from '../components/just-disconnected.tsx';
import { LiveIndicator } from '../components/live-indicator.tsx';
import { NoCompanies } from '../components/no-companies.tsx';
import { ServerProblem } from '../components/server-problem.tsx';
import { summarize } from '../components/summarize.ts';
import { Column } from '../ui/column.tsx';
import classes from './companies-page.module.css';

/** `/`: every connected company, its freshness and what it needs. */
export function CompaniesPage() {
  const { organizations, callNotice, readAt, problem, retry } = useOrganizations();
  const isLoading = organizations === undefined && problem === undefined;
  return (
    <>
      <AppHeader />
      <main>
        <Column>
          <div className={classes.heading}>
            <h1 className={classes.title}>Companies</h1>
            <LiveIndicator />
            <div className={classes.summary}>
              {isLoading ? <Skeleton width={260} height={16} mt={4} /> : null}
              {organizations ? <p>{summarize(organizations)}</p> : null}
            </div>
          </div>
          {problem === undefined ? null : (
            <ServerProblem problem={problem} readAt={readAt} onRetry={() => void retry()} />
          )}
          <CallNotice notice={callNotice} />
          <JustConnected organizations={organizations} />
          <JustDisconnected organizations={organizations} />
          <div className={classes.list} data-stale={problem !== undefined || undefined}>
            {isLoading ? <CompanySkeleton /> : null}
            {organizations?.length === 0 ? <NoCompanies /> : null}
            {organizations?.map((organization) => (
              <CompanyCard key={organization.realmId} organization={organization} />
            ))}
          </div>
        </Column>
      </main>
    </>
  );
}
