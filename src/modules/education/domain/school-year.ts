import type { IsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';

/** A school year (mācību gads), named by the calendar year in which it starts: 2025 is 2025/2026. */
export interface SchoolYear {
  readonly year: number;
  readonly startsOn: IsoDate;
  readonly firstSemesterEndsOn: IsoDate;
  readonly secondSemesterStartsOn: IsoDate;
  readonly source: string;
  readonly verified: boolean;
}

/** The last school day of a grade. */
export interface YearEnd {
  readonly year: number;
  readonly grade: number;
  readonly endsOn: IsoDate;
  readonly source: string;
  readonly verified: boolean;
}

export const SEASONS = ['autumn', 'winter', 'spring'] as const;
export type Season = (typeof SEASONS)[number];

/** School holidays (brīvlaiks) within the year, first and last day. */
export interface SchoolBreak {
  readonly year: number;
  readonly season: Season;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly source: string;
  readonly verified: boolean;
}

export const GRADES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** `2025./2026.` and `2025/2026`. */
export const yearName = (year: number): Text => ({ lv: `${year}./${year + 1}.`, en: `${year}/${year + 1}` });

/** The school year that a day belongs to: the last one begun by then; undefined before the first. A summer day is of the year that ended. */
export const yearOn = <Year extends Pick<SchoolYear, 'year' | 'startsOn'>>(years: readonly Year[], day: IsoDate): Year | undefined =>
  years.filter((one) => one.startsOn <= day).reduce<Year | undefined>((latest, one) => (latest && latest.startsOn > one.startsOn ? latest : one), undefined);

/** Grades in ranges that end on the same day, in the order of their ends: `1–8, 10–11`. */
export function gradesByEnd<End extends Pick<YearEnd, 'grade' | 'endsOn'>>(ends: readonly End[]): { readonly endsOn: IsoDate; readonly grades: readonly number[]; readonly rows: readonly End[] }[] {
  const days = [...new Set(ends.map(({ endsOn }) => endsOn))].sort();
  return days.map((endsOn) => {
    const rows = ends.filter((one) => one.endsOn === endsOn).sort((a, b) => a.grade - b.grade);
    return { endsOn, grades: rows.map(({ grade }) => grade), rows };
  });
}

/** Grades as people write them: 1, 2, 3, 5 → `1–3, 5`. They come in order. */
export function gradeWords(grades: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const grade of grades) {
    const last = ranges.at(-1);
    if (last && last[1] === grade - 1) last[1] = grade;
    else ranges.push([grade, grade]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
