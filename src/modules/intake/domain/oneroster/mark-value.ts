import { plainValue } from '#modules/education/public.js';
import type { Value } from './known.js';

/** What a result says as the register writes it, or why it says nothing. */
export type MarkValue = { readonly value: string } | { readonly none: 'not-graded' | 'no-value' };

const LETTERS = new Map(['S', 'T', 'A', 'P', 'i', 'ni', 'nv', 'atb'].map((letter) => [letter.toLowerCase(), letter]));

/**
 * exempt → atb; not submitted → nv; a whole score → its digits; letters from textScore, or from the scale that gives the score a name.
 * What is graded in part or only handed in is no mark yet.
 * @param scale the pairs `{S:1},{T:2}` of a score scale, where there is one
 */
export function markValueOf(value: Value, scale: string): MarkValue {
  switch (value('scoreStatus')) {
    case 'exempt':
      return { value: 'atb' };
    case 'not submitted':
      return { value: 'nv' };
    case 'submitted':
    case 'partially graded':
      return { none: 'not-graded' };
    default:
      return gradedValue(value('score'), value('textScore'), scale);
  }
}

/** A value from a score, words and a scale. */
export function gradedValue(score: string, words: string, scale: string): MarkValue {
  const letter = LETTERS.get(plainValue(words));
  if (letter !== undefined) return { value: letter };
  if (score !== '') return { value: letterOfScale(score, scale) ?? plainNumber(score) };
  return words.trim() === '' ? { none: 'no-value' } : { value: words.trim() };
}

/** 9.0 is 9; what is no whole number stays as it is, to be answered by the scale. */
const plainNumber = (score: string): string => score.replace(/\.0+$/, '');

/** The letter that a scale gives a number, where its left sides are letters of ours: {S:1} or {1:S}. */
function letterOfScale(score: string, scale: string): string | undefined {
  for (const [, one, other] of scale.matchAll(/\{([^{}:]+):([^{}:]+)\}/g)) {
    if (plainNumber(other!.trim()) === plainNumber(score) && LETTERS.has(one!.trim().toLowerCase())) return LETTERS.get(one!.trim().toLowerCase());
    if (plainNumber(one!.trim()) === plainNumber(score) && LETTERS.has(other!.trim().toLowerCase())) return LETTERS.get(other!.trim().toLowerCase());
  }
  return undefined;
}
