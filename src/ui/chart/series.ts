import { scaleLinear } from 'd3-scale';
import { number } from '../format.js';
import type { Lang } from '#kernel/text.js';
import type { Words } from '../words.js';
import type { Tone } from './tone.js';

/** What is counted once for every row, such as one edition of the territories. */
export interface Series {
  readonly label: Words;
  readonly tone?: Tone | undefined;
}

export interface SeriesRow {
  readonly label: Words;
  /** One for each series; null where there is none. */
  readonly values: readonly (number | null)[];
}

export type Format = (value: number) => string;

/** Whole numbers as people read them, where a chart is given no format of its own. */
export const wholeNumbers = (lang: Lang): Format => (value) => number(value, lang);

/** A scale from zero that ends at a round number, with its marks as shares of the whole (0 to 1). */
export interface Measure {
  readonly share: (value: number) => number;
  readonly marks: readonly { readonly value: number; readonly share: number }[];
}

/** Measures non-negative values against the largest of them. */
export function measure(values: readonly (number | null)[], count = 4): Measure {
  const largest = Math.max(0, ...values.map((value) => value ?? 0)) || 1;
  const scale = scaleLinear([0, largest], [0, 1]).nice(count);
  return { share: scale, marks: scale.ticks(count).map((value) => ({ value, share: scale(value) })) };
}

/** A share as the percentage that SVG attributes take: the picture grows with its place, its words do not. */
export const at = (share: number): string => `${Math.round(share * 10_000) / 100}%`;
