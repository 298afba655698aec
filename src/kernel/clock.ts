import { type IsoDate, isoDate } from './day.js';

/** The zone of every legal day and deadline. */
export const ZONE = 'Europe/Riga';

/** The only source of time: passed in, never read. */
export interface Clock {
  now(): Date;
  /** Today's calendar day in Riga. */
  today(): IsoDate;
}

/** The machine's clock, moved by `shiftMs` (the `NOW` setting, refused in production). */
export function systemClock(shiftMs = 0): Clock {
  const now = () => new Date(Date.now() + shiftMs);
  return { now, today: () => dayInRiga(now()) };
}

/** A clock that stands still, for tests and rehearsals. */
export function fixedClock(at: string): Clock {
  const moment = new Date(at);
  return { now: () => new Date(moment), today: () => dayInRiga(moment) };
}

/** The calendar day that an instant falls on in Riga. */
export const dayInRiga = (at: Date): IsoDate => isoDate(shownInRiga(at).slice(0, 10));

/** The time that Riga's clocks show at an instant, as `HH:MM`. */
export const timeInRiga = (at: Date): string => shownInRiga(at).slice(11, 16);

/** Adding the offset is fifty times cheaper than asking `Intl` at each of the many instants of a page. */
const shownInRiga = (at: Date): string => new Date(at.getTime() + rigaOffset(at)).toISOString();

/** How far Riga's clocks are ahead of UTC at an instant, in milliseconds (two or three hours). */
export function rigaOffset(at: Date): number {
  const hour = Math.floor(at.getTime() / HOUR_MS);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const offset = offsetOfHour(hour);
  if (offsets.size === MOST_HOURS) offsets.clear();
  offsets.set(hour, offset);
  return offset;
}

/** The instant at which Riga's clocks show this day and time (`HH:MM:SS`); never found by adding days of 24 hours. */
export function instantInRiga(day: IsoDate, time = '00:00:00'): Date {
  const shown = Date.parse(`${day}T${time}Z`);
  const near = shown - rigaOffset(new Date(shown));
  return new Date(shown - rigaOffset(new Date(near)));
}

const HOUR_MS = 3_600_000;
/** Clocks change at full hours, and instants that are asked for mostly share a few. */
const offsets = new Map<number, number>();
const MOST_HOURS = 1_000;

const rigaTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
});

function offsetOfHour(hour: number): number {
  const shown = Object.fromEntries(rigaTime.formatToParts(hour * HOUR_MS).map(({ type, value }) => [type, value]));
  return Date.parse(`${shown.year}-${shown.month}-${shown.day}T${shown.hour}:${shown.minute}:${shown.second}Z`) - hour * HOUR_MS;
}
