import { z } from 'zod';
import { findNamedLearner, holdsCode } from '#modules/persons/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid } from '#kernel/errors.js';
import { type IsoDate, IsoDateInput, yearOf } from '#kernel/iso-date.js';
import { looksMistyped, PersonCodeInput } from '#kernel/person-code.js';
import { fill } from '#kernel/text.js';
import { NOT_PERSONAL, readAction, type WriteContext, writeAction } from '#platform/actions/action.js';
import type { Read } from '#platform/db/transaction.js';
import { membershipBegun } from '../events.js';
import { keepPupils } from '../permissions.js';
import { type ClassRow, findClass, listClasses } from '../store/classes.js';
import { listLicensedProgrammes, type ProgrammeRow } from '../store/choices.js';
import type { SchoolRow } from '../store/institutions.js';
import { findMainOn, giveNumber, insertMembership, isLicensed, lockPerson, place } from '../store/memberships.js';
import { Checked } from './classifier-inputs.js';
import { CLASS_OF_OTHER, CODE_MISTYPED, GRADE_NOT_IN_PROGRAMME, HAS_MAIN_ELSEWHERE, IS_MEMBER_HERE, NAMED_UNKNOWN, NOT_LICENSED, PERSON_UNKNOWN } from './refusals.js';
import { checkInYear, checkOpenOn, getSchool, getYears, recordingOf, schoolScope, type Years } from './school-scope.js';

export interface EnrolForm {
  readonly school: SchoolRow;
  readonly programmes: readonly ProgrammeRow[];
  readonly classes: readonly ClassRow[];
  readonly years: Years;
}

export const openEnrolForm = readAction({
  name: 'education.open-enrol-form',
  title: { lv: 'Atvērta uzņemšanas veidlapa', en: 'Enrolment form opened' },
  permission: keepPupils,
  input: z.object({ regNr: z.string() }),
  audit: NOT_PERSONAL,
  async run(context, { regNr }): Promise<EnrolForm> {
    const { tx, today } = context;
    const school = await getSchool(context, regNr);
    const years = await getYears(context, null);
    return { school, years, programmes: await listLicensedProgrammes(tx, school.id, today), classes: await listClasses(tx, school.id, years.current, today, today) };
  },
});

/** How a form names a learner; without a code, the names and the day of birth must be those of one person of the register. */
export const learnerFields = {
  code: emptyAsNull(z.string().trim().min(1).pipe(PersonCodeInput)),
  family: z.string().trim().min(2).max(80),
  given: z.string().trim().max(80).default(''),
  bornOn: emptyAsNull(IsoDateInput),
};
type LearnerInput = z.infer<z.ZodObject<typeof learnerFields>>;

/** Nobody is created here: who is not in the register of persons is refused with the way on. @throws InvalidInput */
export async function getLearner(tx: Read, { code, family, given, bornOn }: LearnerInput): Promise<{ id: string; bornOn: IsoDate }> {
  if (!code && (!given || !bornOn)) throw invalid('code', CODE_OR_BIRTH);
  const found = await findNamedLearner(tx, code ? { code, family } : { given, family, bornOn: bornOn! });
  if (found) return found;
  if (!code) throw invalid('given', NAMED_UNKNOWN);
  throw invalid('code', looksMistyped(code) ? CODE_MISTYPED : PERSON_UNKNOWN);
}
const CODE_OR_BIRTH = { lv: 'Norādiet personas kodu; ja Latvijas personas koda nav, vārdu un dzimšanas dienu.', en: 'Give the personal code; where there is no Latvian one, the given name and day of birth.' };

export interface Enrolment {
  readonly personId: string;
  readonly school: SchoolRow;
  readonly programmeCode: string;
  readonly classId: string | null;
  readonly from: IsoDate;
  readonly isMain: boolean;
  readonly form: string;
  readonly orderNr: string;
  readonly orderedOn: IsoDate | null;
  /** Where a refusal about the learner stands; `code` when absent. */
  readonly named?: 'code' | 'given' | undefined;
}

