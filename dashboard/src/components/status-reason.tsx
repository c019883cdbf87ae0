import { IconInfoCircle } from '@tabler/icons-react';
import type { Organization } from '../../../src/api-contract/index.ts';
import { Notice } from '../ui/notice.tsx';
import { organizationWords } from './status-words.ts';

/** Why a company is in its state, or what is wrong although all is current, in the server's own sentence. */
export function StatusReason({ organization: { status, statusReason } }: { organization: Organization }) {
  if (statusReason === undefined) return null;
  const tone = status === 'current' ? 'warning' : organizationWords[status].tone;
  return <Notice tone={tone} icon={IconInfoCircle} title={statusReason} />;
}
