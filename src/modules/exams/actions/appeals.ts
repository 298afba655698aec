import { z } from 'zod';
import { covers } from '#modules/access/public.js';
import { schoolScope } from '#modules/education/public.js';
import { isMinorOn, listWards } from '#modules/persons/public.js';
import { dayInRiga } from '#kernel/clock.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Conflict, Forbidden, invalid, NotFound } from '#kernel/errors.js';
import { type IsoDate, IsoDateInput, readableDay } from '#kernel/iso-date.js';
import { fill } from '#kernel/text.js';
import { type ActionContext, readAction, writeAction, type WriteContext } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { businessCalendar } from '#platform/calendar/business-calendar.js';
import { daysOfCalendar, MUNICIPAL } from '#platform/calendar/calendar-day.js';
import { findCalendarDays } from '#platform/calendar/calendar-store.js';
import type { Read } from '#platform/db/transaction.js';
import { APPEAL_ABOUT, APPEAL_OUTCOMES, APPEAL_STATES, LODGED_BY, type LodgedBy, monthsLater, outcomeOfChange } from '../domain/appeals.js';
import { decideAppeals, registerAppeals } from '../permissions.js';
import { listParts, type PartRow } from '../store/catalogue.js';
import { type AppealRow, type Contestable, countAppeals, decideAppealRow, deleteMember, findAppeal, findContestable, insertAppeal, insertMember, listAppeals, listMembers, type MemberRow, wasHeard } from '../store/appeals.js';
import { examNumbersOn } from '../store/exam-parameters.js';
import { type ContestedWork, listContestedWorks } from '../store/seen-works.js';
import { listVersions, type ResultVersion } from '../store/results.js';
import { listWorks, putPoints, type WorkRow } from '../store/works.js';
import { ALREADY_DECIDED, APPEAL_TOO_LATE, DECIDED_BEFORE, DECIDES_NO_APPEALS, HEARD_ALREADY, NO_SUCH_APPEAL, NOT_YOURS_TO_CONTEST, NOTHING_TO_CONTEST, POINTS_SAY_OTHERWISE } from '../texts.js';
import { choicesFor, type CommissionChoices, listDeciders } from './commission-choices.js';
import { pointsOf } from './correct-result.js';
import { countResultsOf } from './count-results.js';
import { recordingOf } from './inputs.js';
import { getEntry, mayAt } from './scope.js';

/** Months counted by their days; what ends on a free day ends on the next working one. */
async function dayAfter(tx: Read, day: IsoDate, months: number): Promise<IsoDate> {
  return businessCalendar(daysOfCalendar(MUNICIPAL, await findCalendarDays(tx))).workingDayFrom(monthsLater(day, months));
}

/** Until when a result published on a day may be contested. */
export async function appealUntil(tx: Read, visibleFrom: Date): Promise<IsoDate> {
  const published = dayInRiga(visibleFrom);
  return dayAfter(tx, published, (await examNumbersOn(tx, published))['appeal-months']);
}

/** The same for many results, whose instants are few: each is worked out once. */
export function appealUntilOnce(tx: Read): (visibleFrom: Date) => Promise<IsoDate> {
  const found = new Map<number, IsoDate>();
  return async (visibleFrom) => {
    const until = found.get(visibleFrom.getTime()) ?? (await appealUntil(tx, visibleFrom));
    found.set(visibleFrom.getTime(), until);
    return until;
  };
}

const PAGE = 50;
export interface Appeals {
  readonly appeals: readonly AppealRow[];
  readonly next: string | null;
  readonly state: (typeof APPEAL_STATES)[number];
  readonly counts: Awaited<ReturnType<typeof countAppeals>>;
}

export const openAppeals = readAction({
  name: 'exams.open-appeals',
  title: { lv: 'Apskatītas apelācijas', en: 'Appeals looked at' },
  permission: registerAppeals,
  input: z.object({ state: z.enum([...APPEAL_STATES, '']).default('').transform((state) => (state === '' ? ('lodged' as const) : state)), after: emptyAsNull(z.uuid()) }),
  reasonNeeded: true,
  async run(context, { state, after }): Promise<Appeals> {
    const { tx, today } = context;
    const scope = await schoolScope(context);
    const found = await listAppeals(tx, { scope, state, today }, after, PAGE + 1);
    const appeals = found.slice(0, PAGE);
    return { appeals, state, next: found.length > PAGE ? appeals.at(-1)!.id : null, counts: await countAppeals(tx, scope, today) };
  },
  audit: ({ output }) => ({ subjects: output.appeals.map(({ personId }) => personId), facts: { found: output.appeals.length } }),
});

