/**
 * The laws of the house, as tables: who may import whom and what, and who may write which table of the database. The
 * linter reads the first while one types; test/import-law.test.ts and test/data-law.test.ts hold both.
 */

/** Which folders of `src` each folder may import. A folder may always import itself. */
export const mayImport = {
  base: [],
  tuning: [],
  'api-contract': [],
  config: ['base', 'tuning'],
  catalogue: ['base'],
  quickbooks: ['base', 'catalogue', 'tuning'],
  postgres: ['base'],
  tables: ['base', 'catalogue', 'postgres', 'tuning'],
  vault: ['base', 'postgres', 'quickbooks'],
  jobs: ['base', 'postgres', 'tuning'],
  sync: ['base', 'catalogue', 'jobs', 'postgres', 'quickbooks', 'tables', 'tuning', 'vault'],
  access: ['base', 'postgres', 'tuning'],
  // What people ask of a company, by whichever door they come in.
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
    'tuning',
    'vault',
  ],
  // The only composition root: it alone may import config, and load the simulator.
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
    'sync',
    'tables',
    'tuning',
    'vault',
  ],
};

/** Which folders of `src` may import a package. One that is not here may be imported by nobody, our own by its name too. */
export const mayImportPackage = {
  '@fastify/compress': ['http'],
  '@fastify/cookie': ['http'],
  '@fastify/helmet': ['http'],
  '@fastify/rate-limit': ['http'],
  '@fastify/static': ['http'],
  '@fastify/swagger': ['http'],
  '@fastify/type-provider-typebox': ['http'],
  '@zxcvbn-ts/core': ['access'],
  '@zxcvbn-ts/language-common': ['access'],
  commander: ['cli'],
  fastify: ['cli', 'http'],
  'ipaddr.js': ['base'],
  pg: ['cli', 'postgres'],
  'pg-boss': ['jobs'],
  pino: ['cli'],
  'pino-pretty': ['cli'],
  'pino-roll': ['cli'],
  'string-width': ['cli'],
  typebox: ['api-contract', 'http'],
  undici: ['quickbooks'],
};

/** Folders whose inside is private: other folders import only this file of theirs. */
export const entrances = { quickbooks: 'index.ts', sync: 'index.ts' };

/**
 * The simulator is a program of its own with a law of its own (simulator/boundaries.mjs): the one file of `src` that may
 * name it, by `import()`, and the one file of it that anybody may name.
 */
export const simulatorRoad = { from: 'cli/load-simulator.ts', to: '../simulator/src/index.ts' };

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

/**
 * Who writes which table: everybody may read, naming it after FROM, JOIN or USING; only the owner inserts, updates and
 * deletes, and offers verbs to the others. A schema by itself is owned whole, so that its owner may put the names of its
 * tables together.
 */
export const owners = {
  quickbooks: 'tables',
  quickbooks_store: 'tables',
  'ledger_mirror.filled_entities': 'tables',
  'ledger_mirror.outdated_records': 'tables',
  'ledger_mirror.pinned_fields': 'tables',
  'ledger_mirror.reader_companies': 'tables',
  'ledger_mirror.readers': 'tables',
  'ledger_mirror.renamed_records': 'tables',
  pgboss: 'jobs',
  'ledger_mirror.leases': 'jobs',
  'ledger_mirror.migrations': 'postgres',
  'ledger_mirror.turns': 'postgres',
  'ledger_mirror.tokens': 'vault',
  'ledger_mirror.access_links': 'access',
  'ledger_mirror.api_key_organizations': 'access',
  'ledger_mirror.api_keys': 'access',
  'ledger_mirror.audit': 'access',
  'ledger_mirror.audit_head': 'access',
  'ledger_mirror.audit_seals': 'access',
  'ledger_mirror.oauth_states': 'access',
  'ledger_mirror.sessions': 'access',
  'ledger_mirror.sign_in_attempts': 'access',
  'ledger_mirror.user_organizations': 'access',
  'ledger_mirror.users': 'access',
  'ledger_mirror.installation': 'cli',
  'ledger_mirror.entity_states': 'sync/company',
  'ledger_mirror.organizations': 'sync/company',
  'ledger_mirror.sync_runs': 'sync/company',
  'ledger_mirror.told_events': 'sync/company',
  'ledger_mirror.webhook_endpoint': 'sync/company',
  'ledger_mirror.api_calls': 'sync/budget',
  'ledger_mirror.call_budget': 'sync/budget',
  'ledger_mirror.call_turns': 'sync/budget',
  'ledger_mirror.merge_suspects': 'sync/store',
  'ledger_mirror.rejected_records': 'sync/store',
  'ledger_mirror.unknown_fields': 'sync/store',
  'ledger_mirror.webhook_events': 'sync/announce',
  'ledger_mirror.webhook_oddities': 'sync/announce',
  'ledger_mirror.webhook_strangers': 'sync/announce',
  'ledger_mirror.sought_references': 'sync/unseen',
  'ledger_mirror.reconciliations': 'sync/proof',
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
    // Nobody may name it in a plain import: that would load it whenever the program starts.
    {
      group: [`${up}../simulator/**`, '@ledger-mirror/simulator'],
      message: `The simulator is loaded by import(), in src/${simulatorRoad.from} only.`,
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
