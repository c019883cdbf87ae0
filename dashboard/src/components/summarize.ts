import type { Organization } from '../../../src/api-contract/index.ts';
import { plural } from '../ui/format.ts';
import { organizationWords } from './status-words.ts';

/** All companies in one sentence: how many, how much, and whether one of them needs a person. */
export function summarize(organizations: readonly Organization[]): string {
  if (organizations.length === 0) return 'Nothing is mirrored yet.';
  const rows = organizations.reduce((sum, organization) => sum + organization.rows, 0);
  return [
    plural(organizations.length, 'company', 'companies'),
    plural(rows, 'row'),
    ...describeState(organizations),
  ].join(' · ');
}

function describeState(organizations: readonly Organization[]): string[] {
  const troubled = organizations.filter(({ status }) => organizationWords[status].needsAttention).length;
  if (troubled > 0) return [`${troubled} ${troubled === 1 ? 'needs' : 'need'} attention`];
  const loading = organizations.filter(({ status }) => status === 'loading').length;
  if (loading > 0) return [`${loading} loading`];
  const rejected = organizations.reduce((sum, organization) => sum + organization.rejected, 0);
  if (rejected > 0) return [`${plural(rejected, 'record')} kept aside`];
  return organizations.every(({ status }) => status === 'current') ? ['all current'] : [];
}
