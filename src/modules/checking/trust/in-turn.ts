let last: Promise<unknown> = Promise.resolve();

/** One check after the other: unpacked files stand whole in memory, and anybody may hand one in. */
export function inTurn<Found>(check: () => Promise<Found>): Promise<Found> {
  const found = last.then(check);
  last = found.catch(() => undefined);
  return found;
}
