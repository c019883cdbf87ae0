import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { readPostgresUrl } from '../base/postgres-url.ts';
import { Secret } from '../base/secret.ts';

/** Reads one setting. A refusal is the end of the sentence "NAME must ..." and never contains the value. */
export type Parser<T> = (text: string) => { readonly value: T } | { readonly problem: string };

export const text: Parser<string> = (value) => ({ value });

export const secret: Parser<Secret> = (value) => ({ value: new Secret(value) });

/** An address or name to listen on. */
export const host: Parser<string> = (value) =>
  isIP(value.replace(/^\[(.*)\]$/, '$1')) > 0 || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(value)
    ? { value }
    : { problem: 'be an address or a host name, such as 127.0.0.1 or 0.0.0.0' };

/** Addresses and ranges, or a small number. */
export const addresses: Parser<string[] | number> = (value) => {
  if (/^[1-9]$/.test(value)) return { value: Number(value) };
  const list = value.split(',').map((one) => one.trim());
  return list.every(isRange)
    ? { value: list }
    : { problem: 'be addresses or ranges such as 10.0.0.0/8, separated by commas, or a number from 1 to 9' };
};

function isRange(value: string): boolean {
  return isIP(value) > 0 || ipaddr.IPv4.isValidCIDRFourPartDecimal(value) || ipaddr.IPv6.isValidCIDR(value);
}

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
