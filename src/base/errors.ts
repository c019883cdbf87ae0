/** Whose move it is after an error. */
export type ErrorOwner = 'nobody' | 'customer' | 'operator' | 'developer';
/** What the program does next by itself. */
export type ErrorNext = 'retry' | 'reauthorize' | 'skip-record' | 'give-up';

/** One row of a folder's error table; queue, HTTP layer, exit code, log level and dashboard all read it. */
export type ErrorRow = {
  readonly owner: ErrorOwner;
  readonly next: ErrorNext;
  readonly httpStatus: number;
  /** One plain sentence for the person who must act. */
  readonly text: string;
};

export type ErrorOptions = {
  /** The failure underneath. */
  readonly cause?: unknown;
  /** Facts that are safe to show to a user: names and numbers, never secrets, bodies or customer data. */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  /** Milliseconds to wait before trying again, where the other side said so. */
  readonly retryAfterMs?: number | undefined;
  /** Replaces the row's sentence where the circumstances allow a more precise one. */
  readonly text?: string | undefined;
};

/** The only error our own code throws on purpose. Anything else that is thrown is a bug. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: string;
  readonly row: ErrorRow;
  readonly details: Readonly<Record<string, unknown>>;
  readonly retryAfterMs: number | undefined;

  constructor(code: string, row: ErrorRow, options: ErrorOptions = {}) {
    super(options.text ?? row.text, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.row = row;
    this.details = options.details ?? {};
    this.retryAfterMs = options.retryAfterMs;
  }
}

export type ErrorTable = Readonly<Record<string, ErrorRow>>;

/** Makes errors of one folder's table; a code that is not in the table does not compile. */
export type ErrorFactory<Code extends string> = ((code: Code, options?: ErrorOptions) => AppError) & {
  readonly rows: Readonly<Record<Code, ErrorRow>>;
};

const registry = new Map<string, ErrorRow>();

/**
 * Declares a folder's errors: code → who must act, what happens next, HTTP status, sentence.
 * @throws Error if a code is declared twice in one process (codes are never reused).
 */
export function defineErrors<const Table extends ErrorTable>(
  rows: Table,
): ErrorFactory<Extract<keyof Table, string>> {
  for (const [code, row] of Object.entries(rows)) {
    if (registry.has(code)) throw new Error(`Error code ${code} is declared twice.`);
    registry.set(code, row);
  }
  const create = (code: Extract<keyof Table, string>, options?: ErrorOptions): AppError => {
    const row = rows[code];
    if (row === undefined) throw new Error(`Error code ${code} is not declared.`);
    return new AppError(code, row, options);
  };
  return Object.assign(create, { rows }) as ErrorFactory<Extract<keyof Table, string>>;
}

/** Every code declared so far, in order of declaration; docs/errors.md is generated from it. */
export function declaredErrors(): ReadonlyMap<string, ErrorRow> {
  return registry;
}

const baseError = defineErrors({
  INTERNAL: {
    owner: 'developer',
    next: 'give-up',
    httpStatus: 500,
    text: 'Something went wrong inside Ledger Mirror. This is a bug; please report it with the log.',
  },
});

/** Whether something thrown is one of our errors, and the one with this code if one is named. */
export function isAppError<Code extends string>(error: unknown, code?: Code): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code);
}

/** Anything thrown, as an AppError: unknown failures become INTERNAL with their cause. */
export function toAppError(error: unknown): AppError {
  return error instanceof AppError ? error : baseError('INTERNAL', { cause: error });
}
