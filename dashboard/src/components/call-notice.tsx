import { IconGauge } from '@tabler/icons-react';
import { Notice } from '../ui/notice.tsx';
import classes from './just-connected.module.css';

/** Says that the companies need more calls to QuickBooks than there are, before polling slows down for it. */
export function CallNotice({ notice }: { notice: string | undefined }) {
  if (notice === undefined) return null;
  return (
    <div className={classes.root}>
      <Notice tone="warning" icon={IconGauge} title="QuickBooks may be asked less often than set.">
        {notice}
      </Notice>
    </div>
  );
}
