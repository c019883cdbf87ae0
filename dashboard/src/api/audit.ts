import { useInfiniteQuery } from '@tanstack/react-query';
import type { AuditList } from '../../../src/api-contract/index.ts';
import { callApi } from './http-client.ts';

/** As the server takes it; what is left out does not narrow. */
export type AuditFilter = Readonly<
  Partial<Record<'action' | 'actor' | 'realmId' | 'from' | 'until', string>>
>;

/** The address of a page of the trail, or of all of it as a file. */
export function auditAddress(filter: AuditFilter, format?: 'csv', before?: string): string {
  const query = new URLSearchParams({
    ...filter,
    ...(format !== undefined && { format }),
    ...(before !== undefined && { before }),
  });
  return `/v1/audit?${query}`;
}

/** The trail, newest first, page by page. */
export function useAudit(filter: AuditFilter) {
  return useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ signal, pageParam }) =>
      callApi<AuditList>(auditAddress(filter, undefined, pageParam), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}
