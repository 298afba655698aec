import type { VNode } from 'preact';
import { addDays, type IsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { MapSvg } from '#ui/chart/map-svg.js';
import type { View } from '#web/view.js';
import type { ShownMap } from '../../actions/show-map.js';
import { labelsWithRoom, type MapLabel } from '../../domain/map-labels.js';
import type { MapPaths, UnitPath } from '../../domain/map-paths.js';
import type { UnitVersion } from '../../domain/unit.js';
import { TEXTS } from '../../texts.js';

/** The picture of a day's map: each municipality a link, with its name where there is room. */
export function MapPicture({ map, view }: { map: ShownMap; view: View }): VNode {
  const units = new Map(map.units.map((unit) => [unit.atvk, unit]));
  const small = map.units.length >= MANY;
  const named = labelsWithRoom(map.paths.units.flatMap((path) => labelOf(path, units.get(path.atvk))), small ? SMALL_LETTER : LETTER, map.paths.width);
  return (
    <MapSvg
      lang={view.lang}
      title={TEXTS.mapFigure}
      viewBox={map.paths.viewBox}
      areas={map.paths.units.flatMap((path) => {
        const unit = units.get(path.atvk);
        return unit ? [areaOf(path, unit, named.has(unit.atvk) && { small }, view)] : [];
      })}
      legend={LEGEND}
      {...approximateIn(map.paths)}
    />
  );
}

/** That lines of a map are approximate, and which: dashed, and said below it. */
export function approximateIn({ units }: MapPaths) {
  const lines = units.filter((unit) => unit.approximate).map((unit) => ({ path: unit.d, kind: 'approximate' as const }));
  return lines.length > 0 ? { lines, note: TEXTS.approximateNote } : {};
}

/** What an area is called: its unit's name, and whether its line is approximate. */
export const titleOf = ({ name, approximate }: UnitPath, view: View): string => (approximate ? `${name} (${view.t(TEXTS.approximate)})` : name);

/** One click to the eve and to the day of each reform. */
export function stopsOf({ reforms }: ShownMap, today: IsoDate): { day: IsoDate; label: Text }[] {
  const stops = reforms.toReversed().flatMap(({ effective }) => [
    { day: addDays(effective, -1), label: TEXTS.lastDay },
    { day: effective, label: TEXTS.newMap },
  ]);
  return [...stops, { day: today, label: TEXTS.today }];
}

const LEGEND = [
  { tone: 'series-2' as const, label: TEXTS.cities },
  { tone: 'series-1' as const, label: TEXTS.municipality },
];

/** From how many municipalities on names are written smaller, and how tall letters are else and then, in units of the map's thousand (`chart.css`). */
const MANY = 60;
const LETTER = 16;
const SMALL_LETTER = 11;

/** People look for the capital first: it is named before everybody around it. */
const CAPITAL = 'LV-RIX';

/** Municipalities are named without their last word; the other cities are mostly too small for a name. */
const labelOf = (path: UnitPath, unit: UnitVersion | undefined): MapLabel[] =>
  unit ? [{ atvk: unit.atvk, text: shortName(unit), at: path.label, area: unit.iso === CAPITAL ? Infinity : path.area }] : [];
const shortName = ({ name }: UnitVersion): string => name.replace(' novads', '');

function areaOf(path: UnitPath, unit: UnitVersion, named: { readonly small: boolean } | false, view: View) {
  const city = unit.kind !== 'municipality';
  return {
    id: unit.atvk,
    path: path.d,
    title: titleOf(path, view),
    href: `/territories/${unit.atvk}`,
    tone: city ? ('series-2' as const) : ('series-1' as const),
    ...(named && { label: { x: path.label[0], y: path.label[1], text: shortName(unit), ...named } }),
  };
}
