import { lexer, type Token, type Tokens } from 'marked';
import { fill, type Text } from '#kernel/text.js';
import { forbiddenIn, PLAIN_ONLY } from './forbidden.js';
import { plainText } from './plain-text.js';

/** One possible answer, in plain words. */
export interface Choice {
  readonly words: string;
  readonly right: boolean;
}

export interface Question {
  readonly words: string;
  /** More about the question, in plain words; may be empty. */
  readonly hint: string;
  readonly choices: readonly Choice[];
  /** More than one answer is right. */
  readonly several: boolean;
  /** Why, as Markdown tokens. */
  readonly explanation: readonly Token[];
}

export interface CoursePage {
  readonly title: string;
  readonly body: readonly Token[];
  readonly questions: readonly Question[];
}

/** What is wrong with a course's text, and in which line; 0 where it is the text as a whole. */
export interface Problem {
  readonly line: number;
  readonly text: Text;
}

export interface ParsedCourse {
  readonly pages: readonly CoursePage[];
  readonly problems: readonly Problem[];
}

/**
 * A course from its Markdown: each `# heading` begins a page; each `## ? heading` on it a question, with a list of answers
 * (`- [x]` right, `- [ ]` wrong) and a quotation (`>`) that explains.
 */
export function parseCourse(markdown: string): ParsedCourse {
  const problems: Problem[] = [];
  const pages: Page[] = [];
  for (const { token, line } of withLines(markdown)) {
    problems.push(...forbiddenIn(token).map((text) => ({ line, text })));
    const page = pages.at(-1);
    if (isHeading(token, 1)) pages.push({ line, title: plainText(token.tokens), body: [], questions: [] });
    else if (token.type === 'space') continue;
    else if (!page) problems.push({ line, text: NO_PAGE_YET });
    else addTo(page, token, line, problems);
  }
  for (const page of pages) problems.push(...problemsOf(page));
  if (pages.length === 0) problems.push({ line: 0, text: NO_PAGES });
  else if (pages.every((page) => page.questions.length === 0)) problems.push({ line: 0, text: NO_QUESTIONS });
  return {
    pages: pages.map(({ title, body, questions }) => ({ title, body, questions: questions.map(asQuestion) })),
    problems: problems.sort((a, b) => a.line - b.line),
  };
}

/** Where two languages of a course differ: both must ask the same, and have the same answers right. */
export function differences(lv: ParsedCourse, en: ParsedCourse): Problem[] {
  if (lv.pages.length !== en.pages.length) return [{ line: 0, text: fill(PAGES_DIFFER, { lv: lv.pages.length, en: en.pages.length }) }];
  return lv.pages.flatMap((page, at) => {
    const other = en.pages[at]!;
    const same =
      page.questions.length === other.questions.length &&
      page.questions.every((question, n) => question.choices.map((choice) => choice.right).join() === other.questions[n]!.choices.map((choice) => choice.right).join());
    return same ? [] : [{ line: 0, text: fill(QUESTIONS_DIFFER, { page: at + 1 }) }];
  });
}

/** The pages' questions in one row; their number in it is how an answer names its question. */
export const questionsOf = (pages: readonly CoursePage[]): Question[] => pages.flatMap((page) => page.questions);

interface Asked {
  readonly line: number;
  readonly words: string;
  readonly hint: string[];
  readonly choices: Choice[];
  explanation: readonly Token[] | null;
}

interface Page {
  readonly line: number;
  readonly title: string;
  readonly body: Token[];
  readonly questions: Asked[];
}

function addTo(page: Page, token: Token, line: number, problems: Problem[]): void {
  const asked = page.questions.at(-1);
  if (isHeading(token, 2) && token.text.startsWith('?')) {
    page.questions.push({ line, words: plainText(token.tokens).slice(1).trim(), hint: [], choices: [], explanation: null });
  } else if (!asked) page.body.push(token);
  else if (token.type === 'list' && asked.choices.length === 0) asked.choices.push(...(token as Tokens.List).items.map((item) => choiceOf(item, line, problems)));
  else if (token.type === 'blockquote' && asked.explanation === null) asked.explanation = (token as Tokens.Blockquote).tokens;
  else if (token.type === 'paragraph' && asked.choices.length === 0) asked.hint.push(plainText((token as Tokens.Paragraph).tokens));
  else problems.push({ line, text: AFTER_QUESTION });
}

