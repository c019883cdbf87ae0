/** Why the simulator as a program cannot go on, for whoever started it. What it answers as QuickBooks is a Fault (fault.ts). */
export const simulatorErrors = {
  SIMULATOR_PORT_TAKEN: 'Another program already listens on the port of the QuickBooks simulator.',
  SIMULATOR_STATE_MISMATCH:
    'The state folder of the simulator was made with another seed, size or number of companies; use another folder or the same ones.',
  SIMULATOR_STATE_UNREADABLE:
    'The state folder of the simulator cannot be read; move it away to start afresh.',
} as const;

export type SimulatorErrorCode = keyof typeof simulatorErrors;

/** A failure that somebody can mend. Anything else that is thrown is a bug. */
export class SimulatorError extends Error {
  override readonly name = 'SimulatorError';
  readonly code: SimulatorErrorCode;
  /** Names and numbers that may be shown to anybody. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: SimulatorErrorCode,
    {
      details = {},
      cause,
    }: { readonly details?: Readonly<Record<string, unknown>>; readonly cause?: unknown } = {},
  ) {
    super(simulatorErrors[code], cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = details;
  }
}
