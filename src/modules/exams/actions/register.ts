import { z } from 'zod';
import { getSchool, type SchoolRow } from '#modules/education/public.js';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { readableDay } from '#kernel/iso-date.js';
import { fill } from '#kernel/text.js';
import { type ActionContext, readAction, writeAction } from '#platform/actions/action.js';
import { candidateCode } from '../domain/candidate-code.js';
import { gradeOf } from '../domain/exam-words.js';
import { registerEntries } from '../permissions.js';
import { listNamedPupils, type Pupil } from '../store/entries.js';
import { confirmEntries, findFollowing, insertCodes, insertEntries, lockUnconfirmed, takeNumbers, withdrawEntry } from '../store/entry-changes.js';
import { type ExamEvent, findEvent, listPupilsToRegister, takeSitting, type WantedPupils } from '../store/sittings.js';
import { ALREADY_OFF, APPLIED_LATER, APPLY_BY, CHOOSE_PUPILS, HAS_FOLLOWING, MAIN_TERM_ONLY, NO_SUCH_EVENT, NOBODY_TO_CONFIRM, NOT_THEIR_PUPIL, REGISTER_BY } from '../texts.js';
import { DayOrNull, recordingOf } from './inputs.js';
import { getEntry, getSitting } from './scope.js';

export const Place = { regNr: z.string(), eventId: z.uuid() };

/** An event of the main term: into the extra one a candidate is sent from the first. @throws NotFound, Conflict */
export async function getEvent({ tx }: Pick<ActionContext, 'tx'>, id: string): Promise<ExamEvent> {
  const event = await findEvent(tx, id);
  if (!event) throw new NotFound('no-such-event', NO_SUCH_EVENT);
  if (event.term !== 'main') throw new Conflict('main-term-only', MAIN_TERM_ONLY);
  return event;
}

const wantedOf = (event: ExamEvent, school: SchoolRow, today: IsoDate): WantedPupils => ({ event, institutionId: school.id, grade: gradeOf(event.stage), day: today < event.heldOn ? today : event.heldOn });

export interface Registration {
  readonly school: SchoolRow;
  readonly event: ExamEvent;
  readonly pupils: readonly Pupil[];
  readonly today: IsoDate;
}

/** The pupils of the exam's grade who are not registered for it yet. */
export const openRegistration = readAction({
  name: 'exams.open-registration',
  title: { lv: 'Atvērta pārbaudījuma kārtotāju reģistrēšana', en: 'Registration for an exam opened' },
  permission: registerEntries,
  input: z.object(Place),
  async run(context, { regNr, eventId }): Promise<Registration> {
    const [school, event] = [await getSchool(context, regNr), await getEvent(context, eventId)];
    return { school, event, today: context.today, pupils: await listNamedPupils(context.tx, wantedOf(event, school, context.today), context.today) };
  },
  audit: ({ output }) => ({ subjects: output.pupils.map(({ personId }) => personId), facts: { exam: output.event.code, year: output.event.year, institution: output.school.id, found: output.pupils.length } }),
});

interface Application {
  /** Where it is said that registration is over. */
  readonly field: string;
  readonly byApplication: boolean;
  readonly appliedOn: IsoDate | null;
}

/** Until its days the institution registers, later the agency alone. @throws InvalidInput */
export function checkDeadlines({ scope, today }: Pick<ActionContext, 'scope' | 'today'>, event: ExamEvent, { field, byApplication, appliedOn }: Application): void {
  if (!scope.everywhere && today > event.changesUntil) throw invalid(field, fill(REGISTER_BY, { day: readableDay(event.changesUntil) }));
  if (byApplication && (appliedOn === null || appliedOn > today)) throw invalid('appliedOn', APPLIED_LATER);
  if (byApplication && !scope.everywhere && appliedOn! > event.applicationsUntil) throw invalid('appliedOn', fill(APPLY_BY, { day: readableDay(event.applicationsUntil) }));
}

/**
 * Puts pupils on the list of a sitting. Of grade 9 the school registers, without applications; in secondary school each has applied by the
 * deadline of the session. After the last day of changes only the agency adds anyone.
 */
