import { z } from 'zod';
import { findAdult } from '#modules/persons/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid, NotFound } from '#kernel/errors.js';
import { addDays, IsoDateInput } from '#kernel/iso-date.js';
import { PersonCodeInput } from '#kernel/person-code.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { isNowhere } from '#platform/actions/actor.js';
import { scopeOf } from '#platform/actions/permission.js';
import { countTeachers, type TeacherCount } from '../domain/teacher-counts.js';
import { keepTeachers, seePupils } from '../permissions.js';
import { listPositionKinds, type PositionKindRow } from '../store/choices.js';
import type { SchoolRow } from '../store/institutions.js';
import { withdrawRow } from '../store/keep-believed.js';
import { changePosition, findPosition, insertPosition, listPositions, type PositionRow } from '../store/teachers.js';
import { ENDS_BEFORE_START, NO_SUCH_POSITION } from './refusals.js';
import { checkOpenOn, getSchool, recordingOf, schoolScope } from './school-scope.js';

export type { PositionRow };

export interface TeachersPage {
  readonly school: SchoolRow;
  readonly day: string;
  readonly positions: readonly PositionRow[];
  readonly count: TeacherCount;
  readonly mayKeep: boolean;
}

/** The teachers of an institution on a day, with positions and workload. */
export const openTeachers = readAction({
  name: 'education.list-teachers',
  title: { lv: 'Apskatīts pedagogu saraksts', en: 'List of teachers looked at' },
  permission: seePupils,
  input: z.object({ regNr: z.string(), on: emptyAsNull(IsoDateInput) }),
  async run(context, { regNr, on }): Promise<TeachersPage> {
    const { tx, today, actor } = context;
    const school = await getSchool(context, regNr);
    const day = on ?? today;
    const positions = await listPositions(tx, school.id, day, today);
    const keeping = scopeOf(actor, keepTeachers);
    const kept = isNowhere(keeping) ? null : await schoolScope({ tx, today, scope: keeping });
    return { school, day, positions, count: countTeachers(positions), mayKeep: kept !== null && (kept.everywhere || kept.institutionIds.includes(school.id)) };
  },
  audit: ({ output }) => ({ subjects: [...new Set(output.positions.map((one) => one.personId))], facts: { institution: output.school.id, found: output.positions.length } }),
});

export interface PositionForm {
  readonly school: SchoolRow;
  readonly kinds: readonly PositionKindRow[];
}

export const openPositionForm = readAction({
  name: 'education.open-position-form',
  title: { lv: 'Atvērta pedagoga amata veidlapa', en: 'Form of a teacher’s position opened' },
  permission: keepTeachers,
  input: z.object({ regNr: z.string() }),
  audit: NOT_PERSONAL,
  run: async (context, { regNr }): Promise<PositionForm> => ({ school: await getSchool(context, regNr), kinds: await listPositionKinds(context.tx) }),
});

/** 1 is full time; people write a comma, programs a number. */
const Workload = z.union([z.number(), z.string().trim().transform((words) => Number(words.replace(',', '.')))]).pipe(z.number().min(0).max(2));

export const addPosition = writeAction({
  name: 'education.add-position',
  title: { lv: 'Reģistrēts pedagoga amats', en: 'Teacher’s position registered' },
  permission: keepTeachers,
  input: z.object({ regNr: z.string(), code: z.string().trim().min(1).pipe(PersonCodeInput), positionCode: z.string().min(1), workload: Workload, from: IsoDateInput }),
  async run(context, { regNr, code, positionCode, workload, from }) {
    const school = await getSchool(context, regNr);
    checkOpenOn(school, 'from', from);
    const personId = await findAdult(context.tx, { code }, from);
    if (!personId) throw invalid('code', NO_SUCH_ADULT);
    return { id: await insertPosition(context.tx, { personId, institutionId: school.id, positionCode, workload, validFrom: from }, recordingOf(context)), personId };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { position: output.id, kind: input.positionCode, workload: input.workload, from: input.from } }),
});
const NO_SUCH_ADULT = { lv: 'Ar šādu personas kodu personu reģistrā nav dzīvas pilngadīgas personas.', en: 'The register of persons has no living adult with this code.' };

/** @throws NotFound */
async function getPosition(context: Pick<ActionContext, 'tx' | 'scope' | 'today'>, id: string): Promise<PositionRow> {
  const position = await findPosition(context.tx, id, await schoolScope(context), context.today);
  if (!position) throw new NotFound('no-such-position', NO_SUCH_POSITION);
  return position;
}

export const openPosition = readAction({
  name: 'education.open-position',
  title: { lv: 'Atvērts pedagoga amats', en: 'Teacher’s position opened' },
  permission: keepTeachers,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    return { position: await getPosition(context, id), kinds: await listPositionKinds(context.tx) };
  },
  audit: ({ output }) => ({ subjects: [output.position.personId], facts: { position: output.position.id } }),
});

/** Corrects a position or ends it; what was believed stays readable. A change of workload from a day on is an end and a new position. */
export const correctPosition = writeAction({
  name: 'education.correct-position',
  title: { lv: 'Labots vai izbeigts pedagoga amats', en: 'Teacher’s position corrected or ended' },
  permission: keepTeachers,
  input: z.object({ id: z.uuid(), positionCode: z.string().min(1), workload: Workload, from: IsoDateInput, lastDay: emptyAsNull(IsoDateInput) }),
  async run(context, { id, positionCode, workload, from, lastDay }) {
    const before = await getPosition(context, id);
    const validTo = lastDay && addDays(lastDay, 1);
    if (validTo !== null && validTo <= from) throw invalid('lastDay', ENDS_BEFORE_START);
    await changePosition(context.tx, id, { positionCode, workload, validFrom: from, validTo }, recordingOf(context));
    return { personId: before.personId, regNr: before.regNr };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { position: input.id, workload: input.workload, lastDay: input.lastDay } }),
});

export const withdrawPosition = writeAction({
  name: 'education.withdraw-position',
  title: { lv: 'Atsaukts kļūdains pedagoga amats', en: 'Wrong position of a teacher taken back' },
  permission: keepTeachers,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    const before = await getPosition(context, id);
    await withdrawRow(context.tx, 'teacher_position', id, recordingOf(context));
    return { personId: before.personId, regNr: before.regNr };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { position: input.id } }),
});
