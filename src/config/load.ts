import { contradictions, deriveConfig, doubts, type Config } from './derive.ts';
import { options, type Option, type Settings } from './options.ts';

export type LoadedConfig =
  | {
      readonly ok: true;
      readonly config: Config;
      /** Not wrong, but probably not what was meant: a setting that nothing reads, a likely misspelling. */
      readonly notices: readonly string[];
    }
  | {
      readonly ok: false;
      /** Every problem at once, each a sentence that begins with the setting's name. No values. */
      readonly problems: readonly string[];
      readonly notices: readonly string[];
    };

type Environment = Readonly<Record<string, string | undefined>>;

const rows: readonly [string, Option<unknown>][] = Object.entries(options);

/** Reads all settings from the environment. Pure: it neither prints nor touches the disk. Empty text counts as unset. */
export function loadConfig(env: Environment): LoadedConfig {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  const refused = new Set<string>();
  for (const [key, row] of rows) {
    const given = (row.alias === undefined ? undefined : env[row.alias])?.trim() ?? env[row.name]?.trim();
    const text = given === undefined || given === '' ? row.defaultText : given;
    values[key] = undefined;
    if (text === undefined) continue;
    const read = row.parse(text);
    if ('problem' in read) {
      problems.push(`${row.name} must ${read.problem}.`);
      refused.add(row.name);
    } else values[key] = read.value;
  }
  const settings = values as Settings;
  // A refused setting is not "missing" as well: one mistake, one sentence.
  problems.push(
    ...contradictions(settings).filter((problem) => !refused.has(problem.split(' ', 1)[0] ?? '')),
  );
  const notices = noticesFor(env);
  if (problems.length > 0) return { ok: false, problems, notices };
  const config = deriveConfig(settings);
  return { ok: true, config, notices: [...notices, ...doubts(config)] };
}

function noticesFor(env: Environment): string[] {
  const known = rows.map(([, row]) => row.name);
  const notices: string[] = [];
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined || value.trim() === '' || known.includes(name)) continue;
    if (name.startsWith('QBO_') || name.startsWith('LEDGER_MIRROR_')) {
      const near = known.find((candidate) => distance(candidate, name) <= 3);
      notices.push(
        `${name} is not a setting of Ledger Mirror.${near === undefined ? '' : ` Did you mean ${near}?`}`,
      );
    }
  }
  return notices;
}

/** Edit distance: how many letters to add, drop or change to get from one name to the other. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
