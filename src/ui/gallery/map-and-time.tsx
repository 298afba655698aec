import type { VNode } from 'preact';
import { addDays, isoDate, weekday } from '#kernel/iso-date.js';
import { type Lang, same } from '#kernel/text.js';
import { MapSvg } from '../chart/map-svg.js';
import { DayTravel } from '../form/day-travel.js';
import { type CalendarDayCell, YearCalendar } from '../chart/year-calendar.js';
import { LiveResults } from '../form/live-results.js';

/** A drawing, not a map: how four municipalities lie along the Daugava. */
const AREAS = [
  { id: 'ikskile', name: 'Ikšķiles novads', path: 'M20 60 120 30 190 70 200 130 110 170 30 140Z', x: 110, y: 105, tone: 'series-1' },
  { id: 'ogre', name: 'Ogres novads', path: 'M190 70 330 20 480 60 470 150 330 160 200 130Z', x: 330, y: 95, tone: 'series-1' },
  { id: 'kegums', name: 'Ķeguma novads', path: 'M110 170 200 130 330 160 300 240 170 260Z', x: 220, y: 200, tone: 'series-1' },
  { id: 'lielvarde', name: 'Lielvārdes novads', path: 'M330 160 470 150 540 210 440 260 300 240Z', x: 415, y: 205, tone: 'series-1' },
  { id: 'kekava', name: 'Ķekavas novads', path: 'M30 140 110 170 170 260 90 290 10 240Z', x: 88, y: 225, tone: 'faded' },
  { id: 'aizkraukle', name: 'Aizkraukles novads', path: 'M480 60 620 50 690 150 650 240 540 210 470 150Z', x: 585, y: 140, tone: 'series-2' },
] as const;

const LOOKS: Readonly<Record<number, CalendarDayCell['look']>> = { 1: 'holiday', 2: 'moved-off', 17: 'moved-on' };
const JANUARY: readonly CalendarDayCell[] = Array.from({ length: 31 }, (_, at) => {
  const day = addDays(isoDate('2026-01-01'), at);
  return { day, look: LOOKS[at + 1] ?? (weekday(day) > 5 ? 'weekend' : 'plain') };
});

export const MapAndTime = ({ lang }: { lang: Lang }): VNode => (
  <>
    <DayTravel
      lang={lang}
      name="on"
      day={isoDate('2021-07-01')}
      href={(day) => `?on=${day}`}
      min={isoDate('2009-07-01')}
      stops={[
        { day: isoDate('2009-07-01'), label: { lv: '119 pašvaldības', en: '119 municipalities' } },
        { day: isoDate('2021-06-30'), label: { lv: 'pēdējā diena', en: 'the last day' } },
        { day: isoDate('2021-07-01'), label: { lv: '43 pašvaldības', en: '43 municipalities' } },
        { day: isoDate('2025-07-01'), label: { lv: '42 pašvaldības', en: '42 municipalities' } },
      ]}
      live="the-map"
    />
    <LiveResults id="the-map" count={lang === 'lv' ? '43 pašvaldības 01.07.2021.' : '43 municipalities on 01.07.2021.'}>
      <MapSvg
        lang={lang}
        title={{ lv: 'Pašvaldības gar Daugavu 01.07.2021. (zīmējums)', en: 'Municipalities along the Daugava on 01.07.2021. (a drawing)' }}
        viewBox="0 0 700 300"
        areas={AREAS.map(({ id, name, path, x, y, tone }) => ({ id, path, tone, title: same(name), href: `#${id}`, label: { x, y, text: same(name.replace(' novads', '')) } }))}
        lines={[{ path: 'M110 170 200 130 330 160 470 150', kind: 'approximate' }]}
        legend={[
          { tone: 'series-1', label: { lv: 'apvienoti Ogres novadā', en: 'merged into Ogre' } },
          { tone: 'series-2', label: { lv: 'apvienoti Aizkraukles novadā', en: 'merged into Aizkraukle' } },
          { tone: 'faded', label: { lv: 'nemainījās', en: 'unchanged' } },
        ]}
        note={{ lv: 'Pārtrauktā līnija ir aptuvena.', en: 'The dashed line is approximate.' }}
      />
    </LiveResults>
    <YearCalendar
      lang={lang}
      title={{ lv: 'Janvāra darba dienas', en: 'Working days of January' }}
      today={isoDate('2026-01-07')}
      months={[{ note: lang === 'lv' ? '21 darba diena' : '21 working days', days: JANUARY }]}
      legend={[
        { look: 'holiday', label: { lv: 'svētku diena', en: 'public holiday' } },
        { look: 'moved-off', label: { lv: 'brīva, jo darba diena ir pārcelta', en: 'free, its work is moved' } },
        { look: 'moved-on', label: { lv: 'pārceltā darba diena', en: 'worked in place of a day off' } },
      ]}
    />
  </>
);
