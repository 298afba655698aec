import { z } from 'zod';
import { listHoldersAt, ownUserId } from '#modules/access/public.js';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import { readableDay } from '#kernel/iso-date.js';
import { inLatvianOrder } from '#kernel/latvian-order.js';
import { fill } from '#kernel/text.js';
import { type ActionContext, readAction, writeAction } from '#platform/actions/action.js';
import { dueParts, MARKS, participationOf } from '../domain/entry-facts.js';
import { seatAll } from '../domain/seating.js';
import { protocolApproved } from '../events.js';
import { approveProtocols, leadExams, seeSittings } from '../permissions.js';
import { listParts, type PartRow } from '../store/catalogue.js';
import { countTabs, type ListedEntry, streamEntries, type Tab } from '../store/entries.js';
import { expectWorks } from '../store/assessments.js';
import { answerProtocol, deleteRoom, insertProtocol, insertRoom, listProtocols, listRooms, type ProtocolCounts, type ProtocolRow, putMarks, seatEntries } from '../store/exam-day.js';
import type { SittingRow } from '../store/sittings.js';
import { CONFIRM_BEFORE_PROTOCOL, MARK_EVERYBODY, NO_PROTOCOL, NO_SUCH_ROOM, NOT_A_TAKER, NOT_BEFORE_THE_DAY, TOO_FEW_SEATS } from '../texts.js';
import { recordingOf } from './inputs.js';
import { getSitting, mayAt } from './scope.js';

const ofSitting = ({ output }: { output: { readonly sitting: SittingRow } }) => ({ facts: { sitting: output.sitting.id, exam: output.sitting.code, year: output.sitting.year } });

/** Everybody of one side of a sitting, by name, without personal codes. */
async function everybody({ tx, today }: Pick<ActionContext, 'tx' | 'today'>, { id, parts }: SittingRow, tab: Tab): Promise<ListedEntry[]> {
  const all: ListedEntry[] = [];
  for await (const one of streamEntries(tx, { sittingId: id, tab, sort: 'name', descending: false, parts, withCodes: false, today })) all.push(one);
  return all;
}

export const addRoom = writeAction({
  name: 'exams.add-room',
  title: { lv: 'Pievienota pārbaudījuma telpa', en: 'Room of an exam added' },
  permission: leadExams,
  input: z.object({ id: z.uuid(), name: z.string().trim().min(1).max(60), seats: z.coerce.number().int().min(1).max(300) }),
  async run(context, { id, name, seats }) {
    const sitting = await getSitting(context, id);
    await insertRoom(context.tx, id, name, seats);
    return { sitting };
  },
  audit: ({ input, output }) => ({ facts: { ...ofSitting({ output }).facts, room: input.name, seats: input.seats } }),
});

export const openRooms = readAction({
  name: 'exams.open-room-form',
  title: { lv: 'Atvērta pārbaudījuma telpu veidlapa', en: 'Form of rooms of an exam opened' },
  permission: leadExams,
  input: z.object({ id: z.uuid() }),
  run: async (context, { id }) => ({ sitting: await getSitting(context, id) }),
  audit: ofSitting,
});

export const removeRoom = writeAction({
  name: 'exams.remove-room',
  title: { lv: 'Noņemta pārbaudījuma telpa', en: 'Room of an exam removed' },
  permission: leadExams,
  input: z.object({ id: z.uuid(), room: z.uuid() }),
  async run(context, { id, room }) {
    const sitting = await getSitting(context, id);
    if (!(await deleteRoom(context.tx, id, room))) throw new NotFound('no-such-room', NO_SUCH_ROOM);
    return { sitting };
  },
  audit: ofSitting,
});

/** Seats everybody who takes the exam anew, by name; who has support that needs a room apart sits in the last one. */
export const seatEverybody = writeAction({
  name: 'exams.seat-everybody',
  title: { lv: 'Kārtotāji sadalīti telpās', en: 'Candidates seated in rooms' },
  permission: leadExams,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    const sitting = await getSitting(context, id);
    const takers = await everybody(context, sitting, 'takers');
    const sitters = takers.map((one) => ({ entryId: one.id, apart: one.facts.some(({ kind, ground }) => kind === 'support' && ground === 'separate-room') }));
    const seats = seatAll(await listRooms(context.tx, id), sitters);
    if (!seats) throw new Conflict('too-few-seats', TOO_FEW_SEATS);
    await seatEntries(context.tx, id, seats);
    return { sitting, subjects: takers.map(({ personId }) => personId), seated: seats.length };
  },
  audit: ({ output }) => ({ subjects: output.subjects, facts: { ...ofSitting({ output }).facts, seated: output.seated } }),
});

