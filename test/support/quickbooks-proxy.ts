import { startScriptedServer, type ReceivedRequest, type ScriptedAnswer } from './scripted-server.ts';

/** What a call is about. */
export type CallKind = 'page' | 'count' | 'capture' | 'read' | 'token' | 'other';

/** A call that went by. */
export type PassedCall = {
  readonly kind: CallKind;
  readonly realmId: string | undefined;
  /** The statement, or the path with its parameters. */
  readonly statement: string;
  readonly atMs: number;
};

export type Proxy = {
  readonly url: string;
  readonly calls: readonly PassedCall[];
  /** Hears of every call before it is passed on, and may answer it instead. */
  onCall:
    | ((call: PassedCall) => ScriptedAnswer | undefined | Promise<ScriptedAnswer | undefined>)
    | undefined;
  /** Resolves when a call of that kind has been answered and its answer sent. */
  next(kind: CallKind): Promise<PassedCall>;
  stop(): Promise<void>;
};

/** A server that passes everything on to the simulator and remembers what it was. */
export async function startProxy(simulatorUrl: string): Promise<Proxy> {
  const calls: PassedCall[] = [];
  const waiting = new Map<CallKind, ((call: PassedCall) => void)[]>();
  const server = await startScriptedServer(async (request, response) => {
    const call = toCall(request);
    calls.push(call);
    try {
      return (await proxy.onCall?.(call)) ?? (await forward(simulatorUrl, request));
    } catch {
      // QuickBooks broke the connection off: so do we.
      response.destroy();
      return {};
    } finally {
      for (const tell of waiting.get(call.kind) ?? []) setImmediate(() => tell(call));
      waiting.delete(call.kind);
    }
  });
  const proxy: Proxy = {
    url: server.url,
    calls,
    onCall: undefined,
    next: (kind) =>
      new Promise((resolve) => {
        waiting.set(kind, [...(waiting.get(kind) ?? []), resolve]);
      }),
    stop: () => server.stop(),
  };
  return proxy;
}

function toCall(request: ReceivedRequest): PassedCall {
  const { pathname, search, searchParams } = request.url;
  const realmId = /^\/v3\/company\/(\d+)\//.exec(pathname)?.[1];
  const query = searchParams.get('query') ?? (pathname.endsWith('/query') ? request.body : undefined);
  const kind: CallKind = pathname.endsWith('/bearer')
    ? 'token'
    : pathname.endsWith('/cdc')
      ? 'capture'
      : pathname.endsWith('/batch') && /count\(\*\)/i.test(request.body)
        ? 'count'
        : query === undefined
          ? realmId === undefined
            ? 'other'
            : 'read'
          : /count\(\*\)/i.test(query)
            ? 'count'
            : 'page';
  return { kind, realmId, statement: query ?? `${pathname}${search}`, atMs: Date.now() };
}

async function forward(simulatorUrl: string, request: ReceivedRequest): Promise<ScriptedAnswer> {
  const headers: Record<string, string> = { 'accept-encoding': 'identity' };
  for (const name of ['accept', 'authorization', 'content-type'] as const) {
    const value = request.headers[name];
    if (value !== undefined) headers[name] = value;
  }
  const answer = await fetch(`${simulatorUrl}${request.url.pathname}${request.url.search}`, {
    method: request.method,
    headers,
    ...(request.method === 'POST' ? { body: request.body } : {}),
  });
  const contentType = answer.headers.get('content-type');
  return {
    status: answer.status,
    headers: contentType === null ? {} : { 'content-type': contentType },
    body: Buffer.from(await answer.arrayBuffer()),
  };
}
