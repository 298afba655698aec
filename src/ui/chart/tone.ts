/** A colour by its part in a picture; the stylesheet gives it its value for light, dark, print and high contrast. */
export type Tone = 'series-1' | 'series-2' | 'series-3' | 'series-4' | 'series-5' | 'series-6' | 'faded' | 'strong';

const SERIES = ['series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6'] as const;

/** The colour of the n-th series, from 0, where none is chosen. */
export const toneOf = (index: number): Tone => SERIES[index % SERIES.length]!;
