import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** A proxy as companies have them: it forwards plain requests, opens tunnels, and keeps count of both. */
export type ForwardProxy = {
  readonly url: string;
  /** What went through, in order: `GET http://name/path`, or `CONNECT name:443`. */
  readonly passed: string[];
  stop(): Promise<void>;
};

export type ForwardProxyOptions = {
  /** Where the names lead that only the proxy knows: name → `host:port`. Others are refused with 502. */
  readonly names: Readonly<Record<string, string>>;
  /** `user:password`, without which everything is refused with 407. */
  readonly credentials?: string;
  /** Takes requests for tunnels and never answers them. */
  readonly silent?: boolean;
};

export async function startForwardProxy(options: ForwardProxyOptions): Promise<ForwardProxy> {
  const passed: string[] = [];
  const sockets = new Set<Socket>();
  const expected =
    options.credentials === undefined
      ? undefined
      : `Basic ${Buffer.from(options.credentials).toString('base64')}`;
  const mayPass = (given: string | undefined): boolean => expected === undefined || given === expected;
  const targetOf = (name: string): [string, number] | undefined => {
    const [host = '', port = ''] = (options.names[name] ?? '').split(':');
    return port === '' ? undefined : [host, Number(port)];
  };

  const server = createServer((incoming, answer) => {
    const url = new URL(incoming.url ?? '');
    const target = targetOf(url.hostname);
    if (!mayPass(incoming.headers['proxy-authorization'])) return void answer.writeHead(407).end();
    if (target === undefined) return void answer.writeHead(502).end();
    passed.push(`${incoming.method ?? ''} ${url.href}`);
    const [host, port] = target;
    const { 'proxy-authorization': _credentials, ...given } = incoming.headers;
    // The simulator answers to no name but its own.
    const headers = { ...given, host: `${host}:${port}` };
    const outgoing = httpRequest(
      { host, port, method: incoming.method, path: url.pathname + url.search, headers },
      (response) => {
        answer.writeHead(response.statusCode ?? 502, response.headers);
        response.pipe(answer);
      },
    );
    outgoing.on('error', () => answer.destroy());
    incoming.pipe(outgoing);
  });
  server.on('connect', (incoming, socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    const target = targetOf((incoming.url ?? '').replace(/:\d+$/, ''));
    if (!mayPass(incoming.headers['proxy-authorization'])) return void socket.end('HTTP/1.1 407 No\r\n\r\n');
    if (target === undefined) return void socket.end('HTTP/1.1 502 No\r\n\r\n');
    passed.push(`CONNECT ${incoming.url ?? ''}`);
    if (options.silent === true) return;
    const way = connect(target[1], target[0], () => {
      socket.write('HTTP/1.1 200 Yes\r\n\r\n');
      way.pipe(socket).pipe(way);
    });
    way.on('error', () => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed,
    async stop() {
      server.close();
      server.closeAllConnections();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
