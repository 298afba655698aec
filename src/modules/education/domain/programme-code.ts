/** Parts of a programme's code in the classification of education (MK 13.06.2017. noteikumi Nr. 322), in reading order. */
export const CODE_PLACES = ['level', 'type', 'group', 'special', 'language', 'form'] as const;
export type CodePlace = (typeof CODE_PLACES)[number];

export interface CodePart {
  readonly place: CodePlace;
  /** The characters of the code. */
  readonly value: string;
  /** Where they begin and end, counted from 0. */
  readonly from: number;
  readonly to: number;
}

const SHAPE = /^\d{2}[A-Z]?\d{6}$/;

/**
 * A code taken apart: level (1st), programme type (1st and 2nd, with a letter where there is one), thematic group, area and
 * programme group (next three), special kind, language, form (last three). Undefined where it has not the shape of a code.
 */
export function partsOf(code: string): CodePart[] | undefined {
  if (!SHAPE.test(code)) return undefined;
  const type = code.length - 6;
  const part = (place: CodePlace, from: number, to: number): CodePart => ({ place, value: code.slice(from, to), from, to });
  return [part('level', 0, 1), part('type', 0, type), part('group', type, type + 3), part('special', type + 3, type + 4), part('language', type + 4, type + 5), part('form', type + 5, type + 6)];
}
