import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { organizationEvents, organizationStatuses, transitions } from '../src/sync/company/state.ts';

const root = new URL('..', import.meta.url);
const spec = readFileSync(new URL('src/sync/sync-spec.md', root), 'utf8');

/** The cells of every table row that begins with the given cell. */
const rowsOf = (first: RegExp): string[][] =>
  spec
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter(([cell]) => cell !== undefined && first.test(cell));

/** The tests that may hold a clause: file name → the ids its titles begin with. */
function claimedIds(): Map<string, Set<string>> {
  const claimed = new Map<string, Set<string>>();
  for (const folder of ['src/sync/', 'test/e2e/']) {
    for (const path of readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(test|e2e)\.ts$/.test(path)) continue;
      const text = readFileSync(new URL(`${folder}${path}`, root), 'utf8').replaceAll(/^\s*\/\/.*$/gm, '');
      const name = basename(path);
      const ids = [...text.matchAll(/test\(\s*['"`]((?:[ILC]\d+(?:, )?)+):/g)].flatMap((match) =>
        (match[1] ?? '').split(', '),
      );
      claimed.set(name, new Set([...(claimed.get(name) ?? []), ...ids]));
    }
  }
  return claimed;
}

test('every clause of the sync’s specification names tests that name it', () => {
  const claimed = claimedIds();
  const clauses = rowsOf(/^[IL]\d+$/);
  expect(clauses.length).toBeGreaterThan(15);
  for (const cells of clauses) {
    const id = cells[0] ?? '';
    const files = [...(cells.at(-1) ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
    expect(files, id).not.toEqual([]);
    for (const file of files) {
      // Another folder's test holds its part in its own words; that it exists is enough.
      if (file.includes('/'))
        expect(() => readFileSync(new URL(`src/${file}`, root)), `${id}: ${file}`).not.toThrow();
      else expect([...(claimed.get(file) ?? [])], `${id} in ${file}`).toContain(id);
    }
  }
});

test('every clause a test names stands in the sync’s specification, with that test', () => {
  const named = new Map(rowsOf(/^[IL]\d+$/).map((cells) => [cells[0], cells.at(-1) ?? '']));
  for (const [file, ids] of claimedIds()) {
    for (const id of ids) expect(named.get(id), `${id} of ${file}`).toContain(`\`${file}\``);
  }
});

test('the table of a company’s states in the specification is the one in the code', () => {
  const [header] = rowsOf(/^event/);
  expect(header?.slice(1)).toEqual([...organizationStatuses]);
  const table = spec.split(/^(?=\| event)/m)[1]?.split('\n\n')[0] ?? '';
  expect(
    table
      .split('\n')
      .slice(2)
      .map((row) => row.split('|')[1]?.trim()),
  ).toEqual([...organizationEvents]);
  for (const event of organizationEvents) {
    const [row] = rowsOf(new RegExp(`^${event}$`));
    expect(row, event).toEqual([event, ...organizationStatuses.map((status) => transitions[status][event])]);
  }
});
