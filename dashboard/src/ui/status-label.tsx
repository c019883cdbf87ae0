import type { Icon } from '@tabler/icons-react';
import classes from './status-label.module.css';
import type { Tone } from './tone.ts';

type Props = {
  tone: Tone;
  icon: Icon;
  label: string;
  /** `pill` stands alone, `plain` sits in a table. */
  look?: 'pill' | 'plain';
};

/** A status: icon, word and colour. */
export function StatusLabel({ tone, icon: IconOfStatus, label, look = 'plain' }: Props) {
  return (
    <span className={classes.root} data-tone={tone} data-look={look}>
      <IconOfStatus className={classes.icon} size={look === 'pill' ? 16 : 15} stroke={2} aria-hidden />
      {label}
    </span>
  );
}
