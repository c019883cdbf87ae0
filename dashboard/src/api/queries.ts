import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  Accepted,
  EntityStateList,
  Installation,
  OrganizationList,
} from '../../../src/api-contract/index.ts';
import { callApi } from './http-client.ts';
import { useLiveState } from './live-events.tsx';
import { queryKeys } from './query-keys.ts';

/** Polling is the net below the live events: wide while they flow, tight while they do not. */
function usePollIntervalMs(): number {
  return useLiveState() === 'live' ? 30_000 : 4_000;
}

/** Facts about this installation. They change only when the server is started anew. */
export function useInstallation() {
  return useQuery({
    queryKey: queryKeys.installation,
    queryFn: ({ signal }) => callApi<Installation>('/v1/installation', { signal }),
    refetchInterval: (query) => (query.state.data === undefined ? 4_000 : false),
  });
}

/** All connected companies, by name. `problem` is why they could not be read or are no longer fresh; `callNotice` what
 * to know where they need more calls than there are. */
export function useOrganizations() {
  const query = useQuery({
    queryKey: queryKeys.organizations,
    queryFn: ({ signal }) => callApi<OrganizationList>('/v1/organizations', { signal }),
    select: (list) => ({
      organizations: list.items.toSorted((a, b) =>
        (a.companyName ?? a.realmId).localeCompare(b.companyName ?? b.realmId),
      ),
      callNotice: list.callForecast?.notice,
    }),
    refetchInterval: usePollIntervalMs(),
  });
  // Each new attempt clears the error of a query that never had data; kept, so that the page does not flicker.
  const [lastError, setLastError] = useState<Error>();
  if (query.error !== null && query.error !== lastError) setLastError(query.error);
  const problem = query.error ?? (query.isPending ? lastError : undefined);
  return { ...query.data, readAt: query.dataUpdatedAt, problem, retry: query.refetch };
}

/** The kinds of record of one company, in the order in which they are loaded. */
export function useEntities(realmId: string) {
  return useQuery({
    queryKey: queryKeys.entities(realmId),
    queryFn: ({ signal }) =>
      callApi<EntityStateList>(`/v1/organizations/${encodeURIComponent(realmId)}/entities`, { signal }),
    select: (list) => list.items,
    refetchInterval: usePollIntervalMs(),
  });
}

/** Asks for a run now. It answers when the request is taken; the company's own state shows the rest. */
export function useRequestSync(realmId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () =>
      callApi<Accepted>(`/v1/organizations/${encodeURIComponent(realmId)}/sync`, { method: 'POST' }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.organizations }),
  });
}
