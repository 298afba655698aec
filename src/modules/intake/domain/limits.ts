/** What one batch may be; part of the contract with e-journals. */
export const LIMITS = {
  /** So many rows are answered while the sender waits; more are worked off in the background. */
  rowsAtOnce: 20_000,
  /** A body of JSON, which is held in memory whole. NDJSON has no such limit. */
  jsonBytes: 8 * 1_048_576,
  /** A piece of a large batch: what is worked off in one transaction. */
  partBytes: 4 * 1_048_576,
  lineBytes: 65_536,
  rows: 2_000_000,
  /** So many answers stand in one answer to a request; the rest is asked for page by page. */
  answers: 1_000,
} as const;
