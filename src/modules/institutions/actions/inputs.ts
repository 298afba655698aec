import { z } from 'zod';
import { invalid } from '#kernel/errors.js';
import { type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { PersonCodeInput } from '#kernel/person-code.js';
import { parseLegalNumber } from '#kernel/registration-number.js';
import { fill } from '#kernel/text.js';
import { findUnitMeant, type UnitVersion } from '#modules/territories/public.js';
import type { Read } from '#platform/db/transaction.js';
import { FOUNDER_TYPES } from '../domain/words.js';
import { CHOOSE_UNIT, LEGAL_NUMBER_SHAPE, NAME_IN_LATIN_LETTERS, NAME_THE_FOUNDER, NO_SUCH_PART, NO_SUCH_UNIT } from '../texts.js';
import { listParts } from '../store/parts.js';

export const RegNr = z.string().trim().regex(/^\d{10}$/);
/** Lines and several spaces become one space, as a form would have it. */
const inOneLine = (words: string): string => words.replaceAll(/\s+/g, ' ');

/** At least three characters; an empty field is called missing, not short, and hides nothing that is wrong with the others, as `abort` would. */
const atLeastThree = (most: number) => z.string().trim().min(1).pipe(z.string().min(3).max(most));
/** A name is in the state language: not in letters of another alphabet, nor without any. */
export const Name = atLeastThree(300).overwrite(inOneLine).refine((name) => /\p{L}/u.test(name) && !/(?!\p{Script=Latin})\p{L}/u.test(name), { params: { sentence: NAME_IN_LATIN_LETTERS } });
export const Basis = atLeastThree(500);

const Words = z.string().trim().max(300).default('');

/** Number of an accreditation page, as it is printed. */
export const PageNr = z.string().trim().min(1).max(40);
export const placeName = z.string().trim().max(200);

/** The first day on which something no longer holds; left empty it goes on, and absent it stays as it was. */
export const OpenEnd = z.preprocess((raw) => (raw === '' ? null : raw), IsoDateInput.nullable().optional());

/** A box of a form, or a yes or no of a machine. */
export const Checked = z.preprocess((raw) => raw === true || raw === 'yes', z.boolean());

const contact = (shape: RegExp, otherwise: string) => z.string().trim().max(200).refine((words) => words === '' || shape.test(words), otherwise).default('');

/** How an institution is reached; each may be empty. */
export const contactFields = {
  phone: contact(/^\+?[\d\s()-]{5,30}(?:[,;]\s*\+?[\d\s()-]{5,30})*$/, 'not-a-phone'),
  email: contact(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'not-an-email'),
  website: contact(/^(?:https?:\/\/)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:[/:?#]\S*)?$/u, 'not-a-website'),
};

/** A form sends what was left empty as an empty word. */
const isBlank = (raw: unknown): boolean => typeof raw === 'string' && raw.trim() === '';

/** The personal code of who is meant. */
export const PersonCode = z.string().trim().min(1).pipe(PersonCodeInput);
/** The same in a correction: left empty, the person recorded is the right one. */
export const PersonCodeOrSame = z.preprocess((raw) => (isBlank(raw) ? undefined : raw), PersonCodeInput.optional());

const AddressCode = z.string().trim().regex(/^\d{9}$/).nullable();
/** The same in a correction: left empty there is none, and absent it stays as it was. */
export const AddressCodeOrSame = z.preprocess((raw) => (isBlank(raw) ? null : raw), AddressCode.optional());

/** Where something is: the unit's code as of the first day, the parish or town where known, the street line, and the address register's code. */
export const placeFields = {
  atvk: z.string().trim().regex(/^\d{7}$/),
  part: z.string().trim().max(100).overwrite(inOneLine).default(''),
  street: z.string().trim().min(1).max(200).overwrite(inOneLine),
  addressCode: z.preprocess((raw) => (raw === undefined || isBlank(raw) ? null : raw), AddressCode),
};

/** Who founds: a municipality by its code, anyone else by name and, where there is one, number. */
export const founderFields = { founderType: z.enum(FOUNDER_TYPES), founderAtvk: Words, founderName: Words, founderRegNr: Words };
export type FounderInput = z.infer<z.ZodObject<typeof founderFields>>;

/** A founder's fields among others: a founder that is not named is told at once with what else is wrong. */
export const withFounder = <Shape extends typeof founderFields>(input: z.ZodObject<Shape>) =>
  input
    .refine((fields) => of(fields, 'founderType') !== 'municipality' || of(fields, 'founderAtvk') !== '', { path: ['founderAtvk'], params: { sentence: CHOOSE_UNIT }, when: () => true })
    .refine((fields) => ['municipality', ''].includes(of(fields, 'founderType')) || of(fields, 'founderName') !== '', { path: ['founderName'], params: { sentence: NAME_THE_FOUNDER }, when: () => true });

/** A word of what was sent, whatever it was. */
function of(fields: unknown, name: string): string {
  const word = (fields as Readonly<Record<string, unknown>> | null)?.[name];
  return typeof word === 'string' ? word.trim() : '';
}

/** The unit as it was on a day, by a code of any of its versions; for days before the first map, on that map's day. @throws InvalidInput at `field`. */
export async function getUnitOn(tx: Read, field: string, atvk: string, day: IsoDate): Promise<UnitVersion> {
  if (atvk === '') throw invalid(field, CHOOSE_UNIT);
  const unit = await findUnitMeant(tx, atvk, day);
  if (!unit) throw invalid(field, NO_SUCH_UNIT);
  return unit;
}

/**
 * The place with the code that its unit bore on the day.
 * @throws InvalidInput for a unit that did not exist on the day, or a part that a divided unit does not have.
 */
export async function placeOn<Place extends { readonly atvk: string; readonly part: string }>(tx: Read, place: Place, day: IsoDate): Promise<Place> {
  const unit = await getUnitOn(tx, 'atvk', place.atvk, day);
  const parts = await listParts(tx, unit.atvk);
  if (place.part !== '' && parts.length > 0 && !parts.includes(place.part)) throw invalid('part', fill(NO_SUCH_PART, { unit: unit.name, parts: parts.join(', ') }));
  return { ...place, atvk: unit.atvk };
}

/** The columns of a founder's row from what was typed. @throws InvalidInput at the field that is missing or wrong. */
export async function founderColumns(tx: Read, { founderType, founderAtvk, founderName, founderRegNr }: FounderInput, day: IsoDate) {
  if (founderType === 'municipality') {
    const unit = await getUnitOn(tx, 'founderAtvk', founderAtvk, day);
    return { founderType, unitId: unit.unitId, founderName: '', founderRegNr: null };
  }
  if (founderName === '') throw invalid('founderName', NAME_THE_FOUNDER);
  return { founderType, unitId: null, founderName, founderRegNr: legalNumber('founderRegNr', founderRegNr) };
}

/** An 11-digit number as it is typed, or nothing. */
export const LegalNumberWords = z.string().trim().refine((words) => words === '' || parseLegalNumber(words) !== null, { params: { sentence: LEGAL_NUMBER_SHAPE } }).default('');

/** An 11-digit number, or null where none was typed. @throws InvalidInput at `field`. */
export function legalNumber(field: string, words: string): string | null {
  if (words === '') return null;
  const number = parseLegalNumber(words);
  if (!number) throw invalid(field, LEGAL_NUMBER_SHAPE);
  return number;
}
