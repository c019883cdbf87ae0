import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Organization } from '../../../src/api-contract/index.ts';
import { Notice } from '../ui/notice.tsx';
import { nameOf } from './company-names.ts';
import classes from './just-connected.module.css';
import { organizationWords } from './status-words.ts';

/**
 * Receives somebody whom QuickBooks sent here after "Disconnect": the server sends them to `/?disconnected=<realm id>`.
 * Any page can lead here, so nothing happens by itself; a click on the company's card looks.
 */
export function JustDisconnected({ organizations }: { organizations: readonly Organization[] | undefined }) {
  const [realmId] = useState(() => new URLSearchParams(window.location.search).get('disconnected'));
  useEffect(() => {
    // Said once: a reload or a bookmark must not say it again.
    if (realmId !== null) window.history.replaceState(null, '', window.location.pathname);
  }, [realmId]);

  const organization = organizations?.find((candidate) => candidate.realmId === realmId);
  // Of the others their cards say what is the matter.
  if (organization === undefined || organizationWords[organization.status].action !== 'sync') return null;
  return (
    <div className={classes.root} role="status">
      <Notice
        tone="quiet"
        icon={IconPlugConnectedX}
        title={`Was ${nameOf(organization)} disconnected in QuickBooks?`}
      >
        If so, its next sync finds out, and the company then asks to be reconnected; the copy stays. “Sync
        now” below looks at once.
      </Notice>
    </div>
  );
}
