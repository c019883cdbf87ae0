import { isIP } from 'node:net';
import { isAddressOrRange } from '../base/addresses.ts';
import { readPostgresUrl } from '../base/postgres-url.ts';
import { Secret } from '../base/secret.ts';

/** Reads one setting. A refusal is the end of the sentence "NAME must ..." and never contains the value. */
export type Parser<T> = (text: string) => { readonly value: T } | { readonly problem: string };

export const text: Parser<string> = (value) =>
  /[\0\r\n]/.test(value)
    ? { problem: 'have no line break (inside double quotes in .env, \\n is one: use single quotes)' }
    : { value };

export const secret: Parser<Secret> = (value) => ({ value: new Secret(value) });

const name = /^[a-z\d_]([a-z\d_-]*[a-z\d])?(\.[a-z\d_]([a-z\d_-]*[a-z\d])?)*$/i;

/** Of an IPv6 address in brackets, as it stands in a URL, the address itself. */
const withoutBrackets = (value: string): string => {
  const [, inside = ''] = /^\[(.*)\]$/.exec(value) ?? [];
  return isIP(inside) === 6 ? inside : value;
};

/** An address or name to listen on. */
export const host: Parser<string> = (value) => {
  const bare = withoutBrackets(value);
  return isIP(bare) > 0 || name.test(bare)
    ? { value: bare }
    : { problem: 'be an address or a host name, such as 127.0.0.1, 0.0.0.0 or ::1, without a port' };
};

/** Names and addresses by which we may be called; `*.example.com` is every name below one of at least two parts. */
export const hosts: Parser<string[]> = (value) => {
  const list = value
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((one) => one !== '')
    .map(withoutBrackets);
  const isFine = (one: string): boolean =>
    isIP(one) > 0 || name.test(one) || (/^\*\..+\../.test(one) && name.test(one.slice(2)));
  return list.every(isFine)
    ? { value: list }
    : {
        problem:
          'be host names or addresses such as ledger.internal, 192.168.1.4 or *.apps.example.com, without port, separated by commas',
      };
};

/** Addresses and ranges. How many proxies there are would not do: whoever comes past them could write any address. */
export const addresses: Parser<readonly string[]> = (value) => {
  const list = value.split(',').map((one) => one.trim());
  return list.every(isAddressOrRange)
    ? { value: list }
    : { problem: 'be addresses or ranges such as 10.0.0.0/8, separated by commas' };
};

export const email: Parser<string> = (value) =>
  /^[^\s@]+@[^\s@]+$/.test(value) && value.length <= 254 ? { value } : { problem: 'be an e-mail address' };

export const password: Parser<Secret> = (value) =>
  value.length >= 12 && value.length <= 256
    ? { value: new Secret(value) }
    : { problem: 'have 12 to 256 characters' };

/** A whole number from `min` to `max`. */
export function integer(min: number, max: number): Parser<number> {
  return (value) => {
    const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    return number >= min && number <= max
      ? { value: number }
      : { problem: `be a whole number from ${min} to ${max}` };
  };
}

export const port: Parser<number> = integer(1, 65_535);

/** One of a few words, whatever their case. */
export function oneOf<const Word extends string>(...words: readonly Word[]): Parser<Word> {
  return (value) => {
    const word = words.find((candidate) => candidate === value.toLowerCase());
    return word === undefined ? { problem: `be one of: ${words.join(', ')}` } : { value: word };
  };
}

/** An http or https address, without a trailing slash. */
export const httpUrl: Parser<string> = (value) => {
  const problem =
    'be a whole address such as https://ledger.example.com, without user name, query or fragment';
  const url = URL.parse(value);
  if (url === null || !/^https?:$/.test(url.protocol)) return { problem };
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return { problem };
  return { value: url.href.replace(/\/+$/, '') };
};

/** An address that somebody else compares letter by letter. */
export const exactUrl: Parser<string> = (value) => {
  const read = httpUrl(value);
  return 'problem' in read ? read : { value };
};

/** An HTTP proxy. As everywhere, `http://` may be left out, and a user name and password may stand before the name. */
export const proxyUrl: Parser<Secret> = (value) => {
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  const url = URL.parse(whole);
  const isProxy = url !== null && /^https?:$/.test(url.protocol) && /^\/?$/.test(url.pathname + url.search);
  return isProxy && isDecodable(url.username + url.password)
    ? { value: new Secret(whole) }
    : {
        problem:
          'be an HTTP proxy such as http://proxy.example.com:3128 or http://user:password@proxy.example.com:3128, special characters of the password percent-encoded',
      };
};

function isDecodable(value: string): boolean {
  try {
    decodeURIComponent(value);
    return true;
  } catch {
    return false;
  }
}

/** The address as browsers see it; a path is refused because the server answers at the root. */
export const publicAddress: Parser<string> = (value) => {
  const read = httpUrl(value);
  if ('problem' in read) return read;
  return URL.parse(read.value)?.pathname === '/' ? read : { problem: 'be an address without a path' };
};

export const postgresUrl: Parser<Secret> = (value) => {
  const read = readPostgresUrl(value);
  if ('problem' in read) return read;
  return read.url.pathname.length < 2
    ? { problem: 'name a database, as in postgres://user:password@host:5432/database' }
    : { value: new Secret(value) };
};

const isKey = (value: string): boolean =>
  /^[A-Za-z0-9+/]{43}=$/.test(value) && Buffer.from(value, 'base64').length === 32;

export const encryptionKey: Parser<Secret> = (value) =>
  isKey(value)
    ? { value: new Secret(value) }
    : { problem: 'be 32 bytes in base64 (44 characters), as `openssl rand -base64 32` prints them' };

export const encryptionKeys: Parser<readonly Secret[]> = (value) => {
  const keys = value.split(',').map((key) => key.trim());
  return keys.every(isKey)
    ? { value: keys.map((key) => new Secret(key)) }
    : { problem: 'be keys of 32 bytes in base64, separated by commas' };
};

export const adminApiKey: Parser<Secret> = (value) =>
  value.length >= 32 && !/\s/.test(value)
    ? { value: new Secret(value) }
    : { problem: 'have at least 32 characters and no white space' };
