import { plainValue, type SchoolBook } from '#modules/education/public.js';
import { isPeriodOf, matterOf, type Window, windowOf } from '#modules/marks/public.js';
import type { Text } from '#kernel/text.js';
import type { Kind } from './arriving.js';
import { once } from './once.js';

/** The scale that holds for something, as a row's value is compared with it. */
export interface OnScale {
  readonly scale: string;
  /** The value as it is written, by what was sent in lower case. */
  readonly values: ReadonlyMap<string, string>;
}

/** What may be written, and when, asked once for each grade, subject and period. */
export interface AllowedValues {
  scaleOf(grade: number, subjectId: number, period: string): OnScale | null;
  /** Why a value cannot stand there. */
  why(grade: number, subjectId: number, period: string, value: string): Text | null;
  window(period: string): Window | null;
}

export function allowedValues({ scales, days }: SchoolBook, kind: Kind): AllowedValues {
  const known = new Map<string, OnScale | null>();
  const windows = new Map<string, Window | null>();
  const onScale = once((scale): OnScale => ({ scale, values: new Map(scales.valuesOf(scale).map(({ value }) => [plainValue(value), value])) }));
  const assessed = (grade: number, subjectId: number, period: string) => ({ year: days.year, grade, subjectId, period: period as 'S1', record: kind === 'outcome' ? 'outcome' : 'mark' }) as const;
  return {
    scaleOf(grade, subjectId, period) {
      const key = `${grade}|${subjectId}|${period}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const scale = scales.scaleOf(assessed(grade, subjectId, period));
      const found = scale === undefined ? null : onScale(scale);
      known.set(key, found);
      return found;
    },
    why(grade, subjectId, period, value) {
      const checked = scales.check(assessed(grade, subjectId, period), value);
      return checked.ok ? null : checked.why;
    },
    window(period) {
      const before = windows.get(period);
      if (before !== undefined) return before;
      const matter = isPeriodOf(kind, period) ? matterOf(kind, period) : null;
      const found = isPeriodOf(kind, period) ? windowOf(kind, period, days.year, matter ? days.rule(matter) : undefined) : null;
      windows.set(period, found);
      return found;
    },
  };
}
