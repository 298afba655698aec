import { geoTransverseMercator } from 'd3-geo';
import type { Position } from 'geojson';
import type { DrawnMap, UnitOnMap } from './boundaries.js';
import { innermostPoint, type Point } from './innermost-point.js';

/** A unit ready to be drawn: an SVG path (fill-rule `evenodd` or the default), and where its name stands. */
export interface UnitPath extends UnitOnMap {
  readonly d: string;
  readonly label: Point;
  /** In squared units of the map. */
  readonly area: number;
}

export interface MapPaths {
  readonly viewBox: string;
  readonly width: number;
  readonly height: number;
  readonly units: readonly UnitPath[];
}

/**
 * The map as SVG paths, `width` units wide, in the projection of Latvia's LKS-92 (transverse Mercator, central meridian 24° E,
 * EPSG:3059), rounded to a tenth. Neighbours are rounded alike, so no gap opens between them. Units without geometry are left out.
 */
export function mapPaths({ features }: DrawnMap, width: number): MapPaths {
  const places = features.flatMap(({ geometry }) => geometry?.coordinates.flat(2) ?? []);
  if (places.length === 0) return { viewBox: `0 0 ${width} 0`, width, height: 0, units: [] };
  const projection = geoTransverseMercator().rotate([-24, 0]).fitWidth(width, { type: 'MultiPoint', coordinates: places });
  const project = ([east, north]: Position): Point => {
    const [x, y] = projection([east!, north!])!;
    return [Math.round(x * 10), Math.round(y * 10)];
  };
  const height = Math.ceil(Math.max(...places.map((place) => project(place)[1])) / 10);
  const units = features.flatMap(({ properties, geometry }) => {
    if (!geometry) return [];
    const polygons = geometry.coordinates.map((rings) => rings.map((ring) => withoutNeedless(ring.map(project))));
    return [{ ...properties, d: polygons.flat().map(ringPath).join(''), label: labelOf(polygons), area: polygons.reduce((sum, [outer]) => sum + ringArea(outer!), 0) / 200 }];
  });
  return { viewBox: `0 0 ${width} ${height}`, width, height, units };
}

/** A closed ring without points that rounding made equal or that lie on a straight line; its last point, the first again, falls away. */
function withoutNeedless(ring: readonly Point[]): Point[] {
  const open = ring.slice(0, -1).filter((point, at, all) => !samePoint(point, all.at(at - 1)!));
  return open.filter((point, at) => !isBetween(open.at(at - 1)!, point, open[(at + 1) % open.length]!));
}

const samePoint = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1];
const isBetween = (a: Point, b: Point, c: Point): boolean => (b[0] - a[0]) * (c[1] - b[1]) === (b[1] - a[1]) * (c[0] - b[0]);

/** Relative lines between rounded points, in tenths, so that rounding never adds up. */
function ringPath(ring: readonly Point[]): string {
  const [first] = ring;
  if (!first) return '';
  const steps = ring.slice(1).map(([x, y], at) => pair([x - ring[at]![0], y - ring[at]![1]]));
  return `M${pair(first)}l${steps.join(' ')}z`;
}

const pair = ([x, y]: Point): string => `${x / 10}${y < 0 ? '' : ','}${y / 10}`;

function labelOf(polygons: readonly (readonly Point[][])[]): Point {
  const [x, y] = innermostPoint(polygons.toSorted((a, b) => ringArea(b[0]!) - ringArea(a[0]!))[0]!);
  return [Math.round(x) / 10, Math.round(y) / 10];
}

const ringArea = (ring: readonly Point[]): number =>
  Math.abs(ring.reduce((sum, [x, y], at) => sum + ring.at(at - 1)![0] * y - x * ring.at(at - 1)![1], 0));
