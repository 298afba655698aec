import { same, type Text } from '#kernel/text.js';

const known = new Map<string, Text>();

/** Keeps the words of reasons, and of other things that are chosen from a list and logged by their code. */
export const rememberReasons = (reasons: Readonly<Record<string, Text>>): void => {
  for (const [code, words] of Object.entries(reasons)) known.set(code, words);
};

/** A logged reason in words; one that somebody typed stays as it is. */
export const reasonInWords = (reason: string): Text => known.get(reason) ?? same(reason);
