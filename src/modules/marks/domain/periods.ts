import { addDays, type IsoDate, isoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import type { RecordKind } from './record.js';

/** A mark of a subject (grades 4 to 12), an assessed learning outcome (grades 1 to 3), or totals of absences. */
export type Kind = RecordKind;

export const MARK_PERIODS = ['S1', 'S2', 'YEAR', 'EXAM', 'POST', 'FINAL'] as const;
export const OUTCOME_PERIODS = ['S1', 'S2', 'YEAR'] as const;
/** Months in the order of a school year. */
export const MONTHS = ['M09', 'M10', 'M11', 'M12', 'M01', 'M02', 'M03', 'M04', 'M05', 'M06', 'M07', 'M08'] as const;
export const ABSENCE_PERIODS = [...MONTHS, 'S1', 'S2', 'YEAR'] as const;
export type Period = (typeof MARK_PERIODS)[number] | (typeof ABSENCE_PERIODS)[number];

export const PERIODS_OF = { mark: MARK_PERIODS, outcome: OUTCOME_PERIODS, absence: ABSENCE_PERIODS } as const satisfies Record<RecordKind, readonly Period[]>;

/** Which deadline of the education register a record falls under. Examinations and final marks wait for no window of their own. */
export const matterOf = (kind: RecordKind, period: Period): 'S1' | 'S2' | 'YEAR' | 'POST' | 'ABSENCE' | null => {
  if (kind === 'absence') return 'ABSENCE';
  return period === 'S1' || period === 'S2' || period === 'YEAR' || period === 'POST' ? period : null;
};

export const isMonth = (period: Period): boolean => /^M\d\d$/.test(period);

/** First day of a month's period in a school year; a school year begins with September. */
export function monthStart(year: number, period: Period): IsoDate {
  const month = Number(period.slice(1));
  return isoDate(`${month >= 9 ? year : year + 1}-${period.slice(1)}-01`);
}

/** Last day of a month's period. */
export const monthEnd = (year: number, period: Period): IsoDate => {
  const next = MONTHS[(MONTHS.indexOf(period as (typeof MONTHS)[number]) + 1) % MONTHS.length]!;
  return addDays(monthStart(period === 'M08' ? year + 1 : year, next), -1);
};

/** The day before which nobody can have been absent in a period: the first of its first month. */
export const absencesFrom = (year: number, period: Period): IsoDate => monthStart(year, isMonth(period) ? period : monthsOf(period)[0]!);

/** The months that a semester or a year is the sum of; June to August are of the year alone. */
export const monthsOf = (period: Period): readonly Period[] =>
  period === 'S1' ? MONTHS.slice(0, 4) : period === 'S2' ? MONTHS.slice(4, 9) : period === 'YEAR' ? MONTHS : [];

const NAMES: Readonly<Record<string, Text>> = {
  S1: { lv: '1. semestris', en: 'Semester 1' },
  S2: { lv: '2. semestris', en: 'Semester 2' },
  YEAR: { lv: 'Gads', en: 'Year' },
  EXAM: { lv: 'Valsts pārbaudījums', en: 'State examination' },
  POST: { lv: 'Pēcpārbaudījums', en: 'Post-examination' },
  FINAL: { lv: 'Gala vērtējums', en: 'Final mark' },
};
const MONTH_NAMES: readonly Text[] = [
  { lv: 'Janvāris', en: 'January' }, { lv: 'Februāris', en: 'February' }, { lv: 'Marts', en: 'March' }, { lv: 'Aprīlis', en: 'April' },
  { lv: 'Maijs', en: 'May' }, { lv: 'Jūnijs', en: 'June' }, { lv: 'Jūlijs', en: 'July' }, { lv: 'Augusts', en: 'August' },
  { lv: 'Septembris', en: 'September' }, { lv: 'Oktobris', en: 'October' }, { lv: 'Novembris', en: 'November' }, { lv: 'Decembris', en: 'December' },
];

export const periodName = (period: string): Text => NAMES[period] ?? MONTH_NAMES[Number(period.slice(1)) - 1] ?? { lv: period, en: period };

export const isPeriodOf = (kind: RecordKind, period: string): period is Period => (PERIODS_OF[kind] as readonly string[]).includes(period);
