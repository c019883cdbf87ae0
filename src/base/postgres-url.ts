/** The parameters of an address that mean something to us; a raw `@` may stand in the value of one of these only. */
const PARAMETERS = new Set(
  'host port user password options application_name connect_timeout require_auth sslmode sslrootcert sslcert sslkey'.split(
    ' ',
  ),
);

const FORM = 'be an address such as postgres://user:password@host:5432/database';
const ENCODE =
  'have these characters of its user name and password percent-encoded: # as %23, ? as %3F, / as %2F, @ as %40, % as %25';

/**
 * Reads the address of a PostgreSQL server. A server behind a socket may leave the host out and name its folder as a
 * parameter (`postgres://u:p@/db?host=/cloudsql/project:region:instance`), or percent-encode it as the host.
 *
 * A raw `#`, `?` or `/` in a password ends the part of the address in which passwords stand: what follows would be
 * taken for a database or a parameter, tried, and printed. It shows by the `@` that comes too late.
 * @returns the URL, which always has a host; or the end of the sentence "DATABASE_URL must ...", without any part of
 *   the address
 */
export function readPostgresUrl(text: string): { readonly url: URL } | { readonly problem: string } {
  const [, authority = '', path = '', query = ''] =
    /^postgres(?:ql)?:\/\/([^/?#]*)([^?#]*)(.*)$/is.exec(text) ?? [];
  if (authority + path + query === '') return { problem: FORM };
  if (query.includes('#') || path.includes('@') || query.slice(1).split('&').some(hasStrayAt))
    return { problem: ENCODE };
  if (!isDecodable(authority + path)) return { problem: ENCODE };
  if (authority.slice(authority.lastIndexOf('@') + 1).includes(','))
    return { problem: 'name one host, not a list of hosts' };
  // URL knows no user without a host.
  const host = authority === '' || authority.endsWith('@') ? 'localhost' : '';
  const url = URL.parse(`postgres://${authority}${host}${path}${query}`);
  return url === null ? { problem: FORM } : { url };
}

function hasStrayAt(parameter: string): boolean {
  const [name = ''] = parameter.split('=', 1);
  return parameter.includes('@') && !(parameter.includes('=') && PARAMETERS.has(name));
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
