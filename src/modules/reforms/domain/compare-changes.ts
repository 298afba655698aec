import type { ReformChange } from '#modules/territories/public.js';

/** A change with the register it was made in. */
export type RegisterChange = ReformChange & { readonly participant: string };

export interface Difference {
  readonly onlyForeseen: readonly RegisterChange[];
  readonly onlyHappened: readonly RegisterChange[];
}

/** How what happened differs from what was foreseen; both empty when it was right to the last row. Names are not compared: they are only shown. */
export function compareChanges(foreseen: readonly RegisterChange[], happened: readonly RegisterChange[]): Difference {
  const words = (change: RegisterChange) =>
    JSON.stringify([change.participant, change.kind, change.key, change.unitId, change.before, change.after, change.effect, change.count]);
  const before = new Map(foreseen.map((change) => [words(change), change]));
  const after = new Map(happened.map((change) => [words(change), change]));
  return {
    onlyForeseen: [...before].filter(([key]) => !after.has(key)).map(([, change]) => change),
    onlyHappened: [...after].filter(([key]) => !before.has(key)).map(([, change]) => change),
  };
}

export const differenceSize = (difference: Difference): number => difference.onlyForeseen.length + difference.onlyHappened.length;
