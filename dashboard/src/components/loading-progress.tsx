import type { Organization } from '../../../src/api-contract/index.ts';
import { formatPercent } from '../ui/format.ts';
import { Meter } from '../ui/meter.tsx';
import { nameOf } from './company-names.ts';
import { describeRows, progressOf } from './company-progress.ts';
import classes from './loading-progress.module.css';
import { organizationWords } from './status-words.ts';

/** How much of a company's history has arrived. */
export function LoadingProgress({ organization }: { organization: Organization }) {
  const progress = progressOf(organization);
  return (
    <div>
      <p className={classes.meaning}>{organizationWords.loading.meaning}</p>
      <Meter label={`Loading ${nameOf(organization)}`} fraction={progress.fraction} />
      <p className={classes.figures}>
        <span>{describeRows(progress)}</span>
        {progress.fraction === undefined ? null : (
          <span className={classes.percent}>{formatPercent(Math.floor(progress.fraction * 100) / 100)}</span>
        )}
      </p>
    </div>
  );
}