/**
 * Begins a membership, with a class where one is named, and with a number of the institution for who has no Latvian code. The one way in: enrolment,
 * candidates and transfers all come here. @throws InvalidInput
 */
export async function beginMembership(context: WriteContext, { school, named = 'code', ...one }: Enrolment): Promise<string> {
  const { tx } = context;
  await lockPerson(tx, one.personId);
  checkOpenOn(school, 'from', one.from);
  if (!(await isLicensed(tx, school.id, one.programmeCode, one.from))) throw invalid('programmeCode', NOT_LICENSED);
  const main = one.isMain ? await findMainOn(tx, one.personId, one.from) : undefined;
  if (main?.institutionId === school.id) throw invalid(named, IS_MEMBER_HERE);
  if (main) throw invalid(named, fill(HAS_MAIN_ELSEWHERE, { school: main.institution }));
  const id = await insertMembership(tx, { ...one, institutionId: school.id, validFrom: one.from }, recordingOf(context));
  if (one.classId) await place(tx, { membershipId: id, personId: one.personId, classId: one.classId, validFrom: one.from, repeats: false }, recordingOf(context));
  if (!(await holdsCode(tx, one.personId, context.today))) await giveNumber(tx, school.id, one.personId, yearOf(one.from), recordingOf(context));
  await context.announce(membershipBegun, { membershipId: id, institutionId: school.id, on: one.from });
  return id;
}

/** A class of the institution whose school year covers the day and whose grade the programme has. @throws InvalidInput at `classId` */
export async function getClassFor(context: WriteContext, school: SchoolRow, classId: string, programmeCode: string, from: IsoDate): Promise<ClassRow> {
  const one = await findClass(context.tx, classId, { ...(await schoolScope(context)), everywhere: false, institutionIds: [school.id] }, from, context.today);
  if (!one) throw invalid('classId', CLASS_OF_OTHER);
  const { year } = await getYears(context, one.year);
  checkInYear(year, 'from', from);
  const programme = (await listLicensedProgrammes(context.tx, school.id, from)).find(({ code }) => code === programmeCode);
  if (one.grade !== null && programme && (one.grade < (programme.fromGrade ?? 13) || one.grade > (programme.toGrade ?? 0))) throw invalid('classId', GRADE_NOT_IN_PROGRAMME);
  return one;
}

/** Enrols someone of the register of persons. */
export const enrol = writeAction({
  name: 'education.enrol',
  title: { lv: 'Uzņemts izglītojamais', en: 'Learner enrolled' },
  permission: keepPupils,
  input: z.object({
    regNr: z.string(), ...learnerFields, programmeCode: z.string().min(1), classId: emptyAsNull(z.uuid()), from: IsoDateInput, beside: Checked,
    form: z.enum(['full-time', 'evening', 'part-time', 'distance']).default('full-time'), orderNr: z.string().trim().max(40).default(''), orderedOn: emptyAsNull(IsoDateInput),
  }),
  async run(context, { regNr, programmeCode, classId, from, beside, form, orderNr, orderedOn, ...who }) {
    const { tx } = context;
    const school = await getSchool(context, regNr);
    const person = await getLearner(tx, who);
    if (from <= person.bornOn) throw invalid('from', BEFORE_BIRTH);
    if (classId) await getClassFor(context, school, classId, programmeCode, from);
    const id = await beginMembership(context, { personId: person.id, school, programmeCode, classId, from, isMain: !beside, form, orderNr, orderedOn, named: who.code ? 'code' : 'given' });
    return { id, personId: person.id };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { membership: output.id, programme: input.programmeCode, from: input.from } }),
});
const BEFORE_BIRTH = { lv: 'Diena ir pirms dzimšanas.', en: 'The day is before birth.' };
