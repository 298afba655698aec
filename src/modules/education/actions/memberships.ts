import { z } from 'zod';
import { findLearner, type LearnerRow } from '#modules/persons/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import { addDays, type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { type ActionContext, readAction, type WriteContext, writeAction } from '#platform/actions/action.js';
import { placementDoubt } from '../domain/placement-doubt.js';
import { problemOfEnding } from '../domain/end-reasons.js';
import { classChanged, membershipCorrected, membershipEnded } from '../events.js';
import { keepPupils } from '../permissions.js';
import { type ClassRow, listClasses } from '../store/classes.js';
import { type EndReasonRow, findYearOn, listEndReasonChoices } from '../store/choices.js';
import { findSchoolById } from '../store/institutions.js';
import { correctMembership, endMembership, findMembership, listPlacements, lockPerson, type MembershipRow, place, type PlacementRow, reopenMembership, withdrawMembership } from '../store/memberships.js';
import { Checked } from './classifier-inputs.js';
import { ALREADY_ENDED, COMMENT_NEEDED, DAY_OUTSIDE_MEMBERSHIP, ENDS_BEFORE_START, NO_SUCH_MEMBERSHIP, NOT_ENDED, REASON_IS_GROUP, SAME_CLASS } from './refusals.js';
import { getClassFor } from './enrol.js';
import { recordingOf, schoolScope } from './school-scope.js';

/** A membership in an institution the actor keeps. @throws NotFound */
export async function getMembership(context: Pick<ActionContext, 'tx' | 'scope' | 'today'>, id: string): Promise<MembershipRow> {
  const membership = await findMembership(context.tx, id, await schoolScope(context));
  if (!membership) throw new NotFound('no-such-membership', NO_SUCH_MEMBERSHIP);
  return membership;
}

export interface MembershipForm {
  readonly membership: MembershipRow;
  readonly person: LearnerRow;
  readonly placements: readonly PlacementRow[];
  readonly classes: readonly ClassRow[];
  readonly reasons: readonly EndReasonRow[];
}

/** The form for moving to another class, ending or correcting a membership. The right to record is the reason to open it. */
export const openMembershipForm = readAction({
  name: 'education.open-membership-form',
  title: { lv: 'Atvērta izglītojamā piederības veidlapa', en: 'Form of a membership opened' },
  permission: keepPupils,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }): Promise<MembershipForm> {
    const { tx, today } = context;
    const membership = await getMembership(context, id);
    const year = await findYearOn(tx, today);
    const [person, placements, classes, reasons] = await Promise.all([
      findLearner(tx, membership.personId, today), listPlacements(tx, id), year === undefined ? [] : listClasses(tx, membership.institutionId, year, today, today), listEndReasonChoices(tx),
    ]);
    return { membership, person: person!, placements, classes, reasons };
  },
  audit: ({ output }) => ({ subjects: [output.membership.personId], facts: { membership: output.membership.id } }),
});

export async function changing(context: WriteContext, id: string): Promise<MembershipRow> {
  const { personId } = await getMembership(context, id);
  await lockPerson(context.tx, personId);
  return getMembership(context, id);
}

/**
 * Places a member in a class, or moves them to another from a day on; where they were until then stays written. A class of another grade or kind is
 * taken only when `confirmed` names it: then what looks like a slip is meant.
 */
export const placeInClass = writeAction({
  name: 'education.place-in-class',
  title: { lv: 'Izglītojamais ieskaitīts klasē', en: 'Pupil placed in a class' },
  permission: keepPupils,
  input: z.object({ id: z.uuid(), classId: z.uuid(), from: IsoDateInput, repeats: Checked, confirmed: z.string().default('') }),
  async run(context, { id, classId, from, repeats, confirmed }) {
    const membership = await changing(context, id);
    if (from < membership.validFrom || (membership.validTo !== null && from >= membership.validTo)) throw invalid('from', DAY_OUTSIDE_MEMBERSHIP);
    const school = (await findSchoolById(context.tx, membership.institutionId))!;
    const next = await getClassFor(context, school, classId, membership.programmeCode, from);
    const placements = await listPlacements(context.tx, id);
    const before = placements.find((one) => one.validFrom <= from && (one.validTo === null || one.validTo > from));
    if (before?.classId === classId) throw invalid('classId', SAME_CLASS);
    const doubt = placementDoubt(next, before ?? placements.find((one) => one.validFrom <= from), membership.stage);
    if (doubt && confirmed !== classId) throw invalid('confirmed', doubt);
    await place(context.tx, { membershipId: id, personId: membership.personId, classId, validFrom: from, repeats }, recordingOf(context));
    await context.announce(classChanged, { membershipId: id, classId, on: from });
    return { personId: membership.personId, from: before?.classId ?? null };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { membership: input.id, fromClass: output.from, toClass: input.classId, on: input.from } }),
});

