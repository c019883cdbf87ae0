import { type Request } from './request.ts';

/** What a call is, for counting, limits and metering. */
export type CallKind =
  | 'query'
  | 'read'
  | 'write'
  | 'cdc'
  | 'batch'
  | 'report'
  | 'upload'
  | 'download'
  | 'token'
  | 'other';

/** Reads that Intuit meters; a batch counts even when it only writes (facts#billable-reads). */
const BILLABLE: ReadonlySet<CallKind> = new Set(['query', 'read', 'cdc', 'batch', 'report', 'download']);

const NAMED: Readonly<Record<string, CallKind>> = {
  query: 'query',
  cdc: 'cdc',
  batch: 'batch',
  reports: 'report',
  upload: 'upload',
  download: 'download',
};

export function kindOf({ path, method }: Pick<Request, 'path' | 'method'>): CallKind {
  if (path.startsWith('/oauth2/') || path.startsWith('/v2/oauth2/')) return 'token';
  if (!path.startsWith('/v3/company/')) return 'other';
  return NAMED[path.split('/')[4] ?? ''] ?? (method === 'GET' ? 'read' : 'write');
}

/** Whether a call of that kind with that status is metered: only what succeeded is. */
export function isBillable(kind: CallKind, status: number): boolean {
  return status >= 200 && status < 300 && BILLABLE.has(kind);
}
