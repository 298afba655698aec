import { fill, type Text } from '#kernel/text.js';
import { NO_CLASSES, NO_SUCH_YEAR } from '../texts/intake.js';

/** What is kept of why a batch could not be worked through: the code of a refusal, and what it is about. */
export interface BatchFailure {
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

const year = (text: Text): Text => ({ lv: `{year}: ${text.lv}`, en: `{year}: ${text.en}` });

const WORDS: Readonly<Record<string, Text>> = {
  'no-such-year': year(NO_SUCH_YEAR),
  'no-classes': year(NO_CLASSES),
  'said-before': { lv: '{said}', en: 'What was said at the time, in Latvian: {said}' },
};

/** Why a batch failed, in words; null of one that did not. A refusal that has no words here is told by its code. */
export function tellBatchFailure({ code, facts }: BatchFailure): Text | null {
  if (code === '') return null;
  const words = Object.hasOwn(WORDS, code) ? WORDS[code]! : OTHER;
  return fill(words, { code, ...Object.fromEntries(Object.entries(facts).filter((fact): fact is [string, string | number] => typeof fact[1] === 'string' || typeof fact[1] === 'number')) });
}

const OTHER: Text = { lv: 'Paketi nevarēja apstrādāt ({code}). Sazinieties ar izglītības reģistra pārzini.', en: 'The batch could not be worked through ({code}). Contact the administrator of the education register.' };
