import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import { type IsoDate, isoDate } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { resolve } from './lineage.js';
import { type Succession, type TerritorialHistory, type UnitVersion, unitsOn } from './unit.js';

/**
 * # Where the boundaries come from, and what they are good for
 *
 * `boundaries-2009.geojson` holds the 119 municipalities as they were until 30.06.2021, by ISO 3166-2 code. It is made of
 * Natural Earth's 1:10 million admin-1 polygons (public domain, naturalearthdata.com) with names and codes corrected, at four
 * decimals of a degree (about 10 m) in WGS 84. Neighbours share their border points exactly, so merging leaves no slivers and
 * needs no quantisation; a test proves that all 119 merge into one area without a hole.
 *
 * It is a map to look at and to click on, not a cadastre: lines are generalised to about a kilometre and no distance, area or
 * address may be read from them. Newer editions are merged from the old polygons through the successions. A polygon whose unit
 * was split cannot be divided without parish boundaries: it goes undivided to the successor that got most of its parishes (a
 * town is small beside a parish), and every unit that got a piece is marked as approximate. The official source for exact
 * lines is the State Land Service's administrative territories (VZD, Valsts adrešu reģistrs).
 */
const BOUNDARIES_OF = isoDate('2021-06-30');

/** The file as read: one polygon per municipality, known by its ISO 3166-2 code. */
export type Boundaries = FeatureCollection<Polygon | MultiPolygon, { readonly iso: string }>;

export interface UnitOnMap {
  readonly atvk: string;
  readonly name: string;
  readonly approximate: boolean;
  /** Why the line is approximate. */
  readonly reason: Text | null;
}

/** A unit without any polygon (split from one that went elsewhere) has a null geometry (RFC 7946 section 3.2). */
export type DrawnMap = FeatureCollection<MultiPolygon | null, UnitOnMap>;

/** The map of a day in WGS 84, exterior rings counter-clockwise and holes clockwise (RFC 7946 section 3.1.6). */
export function drawMap(boundaries: Boundaries, history: TerritorialHistory, on: IsoDate): DrawnMap {
  const pieces = boundaries.features.map((feature) => pieceOf(feature.properties.iso, history, on));
  const drawn = topology(Object.fromEntries(boundaries.features.map(({ properties, geometry }) => [properties.iso, geometry])));
  const features = unitsOn(history.units, on).map((unit) => {
    const shapes = pieces.filter((piece) => piece.owner === unit.atvk).flatMap((piece) => shapesOf(drawn, piece.iso));
    const reason = reasonFor(unit, pieces.filter((piece) => piece.sharers.includes(unit.atvk)));
    const geometry = shapes.length > 0 ? wound(merge(drawn, shapes)) : null;
    return { type: 'Feature' as const, properties: { atvk: unit.atvk, name: unit.name, approximate: reason !== null, reason }, geometry };
  });
  return { type: 'FeatureCollection', features };
}

function shapesOf({ objects }: ReturnType<typeof topology>, iso: string) {
  const shape = objects[iso];
  return shape?.type === 'Polygon' || shape?.type === 'MultiPolygon' ? [{ ...shape, properties: {} }] : [];
}

/** One old polygon: the unit it is drawn in on a day, and all units that have a share of it where that is more than one. */
interface Piece {
  readonly iso: string;
  readonly name: string;
  readonly owner: string | null;
  readonly sharers: readonly string[];
}

function pieceOf(iso: string, history: TerritorialHistory, on: IsoDate): Piece {
  const unit = unitsOn(history.units, BOUNDARIES_OF).find((one) => one.iso === iso);
  if (!unit) throw new Error(`the boundaries have a polygon ${iso} that no unit of ${BOUNDARIES_OF} owns`);
  const place = resolve(history, { atvk: unit.atvk, part: null }, on);
  if (place.kind === 'one') return { iso, name: unit.name, owner: place.unit.atvk, sharers: [] };
  if (place.kind === 'unknown') return { iso, name: unit.name, owner: null, sharers: [] };
  return { iso, name: unit.name, owner: mainSuccessor(history, unit, on), sharers: place.candidates.map((one) => one.atvk) };
}

/** Follows the way that most parishes go; at equal numbers the one that names most parts, then the lower code. */
function mainSuccessor(history: TerritorialHistory, unit: UnitVersion, on: IsoDate): string | null {
  if (unit.validTo === null || on < unit.validTo) return unit.atvk;
  const ways = history.successions
    .filter((one) => one.from === unit.atvk)
    .sort((a, b) => parishes(b) - parishes(a) || b.parts.length - a.parts.length || (a.to < b.to ? -1 : 1));
  const next = history.units.find((one) => one.atvk === ways[0]?.to);
  return next ? mainSuccessor(history, next, on) : null;
}

const parishes = ({ parts }: Succession): number => parts.filter((part) => part.endsWith(' pagasts')).length;

function reasonFor({ atvk }: UnitVersion, shared: readonly Piece[]): Text | null {
  if (shared.length === 0) return null;
  const names = shared.map((piece) => piece.name).join(', ');
  return fill(shared.some((piece) => piece.owner === atvk) ? DRAWN_HERE : DRAWN_ELSEWHERE, { names });
}

const DRAWN_HERE: Text = {
  lv: 'Robeža ir aptuvena: kartē šeit iekļauta visa bijusī teritorija ({names}), lai gan daļa no tās pieder citai pašvaldībai.',
  en: 'The line is approximate: all of a former territory ({names}) is drawn here, although a part of it belongs to another municipality.',
};
const DRAWN_ELSEWHERE: Text = {
  lv: 'Robeža ir aptuvena: kartē šeit nav iekļauta daļa no bijušās teritorijas ({names}), kas pieder šai pašvaldībai.',
  en: 'The line is approximate: a part of a former territory ({names}) that belongs to this municipality is not drawn here.',
};

function wound({ coordinates }: MultiPolygon): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: coordinates.map((rings) => rings.map((ring, at) => (signedArea(ring) > 0 === (at === 0) ? ring : ring.toReversed()))) };
}

/** In squared degrees; positive when counter-clockwise. */
export const signedArea = (ring: readonly Position[]): number =>
  ring.slice(1).reduce((sum, [x, y], at) => sum + (ring[at]![0]! * y! - x! * ring[at]![1]!) / 2, 0);
