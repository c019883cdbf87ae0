import { useLiveState } from '../api/live-events.tsx';
import classes from './live-indicator.module.css';

const words = {
  connecting: 'Connecting…',
  live: 'Live',
  reconnecting: 'Reconnecting…',
} as const;

/** Whether this page changes by itself at once, or is looking for its server. */
export function LiveIndicator() {
  const state = useLiveState();
  return (
    <span className={classes.root} data-state={state} role="status">
      <span className={classes.dot} aria-hidden />
      {words[state]}
    </span>
  );
}
