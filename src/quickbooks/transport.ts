import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { errors as undiciErrors, request as undiciRequest } from 'undici';
import { quickbooksError } from './errors.ts';
import type { QuickBooksErrorCode } from './errors.ts';
import { createRoutes, type ProxyOptions } from './proxies.ts';

/** One request, whole. */
export type HttpRequest = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Bounds this request more tightly than the transport's own limits. */
  readonly timeoutMs?: number | undefined;
};

/** One answer, whole; any status. */
export type HttpAnswer = {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The whole body, decompressed. */
  readonly body: Buffer;
  /** Body bytes that crossed the network. */
  readonly wireBytes: number;
};

/** An answer whose body has yet to be read; read it to its end or `discard` it, or its connection stays taken. */
export type HttpStream = {
  readonly status: number;
  readonly headers: HttpAnswer['headers'];
  /** Name and port of the proxy it came through. */
  readonly proxy: string | undefined;
  /** As it arrives, uncompressed. Throws what `send` throws, and the signal's reason. */
  readonly body: AsyncIterable<Buffer>;
  readonly discard: () => void;
};

/** Carries one request to one answer. Every status is an answer; only what prevents one is thrown. */
export interface Transport {
  /**
   * Redirects are not followed, so that a token never travels to another host.
   * @throws AppError QBO_UNREACHABLE, QBO_TIMEOUT, QBO_CERTIFICATE_REJECTED, QBO_ANSWER_TOO_LARGE, QBO_UNREADABLE_ANSWER,
   *   QBO_PROXY_REFUSED
   * @throws the signal's reason when it aborts
   */
  send(request: HttpRequest): Promise<HttpAnswer>;
  /** The same for a body too large to hold: status and headers now, the body piece by piece, without a cap. */
  open(request: HttpRequest): Promise<HttpStream>;
  /** Ends every connection; requests under way fail. */
  close(): Promise<void>;
}

/** Times in milliseconds. */
export type TransportOptions = {
  readonly connectTimeoutMs?: number;
  /** QuickBooks itself gives up on a request after 120 s (facts#request-time). */
  readonly headersTimeoutMs?: number;
  /** Longest silence inside a body. */
  readonly bodyTimeoutMs?: number;
  /** After decompression. */
  readonly maxAnswerBytes?: number;
  readonly proxy?: ProxyOptions | undefined;
};

/** A transport over kept-alive connections. One serves every company and both of Intuit's hosts. */
export function createTransport(options: TransportOptions = {}): Transport {
  const {
    connectTimeoutMs = 10_000,
    headersTimeoutMs = 125_000,
    bodyTimeoutMs = 60_000,
    maxAnswerBytes = 128 * 1024 * 1024,
  } = options;
  const routes = createRoutes(options.proxy ?? {}, connectTimeoutMs);

  const start = async (request: HttpRequest, encoding: string) => {
    const { dispatcher, proxy } = routes.routeTo(request.url);
    const answer = await undiciRequest(request.url, {
      dispatcher,
      method: request.method,
      headers: { 'accept-encoding': encoding, ...request.headers },
      body: request.body ?? null,
      signal: request.signal ?? null,
      headersTimeout: request.timeoutMs ?? headersTimeoutMs,
      bodyTimeout: request.timeoutMs ?? bodyTimeoutMs,
    });
    const headers = Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : value,
      ]),
    );
    return { status: answer.statusCode, headers, proxy, body: answer.body };
  };

  /** Whoever aborted gets the reason back; every other failure becomes one of ours. */
  const failure = (error: unknown, { signal, url }: HttpRequest): Error =>
    signal?.aborted === true
      ? (signal.reason as Error)
      : toTransportError(error, URL.canParse(url) ? routes.routeTo(url).proxy : undefined);

  return {
    async send(request) {
      try {
        const { status, headers, body: source } = await start(request, 'gzip');
        const gzipped = headers['content-encoding'] === 'gzip';
        const { body, wireBytes } = await readBody(source, gzipped, maxAnswerBytes);
        return { status, headers, body, wireBytes };
      } catch (error) {
        throw failure(error, request);
      }
    },
    async open(request) {
      try {
        const { body, ...answer } = await start(request, 'identity');
        // A failure reaches whoever reads the body; without a listener one that comes before would end the process.
        body.on('error', () => undefined);
        async function* pieces(): AsyncGenerator<Buffer, void, void> {
          try {
            for await (const piece of body) yield piece as Buffer;
          } catch (error) {
            throw failure(error, request);
          }
        }
        return { ...answer, body: pieces(), discard: () => void body.destroy() };
      } catch (error) {
        throw failure(error, request);
      }
    },
    close: () => routes.close(),
  };
}

