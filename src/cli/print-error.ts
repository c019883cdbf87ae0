import { isAppError, toAppError, type AppError } from '../base/errors.ts';

/** What a failed command says and the code it exits with: 2 for wrong settings or usage, 1 for everything else. */
export type ErrorReport = { readonly lines: readonly string[]; readonly exitCode: 1 | 2 };

const WRONG_SETTINGS = new Set([
  'CONFIG_INVALID',
  'CLI_USAGE',
  'CLI_LOG_FILE_UNUSABLE',
  'CLI_KEY_OTHER',
  'CLI_ENVIRONMENT_MISMATCH',
  'DATABASE_URL_INVALID',
  'HTTP_NOT_LOOPBACK',
]);

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** The sentences below the error's own, without repeating any. */
function causesOf(error: AppError): string[] {
  const sentences: string[] = [];
  for (
    let cause: unknown = error.cause, depth = 0;
    cause instanceof Error && depth < 4;
    cause = cause.cause, depth += 1
  ) {
    // An AggregateError (a connection refused on every address) has an empty message and the reasons inside.
    const inner: unknown = cause instanceof AggregateError ? cause.errors[0] : cause;
    // The same thing below, in its general words, says nothing new.
    const isSame = isAppError(inner, error.code);
    const sentence = inner instanceof Error && !isSame ? inner.message : '';
    if (sentence !== '' && !error.message.includes(sentence) && !sentences.includes(sentence))
      sentences.push(sentence);
  }
  return sentences;
}

/**
 * An error in words: the sentence, every problem it lists, the facts, what lay underneath.
 * @param options.debug  Adds where in the program it happened.
 */
export function reportError(
  error: unknown,
  options: { readonly json: boolean; readonly debug: boolean },
): ErrorReport {
  const failure = toAppError(error);
  const exitCode = WRONG_SETTINGS.has(failure.code) ? 2 : 1;
  const problems = Array.isArray(failure.details['problems'])
    ? failure.details['problems'].filter(isPlain)
    : [];
  const facts = Object.entries(failure.details).filter(
    ([, value]) => isPlain(value) && !failure.message.includes(String(value)),
  );
  const causes = causesOf(failure);
  if (options.json) {
    const { code, message, details } = failure;
    return { lines: [JSON.stringify({ error: { code, message, details, causes } })], exitCode };
  }
  const lines = [`${failure.message} (${failure.code})`];
  for (const problem of problems) lines.push(`  - ${problem}`);
  for (const [name, value] of facts) lines.push(`  ${name}: ${String(value)}`);
  for (const cause of causes) lines.push(`  because: ${cause}`);
  if (options.debug && failure.stack !== undefined) lines.push(withCauses(failure));
  else if (failure.row.owner === 'developer') lines.push('  Set LOG_LEVEL=debug to see where it happened.');
  return { lines, exitCode };
}

function withCauses(error: Error): string {
  const stacks: string[] = [];
  for (let current: unknown = error; current instanceof Error; current = current.cause) {
    stacks.push(current.stack ?? current.message);
  }
  return stacks.join('\nCaused by: ');
}
