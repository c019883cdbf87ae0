import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AccessLink,
  ApiKeyList,
  ApiKeyWithSecret,
  BrowserSessionList,
  CurrentSession,
  NewApiKey,
  NewUser,
  UserChange,
  UserList,
  UserWithLink,
} from '../../../src/api-contract/index.ts';
import { callApi } from './http-client.ts';
import { queryKeys } from './query-keys.ts';

/** Who is signed in. */
export function useSession() {
  return useQuery({
    queryKey: queryKeys.session,
    queryFn: ({ signal }) => callApi<CurrentSession>('/v1/auth/session', { signal }),
    staleTime: 60_000,
  });
}

export function useSignIn() {
  return useMutation({
    mutationFn: (credentials: { email: string; password: string }) =>
      callApi<void>('/v1/auth/sign-in', { method: 'POST', body: credentials }),
  });
}

export function useSignOut() {
  return useMutation({ mutationFn: () => callApi<void>('/v1/auth/sign-out', { method: 'POST' }) });
}

/** Types the password again; the server then lets through what wants that. */
export function useConfirmPassword() {
  return useMutation({
    mutationFn: (password: string) =>
      callApi<void>('/v1/auth/confirm', { method: 'POST', body: { password } }),
  });
}

/** What the link in the address is for. */
export function useAccessLink(token: string) {
  return useQuery({
    queryKey: ['access-link', token],
    queryFn: ({ signal }) =>
      callApi<AccessLink>('/v1/auth/link', { method: 'POST', body: { token }, signal }),
    staleTime: Infinity,
  });
}

export function useAcceptLink() {
  return useMutation({
    mutationFn: (answer: { token: string; password: string; email?: string; name?: string }) =>
      callApi<void>('/v1/auth/link/accept', { method: 'POST', body: answer }),
  });
}

export function useUsers() {
  return useQuery({
    queryKey: queryKeys.users,
    queryFn: ({ signal }) => callApi<UserList>('/v1/users', { signal }),
    select: (list) => list.items,
  });
}

export function useApiKeys() {
  return useQuery({
    queryKey: queryKeys.apiKeys,
    queryFn: ({ signal }) => callApi<ApiKeyList>('/v1/keys', { signal }),
    select: (list) => list.items,
  });
}

/** The browsers one is signed in with oneself. */
export function useOwnSessions() {
  return useQuery({
    queryKey: queryKeys.sessions(''),
    queryFn: ({ signal }) => callApi<BrowserSessionList>('/v1/auth/sessions', { signal }),
    select: (list) => list.items,
  });
}

/** The browsers another person is signed in with. */
export function useSessionsOf(userId: string) {
  return useQuery({
    queryKey: queryKeys.sessions(userId),
    queryFn: ({ signal }) => callApi<BrowserSessionList>(`/v1/users/${userId}/sessions`, { signal }),
    select: (list) => list.items,
  });
}

export function useRevokeSession() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => callApi<void>(`/v1/auth/sessions/${id}`, { method: 'DELETE' }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.sessions('') }),
  });
}

export function useChangePassword() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: { currentPassword: string; newPassword: string }) =>
      callApi<void>('/v1/auth/password', { method: 'POST', body: change }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.sessions('') }),
  });
}

/** Changes to people; the list is read again after each. */
export function useUserActions() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: queryKeys.users });
  return {
    invite: useMutation({
      mutationFn: (user: NewUser) => callApi<UserWithLink>('/v1/users', { method: 'POST', body: user }),
      onSuccess,
    }),
    createLink: useMutation({
      mutationFn: (id: string) => callApi<UserWithLink>(`/v1/users/${id}/link`, { method: 'POST' }),
      onSuccess,
    }),
    change: useMutation({
      mutationFn: ({ id, ...change }: UserChange & { id: string }) =>
        callApi(`/v1/users/${id}`, { method: 'PATCH', body: change }),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (id: string) => callApi<void>(`/v1/users/${id}`, { method: 'DELETE' }),
      onSuccess,
    }),
    signOut: useMutation({
      mutationFn: (id: string) => callApi<void>(`/v1/users/${id}/sessions`, { method: 'DELETE' }),
      onSuccess: (_done, id) => queryClient.invalidateQueries({ queryKey: queryKeys.sessions(id) }),
    }),
  };
}

/** Changes to keys; the list is read again after each. */
export function useKeyActions() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: queryKeys.apiKeys });
  return {
    create: useMutation({
      mutationFn: (key: NewApiKey) => callApi<ApiKeyWithSecret>('/v1/keys', { method: 'POST', body: key }),
      onSuccess,
    }),
    rotate: useMutation({
      mutationFn: (id: string) => callApi<ApiKeyWithSecret>(`/v1/keys/${id}/rotate`, { method: 'POST' }),
      onSuccess,
    }),
    revoke: useMutation({
      mutationFn: (id: string) => callApi<void>(`/v1/keys/${id}`, { method: 'DELETE' }),
      onSuccess,
    }),
  };
}
