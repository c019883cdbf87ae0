import { IconFlask2 } from '@tabler/icons-react';
import { Column } from '../ui/column.tsx';
import classes from './simulated-notice.module.css';

/** Says that nothing on this page is real. It stays: a screenshot must carry it too. */
export function SimulatedNotice() {
  return (
    <aside className={classes.root} aria-label="Simulated data">
      <Column>
        <p className={classes.text}>
          <IconFlask2 className={classes.icon} size={18} stroke={1.8} aria-hidden />
          <span>
            <strong>Simulated data.</strong> These companies are made up by the bundled QuickBooks simulator.
            For your own, set <code>QBO_CLIENT_ID</code> and <code>QBO_CLIENT_SECRET</code> and start again.
          </span>
        </p>
      </Column>
    </aside>
  );
}