/** Ends a membership after its last day, for a reason whose meaning stands beside it. */
export const endMembershipOf = writeAction({
  name: 'education.end-membership',
  title: { lv: 'Izbeigta izglītojamā piederība', en: 'Membership ended' },
  permission: keepPupils,
  input: z.object({ id: z.uuid(), lastDay: IsoDateInput, reason: z.string().min(1), comment: z.string().trim().max(1000).default(''), orderNr: z.string().trim().max(40).default(''), orderedOn: emptyAsNull(IsoDateInput) }),
  async run(context, { id, lastDay, reason, comment, orderNr, orderedOn }) {
    const membership = await changing(context, id);
    if (membership.validTo !== null) throw new Conflict('already-ended', ALREADY_ENDED);
    const validTo = addDays(lastDay, 1);
    if (validTo <= membership.validFrom) throw invalid('lastDay', ENDS_BEFORE_START);
    checkReason(await listEndReasonChoices(context.tx), reason, comment);
    await endMembership(context.tx, id, { validTo, reason, comment, orderNr, orderedOn }, recordingOf(context));
    await context.announce(membershipEnded, { membershipId: id, institutionId: membership.institutionId, on: validTo });
    return { personId: membership.personId };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { membership: input.id, reason: input.reason, lastDay: input.lastDay } }),
});

/** @throws InvalidInput at `reason` or `comment` */
function checkReason(reasons: readonly EndReasonRow[], reason: string, comment: string): void {
  const problem = problemOfEnding(reasons, reason, comment);
  if (problem === 'comment') throw invalid('comment', COMMENT_NEEDED);
  if (problem) throw invalid('reason', REASON_IS_GROUP);
}

/** Takes an ending back that was wrong; what was believed stays readable. */
export const reopen = writeAction({
  name: 'education.reopen-membership',
  title: { lv: 'Atcelta piederības izbeigšana', en: 'Ending of a membership taken back' },
  permission: keepPupils,
  input: z.object({ id: z.uuid(), why: z.string().trim().min(3).max(500) }),
  async run(context, { id }) {
    const membership = await changing(context, id);
    if (membership.validTo === null) throw new Conflict('not-ended', NOT_ENDED);
    await reopenMembership(context.tx, id, membership.validTo, recordingOf(context));
    return tellCorrected(context, membership);
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { membership: input.id, why: input.why } }),
});

/** Puts a membership's first day, form, kind and order right. */
export const correctMembershipOf = writeAction({
  name: 'education.correct-membership',
  title: { lv: 'Labota izglītojamā piederība', en: 'Membership corrected' },
  permission: keepPupils,
  input: z.object({
    id: z.uuid(), from: IsoDateInput, beside: Checked, form: z.enum(['full-time', 'evening', 'part-time', 'distance']), orderNr: z.string().trim().max(40).default(''),
    orderedOn: emptyAsNull(IsoDateInput), why: z.string().trim().min(3).max(500),
  }),
  async run(context, { id, from, beside, form, orderNr, orderedOn }) {
    const membership = await changing(context, id);
    if (membership.validTo !== null && from >= membership.validTo) throw invalid('from', ENDS_BEFORE_START);
    if (await hasPlacementBefore(context, id, membership.validFrom, from)) throw invalid('from', DAY_OUTSIDE_MEMBERSHIP);
    await correctMembership(context.tx, membership, { validFrom: from, form, isMain: !beside, orderNr, orderedOn }, recordingOf(context));
    return tellCorrected(context, membership);
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { membership: input.id, from: input.from, why: input.why } }),
});

/** Whether a later first day would leave a class before it: those that did not begin with the membership, or ended by then. */
async function hasPlacementBefore({ tx }: WriteContext, id: string, was: IsoDate, from: IsoDate): Promise<boolean> {
  return (await listPlacements(tx, id)).some((one) => (one.validFrom !== was && one.validFrom < from) || (one.validTo !== null && one.validTo <= from));
}

/** Takes a membership back that never was. */
export const withdraw = writeAction({
  name: 'education.withdraw-membership',
  title: { lv: 'Atsaukta kļūdaina piederība', en: 'Wrong membership taken back' },
  permission: keepPupils,
  input: z.object({ id: z.uuid(), why: z.string().trim().min(3).max(500) }),
  async run(context, { id }) {
    const membership = await changing(context, id);
    await withdrawMembership(context.tx, id, recordingOf(context));
    return tellCorrected(context, membership);
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { membership: input.id, why: input.why } }),
});

async function tellCorrected(context: WriteContext, { id, institutionId, validFrom, personId }: MembershipRow) {
  await context.announce(membershipCorrected, { membershipId: id, institutionId, on: validFrom });
  return { personId };
}
