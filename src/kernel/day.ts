declare const brand: unique symbol;
/** A calendar day as `YYYY-MM-DD` (ISO 8601), without time or zone; compares correctly as text. */
export type IsoDate = string & { readonly [brand]: 'IsoDate' };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The words as a day, or null where they are none (wrong shape, 30 February, …). */
export function parseIsoDate(words: string): IsoDate | null {
  const parts = SHAPE.exec(words);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const utc = new Date(Date.UTC(year, month - 1, day));
  return utc.getUTCMonth() === month - 1 && utc.getUTCDate() === day && year >= 1800 ? (words as IsoDate) : null;
}

/** The words as a day. @throws Error where they are none; use only for what is known to be a day. */
export function isoDate(words: string): IsoDate {
  const day = parseIsoDate(words);
  if (!day) throw new Error(`"${words}" is not a calendar day (YYYY-MM-DD)`);
  return day;
}

const DAY_MS = 86_400_000;
const utcOf = (day: IsoDate) => Date.parse(`${day}T00:00:00Z`);

/** The day `days` later (earlier when negative). */
export const addDays = (day: IsoDate, days: number): IsoDate =>
  new Date(utcOf(day) + days * DAY_MS).toISOString().slice(0, 10) as IsoDate;

/** Days from `a` to `b`; positive when `b` is later. */
export const daysBetween = (a: IsoDate, b: IsoDate): number => Math.round((utcOf(b) - utcOf(a)) / DAY_MS);

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const weekday = (day: IsoDate): number => new Date(utcOf(day)).getUTCDay() || 7;

export const yearOf = (day: IsoDate): number => Number(day.slice(0, 4));

/** As people in Latvia read it: `21.11.2026.` */
export const readableDay = (day: IsoDate): string => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}.`;
