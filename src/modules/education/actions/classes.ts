import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import { type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { scopeOf } from '#platform/actions/permission.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { CLASS_KIND_NAMES, isInGrade, LANGUAGES } from '../domain/class-kinds.js';
import { classTitleKey } from '../domain/names.js';
import { classPlanChanged } from '../events.js';
import { keepClasses, keepPupils, seePupils } from '../permissions.js';
import { type ClassFacts, type ClassRow, copyGroups, findClass, insertClass, listPlan, type PlanRow, putPlanLine, removePlanLine, updateClass } from '../store/classes.js';
import { listLicensedProgrammes, listSubjectChoices, type ProgrammeRow, type SubjectChoice } from '../store/choices.js';
import { findPlanSource, type PlanSource, takePlan } from '../store/plans.js';
import { listClassMoves, listClassPupils, type MoveRow, type PupilRow } from '../store/pupils.js';
import type { SchoolRow } from '../store/institutions.js';
import { listTeacherChoices, type TeacherChoice } from '../store/teachers.js';
import { Grade } from './classifier-inputs.js';
import { besideFor, type BesideLink } from './contributed.js';
import { GRADE_NOT_IN_PROGRAMME, NO_PLAN_TO_TAKE, NO_SUCH_CLASS, NOT_LICENSED } from './refusals.js';
import { checkInYear, getSchool, getYears, recordingOf, schoolScope, type Years } from './school-scope.js';
import { YearInput } from './start-page.js';

type Context = Pick<ActionContext, 'tx' | 'scope' | 'today'>;

/** A class of the actor's institutions. @throws NotFound */
async function getClass(context: Context, id: string, day: IsoDate = context.today): Promise<ClassRow> {
  const found = await findClass(context.tx, id, await schoolScope(context), day, context.today);
  if (!found) throw new NotFound('no-such-class', NO_SUCH_CLASS);
  return found;
}

export interface ClassPage {
  readonly one: ClassRow;
  readonly day: IsoDate;
  readonly years: Years;
  readonly pupils: readonly PupilRow[];
  readonly moves: readonly MoveRow[];
  readonly plan: readonly PlanRow[];
  readonly beside: readonly BesideLink[];
  readonly mayKeepClasses: boolean;
  readonly mayKeepPupils: boolean;
}

/** A class as of a day: its pupils, what it learns with whom, and what happened to it in the year. */
export const viewClass = readAction({
  name: 'education.view-class',
  title: { lv: 'Apskatīts klases saraksts', en: 'List of a class looked at' },
  permission: seePupils,
  input: z.object({ id: z.uuid(), on: emptyAsNull(IsoDateInput) }),
  reasonNeeded: true,
  async run(context, { id, on }): Promise<ClassPage> {
    const { tx, today, actor } = context;
    const first = await getClass(context, id);
    const years = await getYears(context, first.year);
    const day = on ?? (today >= years.year.startsOn && today < years.year.endsBefore ? today : years.year.startsOn);
    checkInYear(years.year, 'on', day);
    const [pupils, moves, plan] = await Promise.all([listClassPupils(tx, id, day, today), listClassMoves(tx, id, today), listPlan(tx, id, today)]);
    const may = async (permission: typeof keepClasses) => (await findClass(tx, id, await schoolScope({ ...context, scope: scopeOf(actor, permission) }), day, today)) !== undefined;
    return { one: await getClass(context, id, day), day, years, pupils, moves, plan, beside: (await besideFor(context)).ofClass(first), mayKeepClasses: await may(keepClasses), mayKeepPupils: await may(keepPupils) };
  },
  audit: ({ output }) => ({ subjects: [...output.pupils, ...output.moves].map((pupil) => pupil.personId), facts: { class: output.one.id, found: output.pupils.length } }),
});

export interface ClassForm {
  readonly school: SchoolRow;
  readonly years: Years;
  readonly one: ClassRow | undefined;
  readonly programmes: readonly ProgrammeRow[];
  readonly teachers: readonly TeacherChoice[];
}

export const openClassForm = readAction({
  name: 'education.open-class-form',
  title: { lv: 'Atvērta klases veidlapa', en: 'Form of a class opened' },
  permission: keepClasses,
  input: z.object({ regNr: z.string().optional(), id: z.uuid().optional(), year: YearInput }),
  audit: NOT_PERSONAL,
  async run(context, { regNr, id, year: wanted }): Promise<ClassForm> {
    const { tx, today } = context;
    const one = id === undefined ? undefined : await getClass(context, id);
    const school = await getSchool(context, one?.regNr ?? regNr ?? '');
    const years = await getYears(context, one?.year ?? wanted);
    return { school, years, one, programmes: await listLicensedProgrammes(tx, school.id, years.year.startsOn), teachers: await listTeacherChoices(tx, school.id, today) };
  },
});

const classFields = {
  kind: z.enum(CLASS_KIND_NAMES),
  grade: emptyAsNull(Grade),
  title: z.string().trim().min(1).max(40),
  programmeCode: z.string().min(1),
  teacherId: emptyAsNull(z.uuid()),
  language: emptyAsNull(z.enum(LANGUAGES)),
  shift: emptyAsNull(z.coerce.number().int().min(1).max(2)),
  endsOn: emptyAsNull(IsoDateInput),
};
type ClassInput = z.infer<z.ZodObject<typeof classFields>>;

/** @throws InvalidInput beside the field that does not fit the institution's licences, the programme or the year */
async function factsOf({ tx }: Context, school: SchoolRow, year: Years['year'], input: ClassInput, before?: ClassRow): Promise<ClassFacts> {
  const programme = (await listLicensedProgrammes(tx, school.id, year.startsOn)).find((one) => one.code === input.programmeCode);
  if (!programme) throw invalid('programmeCode', NOT_LICENSED);
  const grade = isInGrade(input.kind) ? input.grade : null;
  if (isInGrade(input.kind) && (grade === null || grade < (programme.fromGrade ?? 13) || grade > (programme.toGrade ?? 0))) throw invalid('grade', GRADE_NOT_IN_PROGRAMME);
  if (input.endsOn) checkInYear(year, 'endsOn', input.endsOn);
  return { ...input, grade, titleKey: classTitleKey(input.title), language: input.language ?? before?.language ?? 'lv', shift: input.shift ?? before?.shift ?? 1 };
}

/** Makes a class or group of a school year. */
export const makeClass = writeAction({
  name: 'education.make-class',
  title: { lv: 'Izveidota klase vai grupa', en: 'Class or group made' },
  permission: keepClasses,
  input: z.object({ regNr: z.string(), year: YearInput, ...classFields }),
  async run(context, { regNr, year: wanted, ...input }) {
    const school = await getSchool(context, regNr);
    const { year } = await getYears(context, wanted);
    return { id: await insertClass(context.tx, school.id, year.year, await factsOf(context, school, year, input), recordingOf(context)) };
  },
  audit: ({ output }) => ({ facts: { class: output.id } }),
});

/** Corrects a class; its pupils stay in it. */
export const correctClass = writeAction({
  name: 'education.correct-class',
  title: { lv: 'Labota klase vai grupa', en: 'Class or group corrected' },
  permission: keepClasses,
  input: z.object({ id: z.uuid(), ...classFields }),
  async run(context, { id, ...input }) {
    const before = await getClass(context, id);
    const school = await getSchool(context, before.regNr);
    const { year } = await getYears(context, before.year);
    await updateClass(context.tx, id, await factsOf(context, school, year, input, before));
    await context.announce(classPlanChanged, { classId: id });
    return { id, before: { title: before.title, grade: before.grade, programme: before.programmeCode } };
  },
  audit: ({ input, output }) => ({ facts: { class: output.id, before: output.before, after: { title: input.title, grade: input.grade, programme: input.programmeCode } } }),
});

/** Copies the groups of the year before that are not there yet; classes follow by the promotion at the end of the year. */
export const copyGroupsFromLastYear = writeAction({
  name: 'education.copy-groups',
  title: { lv: 'Nokopētas pagājušā gada grupas', en: 'Groups of last year copied' },
  permission: keepClasses,
  input: z.object({ regNr: z.string(), year: YearInput }),
  async run(context, { regNr, year: wanted }) {
    const school = await getSchool(context, regNr);
    const { year } = await getYears(context, wanted);
    const copied = await copyGroups(context.tx, school.id, year.year, recordingOf(context));
    return { year: year.year, copied, institution: school.id };
  },
  audit: ({ output }) => ({ facts: output }),
});

export interface PlanForm {
  readonly one: ClassRow;
  readonly plan: readonly PlanRow[];
  /** Where there is no plan yet: the class of the year before whose plan it can begin with. */
  readonly source: PlanSource | undefined;
  readonly subjects: readonly SubjectChoice[];
  readonly teachers: readonly TeacherChoice[];
}

export const openPlan = readAction({
  name: 'education.open-plan',
  title: { lv: 'Atvērts klases mācību plāns', en: 'Plan of a class opened' },
  permission: keepClasses,
  input: z.object({ id: z.uuid() }),
  audit: NOT_PERSONAL,
  async run(context, { id }): Promise<PlanForm> {
    const { tx, today } = context;
    const one = await getClass(context, id);
    const { year } = await getYears(context, one.year);
    return { one, plan: await listPlan(tx, id, today), source: await findPlanSource(tx, id), subjects: await listSubjectChoices(tx, year.startsOn), teachers: await listTeacherChoices(tx, one.institutionId, today) };
  },
});

/** Puts a subject into the plan of a class, or changes its teacher. */
export const putSubject = writeAction({
  name: 'education.put-subject',
  title: { lv: 'Mainīts klases mācību plāns', en: 'Plan of a class changed' },
  permission: keepClasses,
  input: z.object({ id: z.uuid(), subjectId: z.coerce.number().int(), semesters: z.enum(['both', 'first', 'second']).default('both'), teacherId: emptyAsNull(z.uuid()) }),
  async run(context, { id, ...line }) {
    await getClass(context, id);
    await putPlanLine(context.tx, id, line);
    await context.announce(classPlanChanged, { classId: id });
    return { id };
  },
  audit: ({ input }) => ({ facts: { class: input.id, subject: input.subjectId, semesters: input.semesters } }),
});

/** Begins the plan of a class with that of the year before. */
export const takeOverPlan = writeAction({
  name: 'education.take-over-plan',
  title: { lv: 'Klasei pārņemts iepriekšējā gada mācību plāns', en: 'Plan of the year before taken over for a class' },
  permission: keepClasses,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    await getClass(context, id);
    if ((await takePlan(context.tx, id)) === 0) throw new Conflict('no-plan-to-take', NO_PLAN_TO_TAKE);
    await context.announce(classPlanChanged, { classId: id });
    return { id };
  },
  audit: ({ output }) => ({ facts: { class: output.id } }),
});

export const removeSubject = writeAction({
  name: 'education.remove-subject',
  title: { lv: 'Priekšmets izņemts no klases mācību plāna', en: 'Subject removed from the plan of a class' },
  permission: keepClasses,
  input: z.object({ id: z.uuid(), subjectId: z.coerce.number().int() }),
  async run(context, { id, subjectId }) {
    await getClass(context, id);
    await removePlanLine(context.tx, id, subjectId);
    await context.announce(classPlanChanged, { classId: id });
    return { id };
  },
  audit: ({ input }) => ({ facts: { class: input.id, subject: input.subjectId } }),
});
