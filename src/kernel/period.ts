import { addDays, type IsoDate, readableDay } from './iso-date.js';
import type { Lang } from './text.js';

/** Days from `from` up to but not including `to`; `to: null` is open. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

export const holdsOn = (period: Period, day: IsoDate): boolean => period.from <= day && (period.to === null || day < period.to);

export const overlap = (a: Period, b: Period): boolean => (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);

/** Whether every day of `inner` lies in `outer`. */
export const contains = (outer: Period, inner: Period): boolean =>
  outer.from <= inner.from && (outer.to === null || (inner.to !== null && inner.to <= outer.to));

/** The last day that counts, as people say it ("līdz 30. jūnijam"); null when open. */
export const lastDay = (period: Period): IsoDate | null => (period.to === null ? null : addDays(period.to, -1));

/** `01.07.2009.–30.06.2021.` or `no 01.07.2021.` / `from 01.07.2021.` */
export function readablePeriod(period: Period, lang: Lang): string {
  const last = lastDay(period);
  if (last) return `${readableDay(period.from)}–${readableDay(last)}`;
  return `${lang === 'lv' ? 'no' : 'from'} ${readableDay(period.from)}`;
}
