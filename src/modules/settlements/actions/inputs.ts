import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid } from '#kernel/errors.js';
import { type IsoDate, yearOf } from '#kernel/iso-date.js';
import { TOO_FAR_YEAR } from '../texts.js';

/** A calendar year; this one where none is said. */
export const YearInput = emptyAsNull(z.coerce.number().int());

/** @throws InvalidInput at `year` for what no cost sheet can be of */
export function yearWanted(year: number | null, today: IsoDate): number {
  const wanted = year ?? yearOf(today);
  if (wanted < 2010 || wanted > yearOf(today) + 1) throw invalid('year', TOO_FAR_YEAR);
  return wanted;
}
