import { expect, test } from 'vitest';

import { generateDocs } from '../scripts/generate-docs.ts';
import { permissions } from '../src/access/permissions.ts';
import { listFiles, namesOf, readFile, rules, wordsOf, type World } from './support/code-names.ts';

type Package = { scripts?: Record<string, string>; workspaces?: string[] };
const packageOf = (folder: string): Package => JSON.parse(readFile(`${folder}package.json`)) as Package;

const files = listFiles();
const generated = await generateDocs();
// What was true of an earlier version stays true in its history.
const documents = files.filter(
  (file) => file.endsWith('.md') && !generated.has(file) && file !== 'CHANGELOG.md',
);

const world: World = {
  files,
  words: new Set(
    files
      .filter(
        (file) =>
          /\.(ts|tsx|mjs|sql|json)$/.test(file) && !/^(package-lock\.json|test\/names\.test\.ts)$/.test(file),
      )
      .flatMap((file) => wordsOf(readFile(file))),
  ),
  scripts: new Set([
    ...Object.keys(packageOf('').scripts ?? {}),
    ...(packageOf('').workspaces ?? []).flatMap((workspace) =>
      Object.keys(packageOf(`${workspace}/`).scripts ?? {}).map((name) => `${workspace} ${name}`),
    ),
  ]),
  routes: Object.keys(permissions),
  commandLine: generated.get('docs/cli.md') ?? '',
};

test('what the documents name exists', () => {
  const names = documents.flatMap((document) => {
    return namesOf(document, readFile(document), world).map((name) => ({ document, ...name }));
  });
  for (const { kind } of rules)
    expect(names.filter((name) => name.kind === kind).length, kind).toBeGreaterThan(2);
  expect(documents.length).toBeGreaterThan(20);
  expect(names.length).toBeGreaterThan(300);
  expect(
    names.filter(({ exists }) => !exists).map(({ document, kind, name }) => `${document}: ${kind} ${name}`),
  ).toEqual([]);
});

test('a name of nothing is found out, whatever it names', () => {
  const planted = `Run \`npm run nothing-runs\`, then \`ledger-mirror nothing\` or \`ledger-mirror sync --nothing\` and
    \`GET /v1/nothing\`; see \`src/base/nothing.ts\`, \`base/nothing-*.ts\`, \`nothing.md\`, \`src/nothing\`, \`nothing/\`,
    \`ledger_mirror.nothing_there\`, \`quickbooks.invoices.nothing_there\`, \`NOTHING_IS_SET=1\`, \`nothingCalls()\`,
    \`AppError.nothingThere\`, \`nothing_there\`. In base, \`database.ts\` is not.
\`\`\`sh
npm run nothing-typed # really
$ npx ledger-mirror syn --json
\`\`\`
Nor is \`ledger-mirror sync --jso\`.`;
  const found = namesOf('src/base/README.md', planted, world);
  expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(rules.map(({ kind }) => kind)));
  expect(found).toHaveLength(19);
  expect(found.filter(({ exists }) => exists)).toEqual([]);
});

test('and a name of something is known, however it is written', () => {
  const text = `\`npm test\`, \`npm run build -w dashboard\`, \`npx ledger-mirror sql -c "select 1"\`, \`ledger-mirror keys create x
    --role operator\`, \`GET /v1/organizations/{realmId}/runs\`, \`/v1/organizations/:realmId\`, \`errors.ts\`, \`*.ts\`,
    \`../nowhere\`, \`src/base\`, \`base/clock.ts\`, \`ledger_mirror.organizations.next_run_at\`, \`HOST=127.0.0.1\`,
    \`LOG_LEVEL\`, \`defineErrors()\`, \`AppError.retryAfterMs\`, \`select 1\`.
\`\`\`sh
npm start   # everything
\`\`\``;
  const found = namesOf('src/base/README.md', text, world);
  expect(found.length).toBeGreaterThan(12);
  expect(found.filter(({ exists }) => !exists)).toEqual([]);
});