export interface ShownAppeal {
  readonly appeal: AppealRow;
  readonly members: readonly MemberRow[];
  /** Who may join the commission; null where nothing is to be decided any more, or not by the one who looks. */
  readonly joining: CommissionChoices | null;
  readonly parts: readonly PartRow[];
  readonly works: readonly WorkRow[];
  readonly versions: readonly ResultVersion[];
  readonly needed: { readonly agency: number; readonly assessors: number };
  readonly mayDecide: boolean;
  /** Contested works that were scanned, for whoever sits in the commission. */
  readonly toSee: readonly ContestedWork[];
}

async function getAppeal(context: ActionContext, id: string): Promise<AppealRow> {
  const appeal = await findAppeal(context.tx, id, await schoolScope(context), context.today);
  if (!appeal) throw new NotFound('no-such-appeal', NO_SUCH_APPEAL);
  return appeal;
}

async function shownAppeal(context: ActionContext, id: string, words = ''): Promise<ShownAppeal> {
  const { tx, today } = context;
  const appeal = await getAppeal(context, id);
  const numbers = await examNumbersOn(tx, today);
  const mayDecide = await mayAt(context, decideAppeals, appeal.institutionId);
  const parts = (await listParts(tx, appeal.examId)).filter(({ number }) => appeal.parts === null || appeal.parts.includes(number));
  const members = mayDecide ? await listMembers(tx, id) : [];
  return {
    appeal, parts, mayDecide, members, works: mayDecide ? await listWorks(tx, appeal.entryId) : [], joining: mayDecide && appeal.state === 'lodged' ? await choicesFor(context, appeal, members, words) : null, versions: await listVersions(tx, appeal.entryId),
    needed: { agency: numbers['appeal-agency-members'], assessors: numbers['appeal-assessors'] },
    toSee: context.actor.id && mayDecide ? (await listContestedWorks(tx, context.actor.id)).filter(({ appealId }) => appealId === id) : [],
  };
}
const auditOf = ({ output: { appeal } }: { output: { readonly appeal: AppealRow } }) => ({ subjects: [appeal.personId], facts: { appeal: appeal.id, exam: appeal.code, year: appeal.year } });

export const viewAppeal = readAction({
  name: 'exams.view-appeal',
  title: { lv: 'Apskatīta apelācija', en: 'Appeal looked at' },
  permission: registerAppeals,
  input: z.object({ id: z.uuid(), member: z.string().trim().max(100).default('') }),
  reasonNeeded: true,
  run: (context, { id, member }) => shownAppeal(context, id, member),
  audit: auditOf,
});

/** @throws NotFound where nothing published is there to contest; Conflict where an appeal against this version was decided: only another version can be contested again */
async function contestable(context: ActionContext, entryId: string): Promise<Contestable & { readonly until: IsoDate }> {
  const found = await findContestable(context.tx, entryId, context.now);
  if (!found) throw new NotFound('nothing-to-contest', NOTHING_TO_CONTEST);
  if (await wasHeard(context.tx, found.resultId)) throw new Conflict('heard-already', HEARD_ALREADY);
  return { ...found, until: await appealUntil(context.tx, found.visibleFrom) };
}

/** Whether a result is published, its term of appeal not over, and no appeal against it heard already. */
export async function isContestable({ tx, now, today }: Pick<ActionContext, 'tx' | 'now' | 'today'>, entryId: string): Promise<boolean> {
  const found = await findContestable(tx, entryId, now);
  return found !== undefined && today <= (await appealUntil(tx, found.visibleFrom)) && !(await wasHeard(tx, found.resultId));
}

const Parts = z.preprocess((raw) => (raw === undefined || raw === '' ? [] : Array.isArray(raw) ? raw : [raw]), z.array(z.coerce.number().int().min(1).max(5)));
const written = { about: z.enum(APPEAL_ABOUT), parts: Parts, reason: z.string().trim().min(1, { abort: true }).min(10).max(2_000) };

interface Lodged {
  readonly about: string;
  readonly parts: readonly number[];
  readonly reason: string;
  readonly lodgedBy: LodgedBy;
  readonly channel: string;
  readonly lodgedOn: IsoDate;
}

