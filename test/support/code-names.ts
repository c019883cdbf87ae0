import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * The names in backticks of a document, and whether what they name exists. What a name is, its form says; the rules
 * below are tried in order, and what no rule knows (a query, an example, a value) is not looked at.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const notOurs = /^(?:.*\/)?(?:\.git|\.cache|node_modules|dist)$|^data$/;

export type Name = { readonly kind: string; readonly name: string; readonly exists: boolean };

export type World = {
  /** Paths from the root, with `/`. */
  readonly files: readonly string[];
  /** Every word of the sources. */
  readonly words: ReadonlySet<string>;
  readonly scripts: ReadonlySet<string>;
  /** `GET /v1/organizations/:realmId` and so on. */
  readonly routes: readonly string[];
  /** The description of the command line, which is generated from it. */
  readonly commandLine: string;
};

/** Every file of the repository, as it stands. */
export function listFiles(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (notOurs.test(path)) return [];
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

export const readFile = (path: string): string => readFileSync(join(root, path), 'utf8');

export const wordsOf = (text: string): string[] => text.match(/[A-Za-z_$][\w$]*/g) ?? [];

const asPattern = (text: string): string =>
  text
    .split('*')
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^/]*');

/**
 * From a folder that the document is in, from `src`, or anywhere below the folder that it is about: of a README its own,
 * of others all.
 */
function isPath(name: string, document: string, paths: readonly string[]): boolean {
  const own = document.split('/').slice(0, -1);
  const from = ['', 'src/', ...own.map((_, index) => `${own.slice(0, index + 1).join('/')}/`)];
  const below = document.endsWith('README.md') ? (from.at(own.length === 0 ? 0 : -1) ?? '') : '';
  const pattern = new RegExp(
    `^(?:${from.map(asPattern).join('|')}|${asPattern(below)}(?:.*/)?)${asPattern(name)}$`,
  );
  return paths.some((path) => pattern.test(path));
}

const foldersOf = (files: readonly string[]): string[] => [
  ...new Set(
    files.flatMap((file) =>
      file
        .split('/')
        .slice(0, -1)
        .map((_, index, parts) => parts.slice(0, index + 1).join('/')),
    ),
  ),
];

type Rule = {
  readonly kind: string;
  readonly form: RegExp;
  readonly exists: (match: readonly string[], world: World, document: string) => boolean;
  /** Documents that speak of the names of others, or of what is no more. */
  readonly notIn?: RegExp;
};

const every = (names: readonly string[], { words }: World): boolean => names.every((name) => words.has(name));

export const rules: readonly Rule[] = [
  {
    kind: 'script',
    form: /^npm (?:run )?([\w:-]+)(?: -w (\w+))?(?: -- .*)?$/,
    exists: ([, name = '', workspace], { scripts }) =>
      ['ci', 'install', 'pack', 'rebuild'].includes(name) ||
      scripts.has(workspace === undefined ? name : `${workspace} ${name}`),
  },
  {
    kind: 'command',
    form: /^(?:npx )?ledger-mirror ([a-z][\w-]*)(?: ([a-z][\w-]*))?(.*)$/,
    exists: ([, command = '', word, rest = ''], { commandLine }) => {
      const section = commandLine.split(`\n## ${command}\n`)[1]?.split('\n## ')[0];
      const parts = [...(word === undefined ? [] : [word]), ...(rest.match(/--[\w-]+/g) ?? [])];
      return (
        section !== undefined &&
        parts.every((part) => new RegExp(`(?<![\\w-])${part}(?![\\w-])`).test(section))
      );
    },
  },
  {
    kind: 'route',
    form: /^(?:(GET|POST|PATCH|PUT|DELETE) )?(\/v1(?:\/[\w.:{}-]+)+)$/,
    exists: ([, method, path = ''], { routes }) => {
      const isIt = (route: string): boolean =>
        new RegExp(`^${route.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+').replace('*', '.+')}$`).test(
          `${method ?? route.split(' ', 1)[0] ?? ''} ${path}`,
        );
      // `/*` is the dashboard, which answers any address.
      return routes.some((route) => !route.endsWith(' /*') && isIt(route));
    },
  },
  {
    kind: 'file',
    form: /^((?:[\w.*-]+\/)*[\w.*-]+\.(?:ts|tsx|mjs|json|md|sql|css|txt))$/,
    exists: ([, name = ''], { files }, document) => isPath(name, document, files),
  },
  {
    kind: 'folder',
    form: /^((?:[a-z][\w-]*\/)*[a-z][\w-]*)\/$|^((?:src|test|docs|dashboard|simulator|bench|scripts|migrations)(?:\/[\w-]+)+)$/,
    exists: ([, name, whole], { files }, document) => isPath(name ?? whole ?? '', document, foldersOf(files)),
  },
  {
    kind: 'table',
    form: /^(?:ledger_mirror|quickbooks)\.(\w+)(?:\.(\w+))?$/,
    exists: ([, table = '', column], world) => every([table, column ?? table], world),
  },
  {
    kind: 'setting',
    // Those of Node itself are not ours.
    form: /^((?!NODE_)[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?:=.*)?$/,
    exists: ([, name = ''], world) => every([name], world),
  },
  {
    kind: 'identifier',
    // What is more than one word in one: camelCase, PascalCase, snake_case, with a dot, or a call.
    form: /^((?=.*[a-z][A-Z]|.*\w_\w|.*\.|.*\()[A-Za-z]\w*(?:\.[A-Za-z]\w*)*)(?:\(\))?$/,
    exists: ([, name = ''], world) => every(name.split('.'), world),
    // What QuickBooks and its clients call things; what was tried and given up.
    notIn: /^docs\/(?:quickbooks-facts|performance)\.md$/,
  },
];

/** Every name of a document that a rule knows. */
export function namesOf(document: string, text: string, world: World): Name[] {
  const example = /^```(\w*)\n([^]*?)^```/gm;
  const spans = [...text.replaceAll(example, '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  // Of an example, what is to be typed: a line that begins with a command of ours, up to its comment.
  const typed = [...text.matchAll(example)].flatMap(([, language = '', lines = '']) =>
    /^(?:|sh|bash)$/.test(language)
      ? [...lines.matchAll(/^(?:\$ )?((?:npm|(?:npx )?ledger-mirror) [^#|\n]*)/gm)].map(
          ([, line = '']) => line,
        )
      : [],
  );
  return [...spans, ...typed].flatMap((found) => {
    const name = found.replaceAll(/\s+/g, ' ').trim();
    const rule = rules.find(({ form }) => form.test(name));
    if (rule === undefined || rule.notIn?.test(document) === true) return [];
    return [{ kind: rule.kind, name, exists: rule.exists(rule.form.exec(name) ?? [], world, document) }];
  });
}
