import { Button } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import type { Organization } from '../../../src/api-contract/index.ts';
import { connectUrl } from '../api/links.ts';
import { nameOf } from './company-names.ts';
import { organizationWords } from './status-words.ts';
import { SyncButton } from './sync-button.tsx';

/** What can be done with a company in its present state. */
export function CompanyActions({ organization }: { organization: Organization }) {
  switch (organizationWords[organization.status].action) {
    case 'sync':
      return <SyncButton organization={organization} />;
    case 'reconnect':
      return (
        <div>
          <Button
            component="a"
            href={connectUrl(organization.realmId)}
            leftSection={<IconPlugConnected size={17} aria-hidden />}
            aria-label={`Reconnect ${nameOf(organization)}`}
          >
            Reconnect
          </Button>
        </div>
      );
    case 'none':
      return null;
  }
}
