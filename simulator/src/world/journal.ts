import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

import { type Commit, type Company, type Counters } from '../company/company.ts';
import { findEntity } from '../entities/entities.ts';
import { SimulatorError } from '../base/errors.ts';
import { type Entry } from '../ledger/entry.ts';
import { type AccessToken, type Grant } from '../oauth/tokens.ts';
import { type JsonObject, isObject, parseJson, textAt } from '../values/json.ts';
import { type StoredRecord } from '../company/record.ts';

/** What the companies are regenerated from; the journal holds only what happened since. */
export type Base = {
  /** Another version of the simulator makes other companies from the same seed. */
  readonly version: 3;
  readonly seed: number;
  readonly size: string;
  readonly companies: number;
  readonly asOf: string;
};

export type Restored = {
  readonly base: Base;
  readonly offsetMs: number;
  readonly grants: readonly { readonly grant: Grant; readonly access: AccessToken | undefined }[];
  /** Puts the changes since generation into freshly generated companies. */
  readonly apply: (companies: ReadonlyMap<string, Company>) => void;
};

type CommitLine = {
  readonly realm: string;
  readonly counters: Counters;
  readonly saved: unknown;
  readonly removed: unknown;
};

const FILE = 'journal.ndjson';

/** Lines of the file; a last line that was torn by a crash is left out. */
function readLines(path: string): string[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  // What follows the last line break was never finished.
  lines.pop();
  return lines;
}

/** Reads a state folder; undefined when it is new. @throws SimulatorError SIMULATOR_STATE_UNREADABLE */
export function readJournal(directory: string): Restored | undefined {
  const path = join(directory, FILE);
  if (!existsSync(path)) return undefined;
  let base: Base | undefined;
  let offsetMs = 0;
  const grants: { grant: Grant; access: AccessToken | undefined }[] = [];
  const commits: string[] = [];
  try {
    for (const line of readLines(path)) {
      const kind = line.slice(0, 9);
      if (kind.startsWith('{"commit"')) {
        commits.push(line);
        continue;
      }
      const entry = JSON.parse(line) as {
        base?: Base;
        offsetMs?: number;
        grant?: Grant;
        access?: AccessToken | null;
      };
      if (entry.base !== undefined) base = entry.base;
      if (entry.offsetMs !== undefined) offsetMs = entry.offsetMs;
      if (entry.grant !== undefined) grants.push({ grant: entry.grant, access: entry.access ?? undefined });
    }
  } catch (cause) {
    throw new SimulatorError('SIMULATOR_STATE_UNREADABLE', { cause, details: { directory } });
  }
  if (base?.version !== 3) throw new SimulatorError('SIMULATOR_STATE_UNREADABLE', { details: { directory } });
  return {
    base,
    offsetMs,
    grants,
    apply: (companies) => {
      try {
        for (const line of commits) applyCommit(line, companies);
      } catch (cause) {
        throw new SimulatorError('SIMULATOR_STATE_UNREADABLE', { cause, details: { directory } });
      }
    },
  };
}

function applyCommit(line: string, companies: ReadonlyMap<string, Company>): void {
  const commit = (parseJson(line) as JsonObject)['commit'] as JsonObject;
  const company = companies.get(textAt(commit, 'realm') ?? '');
  if (company === undefined) return;
  for (const pair of commit['saved'] as JsonObject[][]) {
    const [name, body, entries] = pair as unknown as [string, JsonObject, JsonObject[] | undefined];
    const entity = findEntity(name);
    // Plain numbers again: entries are whole cents, nothing that loses a digit.
    if (entity !== undefined && isObject(body))
      company.restore(entity, body, JSON.parse(JSON.stringify(entries ?? [])) as Entry[]);
  }
  for (const triple of commit['removed'] as JsonObject[][]) {
    const [name, id, deletedAt] = triple as unknown as [string, string, { rawJSON: string }];
    company.remove(name, id, Number(deletedAt.rawJSON));
  }
  company.counters = (JSON.parse(line) as { commit: CommitLine }).commit.counters;
}

/** A record, and what it posts if anything: parts of that depended on the moment, so it cannot be found out again. */
function journalled(record: StoredRecord): string {
  const entries = record.entries.length === 0 ? '' : `,${JSON.stringify(record.entries)}`;
  return `["${record.entity.name}",${record.text}${entries}]`;
}

/** The append-only file that lets a simulator go on where it was killed. Every line is one whole change. */
export class Journal {
  readonly #path: string;
  #descriptor: number;

  private constructor(path: string, descriptor: number) {
    this.#path = path;
    this.#descriptor = descriptor;
  }

  /** Writes the state as it is now to a new file (so the old one never grows without end) and goes on from there. */
  static start(
    directory: string,
    base: Base,
    state: {
      readonly offsetMs: number;
      readonly grants: readonly { readonly grant: Grant; readonly access: AccessToken | undefined }[];
      readonly commits: readonly Commit[];
    },
  ): Journal {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const path = join(directory, FILE);
    const fresh = `${path}.new`;
    const journal = new Journal(path, openSync(fresh, 'w', 0o600));
    journal.#append(JSON.stringify({ base }));
    journal.clock(state.offsetMs);
    for (const { grant, access } of state.grants) journal.grant(grant, access);
    for (const commit of state.commits) journal.commit(commit);
    fsyncSync(journal.#descriptor);
    renameSync(fresh, path);
    return journal;
  }

  commit({ company, saved, removed }: Commit): void {
    const records = saved.map(journalled).join(',');
    const gone = JSON.stringify(removed.map(({ entity, id, deletedAt }) => [entity, id, deletedAt]));
    this.#append(
      `{"commit":{"realm":"${company.realmId}","counters":${JSON.stringify(company.counters)},"saved":[${records}],"removed":${gone}}}`,
    );
  }

  grant(grant: Grant, access: AccessToken | undefined): void {
    this.#append(JSON.stringify({ grant, access: access ?? null }));
  }

  clock(offsetMs: number): void {
    this.#append(JSON.stringify({ offsetMs }));
  }

  close(): void {
    if (this.#descriptor >= 0) closeSync(this.#descriptor);
    this.#descriptor = -1;
  }

  /** The bytes are with the operating system when this returns: a killed process loses nothing, a power cut may lose the end. */
  #append(line: string): void {
    if (this.#descriptor < 0) throw new Error(`The journal ${this.#path} is closed.`);
    writeSync(this.#descriptor, `${line}\n`);
  }
}
