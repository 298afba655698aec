import { addDays, daysBetween, type IsoDate, isoDate } from '#kernel/iso-date.js';
import type { PersonCode } from '#kernel/person-code.js';
import type { LastingPlace } from '#modules/territories/public.js';
import type { Sex } from './made-up-names.js';
import type { GuardianshipKind, ProtectionKind } from './kinds.js';

/** A resident nobody is, with the whole history a register keeps. Periods are half-open. */
export interface MadeUpPerson {
  readonly id: string;
  readonly bornOn: IsoDate;
  readonly sex: Sex;
  readonly diedOn: IsoDate | null;
  readonly names: readonly (Span & { readonly given: string; readonly family: string })[];
  readonly codes: readonly (Span & { readonly code: PersonCode })[];
  readonly addresses: readonly (Span & { readonly atvk: string; readonly part: string; readonly street: string })[];
  readonly guardians: readonly (Span & { readonly kind: GuardianshipKind; readonly guardianId: string | null; readonly place: string; readonly basis: string })[];
  readonly protection: ProtectionKind | null;
}

/** What is kept of a person over time, besides protection. */
export type Facts = Pick<MadeUpPerson, 'names' | 'codes' | 'addresses' | 'guardians' | 'diedOn'>;

export interface Span {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** Where made-up people live, with how many of all do. */
export interface MadeUpPlace extends LastingPlace {
  readonly weight: number;
}

export interface MadeUpSettings {
  readonly seed: number;
  readonly residents: number;
  /** The day as of which ages are plausible; nothing in the data is later. */
  readonly asOf: IsoDate;
  readonly places: readonly MadeUpPlace[];
}

const FIRST = isoDate('1900-01-01');
const known: IsoDate[] = [];

/** Days as whole numbers since 1900, for quick reckoning over millions of people. */
export const dayNumber = (day: IsoDate): number => daysBetween(FIRST, day);
export const isoDay = (number: number): IsoDate => (known[number] ??= addDays(FIRST, number));
