import { ProblemError } from './http-client.ts';

/** Turns whatever a call threw into a sentence for a person. */
export function describeError(error: unknown): string {
  if (error instanceof ProblemError) return error.message;
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return 'The server took too long to answer.';
  }
  return 'The server does not answer. It may be stopped or starting.';
}
