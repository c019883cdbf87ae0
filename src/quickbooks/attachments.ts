/**
 * The content of an attachment. QuickBooks hands out an address in Intuit's storage that is good for 15 minutes
 * (facts#download-address) and needs no token; the file is read from there piece by piece, so that its size does not
 * matter.
 */
import type { RealmId } from '../base/realm-id.ts';
import { errorCodeOf } from './calls.ts';
import type { CallOptions, ClientOptions } from './calls.ts';
import { readText, toError } from './faults.ts';
import type { HttpAnswer, HttpStream } from './transport.ts';

/** An attachment's content, to be read once. */
export type Attachment = {
  readonly contentType: string | undefined;
  /** Bytes to come, where the storage says so. */
  readonly size: number | undefined;
  /** Read it to its end or call `discard`. Throws QBO_UNREACHABLE, QBO_TIMEOUT, and the signal's reason. */
  readonly body: AsyncIterable<Buffer>;
  /** Lets go of content that is not wanted after all. */
  readonly discard: () => void;
};

/** The address in the answer to a download. @throws AppError the error it stands for */
export function toFileAddress(secure: boolean) {
  return (answer: HttpAnswer, now: Date): string => {
    const address = readText(answer, now)
      .trim()
      .replace(/^"(.*)"$/, '$1');
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url?.protocol === 'https:' || (url?.protocol === 'http:' && !secure)) return url.href;
    throw toError('QBO_UNREADABLE_ANSWER', answer, undefined, now);
  };
}

/** Opens the file; it is not QuickBooks' data interface, so it is not paced and not billed, but it is reported. */
export async function openFile(
  o: Pick<ClientOptions, 'transport' | 'clock' | 'onCall'>,
  realmId: RealmId,
  url: string,
  { signal }: CallOptions,
): Promise<Attachment> {
  const startedAt = o.clock.now();
  let stream: HttpStream | undefined;
  let bytes = 0;
  let reported = false;
  const report = (errorCode?: string): void => {
    if (reported) return;
    reported = true;
    o.onCall?.({
      realmId,
      operation: 'file',
      queries: 1,
      startedAt,
      durationMs: o.clock.now().getTime() - startedAt.getTime(),
      status: stream?.status,
      billable: false,
      bytes,
      intuitTid: undefined,
      errorCode,
    });
  };
  try {
    stream = await o.transport.open({ method: 'GET', url, headers: {}, signal });
    if (stream.status !== 200) {
      stream.discard();
      throw storageError(stream.status, o.clock.now());
    }
  } catch (error) {
    report(errorCodeOf(error, signal));
    throw error;
  }
  const { body, discard, headers } = stream;
  async function* counted(): AsyncGenerator<Buffer, void, void> {
    try {
      for await (const piece of body) {
        bytes += piece.length;
        yield piece;
      }
      report();
    } catch (error) {
      report(errorCodeOf(error, signal));
      throw error;
    } finally {
      // Reached without a report when the reader left before the end.
      report('ABORTED');
    }
  }
  const size = Number(headers['content-length'] ?? Number.NaN);
  return {
    contentType: headers['content-type'],
    size: Number.isSafeInteger(size) ? size : undefined,
    body: counted(),
    discard() {
      discard();
      report('ABORTED');
    },
  };
}

/** The storage answers in XML of its own; only its status is of use. */
function storageError(status: number, now: Date) {
  const answer = { status, headers: {}, body: Buffer.alloc(0), wireBytes: 0 };
  return toError(status === 404 ? 'QBO_RECORD_NOT_FOUND' : 'QBO_UNAVAILABLE', answer, undefined, now);
}
