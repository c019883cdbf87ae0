import { type Request } from './request.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

function hostName(header: string): string {
  return URL.canParse(`http://${header}`) ? new URL(`http://${header}`).hostname : '';
}

function isLoopback(host: string): boolean {
  return LOOPBACK.has(host);
}

/**
 * Why a request is refused before it is looked at; undefined when it may pass.
 * A foreign name in Host means a web page that had its own name point here (DNS rebinding). The control interface is also closed
 * to every page of another origin: browsers send Origin or Sec-Fetch-Site, programs send neither.
 */
export function refuseRequest(request: Request, listensOn: string): string | undefined {
  const host = request.headers.host ?? '';
  if (isLoopback(listensOn) && !isLoopback(hostName(host)))
    return 'This simulator answers only to localhost.';
  if (!request.path.startsWith('/simulator')) return undefined;
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`)
    return 'The control interface refuses pages of another origin.';
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return 'The control interface refuses pages of another origin.';
  }
  const isJson = (request.headers['content-type'] ?? '').includes('application/json');
  if (request.method === 'POST' && !isJson) return 'Send application/json to the control interface.';
  return undefined;
}
