import { Skeleton, VisuallyHidden } from '@mantine/core';
import type { EntityState } from '../../../src/api-contract/index.ts';
import { describeError } from '../api/errors.ts';
import { useEntities } from '../api/queries.ts';
import { formatCount, plural } from '../ui/format.ts';
import { Meter } from '../ui/meter.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { StatusLabel } from '../ui/status-label.tsx';
import { nameOfTable } from './company-names.ts';
import { progressOf } from './company-progress.ts';
import classes from './entity-table.module.css';
import { entityWords } from './status-words.ts';

type Props = { realmId: string; companyName: string; rows: number };

/** The tables of one company: rows, state, when they were last brought up to date. */
export function EntityTable({ realmId, companyName, rows }: Props) {
  const { data: entities, error } = useEntities(realmId);
  if (entities === undefined && error !== null) {
    return <p className={classes.problem}>The tables could not be read. {describeError(error)}</p>;
  }
  if (entities?.length === 0) {
    return <p className={classes.problem}>No table has been read yet.</p>;
  }
  return (
    <table className={classes.table}>
      <caption>
        <VisuallyHidden>Tables of {companyName}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">Table</th>
          <th scope="col" className={classes.number}>
            Rows
          </th>
          <th scope="col" className={classes.status}>
            Status
          </th>
          <th scope="col" className={classes.when}>
            Last synced
          </th>
        </tr>
      </thead>
      <tbody>
        {entities?.map((entity) => <EntityRow key={entity.entity} entity={entity} />) ?? <SkeletonRows />}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Total</th>
          <td className={classes.number}>
            <span className={classes.total}>{formatCount(rows)}</span>
          </td>
          <td className={classes.status} />
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

function EntityRow({ entity }: { entity: EntityState }) {
  const { tone, icon, label } = entityWords[entity.status];
  const name = nameOfTable(entity.table);
  const progress = progressOf(entity);
  const isLoading = entity.status === 'backfilling' || entity.status === 'pending';
  return (
    <tr>
      <th scope="row" title={`quickbooks.${entity.table}`}>
        {name}
        <span className={classes.inlineStatus}>
          <StatusLabel tone={tone} icon={icon} label={label} />
        </span>
        {entity.error === undefined ? null : (
          <span className={entity.status === 'unavailable' ? classes.remark : classes.error}>
            {entity.error}
          </span>
        )}
        {entity.rejected === 0 ? null : (
          <span className={classes.error}>{plural(entity.rejected, 'record')} kept aside</span>
        )}
      </th>
      <td className={classes.number}>
        {formatCount(entity.rows)}
        {(isLoading || entity.rejected > 0) && progress.expectedRows !== undefined ? (
          <span className={classes.of}> of {formatCount(Math.max(entity.rows, progress.expectedRows))}</span>
        ) : null}
        {entity.status === 'backfilling' ? (
          <span className={classes.meter}>
            <Meter label={`Loading ${name}`} fraction={progress.fraction} size="thin" />
          </span>
        ) : null}
      </td>
      <td className={classes.status}>
        <StatusLabel tone={tone} icon={icon} label={label} />
      </td>
      <td className={classes.when}>
        {entity.lastSyncedAt === undefined ? <Never /> : <RelativeTime instant={entity.lastSyncedAt} />}
      </td>
    </tr>
  );
}

function Never() {
  return (
    <>
      <span aria-hidden>–</span>
      <VisuallyHidden>not yet</VisuallyHidden>
    </>
  );
}

function SkeletonRows() {
  return [1, 2, 3, 4, 5].map((row) => (
    <tr key={row}>
      <td colSpan={4}>
        <Skeleton height={14} width={`${92 - row * 7}%`} />
      </td>
    </tr>
  ));
}
