import { addDays, daysBetween, type IsoDate, isoDate } from '#kernel/iso-date.js';
import type { PersonCode } from '#kernel/person-code.js';
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

interface Span {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** A municipality of 2009, or one parish of it where a reform split it, with its codes in the editions since. */
export interface MadeUpPlace {
  readonly atvk: string;
  /** Named only in units that were split. */
  readonly part: string;
  readonly weight: number;
  /** The code from each day on, oldest first. */
  readonly codes: readonly { readonly from: IsoDate; readonly atvk: string }[];
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
