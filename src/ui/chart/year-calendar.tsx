import type { VNode } from 'preact';
import { type IsoDate, weekday } from '#kernel/iso-date.js';
import type { Lang } from '#kernel/text.js';
import { type Children, type Words, wordsIn } from '../words.js';
import { Figure } from './figure.js';

/** How a day stands out: free by the week, by holiday or by order; worked though it looks free; an hour shorter. */
export type DayLook = 'plain' | 'weekend' | 'holiday' | 'moved-off' | 'moved-on' | 'short';

export interface CalendarDayCell {
  readonly day: IsoDate;
  readonly look: DayLook;
  /** What the day is, said to those who do not see its look; also shown when pointed at. */
  readonly words?: Words | undefined;
}

export interface YearCalendarProps {
  readonly lang: Lang;
  readonly title: Words;
  /** Twelve months, each with all its days in order and a line below its name. */
  readonly months: readonly { readonly days: readonly CalendarDayCell[]; readonly note: string }[];
  readonly today: IsoDate;
  /** The days that stand out, with what else is to be told of them. */
  readonly asText?: Children | undefined;
  /** What each look means, in the order of the legend. */
  readonly legend: readonly { readonly look: DayLook; readonly label: Words }[];
}

/**
 * A year as twelve months of seven columns: tables, so that a reader of screens walks through them by week and weekday.
 * Below each month stand its holidays and moved days by name.
 */
export const YearCalendar = ({ lang, title, months, today, legend, asText }: YearCalendarProps): VNode => (
  <Figure lang={lang} title={title} asText={asText}>
    <ul class="legend">
      {legend.map(({ look, label }) => (
        <li key={look}>
          <span class={`day day-${look}`} aria-hidden="true">
            {SIGNS[look]}
          </span>
          {wordsIn(lang, label)}
        </li>
      ))}
    </ul>
    <div class="months">
      {months.map((month) => (
        <Month key={month.days[0]!.day} lang={lang} today={today} {...month} />
      ))}
    </div>
  </Figure>
);

const Month = ({ lang, days, note, today }: Pick<YearCalendarProps, 'lang' | 'today'> & YearCalendarProps['months'][number]): VNode => (
  <div>
    <table class="month">
      <caption>
        {monthName(days[0]!.day, lang)} <span class="hint">{note}</span>
      </caption>
      <thead>
        <tr>
          {WEEKDAYS[lang].map(([short, long]) => (
            <th key={short} scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week) => (
          <tr key={week.find((one) => one)!.day}>
            {week.map((one, at) => (
              <td key={at}>{one && <Day lang={lang} one={one} isToday={one.day === today} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    <Named lang={lang} days={days.filter(({ look, words }) => words && NAMED.includes(look))} />
  </div>
);

const NAMED: readonly DayLook[] = ['holiday', 'moved-off', 'moved-on'];

const Named = ({ lang, days }: { lang: Lang; days: readonly CalendarDayCell[] }): VNode | null =>
  days.length === 0 ? null : (
    <ul class="month-days">
      {days.map(({ day, words }) => (
        <li key={day}>
          {`${Number(day.slice(8))}. ${wordsIn(lang, words!)}`}
        </li>
      ))}
    </ul>
  );

const Day = ({ lang, one: { day, look, words }, isToday }: { lang: Lang; one: CalendarDayCell; isToday: boolean }): VNode => (
  <time class={`day day-${look}`} datetime={day} title={words && wordsIn(lang, words)} aria-current={isToday ? 'date' : undefined}>
    {Number(day.slice(8))}
    {SIGNS[look] && (
      <span class="day-sign" aria-hidden="true">
        {SIGNS[look]}
      </span>
    )}
    {words && <span class="visually-hidden"> {wordsIn(lang, words)}</span>}
  </time>
);

/** So that no look is told by colour alone. */
const SIGNS: Readonly<Record<DayLook, string>> = { plain: '', weekend: '', holiday: '★', 'moved-off': '−', 'moved-on': '+', short: '½' };

/** Rows of seven from Monday, with nothing where the neighbouring months lie. */
function weeksOf(days: readonly CalendarDayCell[]): (CalendarDayCell | null)[][] {
  const cells = [...Array.from<null>({ length: weekday(days[0]!.day) - 1 }).fill(null), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (__, at) => cells[week * 7 + at] ?? null));
}

const WEEKDAYS: Readonly<Record<Lang, readonly (readonly [short: string, long: string])[]>> = {
  lv: [['P', 'pirmdiena'], ['O', 'otrdiena'], ['T', 'trešdiena'], ['C', 'ceturtdiena'], ['Pk', 'piektdiena'], ['S', 'sestdiena'], ['Sv', 'svētdiena']],
  en: [['Mo', 'Monday'], ['Tu', 'Tuesday'], ['We', 'Wednesday'], ['Th', 'Thursday'], ['Fr', 'Friday'], ['Sa', 'Saturday'], ['Su', 'Sunday']],
};

function monthName(day: IsoDate, lang: Lang): string {
  const name = new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  return name.charAt(0).toUpperCase() + name.slice(1);
}
