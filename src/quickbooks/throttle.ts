export type ThrottleLimits = {
  readonly requestsPerSecond: number;
  readonly requestsPerMinute: number;
  readonly inFlight: number;
};
