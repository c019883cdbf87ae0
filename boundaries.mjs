/**
 * The import law, as tables: who may import whom. The linter reads them while one types; test/architecture.test.ts
 * resolves every import against them.
 */

/** Which folders of `src` each folder may import. A folder may always import itself. */
export const mayImport = {
  base: [],
  'api-contract': [],
  config: ['base'],
  catalogue: ['base'],
  quickbooks: ['base', 'catalogue'],
  postgres: ['base'],
  tables: ['base', 'catalogue', 'postgres'],
  vault: ['base', 'postgres', 'quickbooks'],
  jobs: ['base', 'postgres'],
  sync: ['base', 'catalogue', 'jobs', 'postgres', 'quickbooks', 'tables', 'vault'],
  access: ['base', 'postgres'],
  // Between the engine and the trail, neither of which knows the other: what people ask, for http and cli alike.
  requests: ['access', 'base', 'jobs', 'postgres', 'sync'],
  http: [
    'access',
    'api-contract',
    'base',
    'catalogue',
    'jobs',
    'postgres',
    'quickbooks',
    'requests',
    'sync',
    'tables',
    'vault',
  ],
  simulator: ['base'],
  // The only composition root: it alone may import config and the simulator.
  cli: [
    'access',
    'api-contract',
    'base',
    'catalogue',
    'config',
    'http',
    'jobs',
    'postgres',
    'quickbooks',
    'requests',
    'simulator',
    'sync',
    'tables',
    'vault',
  ],
};

/** Folders whose inside is private: other folders import only this file of theirs. */
export const entrances = { quickbooks: 'index.ts', sync: 'index.ts' };

/**
 * Folders that are divided into rooms, bottom up, and which rooms of it each room may import, each through its
 * `index.ts`. The files beside the rooms are the roof: they may use every room, and no room uses them.
 */
export const rooms = {
  sync: {
    company: [],
    budget: ['company'],
    store: ['company'],
    announce: ['company', 'store'],
    unseen: ['company', 'store'],
    proof: ['company', 'store', 'unseen'],
    look: ['announce', 'company', 'proof', 'store'],
    run: ['announce', 'budget', 'company', 'look', 'proof', 'store', 'unseen'],
  },
};

/** What is refused to a file of a folder at some depth below `src`; the linter sees only the text of an import. */
function folderPatterns(folder, depth) {
  const up = '../'.repeat(depth + 1);
  const refused = Object.keys(mayImport).filter(
    (other) => other !== folder && !mayImport[folder].includes(other),
  );
  const doors = Object.entries(entrances).filter(
    ([other]) => other !== folder && mayImport[folder].includes(other),
  );
  return [
    {
      group: refused.map((other) => `${up}${other}/**`),
      message: `src/${folder} may not import this folder; the law is boundaries.mjs.`,
    },
    ...doors.map(([other, entrance]) => ({
      group: [`${up}${other}/**`, `!${up}${other}/${entrance}`],
      message: `src/${other} is entered only through its ${entrance}.`,
    })),
  ];
}

/** What is refused to a file of a room beside that. */
function roomPatterns(folder, room) {
  const { [room]: allowed, ...all } = rooms[folder];
  const others = Object.keys(all);
  return [
    {
      group: [
        '../*.ts',
        ...others.filter((other) => !allowed.includes(other)).map((other) => `../${other}/**`),
      ],
      message: `src/${folder}/${room} may not import this; the law is boundaries.mjs.`,
    },
    {
      group: others.flatMap((other) => [`../${other}/**`, `!../${other}/index.ts`]),
      message: 'A room is entered only through its index.ts.',
    },
  ];
}

const rule = (files, patterns) => ({
  files: [files],
  rules: {
    'no-restricted-imports': ['error', { patterns: patterns.filter(({ group }) => group.length > 0) }],
  },
});

/** The same tables as linter overrides; of two for one file the later one counts, so a room's stand last and whole. */
export const importRules = [
  ...Object.keys(mayImport).flatMap((folder) =>
    ['*', '*/*', '*/*/*'].map((files, depth) =>
      rule(`src/${folder}/${files}.ts`, folderPatterns(folder, depth)),
    ),
  ),
  ...Object.entries(rooms).flatMap(([folder, law]) => [
    rule(`src/${folder}/*.ts`, [
      ...folderPatterns(folder, 0),
      {
        group: Object.keys(law).flatMap((room) => [`./${room}/**`, `!./${room}/index.ts`]),
        message: 'A room is entered only through its index.ts.',
      },
    ]),
    ...Object.keys(law).map((room) =>
      rule(`src/${folder}/${room}/*.ts`, [...folderPatterns(folder, 1), ...roomPatterns(folder, room)]),
    ),
  ]),
];
