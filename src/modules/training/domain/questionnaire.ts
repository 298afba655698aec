import type { Tokens } from 'marked';
import { fill, type Text } from '#kernel/text.js';
import { type Problem, withLines } from './course-text.js';
import { plainText } from './plain-text.js';

/** A question to those who are sent to a remote course: with choices, or answered in words. */
export interface AskedOfParticipant {
  readonly words: string;
  /** Empty for an answer in words. */
  readonly choices: readonly string[];
  readonly optional: boolean;
}

/** Questions from Markdown: each `## heading` is one (`(?)` at its end: need not be answered), a list below it its choices. */
export function parseQuestionnaire(markdown: string): { questions: readonly AskedOfParticipant[]; problems: readonly Problem[] } {
  const questions: { words: string; choices: string[]; optional: boolean }[] = [];
  const problems: Problem[] = [];
  for (const { token, line } of withLines(markdown)) {
    const asked = questions.at(-1);
    if (token.type === 'heading') {
      const words = plainText((token as Tokens.Heading).tokens);
      questions.push({ words: words.replace(OPTIONAL, '').trim(), choices: [], optional: OPTIONAL.test(words) });
      if (words.replace(OPTIONAL, '').trim() === '') problems.push({ line, text: NO_WORDS });
    } else if (token.type === 'list' && asked && asked.choices.length === 0) {
      asked.choices.push(...(token as Tokens.List).items.map((item) => plainText(item.tokens)));
      if (asked.choices.length < 2 || new Set(asked.choices).size < asked.choices.length) problems.push({ line, text: BAD_CHOICES });
    } else if (token.type !== 'space') problems.push({ line, text: fill(NOT_UNDERSTOOD, { words: token.raw.trim().slice(0, 40) }) });
  }
  return { questions, problems };
}

/** Whether two languages of a questionnaire ask the same. */
export const sameShape = (a: readonly AskedOfParticipant[], b: readonly AskedOfParticipant[]): boolean =>
  a.length === b.length && a.every((one, at) => one.choices.length === b[at]!.choices.length && one.optional === b[at]!.optional);

/** An answer as it is read: a choice is kept by its number, so that it can be read in both languages. */
export const readAnswer = ({ choices }: AskedOfParticipant, answer: string | undefined): string =>
  choices.length === 0 ? (answer ?? '') : (choices[Number(answer || 'NaN')] ?? '');

const OPTIONAL = /\(\?\)\s*$/;
const NO_WORDS: Text = { lv: 'Aiz “##” nav jautājuma.', en: 'There is no question after “##”.' };
const BAD_CHOICES: Text = { lv: 'Izvēlei vajag vismaz divas dažādas atbildes.', en: 'A choice needs at least two different answers.' };
const NOT_UNDERSTOOD: Text = {
  lv: '“{words}” nav saprotams. Jautājums sākas ar “##”, atbilžu izvēle – ar “-”.',
  en: '“{words}” is not understood. A question begins with “##”, a choice of answers with “-”.',
};
