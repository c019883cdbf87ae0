/** One figure. `basis` says what it was measured on, where the name does not. */
export type Measure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly basis?: string;
};
