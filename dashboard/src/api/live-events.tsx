import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import type { Event as LiveEvent } from '../../../src/api-contract/index.ts';
import { openEventStream, type LiveState } from './event-stream.ts';
import { queryKeys } from './query-keys.ts';
import { createThrottle } from './throttle.ts';

const LiveStateContext = createContext<LiveState>('connecting');

// Two refreshes a second look live; a backfill announces far more often than that.
const refreshEveryMs = 500;

/** Keeps the cache fresh from `GET /v1/events` and tells the page whether those events flow. */
export function LiveEventsProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');

  useEffect(() => {
    const changedRealms = new Set<string>();
    const refresh = createThrottle(refreshEveryMs, () => {
      const keys = [
        queryKeys.organizations,
        ...[...changedRealms].map((realmId) => queryKeys.entities(realmId)),
      ];
      changedRealms.clear();
      return Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    });
    const closeStream = openEventStream('/v1/events', {
      onState: setState,
      // Events sent while nobody listened are lost: everything may have changed.
      onOpen: () => void queryClient.invalidateQueries(),
      onMessage: (data) => {
        const realmId = readRealmId(data);
        if (realmId === undefined) return;
        changedRealms.add(realmId);
        refresh.request();
      },
    });
    return () => {
      closeStream();
      refresh.cancel();
    };
  }, [queryClient]);

  return <LiveStateContext value={state}>{children}</LiveStateContext>;
}

/** Whether changes arrive by themselves at the moment. */
export function useLiveState(): LiveState {
  return use(LiveStateContext);
}

function readRealmId(data: string): string | undefined {
  try {
    return (JSON.parse(data) as Partial<LiveEvent>).realmId;
  } catch {
    return undefined;
  }
}
