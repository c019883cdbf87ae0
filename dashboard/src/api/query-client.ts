import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './http-client.ts';

/** One cache for the page. Live events refresh it; see live-events.tsx. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The server is often on this very machine, so "offline" says nothing about reaching it.
        networkMode: 'always',
        retry: (failures, error) => failures < 1 && !(error instanceof ProblemError && error.status < 500),
        retryDelay: 500,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