function choiceOf(item: Tokens.ListItem, line: number, problems: Problem[]): Choice {
  if (!item.task) problems.push({ line, text: fill(NOT_MARKED, { words: item.text }) });
  if (item.tokens.some((token) => !PLAIN_ONLY.has(token.type))) problems.push({ line, text: fill(ANSWER_NOT_PLAIN, { words: item.text.split('\n')[0]! }) });
  return { words: plainText(item.tokens), right: item.checked === true };
}

const asQuestion = ({ words, hint, choices, explanation }: Asked): Question => ({
  words,
  hint: hint.join(' '),
  choices,
  several: choices.filter((choice) => choice.right).length > 1,
  explanation: explanation ?? [],
});

function* problemsOf(page: Page): Generator<Problem> {
  if (page.title === '') yield { line: page.line, text: NO_TITLE };
  for (const { line, words, choices, explanation } of page.questions) {
    if (words === '') yield { line, text: NO_WORDS };
    if (choices.length < 2) yield { line, text: TOO_FEW };
    else if (choices.every((choice) => !choice.right)) yield { line, text: NONE_RIGHT };
    if (new Set(choices.map((choice) => choice.words)).size < choices.length) yield { line, text: TWICE };
    if (explanation === null) yield { line, text: NO_EXPLANATION };
  }
}

const isHeading = (token: Token, depth: number): token is Tokens.Heading => token.type === 'heading' && (token as Tokens.Heading).depth === depth;

/** The tokens of the first level, each with the line it begins in. */
export function* withLines(markdown: string): Generator<{ token: Token; line: number }> {
  let line = 1;
  for (const token of lexer(markdown.replaceAll('\r\n', '\n'))) {
    yield { token, line };
    line += token.raw.split('\n').length - 1;
  }
}

const NO_PAGES: Text = { lv: 'Kursā nav nevienas lapas. Katra lapa sākas ar rindu “# Virsraksts”.', en: 'The course has no page. Each page begins with a line “# Heading”.' };
const NO_QUESTIONS: Text = { lv: 'Kursā nav neviena jautājuma. Jautājums sākas ar rindu “## ? Jautājums”.', en: 'The course has no question. A question begins with a line “## ? Question”.' };
const NO_PAGE_YET: Text = { lv: 'Pirms pirmās lapas virsraksta (“# Virsraksts”) nedrīkst būt teksta.', en: 'There must be no text before the first page’s heading (“# Heading”).' };
const NO_TITLE: Text = { lv: 'Lapai nav virsraksta.', en: 'The page has no heading.' };
const NO_WORDS: Text = { lv: 'Aiz “## ?” nav jautājuma.', en: 'There is no question after “## ?”.' };
const TOO_FEW: Text = { lv: 'Jautājumam vajag vismaz divas atbildes: “- [x] pareiza”, “- [ ] nepareiza”.', en: 'A question needs at least two answers: “- [x] right”, “- [ ] wrong”.' };
const NONE_RIGHT: Text = { lv: 'Neviena atbilde nav atzīmēta kā pareiza (“- [x]”).', en: 'No answer is marked as right (“- [x]”).' };
const TWICE: Text = { lv: 'Divas atbildes ir vienādas.', en: 'Two answers are the same.' };
const NO_EXPLANATION: Text = { lv: 'Jautājumam nav skaidrojuma: pēc atbildēm rakstiet rindu, kas sākas ar “>”.', en: 'The question has no explanation: write a line beginning with “>” after the answers.' };
const AFTER_QUESTION: Text = {
  lv: 'Pēc jautājuma var būt tikai atbildes, skaidrojums, nākamais jautājums vai jauna lapa; lapas teksts stāv pirms jautājumiem.',
  en: 'After a question only answers, an explanation, the next question or a new page may follow; a page’s text stands before its questions.',
};
const NOT_MARKED: Text = { lv: 'Atbildei “{words}” nav atzīmes “[x]” vai “[ ]”.', en: 'The answer “{words}” has no mark “[x]” or “[ ]”.' };
const ANSWER_NOT_PLAIN: Text = { lv: 'Atbildē “{words}” drīkst būt tikai viena rindkopa.', en: 'The answer “{words}” may only be one paragraph.' };
const PAGES_DIFFER: Text = { lv: 'Latviski ir {lv} lapas, angliski – {en}. Tām jābūt vienādi daudz.', en: 'There are {lv} pages in Latvian and {en} in English. There must be equally many.' };
const QUESTIONS_DIFFER: Text = {
  lv: '{page}. lapā jautājumi vai pareizās atbildes abās valodās nesakrīt.',
  en: 'On page {page} the questions or the right answers differ between the languages.',
};