/** Lodges an appeal within its term. @throws InvalidInput beside the day */
async function lodge(context: WriteContext, found: Awaited<ReturnType<typeof contestable>>, { about, parts, reason, lodgedBy, channel, lodgedOn }: Lodged): Promise<string> {
  const { tx } = context;
  const published = dayInRiga(found.visibleFrom);
  if (lodgedOn < published || lodgedOn > found.until || lodgedOn > context.today) throw invalid('lodgedOn', fill(APPEAL_TOO_LATE, { from: readableDay(published), day: readableDay(found.until) }));
  const dueOn = await dayAfter(tx, lodgedOn, (await examNumbersOn(tx, lodgedOn))['appeal-decision-months']);
  const all = (await listParts(tx, found.examId)).map(({ number }) => number);
  const contested = parts.length === 0 || all.every((part) => parts.includes(part)) ? null : all.filter((part) => parts.includes(part));
  return insertAppeal(tx, { entryId: found.entryId, about, parts: contested, reason, lodgedBy, channel, lodgedOn, dueOn, resultBefore: found.resultId }, recordingOf(context));
}

export const openAppealForm = readAction({
  name: 'exams.open-appeal-form',
  title: { lv: 'Atvērta apelācijas reģistrēšana', en: 'Form of an appeal opened' },
  permission: registerAppeals,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    const { entry, sitting } = await getEntry(context, id);
    return { entry, sitting, parts: await listParts(context.tx, entry.examId), ...(await contestable(context, id)) };
  },
  audit: ({ output }) => ({ subjects: [output.entry.personId], facts: { entry: output.entry.id, exam: output.sitting.code, year: output.sitting.year } }),
});

/** An institution or the agency registers what was handed in on paper or came by e-address. */
export const registerAppeal = writeAction({
  name: 'exams.register-appeal',
  title: { lv: 'Reģistrēta apelācija', en: 'Appeal registered' },
  permission: registerAppeals,
  input: z.object({ id: z.uuid(), ...written, lodgedBy: z.enum(LODGED_BY), channel: z.enum(['paper', 'e-address']), lodgedOn: IsoDateInput }),
  async run(context, { id, ...lodged }) {
    const { entry, sitting } = await getEntry(context, id);
    return { entry, sitting, id: await lodge(context, await contestable(context, id), lodged) };
  },
  audit: ({ input, output }) => ({ subjects: [output.entry.personId], facts: { appeal: output.id, exam: output.sitting.code, year: output.sitting.year, about: input.about } }),
});

/** Whoever is of age contests their own result, a representative that of a minor. @throws Forbidden */
async function ownContestable(context: ActionContext, entryId: string): Promise<{ readonly found: Awaited<ReturnType<typeof contestable>>; readonly lodgedBy: LodgedBy }> {
  const { tx, today, actor } = context;
  const found = await contestable(context, entryId);
  const isMinor = isMinorOn(found.bornOn, today);
  if (actor.personId === found.personId && !isMinor) return { found, lodgedBy: 'pupil' };
  if (isMinor && actor.personId && (await listWards(tx, actor.personId, today)).some(({ id }) => id === found.personId)) return { found, lodgedBy: 'representative' };
  throw new Forbidden('not-yours-to-contest', NOT_YOURS_TO_CONTEST);
}

export const openOwnAppealForm = readAction({
  name: 'exams.open-own-appeal-form',
  title: { lv: 'Atvērta apelācijas iesniegšana', en: 'Form of an own appeal opened' },
  permission: SIGNED_IN,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    const { found } = await ownContestable(context, id);
    return { ...found, parts: await listParts(context.tx, found.examId) };
  },
  audit: ({ output }) => ({ subjects: [output.personId], facts: { entry: output.entryId } }),
});

export const lodgeOwnAppeal = writeAction({
  name: 'exams.lodge-appeal',
  title: { lv: 'Iesniegta apelācija', en: 'Appeal lodged' },
  permission: SIGNED_IN,
  input: z.object({ id: z.uuid(), ...written }),
  async run(context, { id, ...said }) {
    const { found, lodgedBy } = await ownContestable(context, id);
    return { id: await lodge(context, found, { ...said, lodgedBy, channel: 'program', lodgedOn: context.today }), personId: found.personId };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { appeal: output.id, about: input.about } }),
});

