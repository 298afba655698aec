/** A change of one cell that the register has not answered yet. Cells are named by membership and column: nothing here names a person. */
export interface Waiting {
  readonly cell: string;
  readonly value: string;
  /** What stood there when the change was made: another value in the register is someone else's, and is not overwritten. */
  readonly seen: string;
  /** When that was seen, by the server's clock. */
  readonly seenAt: string;
  /** The person has seen another's value and decides against it. */
  readonly overrule?: boolean;
  /** An earlier value of the cell was sent and nothing came back: nobody knows what stands in the register. */
  readonly unsure?: boolean;
  /** The same change sent twice is taken once. */
  readonly key: string;
}

/** What waits to be sent, in the order of typing, and what is under way. */
export interface Outbox {
  readonly waiting: readonly Waiting[];
  readonly sent: readonly Waiting[];
}

export const EMPTY: Outbox = { waiting: [], sent: [] };

export const isEmpty = ({ waiting, sent }: Outbox): boolean => waiting.length === 0 && sent.length === 0;

/** Adds a change. One that still waits for the same cell gives way, and a cell surely put back to what was seen needs nothing. */
export function put(box: Outbox, change: Waiting): Outbox {
  const before = box.waiting.find(({ cell }) => cell === change.cell);
  const under = box.sent.find(({ cell }) => cell === change.cell);
  const seen = before?.seen ?? under?.value ?? change.seen;
  const rest = box.waiting.filter(({ cell }) => cell !== change.cell);
  const unsure = before?.unsure ?? false;
  return { ...box, waiting: change.value === seen && !change.overrule && !unsure ? rest : [...rest, { ...change, seen, unsure }] };
}

/** Gives up the change that waits for a cell; one that may have arrived already cannot be called back. */
export const drop = (box: Outbox, cell: string): Outbox => ({ ...box, waiting: box.waiting.filter((one) => one.cell !== cell || one.unsure) });

/** Takes up to `most` changes on their way; nothing while others are. */
export function send(box: Outbox, most: number): Outbox {
  if (box.sent.length > 0) return box;
  return { waiting: box.waiting.slice(most), sent: box.waiting.slice(0, most) };
}

/** The register has answered: what was sent is done with, whatever the answer to each. */
export const answered = (box: Outbox): Outbox => ({ ...box, sent: [] });

/** Nothing came back: what was sent waits again under its key, unless the cell was changed since. Either way it may have arrived. */
export function unanswered({ waiting, sent }: Outbox): Outbox {
  const again = sent.filter(({ cell }) => !waiting.some((one) => one.cell === cell));
  const since = waiting.map((one) => (sent.some(({ cell }) => cell === one.cell) ? { ...one, unsure: true } : one));
  return { waiting: [...again.map((one) => ({ ...one, unsure: true })), ...since], sent: [] };
}

/** What a browser keeps until the next visit; anything damaged is nothing. */
export function kept(words: string | null): Outbox {
  try {
    const read: unknown = JSON.parse(words ?? '[]');
    // Whether the page before had sent it is not known.
    return { waiting: Array.isArray(read) ? read.filter(isWaiting).map((one) => ({ ...one, unsure: true })) : [], sent: [] };
  } catch {
    return EMPTY;
  }
}

export const toKeep = ({ waiting, sent }: Outbox): string => JSON.stringify([...sent, ...waiting]);

const isWaiting = (one: unknown): one is Waiting => typeof one === 'object' && one !== null && ['cell', 'value', 'seen', 'seenAt', 'key'].every((name) => typeof (one as Record<string, unknown>)[name] === 'string');

/** How long to wait before trying again, in milliseconds: 1, 2, 4 … at most 30 seconds. */
export const pauseAfter = (failures: number): number => Math.min(30_000, 1000 * 2 ** Math.min(failures, 5));
