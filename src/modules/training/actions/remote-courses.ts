import { z } from 'zod';
import { ownUserId, PlaceInput, placesOf, type PlaceChoice } from '#modules/access/public.js';
import { instantInRiga } from '#kernel/clock.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Conflict, type FieldError, invalid, InvalidInput, NotFound } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { fill } from '#kernel/text.js';
import { TimeOfDayInput } from '#kernel/time-of-day.js';
import { isNowhere, type Scope } from '#platform/actions/actor.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { scopeOf, SIGNED_IN } from '#platform/actions/permission.js';
import type { Read } from '#platform/db/transaction.js';
import { isOpenForApplying } from '../domain/applying.js';
import { parseQuestionnaire, type AskedOfParticipant, sameShape } from '../domain/questionnaire.js';
import { delegateParticipants, organiseCourses } from '../permissions.js';
import { listOffered, type OfferedRow } from '../store/courses.js';
import { countSent, findOwnParticipation, giveFreeSeats, listParticipants, listSenders, type OwnParticipationRow } from '../store/participations.js';
import { cancelRemote, findRemote, findRemoteInScope, insertRemote, listComing, listPast, lockRemote, type RemoteFacts, type RemoteRow, updateRemote } from '../store/remote-courses.js';
import { APPLY_BEFORE_START, CANCELLED, ENDS_BEFORE, ENGLISH_DIFFERS, HAS_BEGUN, IN_THE_PAST, LINE, NO_SUCH_REMOTE, NOT_YOUR_PLACE, QUESTIONS_STAY, SEATS_TAKEN, WAS_HELD } from '../texts.js';
import { type InstantPosition, InstantPositionInput } from './inputs.js';
import { tellOfCancelling, tellOfMove, tellOfSeat, tellSenderOfCancelling } from './tell-participants.js';

export type { RemoteRow };

const PAGE = 30;

export interface RemoteList {
  readonly past: boolean;
  readonly courses: readonly RemoteRow[];
  readonly next: string | null;
}

/** Remote courses that are to come, or those that are over: open to everyone signed in. */
export const listRemoteCourses = readAction({
  name: 'training.list-remote-courses',
  title: { lv: 'Apskatītas attālinātās mācības', en: 'Remote courses looked at' },
  permission: SIGNED_IN,
  input: z.object({ past: z.enum(['yes', '']).default(''), after: InstantPositionInput }),
  audit: NOT_PERSONAL,
  async run({ tx, now }, { past, after }): Promise<RemoteList> {
    const found = await (past ? listPast : listComing)(tx, now, after, PAGE + 1);
    const courses = found.slice(0, PAGE);
    const last = found.length > PAGE ? courses.at(-1) : undefined;
    return { past: past === 'yes', courses, next: last ? JSON.stringify([last.startsAt.toISOString(), last.id] satisfies InstantPosition) : null };
  },
});

export interface RemoteDetails {
  readonly remote: RemoteRow;
  readonly organises: boolean;
  /** May send users, while applications last. */
  readonly delegates: boolean;
  /** How the actor stands with it; undefined for whoever is not sent. */
  readonly own: OwnParticipationRow | undefined;
}

export const readRemoteCourse = readAction({
  name: 'training.read-remote-course',
  title: { lv: 'Apskatītas vienas attālinātās mācības', en: 'One remote course looked at' },
  permission: SIGNED_IN,
  input: z.object({ id: z.uuid() }),
  audit: NOT_PERSONAL,
  async run({ tx, actor, today, now }, { id }): Promise<RemoteDetails> {
    const remote = await getRemote(tx, id);
    const organises = !isNowhere(scopeOf(actor, organiseCourses)) && (await findRemoteInScope(tx, id, scopeOf(actor, organiseCourses))) !== undefined;
    return { remote, organises, delegates: !isNowhere(scopeOf(actor, delegateParticipants)) && !remote.cancelled && isOpenForApplying(remote, today, now), own: await findOwnParticipation(tx, id, ownUserId(actor), now) };
  },
});

export interface RemoteForm {
  readonly remote: RemoteRow | undefined;
  readonly courses: readonly OfferedRow[];
  readonly places: readonly PlaceChoice[];
  readonly everywhere: boolean;
}

