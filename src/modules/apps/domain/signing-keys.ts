/** A signing key as far as its time is concerned. */
export interface KeyTime {
  readonly kid: string;
  readonly signsFrom: Date;
  /** When it was taken out of use at once, because it may have leaked. */
  readonly withdrawnAt: Date | null;
}

const DAY_MS = 86_400_000;

/** How long after its last signature a key stays published: longer than any token lives and than programs keep the published keys. */
const KEPT_MS = DAY_MS;

const inOrder = <K extends KeyTime>(keys: readonly K[]): K[] => keys.filter((key) => !key.withdrawnAt).sort((a, b) => b.signsFrom.getTime() - a.signsFrom.getTime());

/** The keys to publish, the one that signs first: it, those that are to sign next, and those whose tokens may still be about. */
export function publishedKeys<K extends KeyTime>(keys: readonly K[], now: Date): K[] {
  const ordered = inOrder(keys);
  const signing = ordered.find((key) => key.signsFrom <= now);
  if (!signing) return ordered;
  const rest = ordered.filter((key) => key !== signing && !isOver(key, ordered, now));
  return [signing, ...rest];
}

/** The keys nobody needs any more: their tokens have ended, or they were withdrawn long enough ago. */
export function overKeys<K extends KeyTime>(keys: readonly K[], now: Date): K[] {
  const ordered = inOrder(keys);
  return keys.filter((key) => (key.withdrawnAt ? now.getTime() - key.withdrawnAt.getTime() > KEPT_MS : isOver(key, ordered, now)));
}

/** `ordered` from the newest on; a key ends when the next one begins to sign. */
function isOver<K extends KeyTime>(key: K, ordered: readonly K[], now: Date): boolean {
  const next = ordered[ordered.indexOf(key) - 1];
  return next !== undefined && next.signsFrom.getTime() + KEPT_MS < now.getTime();
}

export interface KeyPace {
  readonly days: number;
  /** How many days before it signs a key is published. */
  readonly aheadDays: number;
}

/** From when the next key is to sign, if it is time to make one; at once where there is none yet. */
export function nextKeyFrom(keys: readonly KeyTime[], now: Date, { days, aheadDays }: KeyPace): Date | null {
  const newest = inOrder(keys)[0];
  if (!newest) return now;
  const due = newest.signsFrom.getTime() + days * DAY_MS;
  if (now.getTime() < due - aheadDays * DAY_MS) return null;
  return new Date(Math.max(due, now.getTime() + aheadDays * DAY_MS));
}