/** Pages are megabytes: in zlib's own 16 KiB a page is 150 rounds through the thread pool. */
const UNZIP_CHUNK_BYTES = 256 * 1024;

class TooLarge extends Error {}

/** Counts both sides of the decompression: a small body can unpack into a huge one. */
async function readBody(
  source: AsyncIterable<Buffer>,
  gzipped: boolean,
  maxBytes: number,
): Promise<{ body: Buffer; wireBytes: number }> {
  let wireBytes = 0;
  async function* counted(): AsyncIterable<Buffer> {
    for await (const chunk of source) {
      wireBytes += chunk.length;
      if (wireBytes > maxBytes) throw new TooLarge();
      yield chunk;
    }
  }
  let chunks: AsyncIterable<Buffer> = counted();
  if (gzipped) {
    const unzip = createGunzip({ chunkSize: UNZIP_CHUNK_BYTES });
    // A failure reaches the loop below through the stream; the callback only keeps it from being thrown twice.
    pipeline(chunks, unzip, () => undefined);
    chunks = unzip;
  }
  const kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > maxBytes) throw new TooLarge();
    kept.push(chunk);
  }
  return { body: Buffer.concat(kept, size), wireBytes };
}

const codes: Readonly<Record<string, QuickBooksErrorCode>> = {
  UND_ERR_PRX_TLS: 'QBO_CERTIFICATE_REJECTED',
  UND_ERR_CONNECT_TIMEOUT: 'QBO_TIMEOUT',
  UND_ERR_HEADERS_TIMEOUT: 'QBO_TIMEOUT',
  UND_ERR_BODY_TIMEOUT: 'QBO_TIMEOUT',
  ETIMEDOUT: 'QBO_TIMEOUT',
  CERT_HAS_EXPIRED: 'QBO_CERTIFICATE_REJECTED',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'QBO_CERTIFICATE_REJECTED',
  ERR_TLS_CERT_ALTNAME_INVALID: 'QBO_CERTIFICATE_REJECTED',
  SELF_SIGNED_CERT_IN_CHAIN: 'QBO_CERTIFICATE_REJECTED',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'QBO_CERTIFICATE_REJECTED',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'QBO_CERTIFICATE_REJECTED',
  // What zlib says of a cut or damaged body.
  Z_BUF_ERROR: 'QBO_UNREADABLE_ANSWER',
  Z_DATA_ERROR: 'QBO_UNREADABLE_ANSWER',
};

/** What undici says where a proxy gives a status of its own instead of a way: to a tunnel, or to a plain request. */
const proxyWords = /^Proxy (?:response \((\d+)\)|Authentication Required \((407)\))/;

/** @param proxy  through which the request went */
function toTransportError(error: unknown, proxy: string | undefined): Error {
  if (error instanceof TooLarge) return quickbooksError('QBO_ANSWER_TOO_LARGE');
  // Not kept as the cause: it quotes what it could not read.
  if (error instanceof undiciErrors.HTTPParserError) return quickbooksError('QBO_UNREADABLE_ANSWER');
  const way = proxy === undefined ? {} : { proxy };
  const [, tunnelStatus, plainStatus] = proxyWords.exec(error instanceof Error ? error.message : '') ?? [];
  const httpStatus = Number(tunnelStatus ?? plainStatus ?? 0);
  if (httpStatus > 0) return refusedByProxy(httpStatus, way);
  const reason = reasonOf(error);
  // A header we built wrongly is a bug of ours, not the network.
  if (reason === undefined || reason === 'UND_ERR_INVALID_ARG')
    return error instanceof Error ? error : new Error('unknown');
  return quickbooksError(codes[reason] ?? 'QBO_UNREACHABLE', {
    cause: error,
    details: { reason, ...way },
  });
}

function refusedByProxy(httpStatus: number, way: { readonly proxy?: string }): Error {
  const said =
    httpStatus === 407
      ? 'wants a user name and a password, or others than it was given'
      : `answered ${httpStatus} instead of opening the way to QuickBooks`;
  return quickbooksError('QBO_PROXY_REFUSED', {
    text: `The proxy ${way.proxy ?? ''} ${said}. Check HTTPS_PROXY and HTTP_PROXY (http://user:password@host:port), or let it through by NO_PROXY.`,
    details: { httpStatus, ...way },
  });
}

/** The system's or undici's code; a host with several addresses fails with one error for each of them. */
function reasonOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error instanceof AggregateError ? reasonOf(error.errors[0]) : reasonOf(error.cause);
}
