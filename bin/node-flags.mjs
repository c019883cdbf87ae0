/**
 * How Node runs the program. While rows stream by, V8 would let its space for young objects grow to 96 MB, whatever of
 * it is alive; with 24 MB an export of a million rows stays below 300 MB (test/soak/export.ts).
 */
export const nodeFlags = ['--max-semi-space-size=8'];
