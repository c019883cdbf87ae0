import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseMultipart } from './multipart.ts';

test('parts come back byte for byte, whatever they hold', () => {
  const content = fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes));
  fc.assert(
    fc.property(fc.array(content, { maxLength: 4 }), (contents) => {
      const boundary = '----boundary-4711';
      const chunks = contents.flatMap((bytes, index) => [
        Buffer.from(
          `--${boundary}\r\nContent-Disposition: form-data; name="part_${index}"; filename="a \\"b\\".bin"\r\nContent-Type: image/png\r\n\r\n`,
        ),
        bytes,
        Buffer.from('\r\n'),
      ]);
      const body = Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]);
      const parts = parseMultipart(`multipart/form-data; boundary=${boundary}`, body) ?? [];
      expect(parts.map(({ content: bytes }) => bytes)).toEqual(contents);
      expect(new Set(parts.map(({ fileName }) => fileName)).size).toBe(contents.length === 0 ? 0 : 1);
    }),
  );
  expect(parseMultipart('application/json', Buffer.from('{}'))).toBeUndefined();
});
