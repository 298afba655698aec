import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';

/** What is due: marks of a semester or the year, post-examinations, absences, documents, the list of children, the counts of September. */
export const MATTERS = ['S1', 'S2', 'YEAR', 'POST', 'ABSENCE', 'DOCUMENT', 'CHILDREN', 'COUNTS'] as const;
export type Matter = (typeof MATTERS)[number];

export const COUNTING_RULES = ['on a day', 'working days after the first semester ends', 'working days after the year ends', 'working days after the decision'] as const;
export type CountingRule = (typeof COUNTING_RULES)[number];

/** A deadline as it is kept: data with its law, for one school year and matter. */
export interface DeadlineRule {
  readonly year: number;
  readonly matter: Matter;
  readonly rule: CountingRule;
  /** Where the rule is a day. */
  readonly dueOn: IsoDate | null;
  /** Where working days are counted; the first day does not count. */
  readonly workingDays: number | null;
  /** From when entries are awaited. */
  readonly opensOn: IsoDate | null;
  /** Until when what was entered may be corrected without asking. */
  readonly correctionsUntil: IsoDate | null;
  readonly legalBasis: string;
  readonly verified: boolean;
}

/** The days from which deadlines are counted, as far as they are known. */
export interface CountedFrom {
  readonly firstSemesterEndsOn?: IsoDate | undefined;
  /** The last school day of the grade. */
  readonly gradeEndsOn?: IsoDate | undefined;
  /** The last school day of one class where it differs: it goes before that of the grade. */
  readonly classEndsOn?: IsoDate | null | undefined;
  /** The day of the decision to issue a document. */
  readonly decidedOn?: IsoDate | undefined;
}

/** A day found by counting working days, and how it was counted. Made from the platform's business calendar. */
export type CountWorkingDays = (start: IsoDate, workingDays: number) => { readonly day: IsoDate; readonly why: Text };

/** Until when something is due (through the end of the day), and why just then. */
export interface Due {
  readonly matter: Matter;
  readonly day: IsoDate;
  /** The day from which was counted; null where the day is fixed. */
  readonly countedFrom: IsoDate | null;
  readonly why: Text;
  readonly rule: DeadlineRule;
}

/** The due day by a rule; undefined where it counts from a day that is not known here (no grade, no decision yet). */
export function dueOf(rule: DeadlineRule, from: CountedFrom, count: CountWorkingDays): Due | undefined {
  const { matter, legalBasis } = rule;
  if (rule.dueOn) return { matter, day: rule.dueOn, countedFrom: null, why: both(fixedDay(rule.dueOn), { lv: '', en: '' }, legalBasis), rule };
  const start = startOf(rule.rule, from);
  if (!start || rule.workingDays === null) return undefined;
  const { day, why } = count(start.day, rule.workingDays);
  return { matter, day, countedFrom: start.day, why: both(start.words, why, legalBasis), rule };
}

/** Whether an entry made on a day came too late. */
export const isLate = (due: Pick<Due, 'day'>, enteredOn: IsoDate): boolean => enteredOn > due.day;

function startOf(rule: CountingRule, { firstSemesterEndsOn, gradeEndsOn, classEndsOn, decidedOn }: CountedFrom): { day: IsoDate; words: Text } | undefined {
  switch (rule) {
    case 'on a day':
      return undefined;
    case 'working days after the first semester ends':
      return firstSemesterEndsOn && { day: firstSemesterEndsOn, words: said('1. semestris beidzas', 'Semester 1 ends on', firstSemesterEndsOn) };
    case 'working days after the year ends':
      if (classEndsOn) return { day: classEndsOn, words: said('Šai klasei mācību gads beidzas', 'The school year of this class ends on', classEndsOn) };
      return gradeEndsOn && { day: gradeEndsOn, words: said('Mācību gads šajā klasē beidzas', 'The school year of this grade ends on', gradeEndsOn) };
    case 'working days after the decision':
      return decidedOn && { day: decidedOn, words: said('Lēmums pieņemts', 'Decided on', decidedOn) };
  }
}

const said = (lv: string, en: string, day: IsoDate): Text => ({ lv: `${lv} ${readableDay(day)}`, en: `${en} ${readableDay(day)}` });
const fixedDay = (day: IsoDate): Text => ({ lv: `Noteikta diena ${readableDay(day)}`, en: `A fixed day, ${readableDay(day)}` });

const both = (start: Text, counted: Text, law: string): Text => ({
  lv: [start.lv, counted.lv, `Pamats: ${law}.`].filter(Boolean).join(' '),
  en: [start.en, counted.en, `Basis: ${law}.`].filter(Boolean).join(' '),
});
