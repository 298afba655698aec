import { z } from 'zod';
import { findLearner, type LearnerRow } from '#modules/persons/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid, NotFound } from '#kernel/errors.js';
import { addDays, type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { jsonInput } from '#kernel/json-input.js';
import { type ActionContext, readAction, type WriteContext, writeAction } from '#platform/actions/action.js';
import { exemptionChanged } from '../events.js';
import { keepPupils } from '../permissions.js';
import { listSubjectChoices, type SubjectChoice } from '../store/choices.js';
import { correctExemption, type ExemptionFacts, type ExemptionRow, findExemption, insertExemption, isMemberOn, type ListedExemption, listExemptionsIn } from '../store/exemptions.js';
import type { SchoolRow } from '../store/institutions.js';
import { withdrawRow } from '../store/keep-believed.js';
import { findMembership, lockPerson, type MembershipRow } from '../store/memberships.js';
import { DAY_OUTSIDE_MEMBERSHIP, ENDS_BEFORE_IT_BEGINS, NO_SUCH_EXEMPTION, NO_SUCH_MEMBERSHIP, OUTLASTS_MEMBERSHIP, SUBJECT_NOT_TAUGHT } from './refusals.js';
import { getSchool, recordingOf, schoolScope } from './school-scope.js';

type Context = Pick<ActionContext, 'tx' | 'scope' | 'today'>;
const PAGE = 50;

export interface ExemptionList {
  readonly school: SchoolRow;
  readonly day: IsoDate;
  readonly exemptions: readonly ListedExemption[];
  readonly next: string | null;
}

/** Which learners of an institution are exempt from what on a day; on what basis is on the learner's card alone. */
export const openExemptions = readAction({
  name: 'education.list-exemptions',
  title: { lv: 'Apskatīti atbrīvojumi no mācību priekšmetiem', en: 'Exemptions from subjects looked at' },
  permission: keepPupils,
  input: z.object({ regNr: z.string(), on: emptyAsNull(IsoDateInput), after: emptyAsNull(jsonInput(z.tuple([z.string(), z.string(), z.uuid()]))) }),
  async run(context, { regNr, on, after }): Promise<ExemptionList> {
    const school = await getSchool(context, regNr);
    const day = on ?? context.today;
    const found = await listExemptionsIn(context.tx, school.id, day, after, PAGE + 1);
    const exemptions = found.slice(0, PAGE);
    const last = found.length > PAGE ? exemptions.at(-1) : undefined;
    return { school, day, exemptions, next: last ? JSON.stringify([last.familyKey, last.givenKey, last.id]) : null };
  },
  audit: ({ output }) => ({ subjects: [...new Set(output.exemptions.map((one) => one.personId))], facts: { institution: output.school.id, found: output.exemptions.length } }),
});

async function getMembership({ tx, scope, today }: Context, id: string): Promise<MembershipRow> {
  const found = await findMembership(tx, id, await schoolScope({ tx, scope, today }));
  if (!found) throw new NotFound('no-such-membership', NO_SUCH_MEMBERSHIP);
  return found;
}

/** An exemption that the actor's institutions keep. @throws NotFound alike for "is not" and "may not" */
async function getExemption(context: Context, id: string): Promise<ExemptionRow> {
  const found = await findExemption(context.tx, id, await schoolScope(context), context.today);
  if (!found) throw new NotFound('no-such-exemption', NO_SUCH_EXEMPTION);
  return found;
}

export interface ExemptionForm {
  readonly person: LearnerRow;
  readonly membership: MembershipRow | null;
  readonly exemption: ExemptionRow | null;
  readonly subjects: readonly SubjectChoice[];
}

/** The form for a new exemption of a member, or for correcting one. The right to record is the reason to open it. */
export const openExemptionForm = readAction({
  name: 'education.open-exemption-form',
  title: { lv: 'Atvērta atbrīvojuma veidlapa', en: 'Form of an exemption opened' },
  permission: keepPupils,
  input: z.object({ membershipId: z.uuid().optional(), id: z.uuid().optional() }),
  async run(context, { membershipId, id }): Promise<ExemptionForm> {
    const { tx, today } = context;
    if (id === undefined && membershipId === undefined) throw new NotFound('no-such-membership', NO_SUCH_MEMBERSHIP);
    const exemption = id === undefined ? null : await getExemption(context, id);
    const membership = exemption ? null : await getMembership(context, membershipId!);
    const person = (await findLearner(tx, exemption?.personId ?? membership!.personId, today))!;
    return { person, membership, exemption, subjects: await listSubjectChoices(tx, exemption?.validFrom ?? today) };
  },
  audit: ({ output }) => ({ subjects: [output.person.id], facts: output.exemption ? { exemption: output.exemption.id } : { membership: output.membership!.id } }),
});

const fields = {
  subjectId: z.coerce.number().int(),
  basis: z.string().trim().min(3).max(300),
  from: IsoDateInput,
  lastDay: emptyAsNull(IsoDateInput),
};
type Fields = z.infer<z.ZodObject<typeof fields>>;

/** @throws InvalidInput at `lastDay` or `subjectId` */
async function factsOf({ tx }: WriteContext, { subjectId, basis, from, lastDay }: Fields): Promise<ExemptionFacts> {
  if (lastDay !== null && lastDay < from) throw invalid('lastDay', ENDS_BEFORE_IT_BEGINS);
  if (!(await listSubjectChoices(tx, from)).some(({ id }) => id === subjectId)) throw invalid('subjectId', SUBJECT_NOT_TAUGHT);
  return { subjectId, basis, validFrom: from, validTo: lastDay && addDays(lastDay, 1) };
}

/** Whoever counts what is expected is told all days that are touched. */
const tell = (context: WriteContext, personId: string, from: IsoDate, to: IsoDate | null) => context.announce(exemptionChanged, { personId, from, to });

/** Exempts a member from a subject from a day on. After the membership has ended, only for days of it: what follows is the next institution's. */
export const addExemption = writeAction({
  name: 'education.add-exemption',
  title: { lv: 'Reģistrēts atbrīvojums no mācību priekšmeta', en: 'Exemption from a subject recorded' },
  permission: keepPupils,
  input: z.object({ membershipId: z.uuid(), ...fields }),
  async run(context, { membershipId, ...input }) {
    const { personId } = await getMembership(context, membershipId);
    await lockPerson(context.tx, personId);
    const membership = await getMembership(context, membershipId);
    const facts = await factsOf(context, input);
    if (facts.validFrom < membership.validFrom || (membership.validTo !== null && facts.validFrom >= membership.validTo)) throw invalid('from', DAY_OUTSIDE_MEMBERSHIP);
    if (membership.validTo !== null && (facts.validTo === null || facts.validTo > membership.validTo)) throw invalid('lastDay', OUTLASTS_MEMBERSHIP);
    const id = await insertExemption(context.tx, personId, facts, recordingOf(context));
    await tell(context, personId, facts.validFrom, facts.validTo);
    return { id, personId };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { exemption: output.id, subject: input.subjectId, from: input.from, lastDay: input.lastDay } }),
});