export const openRemoteForm = readAction({
  name: 'training.open-remote-form',
  title: { lv: 'Atvērta attālinātu mācību veidlapa', en: 'Form of a remote course opened' },
  permission: organiseCourses,
  input: z.object({ id: z.uuid().optional() }),
  audit: NOT_PERSONAL,
  async run({ tx, scope, today }, { id }): Promise<RemoteForm> {
    const remote = id === undefined ? undefined : await getOrganised(tx, id, scope);
    const places = (await placesOf(tx, { ...scope, institutionIds: [] }, today)).filter(({ place }) => place.kind === 'municipality');
    return { remote, courses: await listOffered(tx), places, everywhere: scope.everywhere };
  },
});

const words = (most: number) => z.string().trim().max(most).default('');
const RemoteInput = z.object({
  id: z.uuid().optional(),
  organiser: PlaceInput.optional(),
  courseId: emptyAsNull(z.uuid()),
  titleLv: z.string().trim().min(3).max(200),
  titleEn: words(200),
  aboutLv: words(2_000),
  aboutEn: words(2_000),
  startsOn: IsoDateInput,
  startsAt: TimeOfDayInput,
  endsOn: IsoDateInput,
  endsAt: TimeOfDayInput,
  venue: z.string().trim().max(500).regex(/^https:\/\/[^\s/]+\S*$/, 'not-online'),
  seats: z.coerce.number().int().min(1).max(10_000),
  applyUntil: IsoDateInput,
  questionsLv: words(10_000),
  questionsEn: words(10_000),
});

/**
 * Announces a remote course, or changes one. More seats are given at once to those who wait; questions that were answered stay, and
 * so does a beginning that has come: results count from it. Everyone who is sent is told of a new time or address.
 */
export const saveRemoteCourse = writeAction({
  name: 'training.save-remote-course',
  title: { lv: 'Saglabātas attālinātas mācības', en: 'Remote course saved' },
  permission: organiseCourses,
  input: RemoteInput,
  async run(context, input) {
    const { tx, actor, scope, now } = context;
    const facts = factsOf(input);
    if (input.id === undefined) {
      if (facts.startsAt <= now) throw invalid('startsOn', IN_THE_PAST);
      return { id: await insertRemote(tx, organiserOf(input, scope), facts, ownUserId(actor), now), given: 0 };
    }
    const { id } = input;
    await lockRemote(tx, id);
    const before = await getOrganised(tx, id, scope);
    if (before.cancelled) throw new Conflict('remote-cancelled', CANCELLED);
    const movesStart = facts.startsAt.getTime() !== before.startsAt.getTime();
    if (movesStart && before.startsAt <= now) throw invalid('startsOn', HAS_BEGUN);
    if (movesStart && facts.startsAt <= now) throw invalid('startsOn', IN_THE_PAST);
    if (facts.seats < before.confirmed) throw invalid('seats', fill(SEATS_TAKEN, { n: before.confirmed }));
    const asksAnew = plain(facts.questionsLv) !== plain(before.questionsLv) || plain(facts.questionsEn) !== plain(before.questionsEn);
    if (asksAnew && (await countSent(tx, id)) > 0) throw invalid('questionsLv', QUESTIONS_STAY);
    await updateRemote(tx, id, facts);
    const isElsewhere = movesStart || facts.endsAt.getTime() !== before.endsAt.getTime() || facts.venue !== before.venue;
    if (isElsewhere && facts.endsAt > now) for (const one of await listParticipants(tx, id)) await tellOfMove(context, { ...before, ...facts }, one);
    const given = await giveFreeSeats(tx, id);
    for (const one of given) await tellOfSeat(context, { ...before, ...facts }, one);
    return { id, given: given.length };
  },
  audit: ({ output }) => ({ facts: { remote: output.id, seatsGiven: output.given } }),
});

/** Browsers end lines of a form otherwise than files do. */
const plain = (words: string): string => words.replaceAll('\r\n', '\n').trim();

