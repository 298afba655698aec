import type { Point } from './innermost-point.js';

export interface MapLabel {
  readonly atvk: string;
  readonly text: string;
  readonly at: Point;
  /** How large the labelled area is: of two names that would overlap, that of the larger one is written. */
  readonly area: number;
}

/** How wide letters are on average and how tall a line is, in letters' sizes. */
const WIDE = 0.58;
const TALL = 1.1;

/**
 * The names that can be written on a map (by the code of their area) without one covering another or being cut off at an edge.
 * @param letter how tall letters are, in units of the map
 * @param width of the map, in its units
 */
export function labelsWithRoom(labels: readonly MapLabel[], letter: number, width: number): ReadonlySet<string> {
  const written: MapLabel[] = [];
  const isWhole = ({ at: [x], text }: MapLabel) => Math.min(x, width - x) >= (text.length * letter * WIDE) / 2 - letter / 2;
  for (const label of labels.filter(isWhole).toSorted((a, b) => b.area - a.area)) if (!written.some((one) => overlap(one, label, letter))) written.push(label);
  return new Set(written.map((label) => label.atvk));
}

const overlap = (a: MapLabel, b: MapLabel, letter: number): boolean =>
  Math.abs(a.at[0] - b.at[0]) < ((a.text.length + b.text.length) * letter * WIDE) / 2 && Math.abs(a.at[1] - b.at[1]) < letter * TALL;
