import type { VNode } from 'preact';
import { readableDay, weekday } from '#kernel/iso-date.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { ShownCalendar } from '../../actions/show-calendar.js';
import { Source } from './source.js';
import { WEEKDAYS, WORDS } from './words.js';

/** The days that stand out in a year, with what makes them so. */
export const SpecialDays = ({ view, shown }: { view: View; shown: ShownCalendar }): VNode => (
  <DataTable
    lang={view.lang}
    caption={WORDS.special}
    rows={shown.months.flatMap(({ days }) => days).filter(({ isHoliday, recorded }) => isHoliday || recorded)}
    rowKey={({ day }) => day}
    columns={[
      { key: 'day', header: WORDS.day, rowHeader: true, cell: ({ day }) => readableDay(day) },
      { key: 'weekday', header: WORDS.weekday, cell: ({ day }) => view.t(WEEKDAYS[weekday(day) - 1]!) },
      { key: 'what', header: WORDS.what, cell: ({ recorded, why }) => view.t(recorded ? RECORDED[recorded.kind] : why!) },
      { key: 'source', header: WORDS.source, cell: ({ recorded }) => (recorded ? <Source view={view} {...recorded} /> : view.t(WORDS.byLaw)) },
    ]}
  />
);

const RECORDED = { holiday: WORDS.holiday, moved_off: WORDS.movedOff, moved_on: WORDS.movedOn, short: WORDS.short, closed: WORDS.closed } as const;
