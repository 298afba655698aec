import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Conflict, type FieldError, InvalidInput, NotFound } from '#kernel/errors.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import type { Read } from '#platform/db/transaction.js';
import { type CoursePage, parseCourse, type Question, questionsOf } from '../domain/course-text.js';
import { type Answers, mark } from '../domain/marking.js';
import { type AttemptRow, findAnswers, findAttempt, findOpenAttempt, finishAttempt, giveUpAttempt, insertAttempt, lockAttempt, reachPage, saveAnswer } from '../store/attempts.js';
import { findVersion, type VersionRow } from '../store/courses.js';
import { findResultOfAttempt, type ResultRow } from '../store/results.js';
import { ANSWER_ALL_FIRST, ATTEMPT_OVER, CHOOSE_AN_ANSWER, NO_SUCH_ATTEMPT } from '../texts.js';
import { getOfferedVersion } from './read-course.js';
import { recordResult } from './record-result.js';

/** Begins a course, or goes on where one left it; an attempt at an older version is given up for the newest. */
export const startCourse = writeAction({
  name: 'training.start-course',
  title: { lv: 'Sākts mācību kurss', en: 'Course begun' },
  permission: SIGNED_IN,
  input: z.object({ courseId: z.uuid() }),
  async run({ tx, actor, now }, { courseId }) {
    const userId = ownUserId(actor);
    const version = await getOfferedVersion(tx, courseId);
    const open = await findOpenAttempt(tx, courseId, userId);
    if (open?.courseVersionId === version.id) return open.id;
    if (open) await giveUpAttempt(tx, open.id, now);
    return insertAttempt(tx, courseId, version.id, userId, now);
  },
  audit: ({ input, output }) => ({ facts: { course: input.courseId, attempt: output } }),
});

export interface AttemptPage {
  readonly attempt: AttemptRow;
  readonly version: VersionRow;
  /** The page shown, counted from 0, and how many there are. */
  readonly page: number;
  readonly pages: number;
  /** Of the page's first question in the whole course. */
  readonly firstQuestion: number;
  readonly answers: Answers;
}

const PageNumber = emptyAsNull(z.coerce.number().int().min(1).max(1_000));

/** One page of a course that is being taken: where one left it, or an earlier one. */
export const readAttemptPage = readAction({
  name: 'training.read-attempt-page',
  title: { lv: 'Lasīta mācību kursa lapa', en: 'Page of a course read' },
  permission: SIGNED_IN,
  input: z.object({ id: z.uuid(), page: PageNumber }),
  audit: NOT_PERSONAL,
  async run({ tx, actor }, { id, page: wanted }): Promise<AttemptPage> {
    const { attempt, version } = await getAttempt(tx, id, ownUserId(actor));
    if (attempt.finishedAt || attempt.givenUpAt) throw new Conflict('attempt-over', ATTEMPT_OVER);
    const { pages } = parseCourse(version.textLv);
    const page = Math.min(wanted ? wanted - 1 : attempt.page, attempt.page, pages.length - 1);
    return { attempt, version, page, pages: pages.length, firstQuestion: firstQuestionOf(pages, page), answers: await findAnswers(tx, id) };
  },
});

/** Answers as the form sends them: number of the question in the course → numbers of the choices. */
const AnswersInput = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** Keeps the answers of a page and goes on; on the last page they are marked and the result is recorded. */
export const answerPage = writeAction({
  name: 'training.answer-page',
  title: { lv: 'Atbildēts uz mācību kursa jautājumiem', en: 'Questions of a course answered' },
  permission: SIGNED_IN,
  input: z.object({ id: z.uuid(), page: z.coerce.number().int().min(1), answers: AnswersInput }),
  async run(context, { id, page: number, answers: sent }) {
    const { tx, actor, now, today } = context;
    const userId = ownUserId(actor);
    const attempt = await lockAttempt(tx, id, userId);
    const version = attempt && (await findVersion(tx, attempt.courseVersionId));
    if (!attempt || !version) throw new NotFound('no-such-attempt', NO_SUCH_ATTEMPT);
    // A button pressed twice leads to the same result.
    if (attempt.finishedAt) return { attemptId: id, next: null, passed: null };
    if (attempt.givenUpAt) throw new Conflict('attempt-over', ATTEMPT_OVER);
    const { pages } = parseCourse(version.textLv);
    const page = number - 1;
    if (page > attempt.page || page >= pages.length) throw new Conflict('answer-all-first', ANSWER_ALL_FIRST);
    const first = firstQuestionOf(pages, page);
    for (const [question, chosen] of chosenOn(pages[page]!, first, sent)) await saveAnswer(tx, id, question, chosen, now);
    await reachPage(tx, id, Math.min(page + 1, pages.length - 1));
    if (page + 1 < pages.length) return { attemptId: id, next: page + 2, passed: null };
    const marked = mark(questionsOf(pages), await findAnswers(tx, id), version.passPercent);
    await finishAttempt(tx, id, now);
    await recordResult(context, { userId, version, on: today, marked, from: { attemptId: id }, title: version });
    return { attemptId: id, next: null, passed: marked.passed };
  },
  audit: ({ input, output }) => ({ facts: { attempt: input.id, page: input.page, ...(output.passed !== null && { passed: output.passed }) } }),
});

/** @throws InvalidInput beside each question of the page that has no answer, or one that is not among its choices. */
function chosenOn(page: CoursePage, first: number, sent: z.infer<typeof AnswersInput>): Map<number, number[]> {
  const chosen = new Map<number, number[]>();
  const missing: FieldError[] = [];
  page.questions.forEach((question, at) => {
    const number = first + at;
    const one = [...new Set([sent[String(number)] ?? []].flat().map(Number))];
    if (isAnswer(question, one)) chosen.set(number, one);
    else missing.push({ field: `q${number}`, message: CHOOSE_AN_ANSWER });
  });
  if (missing.length > 0) throw new InvalidInput(missing);
  return chosen;
}

const isAnswer = ({ choices, several }: Question, chosen: readonly number[]): boolean =>
  chosen.length > 0 && (several || chosen.length === 1) && chosen.every((at) => Number.isInteger(at) && at >= 0 && at < choices.length);

const firstQuestionOf = (pages: readonly CoursePage[], page: number): number => questionsOf(pages.slice(0, page)).length;

export interface AttemptResult {
  readonly version: VersionRow;
  readonly result: ResultRow;
  readonly answers: Answers;
}

/** How a finished attempt went: each question with what one answered and why. */
export const readAttemptResult = readAction({
  name: 'training.read-attempt-result',
  title: { lv: 'Apskatīts savs mācību rezultāts', en: 'Own result looked at' },
  permission: SIGNED_IN,
  input: z.object({ id: z.uuid() }),
  audit: NOT_PERSONAL,
  async run({ tx, actor }, { id }): Promise<AttemptResult> {
    const { version } = await getAttempt(tx, id, ownUserId(actor));
    const result = await findResultOfAttempt(tx, id);
    if (!result) throw new NotFound('no-such-attempt', NO_SUCH_ATTEMPT);
    return { version, result, answers: await findAnswers(tx, id) };
  },
});

async function getAttempt(tx: Read, id: string, userId: string): Promise<{ attempt: AttemptRow; version: VersionRow }> {
  const attempt = await findAttempt(tx, id, userId);
  const version = attempt && (await findVersion(tx, attempt.courseVersionId));
  if (!attempt || !version) throw new NotFound('no-such-attempt', NO_SUCH_ATTEMPT);
  return { attempt, version };
}
