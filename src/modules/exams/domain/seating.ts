export interface Room {
  readonly id: string;
  readonly name: string;
  readonly seats: number;
}

export interface Seat {
  readonly entryId: string;
  readonly roomId: string;
  readonly seat: number;
}

interface Sitter {
  readonly entryId: string;
  /** With another measure than more time: sits apart from the others. */
  readonly apart: boolean;
}

/**
 * Where everybody sits: those who need a room apart in the last one, the others in the given order, room after room. Which room is the last follows
 * from the order in which rooms were named.
 * @returns null where there are fewer seats than people
 */
export function seatAll(rooms: readonly Room[], sitters: readonly Sitter[]): readonly Seat[] | null {
  const apart = sitters.filter((one) => one.apart);
  const others = sitters.filter((one) => !one.apart);
  const own = apart.length > 0 && rooms.length > 1 ? rooms.slice(-1) : [];
  const shared = own.length > 0 ? rooms.slice(0, -1) : rooms;
  const free = (of: readonly Room[]) => of.flatMap(({ id, seats }) => Array.from({ length: seats }, (_, at) => ({ roomId: id, seat: at + 1 })));
  const [forApart, forOthers] = own.length > 0 ? [free(own), free(shared)] : [[], free(rooms)];
  const queue = own.length > 0 ? others : [...others, ...apart];
  if (forApart.length < (own.length > 0 ? apart.length : 0) || forOthers.length < queue.length) return null;
  return [
    ...queue.map(({ entryId }, at) => ({ entryId, ...forOthers[at]! })),
    ...(own.length > 0 ? apart.map(({ entryId }, at) => ({ entryId, ...forApart[at]! })) : []),
  ];
}
