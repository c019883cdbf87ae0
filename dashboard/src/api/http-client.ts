import type { Problem } from '../../../src/api-contract/index.ts';
import { confirmPassword } from './confirmation.ts';

/** The server answered, and its answer was no. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly code: string | undefined;

  constructor(status: number, problem: Partial<Problem> | undefined) {
    super(problem?.detail ?? problem?.title ?? `The server answered with HTTP ${status}.`);
    this.status = status;
    this.code = problem?.code;
  }
}

// A server that holds a connection open without answering must end up in the same words as one that is gone.
const timeoutMs = 15_000;

type CallOptions = {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  body?: object;
  signal?: AbortSignal;
};

/**
 * Calls our own API and answers with its JSON. Where the server wants the password once more, the person is asked for it
 * and the call is made again.
 * @throws ProblemError when the server refused; whatever `fetch` throws when it could not be reached.
 */
export async function callApi<Answer>(path: string, options: CallOptions = {}): Promise<Answer> {
  try {
    return await callOnce(path, options);
  } catch (error) {
    const wantsPassword = error instanceof ProblemError && error.code === 'ACCESS_CONFIRMATION_REQUIRED';
    if (!wantsPassword || !(await confirmPassword())) throw error;
    return callOnce(path, options);
  }
}

async function callOnce<Answer>(
  path: string,
  { method = 'GET', body, signal }: CallOptions,
): Promise<Answer> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const response = await fetch(path, {
    method,
    headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  });
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
  if (!response.ok) {
    const problem = isJson ? ((await response.json().catch(() => undefined)) as Partial<Problem>) : undefined;
    throw new ProblemError(response.status, problem);
  }
  if (response.status === 204) return undefined as Answer;
  if (!isJson)
    throw new ProblemError(response.status, { detail: 'The server answered with something else than JSON.' });
  return (await response.json()) as Answer;
}
