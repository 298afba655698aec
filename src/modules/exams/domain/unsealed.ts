/** How many certificates are due and not sealed: drafted only, drafted under a name that cannot be printed, and not even drafted. */
export interface Unsealed {
  readonly due: number;
  readonly missing: number;
  readonly drafted: number;
  readonly unfit: number;
  readonly none: number;
}

/** What is not sealed of these events together. */
export function unsealedAmong(events: readonly { readonly eventId: string }[], certificates: ReadonlyMap<string, Unsealed>): Unsealed {
  const own = events.flatMap(({ eventId }) => certificates.get(eventId) ?? []);
  const sum = (of: keyof Unsealed) => own.reduce((all, one) => all + one[of], 0);
  return { due: sum('due'), missing: sum('missing'), drafted: sum('drafted'), unfit: sum('unfit'), none: sum('none') };
}
