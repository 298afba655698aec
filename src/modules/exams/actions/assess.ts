import { z } from 'zod';
import { findUserByLogin, ownUserId } from '#modules/access/public.js';
import { Conflict, Forbidden, invalid, NotFound } from '#kernel/errors.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction, type WriteContext } from '#platform/actions/action.js';
import { agreedPoints } from '../domain/assessment.js';
import { assess, keepResults } from '../permissions.js';
import { listParts } from '../store/catalogue.js';
import { type Appointed, appoint, claimNext, examsWithWork, findTask, isAppointed, listAppointed, listGiven, listTasks, markUnreadable, receiveWorks, saveAssessment, type Taking, type Task } from '../store/assessments.js';
import { examNumbersOn } from '../store/exam-parameters.js';
import { findStanding } from '../store/results.js';
import { putPoints } from '../store/works.js';
import { NO_MORE_WORKS, NO_SUCH_EVENT, NO_SUCH_USER, NO_SUCH_WORK, NOT_APPOINTED } from '../texts.js';
import { pointsOf } from './correct-result.js';
import { countResultsOf } from './count-results.js';
import { recordingOf } from './inputs.js';
import { getExam } from './show-catalogue.js';

export interface AssessorsDesk {
  readonly tasks: readonly Task[];
  readonly exams: readonly Appointed[];
  /** Exams of which a work could be taken. */
  readonly waiting: ReadonlySet<string>;
}

/** The exams for which one is appointed, and the works that one has in hand: codes and parts, nobody's name. */
export const openDesk = readAction({
  name: 'exams.open-assessment',
  title: { lv: 'Atvērta darbu vērtēšana', en: 'Assessment of works opened' },
  permission: assess,
  input: z.object({}),
  audit: NOT_PERSONAL,
  async run(context): Promise<AssessorsDesk> {
    const { tx, actor } = context;
    const me = ownUserId(actor);
    return { tasks: await listTasks(tx, me), exams: await listAppointed(tx, me), waiting: await worksToTake(context) };
  },
});

/** Institutions at which somebody has any right: there they work. */
const ownInstitutions = ({ actor }: Pick<ActionContext, 'actor'>): string[] => [...new Set([...actor.scopes.values()].flatMap(({ institutionIds }) => [...institutionIds]))];

async function takingOf({ tx, actor, today }: Pick<ActionContext, 'tx' | 'actor' | 'today'>): Promise<Taking> {
  const numbers = await examNumbersOn(tx, today);
  return { assessorId: ownUserId(actor), notOf: numbers['own-institution'] === 1 ? ownInstitutions({ actor }) : [], difference: numbers['assessment-difference'], near: numbers['near-threshold'] };
}

/** Exams for which one is appointed and has nothing in hand although a work waits. */
export const worksToTake = async (context: Pick<ActionContext, 'tx' | 'actor' | 'today' | 'now'>): Promise<ReadonlySet<string>> => examsWithWork(context.tx, await takingOf(context), context.now);

/** Takes the next work of an exam that somebody else has not assessed, and that is not of the assessor's own institution. */
export const takeWork = writeAction({
  name: 'exams.take-work',
  title: { lv: 'Vērtēšanai paņemts pārbaudījuma darbs', en: 'Work of an exam taken to be assessed' },
  permission: assess,
  input: z.object({ examId: z.uuid() }),
  async run(context, { examId }) {
    const { tx, now } = context;
    const me = ownUserId(context.actor);
    if (!(await isAppointed(tx, me, examId))) throw new Forbidden('not-appointed', NOT_APPOINTED);
    const held = (await listTasks(tx, me)).find((one) => one.examId === examId);
    if (held) return { id: held.id };
    const id = await claimNext(tx, { examId, ...(await takingOf(context)) }, now);
    if (!id) throw new Conflict('no-more-works', NO_MORE_WORKS);
    return { id };
  },
  audit: ({ output }) => ({ facts: { assessment: output.id } }),
});

