/** The forms records come in, the first where a client does not care. */
export const formats = ['json', 'ndjson', 'csv'] as const;
export type Format = (typeof formats)[number];

export const mediaTypes: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
};

const named: Readonly<Record<string, Format>> = {
  'application/json': 'json',
  'application/x-ndjson': 'ndjson',
  'application/ndjson': 'ndjson',
  'application/jsonl': 'ndjson',
  'text/csv': 'csv',
  // Browsers ask for pages; to them, too, the answer is JSON.
  'text/html': 'json',
  'application/*': 'json',
  'text/*': 'csv',
  '*/*': 'json',
};

/** What an Accept header (RFC 9110) likes best of what there is; undefined when nothing of it would do. */
export function preferredFormat(accept: string | undefined): Format | undefined {
  if (accept === undefined || accept.trim() === '') return 'json';
  let best: { format: Format; quality: number } | undefined;
  for (const range of accept.split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const format = Object.hasOwn(named, type) ? named[type] : undefined;
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    const quality = weight === undefined ? 1 : Number(weight.slice(2));
    if (format === undefined || !(quality > 0)) continue;
    if (best === undefined || quality > best.quality) best = { format, quality };
  }
  return best?.format;
}
