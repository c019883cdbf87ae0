import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ProblemError } from './http-client.ts';
import { signInUrl } from './links.ts';

/** One cache for the page. Live events refresh it; see live-events.tsx. */
export function createQueryClient(): QueryClient {
  let isLeaving = false;
  return new QueryClient({
    queryCache: new QueryCache({
      // The session has ended, or never began: whoever signs in comes back to where they were.
      onError: (error) => {
        // Once: several questions are refused together, and each new navigation would break off the one before.
        if (isLeaving || !(error instanceof ProblemError && error.status === 401)) return;
        isLeaving = true;
        window.location.assign(signInUrl());
      },
    }),
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
