/** Two keys, so that one lost or broken does not close the last door. */
export const LEAST_KEYS = 2;

/** A quarter at its longest. */
const QUARTER_MS = 92 * 86_400_000;

/** Whether a sealed account is to be tried again, by when it was last; one that never was is. */
export const isTestDue = (testedAt: Date | null, now: Date): boolean => testedAt === null || now.getTime() - testedAt.getTime() > QUARTER_MS;
