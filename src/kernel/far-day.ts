import { invalid } from './errors.js';
import { type IsoDate, isoDate, readableDay, yearOf } from './iso-date.js';
import { fill, type Text } from './text.js';

/** Acts say beforehand what will be, but hardly for later than this; a day beyond it is a slip of the hand, such as 2199 for 2019. */
const YEARS_AHEAD = 10;
/** Nobody is known to have lived longer than 122 years. */
const LONGEST_LIFE = 125;

/** The last day for which registers record anything. */
const lastDayAhead = (today: IsoDate): IsoDate => isoDate(`${yearOf(today) + YEARS_AHEAD}-12-31`);

/** @throws InvalidInput at `field` for a day so far ahead that it cannot be meant; no day is none too far. */
export function refuseFarAhead(field: string, day: IsoDate | null | undefined, today: IsoDate): void {
  const last = lastDayAhead(today);
  if (day && day > last) throw invalid(field, fill(FAR_AHEAD, { last: readableDay(last) }));
}

/** @throws InvalidInput at `field` for a birth so long ago that nobody lives since. */
export function refuseBirthLongAgo(field: string, day: IsoDate, today: IsoDate): void {
  if (yearOf(day) < yearOf(today) - LONGEST_LIFE) throw invalid(field, fill(LONG_AGO, { years: LONGEST_LIFE }));
}

const FAR_AHEAD: Text = { lv: 'Vēlākā diena, ko var ierakstīt, ir {last} Pārbaudiet gadu.', en: 'The latest day that can be recorded is {last} Check the year.' };
const LONG_AGO: Text = { lv: 'Diena ir vairāk nekā {years} gadus sena. Pārbaudiet gadu.', en: 'The day is more than {years} years ago. Check the year.' };
