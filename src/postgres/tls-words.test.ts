import { expect, test } from 'vitest';
import { toDatabaseError } from './errors.ts';

const failure = (message: string, code: string) =>
  toDatabaseError(Object.assign(new Error(message), { code })) as Error;

test('a certificate for other names is not mended by an authority: the name is wrong', () => {
  const { message } = failure(
    "Hostname/IP does not match certificate's altnames",
    'ERR_TLS_CERT_ALTNAME_INVALID',
  );
  expect(message).toMatch(/is for other names.*sslmode=verify-ca/);
  expect(message).not.toContain('sslrootcert');
});

test('one that is out of date is for the server to renew', () => {
  const { message } = failure('certificate has expired', 'CERT_HAS_EXPIRED');
  expect(message).toMatch(/not valid at this time.*clock/);
  expect(message).not.toContain('sslrootcert');
});

test.each(['SELF_SIGNED_CERT_IN_CHAIN', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'])(
  'an authority that is not trusted (%s) is told for whoever named none, and for whoever named one',
  (code) => {
    const { message } = failure('self-signed certificate in certificate chain', code);
    expect(message).toMatch(/sslrootcert=<file>.*If a file is named already, it holds another authority/);
  },
);