export interface AttendanceForm {
  readonly sitting: SittingRow;
  readonly parts: readonly PartRow[];
  readonly takers: readonly ListedEntry[];
  /** The protocol has been handed in: what is marked stands. */
  readonly isClosed: boolean;
}

async function attendanceOf(context: ActionContext, id: string): Promise<AttendanceForm> {
  const sitting = await getSitting(context, id);
  const isClosed = (await listProtocols(context.tx, id)).some(({ state }) => state !== 'returned');
  return { sitting, isClosed, parts: await listParts(context.tx, sitting.examId), takers: await everybody(context, sitting, 'takers') };
}

export const openAttendance = readAction({
  name: 'exams.open-attendance',
  title: { lv: 'Atvērta dalības atzīmēšana pārbaudījumā', en: 'Marking of participation opened' },
  permission: leadExams,
  input: z.object({ id: z.uuid() }),
  run: (context, { id }) => attendanceOf(context, id),
  audit: ({ output }) => ({ subjects: output.takers.map(({ personId }) => personId), facts: { ...ofSitting({ output }).facts, found: output.takers.length } }),
});

/** Marks who took which part, from the day of the exam on. `rest`: everybody who is not marked yet was present in what they were to take. */
export const markAttendance = writeAction({
  name: 'exams.mark-attendance',
  title: { lv: 'Atzīmēta dalība pārbaudījumā', en: 'Participation in an exam marked' },
  permission: leadExams,
  input: z.object({ id: z.uuid(), marks: z.array(z.object({ entryId: z.uuid(), part: z.number().int(), mark: z.enum(MARKS) })).max(10_000), rest: z.boolean() }),
  async run(context, { id, marks, rest }) {
    const { sitting, takers } = await attendanceOf(context, id);
    if (context.today < sitting.heldOn) throw invalid('marks', fill(NOT_BEFORE_THE_DAY, { day: readableDay(sitting.heldOn) }));
    const due = new Map(takers.map((one) => [one.id, dueParts(sitting.parts, one.facts)]));
    if (marks.some(({ entryId, part }) => !due.get(entryId)?.includes(part))) throw invalid('marks', NOT_A_TAKER);
    const known = new Set([...marks.map(({ entryId, part }) => `${entryId} ${part}`), ...takers.flatMap((one) => one.marks.map(({ part }) => `${one.id} ${part}`))]);
    const others = rest ? [...due].flatMap(([entryId, parts]) => parts.filter((part) => !known.has(`${entryId} ${part}`)).map((part) => ({ entryId, part, mark: 'present' as const }))) : [];
    const all = [...marks, ...others].map((one) => ({ ...one, hasWork: one.mark === 'present' || one.mark === 'partial' }));
    const changed = await putMarks(context.tx, all, recordingOf(context));
    const concerned = new Set(all.map(({ entryId }) => entryId));
    return { sitting, changed, subjects: takers.filter((one) => concerned.has(one.id)).map(({ personId }) => personId) };
  },
  audit: ({ output }) => ({ subjects: output.subjects, facts: { ...ofSitting({ output }).facts, changed: output.changed } }),
});

export interface ShownProtocol {
  readonly sitting: SittingRow;
  readonly parts: readonly PartRow[];
  readonly entries: readonly ListedEntry[];
  readonly counts: ProtocolCounts;
  /** Candidates who must be confirmed or taken off, and those who must be marked, before it can be handed in. */
  readonly lacking: { readonly unconfirmed: number; readonly unmarked: number };
  /** The latest first. */
  readonly protocols: readonly ProtocolRow[];
  readonly mayLead: boolean;
  readonly mayApprove: boolean;
  /** Who of the institution may approve it, where the one who looks handed it in; null where that is not so. */
  readonly others: readonly string[] | null;
}

function countedOf({ parts }: SittingRow, entries: readonly ListedEntry[]): ProtocolCounts {
  const took = entries.map((one) => participationOf(parts, one.facts, one.marks));
  const count = (what: ReturnType<typeof participationOf>) => took.filter((one) => one === what).length;
  const withFact = (kind: string) => entries.filter((one) => one.facts.some((fact) => fact.kind === kind)).length;
  return {
    taken: count('all'), partial: count('some'), absent: count('none'), expelled: count('expelled'), exempt: withFact('exempt'), replaced: withFact('replaced'),
    works: entries.filter((one) => one.marks.some(({ hasWork }) => hasWork)).length,
  };
}