async function changing(context: WriteContext, id: string): Promise<ExemptionRow> {
  const { personId } = await getExemption(context, id);
  await lockPerson(context.tx, personId);
  return getExemption(context, id);
}

const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);
const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);

/** Puts an exemption right, or ends it; what was believed stays readable. */
export const correctExemptionOf = writeAction({
  name: 'education.correct-exemption',
  title: { lv: 'Labots atbrīvojums no mācību priekšmeta', en: 'Exemption from a subject corrected' },
  permission: keepPupils,
  input: z.object({ id: z.uuid(), ...fields, why: z.string().trim().min(3).max(500) }),
  async run(context, { id, why: _why, ...input }) {
    const before = await changing(context, id);
    const facts = await factsOf(context, input);
    await correctExemption(context.tx, id, facts, recordingOf(context));
    // What it is for days in another institution is that one's to say.
    const scope = await schoolScope(context);
    if (facts.validFrom !== before.validFrom && !(await isMemberOn(context.tx, before.personId, scope, facts.validFrom))) throw invalid('from', DAY_OUTSIDE_MEMBERSHIP);
    if (!(await findExemption(context.tx, id, scope, context.today))) throw invalid('lastDay', DAY_OUTSIDE_MEMBERSHIP);
    await tell(context, before.personId, earlier(before.validFrom, facts.validFrom), before.validTo && facts.validTo && later(before.validTo, facts.validTo));
    return { id, personId: before.personId };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { exemption: input.id, subject: input.subjectId, from: input.from, lastDay: input.lastDay, why: input.why } }),
});

/** Takes an exemption back that never was. */
export const withdrawExemption = writeAction({
  name: 'education.withdraw-exemption',
  title: { lv: 'Atsaukts kļūdains atbrīvojums no mācību priekšmeta', en: 'Wrong exemption from a subject taken back' },
  permission: keepPupils,
  input: z.object({ id: z.uuid(), why: z.string().trim().min(3).max(500) }),
  async run(context, { id }) {
    const before = await changing(context, id);
    await withdrawRow(context.tx, 'exemption', id, recordingOf(context));
    await tell(context, before.personId, before.validFrom, before.validTo);
    return { id, personId: before.personId };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { exemption: input.id, why: input.why } }),
});
