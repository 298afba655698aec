import type { VNode } from 'preact';
import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { holdsOn, type Period, readablePeriod } from '#kernel/period.js';
import type { Lang } from '#kernel/text.js';
import type { Children } from './words.js';

/** Something that held for a period, or that happened on a day. */
export interface TimelineEntry {
  readonly period?: Period | undefined;
  readonly day?: IsoDate | undefined;
  readonly title: Children;
  readonly children?: Children;
}

/** What was when, in the order given; what holds on the shown day stands out. */
export const Timeline = ({ lang, on, entries }: { lang: Lang; on: IsoDate; entries: readonly TimelineEntry[] }): VNode => (
  <ol class="timeline">
    {entries.map(({ period, day, title, children }, index) => {
      const now = period !== undefined && holdsOn(period, on);
      return (
        <li key={index} class={now ? 'timeline-now' : undefined}>
          <p class="timeline-when">
            {period ? readablePeriod(period, lang) : day && readableDay(day)}
            {now && <span class="visually-hidden">{` (${HOLDS[lang]} ${readableDay(on)})`}</span>}
          </p>
          <div>
            <p class="timeline-title">{title}</p>
            {children}
          </div>
        </li>
      );
    })}
  </ol>
);

const HOLDS = { lv: 'spēkā', en: 'holds on' };
