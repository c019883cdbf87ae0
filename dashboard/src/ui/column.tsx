import type { ReactNode } from 'react';
import classes from './column.module.css';

/** The page's one column: its width and its margins. */
export function Column({ children }: { children: ReactNode }) {
  return <div className={classes.root}>{children}</div>;
}