/** A municipality organises its own; the country's are organised by those who may do so everywhere. */
function organiserOf({ organiser }: z.infer<typeof RemoteInput>, scope: Scope): number | null {
  if (organiser?.kind === 'municipality' && (scope.everywhere || scope.unitIds.includes(organiser.unitId))) return organiser.unitId;
  if (organiser?.kind === 'country' && scope.everywhere) return null;
  throw invalid('organiser', NOT_YOUR_PLACE);
}

/** @throws InvalidInput beside each field that is not in order with the others. */
function factsOf({ id: _id, organiser: _organiser, startsOn, startsAt, endsOn, endsAt, ...rest }: z.infer<typeof RemoteInput>): RemoteFacts {
  const wrong: FieldError[] = [];
  const begins = instantInRiga(startsOn, `${startsAt}:00`);
  const ends = instantInRiga(endsOn, `${endsAt}:00`);
  if (ends <= begins) wrong.push({ field: 'endsAt', message: ENDS_BEFORE });
  if (rest.applyUntil > startsOn) wrong.push({ field: 'applyUntil', message: APPLY_BEFORE_START });
  const lv = parseQuestionnaire(rest.questionsLv);
  const en = rest.questionsEn === '' ? null : parseQuestionnaire(rest.questionsEn);
  for (const [field, parsed] of [['questionsLv', lv], ['questionsEn', en]] as const) {
    const problem = parsed?.problems[0];
    if (problem) wrong.push({ field, message: { lv: fill(LINE, { line: problem.line, words: problem.text.lv }).lv, en: fill(LINE, { line: problem.line, words: problem.text.en }).en } });
  }
  if (en && wrong.length === 0 && !sameShape(lv.questions, en.questions)) wrong.push({ field: 'questionsEn', message: ENGLISH_DIFFERS });
  if (wrong.length > 0) throw new InvalidInput(wrong);
  return { ...rest, startsAt: begins, endsAt: ends };
}

/** Calls a remote course off and tells everyone who was sent to it, and who sent them, with the reason. */
export const cancelRemoteCourse = writeAction({
  name: 'training.cancel-remote-course',
  title: { lv: 'Atceltas attālinātas mācības', en: 'Remote course cancelled' },
  permission: organiseCourses,
  input: z.object({ id: z.uuid(), why: z.string().trim().min(3).max(500) }),
  async run(context, { id, why }) {
    const { tx, actor, scope, now } = context;
    const by = ownUserId(actor);
    await lockRemote(tx, id);
    const remote = await getOrganised(tx, id, scope);
    if ((await listParticipants(tx, id)).some(({ attended }) => attended === true)) throw new Conflict('remote-was-held', WAS_HELD);
    if ((await cancelRemote(tx, id, why, by, now)) === 0) throw new Conflict('remote-cancelled', CANCELLED);
    const participants = await listParticipants(tx, id);
    for (const one of participants) await tellOfCancelling(context, remote, one, { why });
    const heard = new Set([by, ...participants.map((one) => one.userId)]);
    for (const { id: userId, email, sent } of await listSenders(tx, { remoteId: id })) {
      if (!heard.has(userId)) await tellSenderOfCancelling(context, remote, { id, userId, email }, { why, sent: String(sent) });
    }
    return participants.length;
  },
  audit: ({ input, output }) => ({ facts: { remote: input.id, told: output } }),
});

/** @throws NotFound */
export async function getRemote(tx: Read, id: string): Promise<RemoteRow> {
  const remote = await findRemote(tx, id);
  if (!remote) throw new NotFound('no-such-remote', NO_SUCH_REMOTE);
  return remote;
}

/** One the actor organises. @throws NotFound */
export async function getOrganised(tx: Read, id: string, scope: Scope): Promise<RemoteRow> {
  const remote = await findRemoteInScope(tx, id, scope);
  if (!remote) throw new NotFound('no-such-remote', NO_SUCH_REMOTE);
  return remote;
}

/** What participants are asked, in a language; Latvian where there is no English. */
export const questionnaireOf = ({ questionsLv, questionsEn }: Pick<RemoteRow, 'questionsLv' | 'questionsEn'>, lang: 'lv' | 'en'): readonly AskedOfParticipant[] =>
  parseQuestionnaire(lang === 'en' && questionsEn !== '' ? questionsEn : questionsLv).questions;

