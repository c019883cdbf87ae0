import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Organization } from '../../../src/api-contract/index.ts';
import { Notice } from '../ui/notice.tsx';
import { nameOf } from './company-names.ts';
import classes from './just-connected.module.css';

/** Greets somebody who comes back from QuickBooks: the server sends them to `/?connected=<realm id>`. */
export function JustConnected({ organizations }: { organizations: readonly Organization[] | undefined }) {
  const [realmId] = useState(() => new URLSearchParams(window.location.search).get('connected'));
  useEffect(() => {
    // Said once: a reload or a bookmark must not say it again.
    if (realmId !== null) window.history.replaceState(null, '', window.location.pathname);
  }, [realmId]);

  const organization = organizations?.find((candidate) => candidate.realmId === realmId);
  if (organization === undefined) return null;
  return (
    <div className={classes.root} role="status">
      <Notice tone="good" icon={IconCircleCheck} title={`${nameOf(organization)} is connected.`}>
        {organization.status === 'loading'
          ? 'Its history is being copied. You can close this page; the copying goes on.'
          : 'Its copy is kept up to date from here on.'}
      </Notice>
    </div>
  );
}
