/** One thing that a batch carries: marks of subjects, assessed learning outcomes, or totals of absences. */
export const KINDS = ['mark', 'outcome', 'absence'] as const;
export type Kind = (typeof KINDS)[number];

/**
 * A row as it arrives, whatever it came in (JSON, OneRoster, a spreadsheet, a grid): words as the sender wrote them, nothing looked up
 * yet. What a kind does not need is absent.
 */
export interface ArrivingRow {
  /** The sender's own identifier of the record; repeated back, and the key of the parcel's way. */
  readonly record?: string | undefined;
  /** Personal code with or without a hyphen, or the number the institution gave to who has none. */
  readonly pupil: string;
  /** Only compared, never used to find someone. */
  readonly familyName?: string | undefined;
  /** Title of the class as the journal has it; checked against the register where given. */
  readonly class?: string | undefined;
  /** Numeric identifier of the classifier. Goes before the name. */
  readonly subjectId?: number | undefined;
  readonly subject?: string | undefined;
  /** Code of a learning outcome. */
  readonly outcome?: string | undefined;
  /** S1, S2, YEAR, EXAM, POST, FINAL; for absences also M01 to M12. */
  readonly period: string;
  /** 1..10, S T A P, i ni, 0..100, nv, atb, as the scale allows. */
  readonly value?: string | undefined;
  /** Which foreign language, where the subject does not say (ISO 639-1). */
  readonly language?: string | undefined;
  /** Day of the decision, yyyy-mm-dd. Without one the membership on the last day of the period counts. */
  readonly decidedOn?: string | undefined;
  readonly justifiedLessons?: number | undefined;
  readonly unjustifiedLessons?: number | undefined;
  readonly unjustifiedDays?: number | undefined;
  readonly reasonGroup?: string | undefined;
  /** Why an earlier value of the same record is corrected; needed once corrections are closed to plain resending. */
  readonly correctionReason?: string | undefined;
}

/** What a whole batch says once. */
export interface BatchHead {
  readonly institutionId: string;
  /** The school year by the calendar year in which it starts. */
  readonly year: number;
  readonly kind: Kind;
}
