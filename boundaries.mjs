/**
 * The import law: which folders of `src` each folder may import. One table, read by the linter (in the editor)
 * and by test/architecture.test.ts (which resolves every import). A folder may always import itself.
 * `quickbooks` and `sync` are entered only through their index.ts. The simulator is a program of its own with a law of its
 * own (simulator/boundaries.mjs): one file of ours loads it, by `import()`.
 */
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
  operations: ['base', 'catalogue', 'jobs', 'postgres', 'quickbooks', 'sync', 'tables', 'vault'],
  http: [
    'access',
    'api-contract',
    'base',
    'catalogue',
    'jobs',
    'operations',
    'postgres',
    'quickbooks',
    'sync',
    'tables',
    'vault',
  ],
  // The only composition root: it alone may import config, and it alone may reach the simulator.
  cli: [
    'access',
    'api-contract',
    'base',
    'catalogue',
    'config',
    'http',
    'jobs',
    'operations',
    'postgres',
    'quickbooks',
    'sync',
    'tables',
    'vault',
  ],
};

/** Folders whose inside is private: other folders import only this file of theirs. */
export const entrances = { quickbooks: 'index.ts', sync: 'index.ts' };

/** The one file of `src` that may name the simulator, and the one file of the simulator that anybody may name. */
export const simulatorRoad = { from: 'cli/load-simulator.ts', to: '../simulator/src/index.ts' };

const folders = Object.keys(mayImport);

/**
 * The same table as linter overrides: what a folder may not import is refused while it is typed. The linter sees only
 * the text of an import, so each depth below `src` has its own patterns (`../http/` inside src/postgres/embedded is
 * src/postgres/http).
 */
export const importRules = folders.flatMap((folder) =>
  ['*', '*/*', '*/*/*'].map((files, depth) => {
    const up = '../'.repeat(depth + 1);
    const refused = folders.filter((other) => other !== folder && !mayImport[folder].includes(other));
    const patterns = [
      {
        group: refused.map((other) => `${up}${other}/**`),
        message: `src/${folder} may not import this folder; the law is boundaries.mjs.`,
      },
    ];
    // Nobody may name it in a plain import: that would load it whenever the program starts.
    patterns.push({
      group: [`${up}../simulator/**`, '@ledger-mirror/simulator'],
      message: `The simulator is loaded by import(), in src/${simulatorRoad.from} only.`,
    });
    for (const [other, entrance] of Object.entries(entrances)) {
      if (other === folder || !mayImport[folder].includes(other)) continue;
      patterns.push({
        group: [`${up}${other}/**`, `!${up}${other}/${entrance}`],
        message: `src/${other} is entered only through its ${entrance}.`,
      });
    }
    return {
      files: [`src/${folder}/${files}.ts`],
      rules: {
        'no-restricted-imports': ['error', { patterns: patterns.filter(({ group }) => group.length > 0) }],
      },
    };
  }),
);