async function ownTask({ tx, actor }: Pick<ActionContext, 'tx' | 'actor'>, id: string): Promise<Task> {
  const task = await findTask(tx, id, ownUserId(actor));
  if (!task) throw new NotFound('no-such-work', NO_SUCH_WORK);
  return task;
}

export const openWork = readAction({
  name: 'exams.open-work',
  title: { lv: 'Atvērts vērtējamais darbs', en: 'Work to be assessed opened' },
  permission: assess,
  input: z.object({ id: z.uuid() }),
  run: (context, { id }) => ownTask(context, id),
  audit: ({ output }) => ({ facts: { assessment: output.id, exam: output.code, year: output.year } }),
});

/** Gives a work its points; where assessments agree, or the third is there, that is what the work has earned. */
export const assessWork = writeAction({
  name: 'exams.assess-work',
  title: { lv: 'Novērtēts pārbaudījuma darbs', en: 'Work of an exam assessed' },
  permission: assess,
  input: z.object({ id: z.uuid(), points: z.string().trim().min(1).max(8) }),
  async run(context, { id, points }) {
    const task = await ownTask(context, id);
    const part = (await listParts(context.tx, task.examId)).find(({ number }) => number === task.part)!;
    await saveAssessment(context.tx, id, pointsOf(part, points, 'points'), context.now);
    const agreed = agreedPoints(await listGiven(context.tx, task.workId), (await examNumbersOn(context.tx, context.today))['assessment-difference']);
    if (agreed !== null) await earn(context, task, agreed);
    return task;
  },
  audit: ({ output }) => ({ facts: { assessment: output.id, exam: output.code, year: output.year, round: output.round } }),
});

async function earn(context: WriteContext, task: Task, halfPoints: number): Promise<void> {
  await putPoints(context.tx, [{ entryId: task.entryId, part: task.part, halfPoints }], 'assessments', recordingOf(context));
  if (task.round === 're-check') await countResultsOf(context, { eventId: task.eventId, entryIds: [task.entryId], why: 're-check' });
}

export const reportUnreadable = writeAction({
  name: 'exams.report-unreadable-work',
  title: { lv: 'Pārbaudījuma darbs atzīts par nesalasāmu', en: 'Work of an exam said to be unreadable' },
  permission: assess,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    const task = await ownTask(context, id);
    await markUnreadable(context.tx, task.workId, recordingOf(context));
    return task;
  },
  audit: ({ output }) => ({ facts: { assessment: output.id, exam: output.code, year: output.year } }),
});

/** Appoints an assessor of an exam by their login. */
export const appointAssessor = writeAction({
  name: 'exams.appoint-assessor',
  title: { lv: 'Iecelts pārbaudījuma vērtētājs', en: 'Assessor of an exam appointed' },
  permission: keepResults,
  input: z.object({ eventId: z.uuid(), login: z.string().trim().min(1).max(100) }),
  async run(context, { eventId, login }) {
    const event = await findStanding(context.tx, eventId);
    if (!event) throw new NotFound('no-such-event', NO_SUCH_EVENT);
    const user = await findUserByLogin(context.tx, login);
    if (!user) throw invalid('login', NO_SUCH_USER);
    await appoint(context.tx, user.id, (await getExam(context, event.year, event.code)).id, recordingOf(context));
    return event;
  },
  audit: ({ output }) => ({ facts: { exam: output.code, year: output.year } }),
});

/** Says that the works of an event that schools left have come and may be assessed. */
export const takeInWorks = writeAction({
  name: 'exams.take-in-works',
  title: { lv: 'Saņemti pārbaudījuma darbi', en: 'Works of an exam received' },
  permission: keepResults,
  input: z.object({ eventId: z.uuid() }),
  async run(context, { eventId }) {
    const event = await findStanding(context.tx, eventId);
    if (!event) throw new NotFound('no-such-event', NO_SUCH_EVENT);
    return { event, received: await receiveWorks(context.tx, eventId, recordingOf(context)) };
  },
  audit: ({ output }) => ({ facts: { exam: output.event.code, year: output.event.year, received: output.received } }),
});
