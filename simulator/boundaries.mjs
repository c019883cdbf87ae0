/**
 * The import law of the simulator: which rooms of `src` each room may import. One table, read by the linter and by
 * test/boundaries.test.ts. The files directly in `src` put the rooms together: they may import every room, and no room
 * imports them. Nothing here imports anything of the folder above.
 */
export const mayImport = {
  base: [],
  values: [],
  entities: ['values'],
  ledger: [],
  company: ['base', 'entities', 'ledger', 'values'],
  books: ['company', 'entities', 'ledger', 'values'],
  behaviour: ['base', 'books', 'company', 'entities', 'ledger', 'values'],
  operations: ['base', 'behaviour', 'books', 'company', 'entities', 'ledger', 'values'],
  query: ['base', 'company', 'entities', 'values'],
  reports: ['base', 'company', 'entities', 'ledger', 'values'],
  data: ['base', 'books', 'company', 'entities', 'operations', 'values'],
  webhooks: ['base', 'company', 'entities'],
  http: ['base', 'values'],
  oauth: ['base', 'http'],
  attachments: ['base', 'company', 'entities', 'http', 'operations', 'values'],
  world: [
    'attachments',
    'base',
    'company',
    'data',
    'entities',
    'http',
    'ledger',
    'oauth',
    'operations',
    'query',
    'values',
    'webhooks',
  ],
  api: [
    'attachments',
    'base',
    'company',
    'entities',
    'http',
    'operations',
    'query',
    'reports',
    'values',
    'world',
  ],
  control: ['base', 'company', 'data', 'entities', 'http', 'operations', 'values', 'webhooks', 'world'],
};

const rooms = Object.keys(mayImport);
const outside = {
  message: 'The simulator imports nothing of the folder above it; the law is boundaries.mjs.',
};

/** The files so many folders below `simulator`, and what they may not import whatever room they are in. */
const leaving = (folder, depth) => ({
  files: `simulator/${folder}/${'*/'.repeat(depth)}*.ts`,
  patterns: [{ ...outside, group: [`${'../'.repeat(depth + 2)}**`] }],
});

const rule = ({ files, patterns }) => ({
  files: [files],
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

/** The same law as linter overrides, by the text of an import. */
export const importRules = [
  ...['src', 'test', 'bench'].flatMap((folder) => [0, 1, 2].map((depth) => rule(leaving(folder, depth)))),
  ...rooms.flatMap((room) =>
    [0, 1].map((depth) => {
      const up = '../'.repeat(depth + 1);
      const refused = rooms.filter((other) => other !== room && !mayImport[room].includes(other));
      const groups = [...refused.map((other) => `${up}${other}/**`), `${up}*.ts`];
      const message = `simulator/src/${room} may not import this; the law is simulator/boundaries.mjs.`;
      return rule({
        files: `simulator/src/${room}/${'*/'.repeat(depth)}*.ts`,
        patterns: [...leaving('src', depth + 1).patterns, { message, group: groups }],
      });
    }),
  ),
];
