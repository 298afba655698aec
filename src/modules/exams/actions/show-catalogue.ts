import { z } from 'zod';
import { schoolYearOn, YearInput } from '#modules/education/public.js';
import { NotFound } from '#kernel/errors.js';
import { type ActionContext, NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { stageOf } from '../domain/exam-words.js';
import {
  type BeforeRow, type EventRow, type ExamRow, findExam, findSession, findThreshold, type ListedExam, listBefore, listEvents, listExams, listExamYears, listScorings, listSessions, listThresholds, type ScoringRow,
  type SessionRow, type ThresholdRow,
} from '../store/catalogue.js';
import { NO_EXAMS, NO_SUCH_EXAM } from '../texts.js';
import { Code, Year } from './inputs.js';

export interface Catalogue {
  readonly years: readonly number[];
  readonly year: number;
  readonly exams: readonly ListedExam[];
  readonly thresholds: readonly ThresholdRow[];
  readonly sessions: readonly SessionRow[];
  readonly before: readonly BeforeRow[];
}

/** The years that have exams, and the one asked for, else today's, else the latest. @throws NotFound where there are none at all */
export async function chooseYear({ tx, today }: Pick<ActionContext, 'tx' | 'today'>, wanted: number | null): Promise<{ readonly years: readonly number[]; readonly year: number }> {
  const years = await listExamYears(tx);
  const current = wanted ?? (await schoolYearOn(tx, today));
  const year = years.find((one) => one === current) ?? years[0];
  if (year === undefined) throw new NotFound('no-exams', NO_EXAMS);
  return { years, year };
}

/** What is examined in a school year, from how many per cent there is a certificate, and when the sessions are. Public. */
export const openCatalogue = readAction({
  name: 'exams.open-catalogue',
  title: { lv: 'Apskatīti mācību gada pārbaudījumi', en: 'Exams of a school year looked at' },
  permission: ANYONE,
  input: z.object({ year: YearInput }),
  audit: NOT_PERSONAL,
  async run(context, { year: wanted }): Promise<Catalogue> {
    const { tx } = context;
    const { years, year } = await chooseYear(context, wanted);
    const sessions = await listSessions(tx, year);
    return { years, year, sessions, exams: await listExams(tx, year), thresholds: await listThresholds(tx, year), before: await listBefore(tx, sessions.map(({ id }) => id)) };
  },
});

export interface ShownExam {
  readonly exam: ExamRow;
  /** All versions of its counting, the one that holds first. */
  readonly scorings: readonly ScoringRow[];
  readonly threshold: number | null;
  readonly session: SessionRow | null;
  readonly events: readonly EventRow[];
  readonly before: readonly BeforeRow[];
}

/** @throws NotFound for an exam that the year does not have */
export async function getExam({ tx }: Pick<ActionContext, 'tx'>, year: number, code: string): Promise<ExamRow> {
  const exam = await findExam(tx, year, code);
  if (!exam) throw new NotFound('no-such-exam', NO_SUCH_EXAM);
  return exam;
}

/** One exam of a year: its parts and their weights in every version, its threshold, its days. Public. */
export const openExam = readAction({
  name: 'exams.open-exam',
  title: { lv: 'Apskatīts pārbaudījums', en: 'Exam looked at' },
  permission: ANYONE,
  input: z.object({ year: Year, code: Code }),
  audit: NOT_PERSONAL,
  async run(context, { year, code }): Promise<ShownExam> {
    const { tx } = context;
    const exam = await getExam(context, year, code);
    const events = await listEvents(tx, exam.id);
    return {
      exam, events, scorings: await listScorings(tx, exam.id),
      threshold: exam.kind === 'monitoring work' ? null : await findThreshold(tx, year, exam.level),
      session: (await findSession(tx, year, stageOf(exam.level))) ?? null,
      before: await listBefore(tx, events.map(({ id }) => id)),
    };
  },
});
