export type Point = readonly [x: number, y: number];
type Ring = readonly Point[];
type Edge = readonly [from: Point, to: Point];

const STEPS = 12;
const ROUNDS = 4;

/**
 * The point of a polygon (exterior ring first, then holes) that lies farthest from every edge: where a name fits best.
 * Searched on a grid that closes in on the best point; exact enough for a label, not for geodesy.
 */
export function innermostPoint(rings: readonly Ring[]): Point {
  const edges = rings.flatMap((ring) => ring.map((to, at): Edge => [ring.at(at - 1)!, to]));
  const [xs, ys] = [rings[0]!.map(([x]) => x), rings[0]!.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  let size: Point = [Math.max(...xs) - left, Math.max(...ys) - top];
  let best: Point = [left + size[0] / 2, top + size[1] / 2];
  for (let round = 0; round < ROUNDS; round += 1) {
    best = deepestOf(gridAround(best, size), edges);
    size = [size[0] / (STEPS / 4), size[1] / (STEPS / 4)];
  }
  return best;
}

const gridAround = ([x, y]: Point, [width, height]: Point): Point[] =>
  Array.from({ length: (STEPS + 1) ** 2 }, (_, at) => [x + width * ((at % (STEPS + 1)) / STEPS - 0.5), y + height * (Math.floor(at / (STEPS + 1)) / STEPS - 0.5)]);

function deepestOf(points: readonly Point[], edges: readonly Edge[]): Point {
  let best = { point: points[0]!, depth: -Infinity };
  for (const point of points) {
    const depth = depthOf(point, edges);
    if (depth > best.depth) best = { point, depth };
  }
  return best.point;
}

/** Squared distance to the nearest edge; negative outside. */
function depthOf(point: Point, edges: readonly Edge[]): number {
  let [nearest, inside] = [Infinity, false];
  for (const [a, b] of edges) {
    nearest = Math.min(nearest, squaredDistance(point, a, b));
    if (a[1] > point[1] !== b[1] > point[1] && point[0] < ((b[0] - a[0]) * (point[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside ? nearest : -nearest;
}

function squaredDistance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2;
}
