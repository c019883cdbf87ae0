import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './notice.module.css';
import type { Tone } from './tone.ts';

type Props = {
  tone: Tone;
  icon: Icon;
  title: string;
  children?: ReactNode;
  /** What the reader can do about it. */
  action?: ReactNode;
  /** `alert` is read out at once, `note` when the reader comes to it. */
  role?: 'alert' | 'note';
};

/** Something the reader must know: what it is, and what to do. */
export function Notice({ tone, icon: IconOfNotice, title, children, action, role = 'note' }: Props) {
  return (
    <div className={classes.root} data-tone={tone} role={role}>
      <IconOfNotice className={classes.icon} size={20} stroke={1.8} aria-hidden />
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        {children === undefined ? null : <p className={classes.text}>{children}</p>}
        {action === undefined ? null : <div className={classes.action}>{action}</div>}
      </div>
    </div>
  );
}
