import type { IsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';

/** How a record came: written by a person here, sent by an e-journal's program, or in a file that a person brought. */
export const CHANNELS = ['manual', 'service', 'file'] as const;
export type Channel = (typeof CHANNELS)[number];

export const STATES = ['draft', 'confirmed', 'withdrawn'] as const;

/** What every record says, whatever it is of. */
interface RecordOf {
  /** The caller's own number of the record; answers name it. */
  readonly row: number;
  readonly personId: string;
  /** The membership that held in the institution on the record's day. */
  readonly membershipId: string;
  readonly classId: string | null;
  readonly period: string;
  /** The sender's identifier. */
  readonly sourceRecord?: string | undefined;
  /** Why, where this is a correction; else the reason of the whole taking. */
  readonly reason?: string | undefined;
}

interface Assessed extends RecordOf {
  readonly scale: string;
  readonly value: string;
  readonly decidedOn?: IsoDate | null | undefined;
}

export interface MarkRecord extends Assessed {
  readonly subjectId: number;
  readonly courseId?: number | null | undefined;
  /** Which foreign language, where the subject does not say. */
  readonly language?: string | null | undefined;
}

export interface OutcomeRecord extends Assessed {
  readonly outcomeId: number;
}

export interface AbsenceRecord extends RecordOf {
  readonly justifiedLessons: number;
  readonly unjustifiedLessons: number;
  readonly unjustifiedDays?: number | null | undefined;
  readonly reasonGroup?: string | undefined;
}

/** Records of one kind. */
export type Records =
  | { readonly kind: 'mark'; readonly records: readonly MarkRecord[] }
  | { readonly kind: 'outcome'; readonly records: readonly OutcomeRecord[] }
  | { readonly kind: 'absence'; readonly records: readonly AbsenceRecord[] };
export type RecordKind = Records['kind'];

/** Reasons of corrections that nobody words; others are words of a person and are shown as they are. */
export const CORRECTION_REASONS: ReadonlyMap<string, Text> = new Map([
  ['resent', { lv: 'E-žurnāls atsūtīja citu vērtību.', en: 'The e-journal sent another value.' }],
  ['entered-again', { lv: 'Skolā ievadīta cita vērtība.', en: 'Another value was entered at the school.' }],
  ['uploaded-again', { lv: 'Jaunākā failā ir cita vērtība.', en: 'A newer file has another value.' }],
  ['taken-back', { lv: 'E-žurnāls ierakstu atsauca.', en: 'The e-journal took the record back.' }],
]);
