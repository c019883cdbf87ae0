import { Button } from '@mantine/core';
import { IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { describeError } from '../api/errors.ts';
import { formatInstant } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import classes from './server-problem.module.css';

type Props = {
  problem: Error;
  /** When the page was last read, in epoch milliseconds; 0 for never. */
  readAt: number;
  onRetry: () => void;
};

/** The server cannot be reached or refuses: what that means for what is on the page. */
export function ServerProblem({ problem, readAt, onRetry }: Props) {
  return (
    <div className={classes.root}>
      <Notice
        role="alert"
        tone="bad"
        icon={IconPlugConnectedX}
        title={describeError(problem)}
        action={
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRefresh size={15} aria-hidden />}
            onClick={onRetry}
          >
            Try again
          </Button>
        }
      >
        {readAt === 0
          ? 'This page tries again by itself every few seconds. If it stays like this, look at the window in which you ran “npm start”.'
          : `What you see is from ${formatInstant(new Date(readAt))}. This page tries again by itself every few seconds.`}
      </Notice>
    </div>
  );
}
