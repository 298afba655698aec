import { z } from 'zod';
import { invalid, NotFound } from '#kernel/errors.js';
import { IsoDateInput, readableDay } from '#kernel/iso-date.js';
import { fill } from '#kernel/text.js';
import { TimeOfDayInput } from '#kernel/time-of-day.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { yearName } from '#modules/education/public.js';
import { LEVEL_CODES, LEVELS, type Stage, STAGES, stageOf, TERMS } from '../domain/exam-words.js';
import { MOST_PARTS, parsePoints, WHOLE } from '../domain/scoring.js';
import { keepExams } from '../permissions.js';
import { type EventRow, type ExamRow, findSession, findThreshold, listEvents, listExamYears, listParts, listSessions, type PartRow, type SessionRow } from '../store/catalogue.js';
import { copyYear, correctSession, putEvent, putScoring, putThreshold } from '../store/keep-catalogue.js';
import { hasProtocols } from '../store/exam-day.js';
import { ANNOUNCED_BEFORE, DAYS_OUT_OF_ORDER, HAS_PROTOCOLS, MAIN_TERM_FIRST, NO_EXAMS, NO_POINTS, NO_SUCH_SESSION, NOT_IN_SESSION, WEIGHTS_MAKE_A_HUNDRED, YEAR_PREPARED } from '../texts.js';
import { basis, Code, DayOrNull, recordingOf, Year } from './inputs.js';
import { getExam } from './show-catalogue.js';

const OPEN_FORM = { lv: 'Atvērta pārbaudījumu veidlapa', en: 'Form about exams opened' };

export const openScoringForm = readAction({
  name: 'exams.open-scoring-form',
  title: OPEN_FORM,
  permission: keepExams,
  input: z.object({ year: Year, code: Code }),
  audit: NOT_PERSONAL,
  async run(context, { year, code }): Promise<{ exam: ExamRow; parts: readonly PartRow[] }> {
    const exam = await getExam(context, year, code);
    return { exam, parts: await listParts(context.tx, exam.id) };
  },
});

const PartInput = z.object({
  nameLv: z.string().trim().min(1).max(120), nameEn: z.string().trim().min(1).max(120), weight: z.coerce.number().int().min(1).max(WHOLE),
  points: z.string().trim().min(1),
});

/** Changes how an exam is counted: a new version, by which later results are made. Earlier ones keep theirs. */
export const changeScoring = writeAction({
  name: 'exams.change-scoring',
  title: { lv: 'Mainīta pārbaudījuma vērtēšanas kārtība', en: 'How an exam is counted changed' },
  permission: keepExams,
  input: z.object({ year: Year, code: Code, parts: z.array(PartInput).min(1).max(MOST_PARTS), ...basis }),
  async run(context, { year, code, parts, ...based }) {
    const exam = await getExam(context, year, code);
    const counted = parts.map(({ points, ...part }, at): PartRow => {
      const maxHalfPoints = parsePoints(points);
      if (!maxHalfPoints || maxHalfPoints > 4_000) throw invalid(`parts.${at}.points`, NO_POINTS);
      return { ...part, number: at + 1, maxHalfPoints };
    });
    const sum = counted.reduce((total, { weight }) => total + weight, 0);
    if (sum !== WHOLE) throw invalid('parts.0.weight', fill(WEIGHTS_MAKE_A_HUNDRED, { n: sum }));
    return { year, code, parts: await putScoring(context.tx, exam.id, counted, based, recordingOf(context)) };
  },
  audit: ({ input, output }) => ({ facts: { exam: input.code, year: input.year, parts: output.parts, basis: input.legalBasis } }),
});

const Level = z.enum(LEVELS);

export const openThresholdForm = readAction({
  name: 'exams.open-threshold-form',
  title: OPEN_FORM,
  permission: keepExams,
  input: z.object({ year: Year, level: Level }),
  audit: NOT_PERSONAL,
  run: async ({ tx }, { year, level }) => ({ year, level, percent: await findThreshold(tx, year, level) }),
});

/** Sets from how many per cent there is a certificate. */
export const changeThreshold = writeAction({
  name: 'exams.change-threshold',
  title: { lv: 'Mainīts sertifikāta slieksnis', en: 'Threshold of the certificate changed' },
  permission: keepExams,
  input: z.object({ year: Year, level: Level, percent: z.coerce.number().int().min(0).max(WHOLE), ...basis }),
  async run(context, { year, level, percent, ...based }) {
    const { tx } = context;
    if (!(await listExamYears(tx)).includes(year)) throw new NotFound('no-exams', NO_EXAMS);
    const before = await findThreshold(tx, year, level);
    await putThreshold(tx, year, level, percent, based, recordingOf(context));
    return { year, before };
  },
  audit: ({ input, output }) => ({ facts: { year: input.year, level: LEVEL_CODES[input.level], before: output.before, after: input.percent, basis: input.legalBasis } }),
});

/** @throws NotFound */
async function getSession({ tx }: Pick<ActionContext, 'tx'>, year: number, stage: Stage): Promise<SessionRow> {
  const session = await findSession(tx, year, stage);
  if (!session) throw new NotFound('no-such-session', NO_SUCH_SESSION);
  return session;
}

