import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { IsoDateInput } from '#kernel/iso-date.js';

/** The act or page that something follows from. */
export const LegalBasis = z.string().trim().min(1, { abort: true }).min(3).max(500);
/** A box of a form (`yes`, or nothing), or a yes or no of a machine. */
export const Checked = z.preprocess((raw) => (raw === 'yes' ? true : raw === undefined || raw === '' || raw === 'no' ? false : raw), z.boolean());
export const DayOrNull = emptyAsNull(IsoDateInput);
export const Year = z.coerce.number().int().min(1990).max(2199);
export const Grade = z.coerce.number().int().min(1).max(12);