const othersToApprove = async ({ tx, actor, today }: ActionContext, { institutionId }: SittingRow): Promise<string[]> =>
  (await listHoldersAt(tx, approveProtocols.name, institutionId, today)).filter(({ userId }) => userId !== actor.id).map(({ name }) => name).sort(inLatvianOrder);

/** The participation protocol of a sitting, to be printed, handed in and approved. */
export const viewProtocol = readAction({
  name: 'exams.view-protocol',
  title: { lv: 'Apskatīts dalības protokols', en: 'Participation protocol looked at' },
  permission: seeSittings,
  input: z.object({ id: z.uuid() }),
  reasonNeeded: true,
  async run(context, { id }): Promise<ShownProtocol> {
    const { tx } = context;
    const sitting = await getSitting(context, id);
    const entries = (await everybody(context, sitting, 'registered')).filter(({ state }) => state === 'confirmed');
    const protocols = await listProtocols(tx, id);
    const isOwn = protocols.some(({ state, submittedById }) => state === 'submitted' && submittedById === context.actor.id);
    return {
      sitting, entries, counts: countedOf(sitting, entries), lacking: await countTabs(tx, id, sitting.parts), parts: await listParts(tx, sitting.examId), protocols, others: isOwn ? await othersToApprove(context, sitting) : null,
      mayLead: await mayAt(context, leadExams, sitting.institutionId), mayApprove: await mayAt(context, approveProtocols, sitting.institutionId),
    };
  },
  audit: ({ output }) => ({ subjects: output.entries.map(({ personId }) => personId), facts: { ...ofSitting({ output }).facts, found: output.entries.length } }),
});

/** Hands in the protocol: who took what stands from then on, until the head gives it back. */
export const submitProtocol = writeAction({
  name: 'exams.submit-protocol',
  title: { lv: 'Iesniegts dalības protokols', en: 'Participation protocol handed in' },
  permission: leadExams,
  input: z.object({ id: z.uuid(), remarks: z.string().trim().max(2_000).default('') }),
  async run(context, { id, remarks }) {
    const { tx } = context;
    const sitting = await getSitting(context, id);
    const open = await countTabs(tx, id, sitting.parts);
    if (open.unconfirmed > 0) throw new Conflict('unconfirmed', fill(CONFIRM_BEFORE_PROTOCOL, { n: open.unconfirmed }));
    if (open.unmarked > 0) throw new Conflict('unmarked', fill(MARK_EVERYBODY, { n: open.unmarked }));
    const entries = await everybody(context, sitting, 'registered');
    await insertProtocol(tx, id, countedOf(sitting, entries), remarks, context.now, ownUserId(context.actor));
    return { sitting, found: entries.length };
  },
  audit: ({ output }) => ({ facts: { ...ofSitting({ output }).facts, found: output.found } }),
});

/** Approves the protocol that was handed in; by somebody else than who handed it in. */
export const approveProtocol = writeAction({
  name: 'exams.approve-protocol',
  title: { lv: 'Apstiprināts dalības protokols', en: 'Participation protocol approved' },
  permission: approveProtocols,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    const sitting = await getSitting(context, id);
    if (!(await answerProtocol(context.tx, id, 'approved', '', context.now, ownUserId(context.actor)))) throw new Conflict('no-protocol', NO_PROTOCOL);
    await expectWorks(context.tx, id, recordingOf(context));
    await context.announce(protocolApproved, { sittingId: id, examCode: sitting.code, year: sitting.year, institutionId: sitting.institutionId });
    return { sitting };
  },
  audit: ofSitting,
});

/** Gives the protocol back to be corrected; it stays with the reason, and another follows. */
export const returnProtocol = writeAction({
  name: 'exams.return-protocol',
  title: { lv: 'Atdots labošanai dalības protokols', en: 'Participation protocol given back' },
  permission: approveProtocols,
  input: z.object({ id: z.uuid(), why: z.string().trim().min(1, { abort: true }).min(3).max(500) }),
  async run(context, { id, why }) {
    const sitting = await getSitting(context, id);
    if (!(await answerProtocol(context.tx, id, 'returned', why, context.now, ownUserId(context.actor)))) throw new Conflict('no-protocol', NO_PROTOCOL);
    return { sitting };
  },
  audit: ({ input, output }) => ({ facts: { ...ofSitting({ output }).facts, why: input.why } }),
});
