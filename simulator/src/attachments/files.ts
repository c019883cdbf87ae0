import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Answer } from '../http/answer.ts';
import { type Request } from '../http/request.ts';

/** How long a temporary address is good for (facts#download-address). */
const LIFETIME_SECONDS = 900;

/** Stands in a stored record where each answer puts an address of its own. */
const PLACEHOLDER = /"TempDownloadUri":"simulator-file:(\d+)\/([^"]*)"/g;

const PATH = /^\/attachments\/(\d+)\/(\d+)\/[^/]+$/;

export type FilesOptions = {
  readonly clock: { readonly nowMs: number };
  /** Where contents are kept over a restart; undefined keeps them in memory. */
  readonly directory: string | undefined;
};

/** Marks in a record that it has a file. */
export function filePlaceholder(id: string, fileName: string): string {
  return `simulator-file:${id}/${encodeURIComponent(fileName)}`;
}

/** `20260615T190000Z`, as the storage service writes it. */
function storageTime(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** The contents of attachments, and the addresses they can be fetched from for a quarter of an hour. */
export class Files {
  /** The simulator's own address, known once it listens. */
  address = '';
  readonly #options: FilesOptions;
  readonly #secret = randomBytes(32);
  readonly #contents = new Map<string, Buffer>();

  constructor(options: FilesOptions) {
    this.#options = options;
  }

  keep(realmId: string, id: string, content: Buffer): void {
    const { directory } = this.#options;
    if (directory === undefined) {
      this.#contents.set(`${realmId}-${id}`, content);
      return;
    }
    mkdirSync(join(directory, 'files'), { recursive: true, mode: 0o700 });
    writeFileSync(join(directory, 'files', `${realmId}-${id}`), content, { mode: 0o600 });
  }

  /** A new address on every call, as Intuit gives one. */
  temporaryUrl(realmId: string, id: string, encodedName: string): string {
    const date = storageTime(this.#options.clock.nowMs);
    const query = new URLSearchParams({
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Date': date,
      'X-Amz-SignedHeaders': 'host',
      'X-Amz-Expires': String(LIFETIME_SECONDS),
      'X-Amz-Credential': 'SIMULATOR/us-east-1/s3/aws4_request',
      'X-Amz-Signature': this.#signature(realmId, id, date),
    });
    return `${this.address}/attachments/${realmId}/${id}/${randomUUID()}${encodedName}?${query.toString()}`;
  }

  /** An answer's text with a fresh address for every file in it. */
  withFreshUrls(realmId: string, text: string): string {
    if (!text.includes('"TempDownloadUri":"simulator-file:')) return text;
    return text.replace(
      PLACEHOLDER,
      (_whole, id: string, name: string) => `"TempDownloadUri":"${this.temporaryUrl(realmId, id, name)}"`,
    );
  }

  /** Answers a request for a temporary address; undefined for any other path. */
  answer(request: Request): Answer | undefined {
    const [, realmId = '', id = ''] = PATH.exec(request.path) ?? [];
    if (id === '' || request.method !== 'GET') return undefined;
    const date = request.query.get('X-Amz-Date') ?? '';
    const given = Buffer.from(request.query.get('X-Amz-Signature') ?? '');
    const expected = Buffer.from(this.#signature(realmId, id, date));
    const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
    const oldest = storageTime(this.#options.clock.nowMs - LIFETIME_SECONDS * 1_000);
    if (!isOurs)
      return refusal('SignatureDoesNotMatch', 'The request signature we calculated does not match.');
    if (date < oldest) return refusal('AccessDenied', 'Request has expired');
    const body = this.#read(realmId, id);
    return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body };
  }

  #read(realmId: string, id: string): Buffer {
    const { directory } = this.#options;
    const path = directory === undefined ? undefined : join(directory, 'files', `${realmId}-${id}`);
    if (path !== undefined && existsSync(path)) return readFileSync(path);
    // Files of made-up history were never uploaded; something must come all the same.
    return this.#contents.get(`${realmId}-${id}`) ?? Buffer.from(`Made-up content of attachment ${id}.\n`);
  }

  #signature(realmId: string, id: string, date: string): string {
    return createHmac('sha256', this.#secret).update(`${realmId}/${id}/${date}`).digest('hex');
  }
}

function refusal(code: string, message: string): Answer {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status: 403, headers: { 'content-type': 'application/xml' }, body };
}