export const openSessionForm = readAction({
  name: 'exams.open-session-form',
  title: OPEN_FORM,
  permission: keepExams,
  input: z.object({ year: Year, stage: z.enum(STAGES) }),
  audit: NOT_PERSONAL,
  run: (context, { year, stage }) => getSession(context, year, stage),
});

/** Corrects when a session is and until when pupils apply and change their choice. */
export const changeSession = writeAction({
  name: 'exams.change-session',
  title: { lv: 'Mainītas eksāmenu sesijas dienas', en: 'Days of an exam session changed' },
  permission: keepExams,
  input: z.object({ year: Year, stage: z.enum(STAGES), applicationsUntil: IsoDateInput, changesUntil: IsoDateInput, startsOn: IsoDateInput, endsOn: IsoDateInput, announcedOn: DayOrNull, ...basis }),
  async run(context, { year, stage, legalBasis, verified, ...days }) {
    const session = await getSession(context, year, stage);
    if (days.changesUntil < days.applicationsUntil) throw invalid('changesUntil', DAYS_OUT_OF_ORDER);
    if (days.startsOn < days.changesUntil) throw invalid('startsOn', DAYS_OUT_OF_ORDER);
    if (days.endsOn < days.startsOn) throw invalid('endsOn', DAYS_OUT_OF_ORDER);
    if (days.announcedOn !== null && days.announcedOn < days.startsOn) throw invalid('announcedOn', ANNOUNCED_BEFORE);
    await correctSession(context.tx, session.id, days, { legalBasis, verified }, recordingOf(context));
    return { year };
  },
  audit: ({ input }) => ({ facts: { year: input.year, stage: input.stage, from: input.startsOn, through: input.endsOn, basis: input.legalBasis } }),
});

export const openEventForm = readAction({
  name: 'exams.open-event-form',
  title: OPEN_FORM,
  permission: keepExams,
  input: z.object({ year: Year, code: Code, term: z.enum(TERMS) }),
  audit: NOT_PERSONAL,
  async run(context, { year, code, term }): Promise<{ exam: ExamRow; term: typeof term; session: SessionRow; event: EventRow | null }> {
    const exam = await getExam(context, year, code);
    const events = await listEvents(context.tx, exam.id);
    return { exam, term, session: await getSession(context, year, stageOf(exam.level)), event: events.find((one) => one.term === term) ?? null };
  },
});

/** Sets when an exam is held. The main term lies in its session, the extra one after the main. */
export const setEvent = writeAction({
  name: 'exams.set-event',
  title: { lv: 'Noteikta pārbaudījuma norises diena', en: 'Day of an exam set' },
  permission: keepExams,
  input: z.object({ year: Year, code: Code, term: z.enum(TERMS), heldOn: IsoDateInput, startsAt: TimeOfDayInput, ...basis }),
  async run(context, { year, code, term, heldOn, startsAt, legalBasis, verified }) {
    const { tx } = context;
    const exam = await getExam(context, year, code);
    const session = await getSession(context, year, stageOf(exam.level));
    const events = await listEvents(tx, exam.id);
    const [main, own] = [events.find((one) => one.term === 'main'), events.find((one) => one.term === term)];
    if (term === 'main' && (heldOn < session.startsOn || heldOn > session.endsOn)) throw invalid('heldOn', fill(NOT_IN_SESSION, { from: readableDay(session.startsOn), to: readableDay(session.endsOn) }));
    if (term === 'extra' && (!main || heldOn <= main.heldOn)) throw invalid('heldOn', MAIN_TERM_FIRST);
    if (own && own.heldOn !== heldOn && (await hasProtocols(tx, own.id))) throw invalid('heldOn', HAS_PROTOCOLS);
    await putEvent(tx, { sessionId: session.id, examId: exam.id, term, heldOn, startsAt }, { legalBasis, verified }, recordingOf(context));
    return { year, code };
  },
  audit: ({ input }) => ({ facts: { exam: input.code, year: input.year, term: input.term, on: input.heldOn, basis: input.legalBasis } }),
});

/** Begins the next school year by the pattern of the latest: everything is marked as compared with no act, and no exam has a day yet. */
export const prepareYear = writeAction({
  name: 'exams.prepare-year',
  title: { lv: 'Sagatavots nākamā mācību gada pārbaudījumu saraksts', en: 'Exams of the next school year prepared' },
  permission: keepExams,
  input: z.object({ from: Year }),
  async run(context, { from }) {
    const { tx } = context;
    const years = await listExamYears(tx);
    if (!years.includes(from) || (await listSessions(tx, from)).length === 0) throw new NotFound('no-exams', NO_EXAMS);
    if (years.includes(from + 1)) throw invalid('from', YEAR_PREPARED);
    return { year: from + 1, exams: await copyYear(tx, from, `Pieņemts pēc ${yearName(from).lv} mācību gada parauga`, recordingOf(context)) };
  },
  audit: ({ output }) => ({ facts: { year: output.year, exams: output.exams } }),
});
