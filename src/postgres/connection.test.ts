import { writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { getCACertificates } from 'node:tls';
import { expect, test } from 'vitest';
import { Secret } from '../base/secret.ts';
import { connectionOptions, describeServer, forTools, withLogin } from './connection.ts';

const options = (url: string) => connectionOptions(new Secret(url));

test('user, password and database may hold any character', () => {
  expect(options('postgres://us%40er:p%2Fw%3A@db.example:6432/my%20books')).toMatchObject({
    host: 'db.example',
    port: 6432,
    user: 'us@er',
    password: 'p/w:',
    database: 'my books',
  });
});

test('a local server is reached without TLS', () => {
  for (const host of ['localhost', '127.0.0.1', '[::1]', 'ignored']) {
    const socket = host === 'ignored' ? '?host=/cloudsql/project:region:instance' : '';
    expect(options(`postgresql://u:p@${host}/books${socket}`).ssl).toBe(false);
  }
});

test('a name that begins like a local address is not local', () => {
  for (const host of ['127.example.com', '127.0.0.1.nip.io', 'localhost.example.com'])
    expect(options(`postgres://u:p@${host}/books`).ssl).toEqual({ rejectUnauthorized: true });
});

test('any other server must show a certificate that checks out, unless the URL says otherwise', () => {
  expect(options('postgres://u:p@10.0.0.5/books').ssl).toEqual({ rejectUnauthorized: true });
  expect(options('postgres://u:p@10.0.0.5/books?sslmode=disable').ssl).toBe(false);
  expect(options('postgres://u:p@10.0.0.5/books?sslmode=require').ssl).toMatchObject({
    rejectUnauthorized: false,
  });
  expect(options('postgres://u:p@10.0.0.5/books?sslmode=verify-full').ssl).toEqual({
    rejectUnauthorized: true,
  });
});

test('an authority in a file is used, and then checked with sslmode=require too', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-mirror-ca-'));
  try {
    writeFileSync(join(folder, 'ca.pem'), 'authority');
    expect(
      options(`postgres://u@db.example/books?sslmode=require&sslrootcert=${folder}/ca.pem`).ssl,
    ).toMatchObject({
      ca: Buffer.from('authority'),
      rejectUnauthorized: true,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a file that is missing, and a mode that does not exist, are reported', () => {
  expect(() => options('postgres://u@db.example/b?sslrootcert=/nowhere/ca.pem')).toThrow(
    /\/nowhere\/ca\.pem .* cannot be read/,
  );
  expect(() => options('postgres://u@db.example/b?sslmode=maybe')).toThrow(/sslmode/);
});

test('an address that is not PostgreSQL’s is refused without being repeated', () => {
  for (const url of [
    'mysql://u:topsecret@h/b',
    'postgres://u:topsecret@h:port/b',
    'topsecret',
    'postgres://u:%topsecret@h/b',
  ]) {
    let error: unknown;
    try {
      options(url);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ code: 'DATABASE_URL_INVALID' });
    expect(inspect(error)).not.toContain('topsecret');
  }
});

test('a socket is reached by its folder, as a parameter or percent-encoded as the host', () => {
  for (const url of [
    'postgres://us%40er:p%2Fw@/my%20books?host=/cloudsql/project:region:instance',
    'postgres://us%40er:p%2Fw@localhost/my%20books?host=%2Fcloudsql%2Fproject%3Aregion%3Ainstance',
    'postgres://us%40er:p%2Fw@%2Fcloudsql%2Fproject%3Aregion%3Ainstance/my%20books',
    'postgres:///my%20books?host=/cloudsql/project:region:instance&user=us@er&password=p%2Fw',
  ])
    expect(options(url)).toMatchObject({
      host: '/cloudsql/project:region:instance',
      port: 5432,
      user: 'us@er',
      password: 'p/w',
      database: 'my books',
      ssl: false,
    });
});

test('a password with a raw #, ? or / is refused with the remedy, and no part of it is repeated', () => {
  for (const url of [
    'postgres://num:2024/sec@host/db',
    'postgres://num:sec/2024@host/db',
    'postgres://num:2024?sec@host/db',
    'postgres://num:sec?2024=sec@host/db',
    'postgres://num:2024#sec@host/db',
    'postgres://num:sec#2024@host/db',
    'postgres://num:sec@sec/2024@host/db',
    'postgres://num:sec@sec?2024@host/db',
    'postgres://num:sec@sec#2024@host:5432/db?sslmode=require',
    'postgres://num:%sec2024@host/db',
    'postgres://num:2024@/sec@host/db',
  ]) {
    let error: unknown;
    try {
      options(url);
    } catch (thrown) {
      error = thrown;
    }
    expect(error, url).toMatchObject({ code: 'DATABASE_URL_INVALID' });
    expect((error as Error).message, url).toMatch(/percent-encode/);
    expect(inspect(error)).not.toMatch(/sec|2024/);
  }
});

test('a login can be exchanged in every form of address', () => {
  for (const [url, expected] of [
    ['postgres://u:p@db.example/books', 'postgres://me:p%2Fw@db.example/books'],
    [
      'postgres://u:p@/books?host=/cloudsql/a:b:c',
      'postgres://me:p%2Fw@localhost/books?host=/cloudsql/a:b:c',
    ],
    ['postgres:///books?host=/tmp&user=u&password=p', 'postgres://me:p%2Fw@localhost/books?host=%2Ftmp'],
  ] as const)
    expect(withLogin(new Secret(url), 'me', 'p/w').reveal()).toBe(expected);
});

test('a server is described without its secrets', () => {
  expect(describeServer(new Secret('postgres://u:secret@db.example/books'))).toBe('db.example:5432/books');
});

test('sslrootcert=system is libpq’s word for the authorities of this machine, and checks in full', () => {
  const tls = options('postgres://u@db.example/books?sslrootcert=system').ssl as { ca: string[] };
  expect(tls).toMatchObject({ rejectUnauthorized: true });
  expect(tls).not.toHaveProperty('checkServerIdentity');
  // Those that Node brings, too: a container often has none of its own.
  expect(tls.ca).toEqual(expect.arrayContaining(getCACertificates('default')));
  for (const mode of ['require', 'verify-ca'])
    expect(() => options(`postgres://u@db.example/books?sslrootcert=system&sslmode=${mode}`)).toThrow(
      /sslrootcert=system .*sslmode=verify-full/,
    );
});

test('a server may be asked to prove that it knows the password, in the word of libpq', () => {
  expect(options('postgres://u:p@db.example/b').requireScram).toBe(false);
  expect(options('postgres://u:p@db.example/b?require_auth=scram-sha-256').requireScram).toBe(true);
  expect(() => options('postgres://u:p@db.example/b?require_auth=md5')).toThrow(/only be scram-sha-256/);
});

test('an address for other tools says nothing that not all of them know', () => {
  const url = new Secret('postgres://u:p@127.0.0.1:15432/b?require_auth=scram-sha-256&sslmode=disable');
  expect(forTools(url).reveal()).toBe('postgres://u:p@127.0.0.1:15432/b?sslmode=disable');
});
