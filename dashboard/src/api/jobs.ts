import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueuedJob, QueuedJobList } from '../../../src/api-contract/index.ts';
import { callApi } from './http-client.ts';

const key = (state: string) => ['jobs', state] as const;

/** The newest jobs of the queue, in one state or in any. */
export function useJobs(state: QueuedJob['state'] | '') {
  return useQuery({
    queryKey: key(state),
    queryFn: ({ signal }) =>
      callApi<QueuedJobList>(`/v1/jobs${state === '' ? '' : `?state=${state}`}`, { signal }),
    refetchInterval: 4_000,
  });
}

export function useRetryJob() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => callApi<QueuedJob>(`/v1/jobs/${id}/retry`, { method: 'POST' }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['jobs'] }),
  });
}
