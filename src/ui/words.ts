import type { ComponentChildren } from 'preact';
import type { Lang, Text } from '#kernel/text.js';

/** Words in both languages, or already in the language of the page (names and other data). */
export type Words = Text | string;

export const wordsIn = (lang: Lang, words: Words): string => (typeof words === 'string' ? words : words[lang]);

/** What stands inside an element. */
export type Children = ComponentChildren;

/** Anything with words in one language or both and a place to go. */
export interface Link {
  readonly href: string;
  readonly text: Words;
}
