/** One part of a multipart body. */
export type Part = {
  readonly name: string;
  readonly fileName: string | undefined;
  readonly contentType: string | undefined;
  readonly content: Buffer;
};

const BREAK = Buffer.from('\r\n');
const HEAD_END = Buffer.from('\r\n\r\n');

function parameterOf(header: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}="((?:[^"\\\\]|\\\\.)*)"|;\\s*${name}=([^;\\s]+)`, 'i').exec(header);
  return match?.[1]?.replace(/\\(.)/g, '$1') ?? match?.[2];
}

function parsePart(bytes: Buffer): Part | undefined {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd < 0) return undefined;
  const headers = new Map(
    bytes
      .subarray(0, headEnd)
      .toString('utf8')
      .split('\r\n')
      .map((line): [string, string] => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
      }),
  );
  const disposition = headers.get('content-disposition') ?? '';
  return {
    name: parameterOf(disposition, 'name') ?? '',
    fileName: parameterOf(disposition, 'filename'),
    contentType: headers.get('content-type'),
    content: bytes.subarray(headEnd + HEAD_END.length),
  };
}

/** The parts of a `multipart/form-data` body; undefined when it is none. */
export function parseMultipart(contentType: string, body: Buffer): Part[] | undefined {
  const boundary = /^multipart\/form-data/i.test(contentType)
    ? parameterOf(contentType, 'boundary')
    : undefined;
  if (boundary === undefined) return undefined;
  const delimiter = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  let start = body.indexOf(delimiter);
  while (start >= 0) {
    const from = start + delimiter.length;
    const end = body.indexOf(delimiter, from);
    if (end < 0) break;
    // Each part lies between the line break after one delimiter and the line break before the next.
    const part = parsePart(body.subarray(from + BREAK.length, end - BREAK.length));
    if (part !== undefined) parts.push(part);
    start = end;
  }
  return parts;
}
