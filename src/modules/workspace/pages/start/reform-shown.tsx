import type { VNode } from 'preact';
import { MapPicture, stopsOfMap } from '#modules/territories/public.js';
import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { DayTravel } from '#ui/form/day-travel.js';
import { LiveResults } from '#ui/form/live-results.js';
import { number } from '#ui/format.js';
import { type Stat, StatTiles } from '#ui/stat-tiles.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { ShownReform } from '../../actions/show-reform.js';

type Reform = NonNullable<ShownReform['reform']>;

/** The map of any day and, of the reform of 2021, an institution that passed to another municipality by itself and the report on both maps. */
export const ReformShown = ({ view, shown: { map, reform } }: { view: View; shown: ShownReform }): VNode => (
  <>
    <section id="map">
      <h2>{view.t(WORDS.map)}</h2>
      <DayTravel lang={view.lang} name="on" day={map.on} min={map.editions[0]} href={(on) => `/?on=${on}#map`} stops={stopsOfMap(map, view.today)} live="day" />
      <LiveResults id="day" count={view.t(fill(WORDS.onDay, { day: readableDay(map.on), count: number(map.units.length, view.lang) }))}>
        {reform?.institution && <Founder view={view} reform={reform} on={map.on} />}
        <MapPicture map={map} view={view} />
      </LiveResults>
    </section>
    {reform && (
      <section>
        <h2>{view.t(WORDS.both)}</h2>
        <Report view={view} reform={reform} />
      </section>
    )}
  </>
);

/** Whose the institution was on the day that the map shows. */
function Founder({ view: { t, lang }, reform: { day, institution }, on }: { view: View; reform: Reform; on: IsoDate }): VNode {
  const { regNr, name, before, after } = institution!;
  return <SummaryList lang={lang} items={[{ key: name, value: t(fill(on < day ? WORDS.was : WORDS.became, { founder: on < day ? before : after, before })), action: { text: WORDS.history, about: name, href: `/institutions/${regNr}?on=${on}` } }]} />;
}

/** The institutions counted on both maps: the totals, which agree, and the pairs of the municipality into which the institution passed. */
function Report({ view: { t, lang }, reform: { eve, day, institution, counted } }: { view: View; reform: Reform }): VNode {
  const total = (side: 'oldAtvk' | 'newAtvk'): Stat => {
    const [known, untold] = [counted.filter((row) => row[side] !== null), counted.filter((row) => row[side] === null)];
    const units = new Set(known.map((row) => row[side])).size;
    const detail = fill(untold.length > 0 ? WORDS.inUnitsAndUntold : WORDS.inUnits, { count: number(units, lang), untold: number(sum(untold), lang) });
    return { value: number(sum(counted), lang), label: fill(WORDS.totalOn, { day: readableDay(side === 'oldAtvk' ? eve : day) }), detail };
  };
  return (
    <>
      <StatTiles lang={lang} tiles={[total('oldAtvk'), total('newAtvk')]} />
      {institution && (
        <DataTable
          lang={lang}
          caption={fill(WORDS.pairs, { unit: institution.after })}
          rows={counted.filter((row) => row.newName === institution.after)}
          rowKey={(row) => row.oldAtvk ?? ''}
          columns={[
            { key: 'old', header: fill(WORDS.mapOf, { day: readableDay(eve) }), rowHeader: true, cell: (row) => row.oldName ?? t(WORDS.unknown) },
            { key: 'new', header: fill(WORDS.mapOf, { day: readableDay(day) }), cell: (row) => row.newName },
            { key: 'institutions', header: WORDS.institutions, number: true, cell: (row) => number(row.institutions, lang) },
          ]}
        />
      )}
      <p>
        <a href={`/reports/institutions-by-municipality?old=${eve}&new=${day}`}>{t(WORDS.report)}</a>
      </p>
    </>
  );
}

const sum = (rows: Reform['counted']): number => rows.reduce((all, row) => all + row.institutions, 0);

const WORDS = {
  map: { lv: 'Pašvaldības jebkurā dienā', en: 'The municipalities on any day' },
  onDay: { lv: '{day} – {count} pašvaldības.', en: '{count} municipalities on {day}' },
  was: { lv: 'Dibinātājs – {founder}.', en: 'Founder: {founder}.' },
  became: { lv: 'Dibinātājs – {founder}; iepriekš {before}. Reforma to nomainīja pati.', en: 'Founder: {founder}; before, {before}. The reform changed it by itself.' },
  history: { lv: 'Skolas vēsture', en: 'History of the school' },
  both: { lv: 'Tās pašas iestādes abās kartēs', en: 'The same institutions on both maps' },
  totalOn: { lv: 'Iestādes kartē {day}', en: 'Institutions on the map of {day}' },
  inUnits: { lv: '{count} pašvaldībās', en: 'in {count} municipalities' },
  inUnitsAndUntold: { lv: '{count} pašvaldībās; par {untold} to nevar pateikt no datiem', en: 'in {count} municipalities; of {untold} data cannot tell' },
  pairs: { lv: 'No kurām pašvaldībām ir iestādes, kas tagad ir pašvaldībā “{unit}”', en: 'From which municipalities the institutions of “{unit}” come' },
  mapOf: { lv: 'Karte {day}', en: 'Map of {day}' },
  institutions: { lv: 'Iestādes', en: 'Institutions' },
  unknown: { lv: 'nav nosakāma', en: 'cannot be told' },
  report: { lv: 'Viss pārskats abās kartēs', en: 'The whole report on both maps' },
} as const satisfies Record<string, Text>;
