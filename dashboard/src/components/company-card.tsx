import { VisuallyHidden } from '@mantine/core';
import type { Organization } from '../../../src/api-contract/index.ts';
import { formatDate, formatInterval } from '../ui/format.ts';
import { RelativeTime } from '../ui/relative-time.tsx';
import { StatusLabel } from '../ui/status-label.tsx';
import { CompanyActions } from './company-actions.tsx';
import classes from './company-card.module.css';
import { describeProgress, progressOf } from './company-progress.ts';
import { EntityTable } from './entity-table.tsx';
import { LoadingProgress } from './loading-progress.tsx';
import { describePlace, nameOf } from './company-names.ts';
import { StatusReason } from './status-reason.tsx';
import { organizationWords } from './status-words.ts';

/** One company: who it is, how fresh its copy is, what it needs, and its tables. */
export function CompanyCard({ organization }: { organization: Organization }) {
  const words = organizationWords[organization.status];
  const name = nameOf(organization);
  const headingId = `company-${organization.realmId}`;
  const place = describePlace(organization);
  return (
    <article className={classes.card} aria-labelledby={headingId}>
      <div className={classes.summary}>
        <div>
          <StatusLabel tone={words.tone} icon={words.icon} label={words.label} look="pill" />
          <h2 id={headingId} className={classes.name}>
            {name}
          </h2>
          {place === '' ? null : <p className={classes.place}>{place}</p>}
        </div>
        {organization.status === 'loading' ? (
          <LoadingProgress organization={organization} />
        ) : (
          <Freshness organization={organization} />
        )}
        <StatusReason organization={organization} />
        <CompanyActions organization={organization} />
        <dl className={classes.facts}>
          <Fact term="Connected on" value={formatDate(new Date(organization.connectedAt))} />
          <Fact term="Checked every" value={formatInterval(organization.intervalSeconds)} />
          <Fact term="Company ID" value={organization.realmId} />
        </dl>
      </div>
      <div className={classes.tables}>
        <EntityTable realmId={organization.realmId} companyName={name} rows={organization.rows} />
      </div>
      <VisuallyHidden aria-live="polite">
        {`${name}: ${organization.status === 'loading' ? describeProgress(progressOf(organization)) : words.label}`}
      </VisuallyHidden>
    </article>
  );
}

function Freshness({ organization }: { organization: Organization }) {
  const { currentThrough, status } = organization;
  const words = organizationWords[status];
  return (
    <div>
      <p className={classes.freshness}>
        {currentThrough === undefined ? (
          'Nothing complete yet'
        ) : (
          <>
            {status === 'current' ? 'Current' : 'Copy'} as of <RelativeTime instant={currentThrough} />
          </>
        )}
      </p>
      <p className={classes.meaning}>{words.meaning}</p>
    </div>
  );
}

function Fact({ term, value }: { term: string; value: string }) {
  return (
    <div className={classes.fact}>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}
