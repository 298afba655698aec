import type { VNode } from 'preact';
import { fill, type Text } from '#kernel/text.js';
import { type DayLook, YearCalendar } from '#ui/chart/year-calendar.js';
import { counted } from '#ui/format.js';
import type { View } from '#web/view.js';
import type { ShownCalendar, ShownDay } from '../../actions/show-calendar.js';
import { SpecialDays } from './special-days.js';
import { WORDS } from './words.js';

/** Twelve months with what each day is, and the special ones in a table with what makes them so. */
export const DrawnYear = ({ view, shown }: { view: View; shown: ShownCalendar }): VNode => (
  <YearCalendar
    lang={view.lang}
    title={fill(WORDS.drawn, { year: shown.year, days: counted(shown.workingDays, WORKING_DAYS, view.lang) })}
    asText={<SpecialDays view={view} shown={shown} />}
    today={view.today}
    months={shown.months.map(({ days, workingDays }) => ({ note: counted(workingDays, WORKING_DAYS, view.lang), days: days.map(cellOf) }))}
    legend={[
      { look: 'holiday', label: WORDS.holiday },
      { look: 'weekend', label: WORDS.weekend },
      { look: 'moved-off', label: WORDS.movedOff },
      { look: 'moved-on', label: WORDS.movedOn },
      { look: 'short', label: WORDS.short },
    ]}
  />
);

const cellOf = (one: ShownDay) => {
  const look = lookOf(one);
  return { day: one.day, look, words: look === 'holiday' ? (one.why ?? WORDS.holiday) : OWN_WORDS[look] };
};

/** An order is named in the table of moved days, a weekend needs no words. */
const OWN_WORDS: Readonly<Partial<Record<DayLook, Text>>> = { 'moved-off': WORDS.movedOff, 'moved-on': WORDS.movedOn, short: WORDS.short };

function lookOf({ working, short, isHoliday, recorded }: ShownDay): DayLook {
  if (recorded?.kind === 'moved_off') return 'moved-off';
  if (recorded?.kind === 'moved_on') return 'moved-on';
  if (working) return short ? 'short' : 'plain';
  return isHoliday ? 'holiday' : 'weekend';
}

const WORKING_DAYS = { lv: ['darba diena', 'darba dienas'], en: ['working day', 'working days'] } as const;