export const registerPupils = writeAction({
  name: 'exams.register-pupils',
  title: { lv: 'Reģistrēts pārbaudījuma kārtošanai', en: 'Registered for an exam' },
  permission: registerEntries,
  input: z.object({ ...Place, persons: z.preprocess((raw) => (raw === undefined || raw === '' ? [] : Array.isArray(raw) ? raw : [raw]), z.array(z.uuid()).max(1_000)), appliedOn: DayOrNull }),
  async run(context, { regNr, eventId, persons, appliedOn }) {
    const { tx, today } = context;
    const [school, event] = [await getSchool(context, regNr), await getEvent(context, eventId)];
    const byApplication = event.stage === 'secondary';
    if (persons.length === 0) throw invalid('persons', CHOOSE_PUPILS);
    checkDeadlines(context, event, { field: 'persons', byApplication, appliedOn });
    const known = new Map((await listPupilsToRegister(tx, wantedOf(event, school, today))).map(({ personId, classTitle }) => [personId, classTitle]));
    if (persons.some((id) => !known.has(id))) throw invalid('persons', NOT_THEIR_PUPIL);
    const sittingId = await takeSitting(tx, eventId, school.id, recordingOf(context));
    const origin = byApplication ? { origin: 'application' as const, state: 'applied' as const, appliedOn } : { origin: 'school' as const, state: 'registered' as const, appliedOn: null };
    const entries = [...new Set(persons)].map((personId) => ({ sittingId, eventId, examId: event.examId, term: event.term, personId, classTitle: known.get(personId)!, candidateAs: 'pupil' as const, letBy: '', candidateCode: null, firstEntryId: null, ...origin }));
    await insertEntries(tx, entries, recordingOf(context));
    return { sittingId, code: event.code, year: event.year, entries: entries.length };
  },
  audit: ({ input, output }) => ({ subjects: input.persons, facts: { sitting: output.sittingId, exam: output.code, year: output.year, entries: output.entries } }),
});

/** Confirms everybody on the list of a sitting, each under a candidate code: the one they have at this institution, else the next of its series. */
export const confirmSitting = writeAction({
  name: 'exams.confirm-sitting',
  title: { lv: 'Apstiprināts pārbaudījuma kārtotāju saraksts', en: 'List of candidates confirmed' },
  permission: registerEntries,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    const { tx, today } = context;
    const sitting = await getSitting(context, id);
    const waiting = await lockUnconfirmed(tx, id, sitting.institutionId, today);
    if (waiting.length === 0) throw new Conflict('nobody-to-confirm', NOBODY_TO_CONFIRM);
    const without = waiting.filter(({ code }) => code === null);
    const series = without.length > 0 ? await takeNumbers(tx, sitting.institutionId, without.length) : null;
    const made = without.map(({ personId }, at) => ({ personId, code: candidateCode(series!.prefix, series!.first + at), institutionId: sitting.institutionId, validFrom: today }));
    await insertCodes(tx, made, recordingOf(context));
    const codeOf = new Map(made.map(({ personId, code }) => [personId, code]));
    await confirmEntries(tx, waiting.map(({ id: entryId, personId, code }) => ({ id: entryId, code: code ?? codeOf.get(personId)! })), recordingOf(context));
    return { sitting, subjects: waiting.map(({ personId }) => personId), codes: made.length };
  },
  audit: ({ output }) => ({ subjects: output.subjects, facts: { sitting: output.sitting.id, exam: output.sitting.code, year: output.sitting.year, entries: output.subjects.length, codes: output.codes } }),
});

/** Takes someone off the list of a sitting, with the reason. */
export const withdraw = writeAction({
  name: 'exams.withdraw-entry',
  title: { lv: 'Svītrots no pārbaudījuma kārtotājiem', en: 'Taken off the list of an exam' },
  permission: registerEntries,
  input: z.object({ id: z.uuid(), why: z.string().trim().min(1, { abort: true }).min(3).max(500) }),
  async run(context, { id, why }) {
    const { entry, sitting } = await getEntry(context, id);
    if (entry.state === 'withdrawn') throw new Conflict('already-off', ALREADY_OFF);
    if (await findFollowing(context.tx, id)) throw new Conflict('has-following', HAS_FOLLOWING);
    await withdrawEntry(context.tx, id, why, recordingOf(context));
    return { personId: entry.personId, sitting };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { entry: input.id, exam: output.sitting.code, year: output.sitting.year, why: input.why } }),
});

/** The form by which someone is taken off a list. */
export const openWithdrawForm = readAction({
  name: 'exams.open-withdraw-form',
  title: { lv: 'Atvērta veidlapa par pārbaudījuma kārtotāju', en: 'Form about a candidate opened' },
  permission: registerEntries,
  input: z.object({ id: z.uuid() }),
  run: (context, { id }) => getEntry(context, id),
  audit: ({ output }) => ({ subjects: [output.entry.personId], facts: { entry: output.entry.id } }),
});
