export type HttpRequest = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly signal?: AbortSignal | undefined;
};

export type HttpAnswer = {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The whole body, decompressed. */
  readonly body: Buffer;
  /** Body bytes that crossed the network. */
  readonly wireBytes: number;
};

/** Carries one request to one answer. Every status is an answer; only what prevents one is thrown. */
export interface Transport {
  /** @throws AppError QBO_UNREACHABLE, QBO_TIMEOUT, QBO_CERTIFICATE_REJECTED, QBO_ANSWER_TOO_LARGE; the signal's reason */
  send(request: HttpRequest): Promise<HttpAnswer>;
  close(): Promise<void>;
}

export type TransportOptions = {
  readonly connectTimeoutMs?: number;
  readonly headersTimeoutMs?: number;
  readonly bodyTimeoutMs?: number;
  readonly maxAnswerBytes?: number;
};

export declare function createTransport(options?: TransportOptions): Transport;
