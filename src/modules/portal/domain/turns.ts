/** How many are let in each second, and how many at once after a quiet while. */
export interface Pace {
  readonly perSecond: number;
  readonly atOnce: number;
}

/** When the one who asks is let in (milliseconds), and from when on the next one would be. */
export interface Turn {
  readonly turnAt: number;
  readonly nextFree: number;
}

/**
 * The next turn: a token bucket that gives tokens out ahead of time (the generic cell rate algorithm, ITU-T I.371). Whoever finds the
 * bucket empty is given the token that comes next, and nobody who asks later is let in earlier.
 */
export function nextTurn(nextFree: number, now: number, { perSecond, atOnce }: Pace): Turn {
  const gap = 1000 / perSecond;
  const slot = Math.max(nextFree, now);
  return { turnAt: Math.max(now, slot - gap * (atOnce - 1)), nextFree: slot + gap };
}

/** How many stand before someone whose turn comes then. */
export const placesBefore = (turnAt: number, now: number, { perSecond }: Pace): number => Math.max(0, Math.ceil(((turnAt - now) * perSecond) / 1000) - 1);
