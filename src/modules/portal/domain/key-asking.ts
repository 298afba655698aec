const LONGEST_MS = 600_000;
const HELD_MS = 30_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;

export interface KeyAsked {
  /** Milliseconds to the instant as the server said; null where it named none. */
  readonly leftMs: number | null;
  /** Over how long requests are to be spread. */
  readonly spreadMs: number;
  /** How often in a row no answer came. */
  readonly failures: number;
  /** Anything from 0 up to 1. */
  readonly chance: number;
}

/** In how many milliseconds a device asks for the key again: just after the instant, each at another moment; never sooner, and ever less often while nobody answers. */
export function nextAsk({ leftMs, spreadMs, failures, chance }: KeyAsked): number {
  if (failures > 0) return Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS) * (0.5 + chance / 2);
  if (leftMs === null) return HELD_MS * (1 + chance);
  return Math.min(Math.max(leftMs, 0) + spreadMs * chance, LONGEST_MS);
}
