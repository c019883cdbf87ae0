import { spawn } from 'node:child_process';

import { Secret } from '../base/secret.ts';
import type { StoredKeys } from './data-dir.ts';
import { cliError } from './errors.ts';

/** A vault across a network answers in a second or two; a start must not hang on one that does not. */
const PATIENCE_MS = 30_000;
/** More than a hundred keys. */
const MOST_BYTES = 8192;

/**
 * The keys that a command prints, by the shell and with our environment: the first seals, every further line is an
 * earlier key. What it printed goes nowhere else, and what it complained of is not taken: it may quote the key.
 * @throws AppError CLI_KEY_COMMAND_FAILED
 */
export async function keysOfCommand(command: Secret, patienceMs = PATIENCE_MS): Promise<StoredKeys> {
  const lines = (await outputOf(command, patienceMs)).split(/\s+/).filter((line) => line !== '');
  const [current, ...previous] = lines.map((line) => new Secret(line));
  if (current === undefined) throw failed('it printed nothing');
  if (!lines.every((line) => /^[A-Za-z0-9+/]{43}=$/.test(line)))
    throw failed('what it printed is not 32 bytes in base64');
  return { current, previous };
}

function outputOf(command: Secret, patienceMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const grouped = process.platform !== 'win32';
    const child = spawn(command.reveal(), {
      shell: true,
      // A group of its own, so that what the shell started ends with it.
      detached: grouped,
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
    });
    const end = (reason: string): void => {
      clearTimeout(timer);
      child.stdout.destroy();
      if (child.pid !== undefined && child.exitCode === null) endAll(child.pid, grouped);
      reject(failed(reason));
    };
    const timer = setTimeout(() => end(`it gave no answer within ${patienceMs / 1000} s`), patienceMs);
    const parts: Buffer[] = [];
    let bytes = 0;
    child.stdout.on('data', (part: Buffer) => {
      parts.push(part);
      bytes += part.length;
      if (bytes > MOST_BYTES) end('what it printed is not 32 bytes in base64');
    });
    child.once('error', () => end('there is no shell to run it'));
    child.once('close', (code, signal) => {
      if (code !== 0) return end(code === null ? `it was ended by ${signal}` : `it ended with ${code}`);
      clearTimeout(timer);
      resolve(Buffer.concat(parts).toString('utf8'));
    });
  });
}

function endAll(pid: number, grouped: boolean): void {
  try {
    process.kill(grouped ? -pid : pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}

const failed = (reason: string): Error =>
  cliError('CLI_KEY_COMMAND_FAILED', {
    text: `ENCRYPTION_KEY_COMMAND gave no key: ${reason}. Run it by hand as the user that runs Ledger Mirror, and see what it says; it has to print the key and nothing else.`,
  });
