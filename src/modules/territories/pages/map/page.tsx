import type { VNode } from 'preact';
import { addDays, readableDay } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import { fill } from '#kernel/text.js';
import { MapSvg } from '#ui/chart/map-svg.js';
import { DateField } from '#ui/form/date-field.js';
import { DayTravel } from '#ui/form/day-travel.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { showMap } from '../../actions/show-map.js';
import { labelsWithRoom, type MapLabel } from '../../domain/map-labels.js';
import type { UnitPath } from '../../domain/map-paths.js';
import type { UnitVersion } from '../../domain/unit.js';
import { KINDS } from '../../domain/unit-story.js';
import { TEXTS } from '../../texts.js';

type ShownMap = Awaited<ReturnType<typeof showMap.run>>;

/** Latvia on a day: a control to move through time, the map, and the same as a table. */
export function MapPage({ map, view }: { map: ShownMap; view: View }): VNode {
  const { t, lang } = view;
  const units = new Map(map.units.map((unit) => [unit.atvk, unit]));
  const named = map.units.length < 60 ? labelsWithRoom(map.paths.units.flatMap((path) => labelOf(path, units.get(path.atvk)))) : NO_NAMES;
  return (
    <Page {...view.frame} title={t(TEXTS.map)} width="work">
      <h1>{t(fill(TEXTS.mapOn, { day: readableDay(map.on) }))}</h1>
      <Lead>{t(TEXTS.lead)}</Lead>
      <DayTravel lang={lang} name="on" day={map.on} min={map.editions[0]} href={(on) => `/territories?on=${on}`} stops={stopsOf(map, view)} />
      <MapSvg
        lang={lang}
        title={TEXTS.mapFigure}
        viewBox={map.paths.viewBox}
        areas={map.paths.units.flatMap((path) => {
          const unit = units.get(path.atvk);
          return unit ? [areaOf(path, unit, named, view)] : [];
        })}
        legend={LEGEND}
        {...(map.paths.units.some((unit) => unit.approximate) && { note: TEXTS.approximateNote })}
        lines={map.paths.units.filter((unit) => unit.approximate).map((unit) => ({ path: unit.d, kind: 'approximate' as const }))}
      />
      <p>{t(TEXTS.source)}</p>
      <h2>{t(TEXTS.reforms)}</h2>
      <ul>
        {map.reforms.map((reform) => (
          <li key={reform.id}>
            <a href={`/territories/reforms/${reform.effective}`}>{lang === 'lv' ? reform.titleLv : reform.titleEn}</a>
            {` – ${readableDay(reform.effective)}`}
          </li>
        ))}
      </ul>
      <DataTable
        lang={lang}
        caption={TEXTS.municipalities}
        rows={map.units}
        rowKey={(unit) => unit.atvk}
        paging={{ first: 1, total: map.units.length }}
        columns={[
          { key: 'name', header: TEXTS.name, rowHeader: true, cell: (unit) => <a href={`/territories/${unit.atvk}`}>{unit.name}</a> },
          { key: 'kind', header: TEXTS.kind, cell: (unit) => t(KINDS[unit.kind]) },
          { key: 'atvk', header: TEXTS.code, cell: (unit) => unit.atvk },
          { key: 'iso', header: TEXTS.iso, cell: (unit) => unit.iso },
          { key: 'validity', header: TEXTS.validity, cell: (unit) => readablePeriod({ from: unit.validFrom, to: unit.validTo }, lang) },
        ]}
      />
    </Page>
  );
}

/** The same page when the day was wrong: only the control, with what was typed and why it does not do. */
export const WrongDayPage = ({ attempt, view }: { attempt: Attempt; view: View }): VNode => (
  <Page {...view.frame} title={view.t(TEXTS.map)}>
    <h1>{view.t(TEXTS.map)}</h1>
    <ErrorSummary lang={view.lang} errors={attempt.errors} />
    <FilterForm lang={view.lang}>
      <DateField {...fieldsOf({ lang: view.lang, ...attempt })('on')} label={TEXTS.day} min="2009-07-01" />
    </FilterForm>
  </Page>
);

/** One click to the eve and to the day of each reform. */
function stopsOf({ reforms }: ShownMap, view: View) {
  const stops = reforms.toReversed().flatMap(({ effective }) => [
    { day: addDays(effective, -1), label: TEXTS.lastDay },
    { day: effective, label: TEXTS.newMap },
  ]);
  return [...stops, { day: view.today, label: TEXTS.today }];
}

const LEGEND = [
  { tone: 'series-2' as const, label: TEXTS.cities },
  { tone: 'series-1' as const, label: TEXTS.municipality },
];

const NO_NAMES: ReadonlySet<string> = new Set();

/** Municipalities are named without their last word; cities are too small for a name. */
const labelOf = (path: UnitPath, unit: UnitVersion | undefined): MapLabel[] =>
  unit?.kind === 'municipality' ? [{ atvk: unit.atvk, text: shortName(unit), at: path.label, area: path.area }] : [];
const shortName = ({ name }: UnitVersion): string => name.replace(' novads', '');

function areaOf(path: UnitPath, unit: UnitVersion, named: ReadonlySet<string>, view: View) {
  const city = unit.kind !== 'municipality';
  return {
    id: unit.atvk,
    path: path.d,
    title: path.approximate ? `${unit.name} (${view.t(TEXTS.approximate)})` : unit.name,
    href: `/territories/${unit.atvk}`,
    tone: city ? ('series-2' as const) : ('series-1' as const),
    ...(named.has(unit.atvk) && { label: { x: path.label[0], y: path.label[1], text: shortName(unit) } }),
  };
}
