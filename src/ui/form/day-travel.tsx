import type { VNode } from 'preact';
import { addDays, type IsoDate, readableDay } from '#kernel/iso-date.js';
import type { Lang } from '#kernel/text.js';
import { type Words, wordsIn } from '../words.js';
import { Button } from './button.js';
import { DateField } from './date-field.js';
import { HiddenFields } from './form.js';

export interface DayTravelProps {
  readonly lang: Lang;
  /** The day's name in the address. */
  readonly name: string;
  readonly day: IsoDate;
  /** The same page on another day. */
  readonly href: (day: IsoDate) => string;
  readonly min?: IsoDate | undefined;
  readonly max?: IsoDate | undefined;
  /** Days worth stopping at, earliest first. */
  readonly stops: readonly { readonly day: IsoDate; readonly label: Words }[];
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** Id of the `LiveResults` that the `day-travel` script replaces instead of loading the whole page. */
  readonly live?: string | undefined;
}

/** Moves a page through time: a day back or on, to a stop, or to any date. */
export const DayTravel = ({ lang, name, day, href, min, max, stops, hidden = {}, live }: DayTravelProps): VNode => (
  <section class="day-travel" aria-label={TIME[lang]} data-live={live}>
    <ol class="day-stops">
      {stops.map((stop) => (
        <li key={stop.day}>
          <a href={href(stop.day)} aria-current={stop.day === day ? 'date' : undefined}>
            <span class="day-stop-day">{readableDay(stop.day)}</span>{' '}
            <span class="day-stop-label">{wordsIn(lang, stop.label)}</span>
          </a>
        </li>
      ))}
    </ol>
    <form class="day-form" method="get">
      <HiddenFields values={hidden} />
      <DateField lang={lang} name={name} label={DAY} value={day} min={min} max={max} />
      <Button variant="secondary">{SHOW[lang]}</Button>
      <p class="day-steps">
        {(min === undefined || day > min) && <Step lang={lang} to={addDays(day, -1)} words={BEFORE} href={href} />}
        {(max === undefined || day < max) && <Step lang={lang} to={addDays(day, 1)} words={AFTER} href={href} />}
      </p>
    </form>
  </section>
);

const Step = ({ lang, to, words, href }: { lang: Lang; to: IsoDate; words: Words; href: DayTravelProps['href'] }): VNode => (
  <a href={href(to)} title={readableDay(to)}>
    {wordsIn(lang, words)}
  </a>
);

const TIME = { lv: 'Laiks', en: 'Time' };
const DAY = { lv: 'Diena', en: 'Day' };
const SHOW = { lv: 'Rādīt', en: 'Show' };
const BEFORE = { lv: '← dienu atpakaļ', en: '← a day back' };
const AFTER = { lv: 'dienu uz priekšu →', en: 'a day on →' };
