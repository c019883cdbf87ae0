const OTHER_NAMES = 'ERR_TLS_CERT_ALTNAME_INVALID';
const OUT_OF_DATE = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'];

/** What is wrong with an encrypted connection, and what mends just that. */
export function tlsWords(error: Error): string {
  const { code } = error as NodeJS.ErrnoException;
  if (/does not support SSL/i.test(error.message)) {
    return 'The database server offers no TLS, which is required for a server that is not local. Turn TLS on there, or add ?sslmode=disable to DATABASE_URL if the network itself is private.';
  }
  if (code === OTHER_NAMES) {
    return `The database server's certificate is for other names than the host in DATABASE_URL (${error.message}). Use a name that the certificate holds, or add ?sslmode=verify-ca to check who signed it and not the name.`;
  }
  if (code !== undefined && OUT_OF_DATE.includes(code)) {
    return `The database server's certificate is not valid at this time (${error.message}). Renew it there, or set the clock of this machine right.`;
  }
  return `The database server's certificate was not accepted (${error.message}). Name its authority with ?sslrootcert=<file> in DATABASE_URL, or ?sslrootcert=system where this machine trusts it. If a file is named already, it holds another authority than the one that signed this certificate. Without an authority, ?sslmode=require encrypts and does not check.`;
}
