import type { Organization } from '../sync/index.ts';

/** Below a list of companies: why those are as they are of which there is something to say, a line each. */
export function reasonLines(list: readonly Organization[]): string[] {
  const lines = list.flatMap(({ companyName, realmId, statusReason }) => {
    if (statusReason === undefined) return [];
    return [`${companyName === undefined ? realmId : `${companyName} (${realmId})`}: ${statusReason}`];
  });
  return lines.length === 0 ? [] : ['', ...lines];
}
