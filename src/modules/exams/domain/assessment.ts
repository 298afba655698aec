import type { Text } from '#kernel/text.js';

interface Given {
  readonly round: 'first' | 'second' | 'third' | 're-check';
  readonly halfPoints: number;
}

/**
 * What assessments make of a work, in half-points; null while one is still needed. Two that are near enough give their mean, rounded up in the candidate's favour; where they
 * differ by more than `difference`, the third decides; one more look near the threshold goes before all of them.
 */
export function agreedPoints(given: readonly Given[], difference: number): number | null {
  const of = (round: Given['round']) => given.find((one) => one.round === round)?.halfPoints;
  const [first, second, third, again] = [of('first'), of('second'), of('third'), of('re-check')];
  if (again !== undefined) return again;
  if (third !== undefined) return third;
  if (first === undefined || second === undefined || Math.abs(first - second) > difference) return null;
  return Math.ceil((first + second) / 2);
}

export const ROUND_WORDS: Readonly<Record<Given['round'], Text>> = {
  first: { lv: 'Pirmais vērtējums', en: 'First assessment' },
  second: { lv: 'Otrais vērtējums', en: 'Second assessment' },
  third: { lv: 'Trešais vērtējums: divi atšķiras', en: 'Third assessment: two differ' },
  're-check': { lv: 'Pārbaude vēlreiz pie sliekšņa', en: 'One more look near the threshold' },
};
