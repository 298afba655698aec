import type { Scales } from '#modules/education/public.js';
import type { Text } from '#kernel/text.js';

/** What a value of letters means. */
export interface Meaning {
  readonly value: string;
  readonly name: Text;
}

/** The meanings of the letters on a scale, in its order. */
export const meaningsOn = (scales: Scales, scale: string): readonly Meaning[] =>
  scales.valuesOf(scale).filter(({ value }) => !/^\d+$/.test(value)).map(({ value, nameLv, nameEn }) => ({ value, name: { lv: nameLv, en: nameEn } }));
