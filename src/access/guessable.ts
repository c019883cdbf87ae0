import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { accessError } from './errors.ts';
import { requireLength } from './passwords.ts';

/**
 * Guesses that a password has to outlast, by the estimate of zxcvbn (Wheeler, USENIX Security 2016), which goes through
 * lists of common passwords, keyboards, dates, repetitions and sequences. Ten tries a quarter of an hour make this
 * thousands of years; of a stolen hash, at a tenth of a second each, three years of one processor.
 */
const LEAST_GUESSES = 1e9;

/** The estimate takes longer than the square of the length; whatever has this many good characters is good. */
const MOST_LOOKED_AT = 64;

/** What a stranger would think of first here. */
const ours = ['ledger', 'mirror', 'ledgermirror', 'quickbooks', 'intuit', 'accounting'];

let loading: Promise<ZxcvbnFactory> | undefined;

/** Only where a password is set: the lists are megabytes, which no other process needs. */
async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Estimator }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new Estimator({ dictionary, graphs: adjacencyGraphs, maxLength: MOST_LOOKED_AT });
}

/** A text and its parts: of `ada.lovelace@example.com` also `ada`, `lovelace` and so on. */
const partsOf = (text: string): string[] => [
  text,
  text.replaceAll(/[^\p{L}\p{N}]+/gu, ''),
  ...text.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 2),
];

/** A hyphen or two in a known word hide it from the estimate; more signs, or spaces between words, are the password. */
function withoutOrnament(password: string): string {
  const bare = password.replaceAll(/[^\p{L}\p{N} ]/gu, '');
  return password.length - bare.length > 2 ? password : bare;
}

/**
 * Refuses what is too short, and what would be guessed early.
 * @param about  what is known of the person: e-mail address and name
 * @throws AppError ACCESS_PASSWORD_TOO_SHORT, ACCESS_PASSWORD_WEAK
 */
export async function requireGoodPassword(
  password: string,
  about: readonly (string | undefined)[],
): Promise<void> {
  requireLength(password);
  loading ??= load();
  const estimator = await loading;
  const known = [...ours, ...about.flatMap((text) => partsOf(text ?? ''))].filter((text) => text !== '');
  const isWeak = (text: string): boolean => estimator.check(text, known).guesses < LEAST_GUESSES;
  const looked = Array.from(password.normalize('NFKC')).slice(0, MOST_LOOKED_AT).join('');
  if (isWeak(looked) || isWeak(withoutOrnament(looked))) throw accessError('ACCESS_PASSWORD_WEAK');
}
