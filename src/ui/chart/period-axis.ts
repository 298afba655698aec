import { daysBetween, type IsoDate, isoDate, yearOf } from '#kernel/iso-date.js';
import type { Period } from '#kernel/period.js';

/** A stretch of time as wide as a picture. */
export interface Span {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Where a day stands in the span: 0 at its start, 1 at its end, never outside. */
export const shareOfDay = ({ from, to }: Span, day: IsoDate): number => Math.min(1, Math.max(0, daysBetween(from, day) / Math.max(1, daysBetween(from, to))));

/** The part of the span that a period takes; null where it lies outside. */
export function partOfSpan(span: Span, period: Period): { readonly start: number; readonly width: number } | null {
  const start = shareOfDay(span, period.from);
  const width = (period.to === null ? 1 : shareOfDay(span, period.to)) - start;
  return width > 0 ? { start, width } : null;
}

const STEPS = [1, 2, 5, 10, 20, 50];

/** New Year's days to mark: at most six, at round steps of years. */
export function yearMarks(span: Span): { readonly year: number; readonly share: number }[] {
  const [first, last] = [yearOf(span.from), yearOf(span.to)];
  const step = STEPS.find((years) => (last - first) / years <= 6) ?? 100;
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return years
    .map((year) => ({ year, day: isoDate(`${year}-01-01`) }))
    .filter(({ year, day }) => year % step === 0 && day >= span.from && day <= span.to)
    .map(({ year, day }) => ({ year, share: shareOfDay(span, day) }));
}
