import { IconKey } from '@tabler/icons-react';
import { Notice } from '../ui/notice.tsx';
import classes from './people.module.css';

/** Something that is shown now and never again. */
export function ShownOnce({ title, value }: { title: string; value: string }) {
  return (
    <div className={classes.once} role="status">
      <Notice tone="good" icon={IconKey} title={title} action={<code>{value}</code>}>
        It is shown this once. Copy it now.
      </Notice>
    </div>
  );
}
