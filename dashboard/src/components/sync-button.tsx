import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Organization } from '../../../src/api-contract/index.ts';
import { describeError } from '../api/errors.ts';
import { useRequestSync } from '../api/queries.ts';
import { nameOf } from './company-names.ts';
import classes from './sync-button.module.css';

const doneForMs = 8_000;
// A run that fails, or waits behind others, is told by the company's status; the wish is not held up as pending.
const waitForMs = 45_000;

/** Asks for an update now and says what became of it. */
export function SyncButton({ organization }: { organization: Organization }) {
  const request = useRequestSync(organization.realmId);
  // The company's last success when the button was pressed: once it moves, the wish is fulfilled.
  const [successBefore, setSuccessBefore] = useState<string>();
  const { isSuccess, reset } = request;
  const isDone = isSuccess && organization.lastSuccessAt !== successBefore;

  useEffect(() => {
    if (!isSuccess) return undefined;
    const timer = setTimeout(reset, isDone ? doneForMs : waitForMs);
    return () => clearTimeout(timer);
  }, [isDone, isSuccess, reset]);

  function press() {
    setSuccessBefore(organization.lastSuccessAt);
    request.mutate();
  }

  return (
    <div className={classes.root}>
      <Button
        variant="default"
        onClick={press}
        loading={request.isPending}
        leftSection={<IconRefresh size={17} aria-hidden />}
        aria-label={`Sync now: ${nameOf(organization)}`}
      >
        Sync now
      </Button>
      <span className={classes.feedback} role="status" data-tone={feedbackTone(request.isError, isDone)}>
        {request.isError
          ? describeError(request.error)
          : isDone
            ? 'Done: up to date.'
            : isSuccess
              ? 'Asking QuickBooks for changes…'
              : ''}
      </span>
    </div>
  );
}

function feedbackTone(isError: boolean, isDone: boolean) {
  if (isError) return 'bad';
  return isDone ? 'good' : 'quiet';
}