/** An appeal that waits, where the actor decides. */
async function openToDecide(context: ActionContext, id: string): Promise<AppealRow> {
  const appeal = await getAppeal(context, id);
  if (!covers(await schoolScope(context), { kind: 'institution', institutionId: appeal.institutionId })) throw new NotFound('no-such-appeal', NO_SUCH_APPEAL);
  if (appeal.state !== 'lodged') throw new Conflict('already-decided', ALREADY_DECIDED);
  return appeal;
}

export const addMember = writeAction({
  name: 'exams.add-appeal-member',
  title: { lv: 'Apelācijas komisijai pievienots loceklis', en: 'Member added to the commission of an appeal' },
  permission: decideAppeals,
  input: z.object({ id: z.uuid(), user: z.uuid(), partIn: z.enum(['agency', 'assessor']) }),
  async run(context, { id, user, partIn }) {
    const appeal = await openToDecide(context, id);
    if (partIn === 'agency' && !(await listDeciders(context)).some(({ userId }) => userId === user)) throw new Conflict('decides-no-appeals', DECIDES_NO_APPEALS);
    await insertMember(context.tx, id, user, partIn);
    return { appeal };
  },
  audit: auditOf,
});

export const removeMember = writeAction({
  name: 'exams.remove-appeal-member',
  title: { lv: 'No apelācijas komisijas noņemts loceklis', en: 'Member taken out of the commission of an appeal' },
  permission: decideAppeals,
  input: z.object({ id: z.uuid(), user: z.uuid() }),
  async run(context, { id, user }) {
    const appeal = await openToDecide(context, id);
    await deleteMember(context.tx, id, user);
    return { appeal };
  },
  audit: auditOf,
});

/** Decides an appeal: the mark stays, rises or falls. Other points make another version of the result, from which a new certificate follows. */
export const decideAppeal = writeAction({
  name: 'exams.decide-appeal',
  title: { lv: 'Izlemta apelācija', en: 'Appeal decided' },
  permission: decideAppeals,
  input: z.object({ id: z.uuid(), outcome: z.enum(APPEAL_OUTCOMES), points: z.record(z.string(), z.string().trim()), decisionNr: z.string().trim().min(1).max(60), decidedOn: IsoDateInput, explanation: z.string().trim().min(1, { abort: true }).min(10).max(2_000) }),
  async run(context, { id, outcome, points, decisionNr, decidedOn, explanation }) {
    const { tx } = context;
    const appeal = await openToDecide(context, id);
    if (decidedOn < appeal.lodgedOn || decidedOn > context.today) throw invalid('decidedOn', DECIDED_BEFORE);
    const { parts } = await shownAppeal(context, id);
    const before = new Map((await listWorks(tx, appeal.entryId)).map((one) => [one.part, one.halfPoints ?? 0]));
    const given = parts.flatMap((part) => ((points[String(part.number)] ?? '') === '' || !before.has(part.number) ? [] : [{ entryId: appeal.entryId, part: part.number, halfPoints: pointsOf(part, points[String(part.number)]!, `points.${part.number}`) }]));
    const sum = (of: (part: number) => number) => given.reduce((all, { part }) => all + of(part), 0);
    const after = new Map(given.map(({ part, halfPoints }) => [part, halfPoints]));
    if (outcomeOfChange(sum((part) => before.get(part)!), sum((part) => after.get(part)!)) !== outcome) throw invalid('outcome', POINTS_SAY_OTHERWISE);
    let resultAfter: string | null = null;
    if (outcome !== 'keep') {
      await putPoints(tx, given, 'appeal', recordingOf(context));
      await countResultsOf(context, { eventId: appeal.eventId, entryIds: [appeal.entryId], why: 'appeal', decision: `${decisionNr}, ${readableDay(decidedOn)}` });
      resultAfter = (await listVersions(tx, appeal.entryId)).find(({ supersededAt }) => supersededAt === null)?.id ?? null;
    }
    if (!(await decideAppealRow(tx, id, { outcome, decisionNr, decidedOn, explanation, resultAfter }, recordingOf(context)))) throw new Conflict('already-decided', ALREADY_DECIDED);
    return { appeal };
  },
  audit: ({ input, output }) => ({ ...auditOf({ output }), facts: { ...auditOf({ output }).facts, outcome: input.outcome, decision: input.decisionNr } }),
});
