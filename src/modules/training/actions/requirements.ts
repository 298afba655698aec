import { z } from 'zod';
import {
  countWouldConcern, covers, endRequirement, insertRequirement, listRequirements, listRoles, listRolesFor, ownUserId, type PlaceChoice, placeFields, placesOf, type RequirementRow, resolvePlace, type RoleRow, widenScope,
} from '#modules/access/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid, NotFound } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import type { Read } from '#platform/db/transaction.js';
import { courseKey } from '../domain/validity.js';
import { remind } from '../jobs/remind.js';
import { requireTraining } from '../permissions.js';
import { listOffered, type OfferedRow } from '../store/courses.js';
import { IN_THE_PAST, NO_SUCH_REQUIREMENT, NOT_YOUR_PLACE } from '../texts.js';
import { getOfferedVersion } from './read-course.js';

export type { RequirementRow };

/** What roles ask for where the actor decides it, and for how many users it is still open. */
export const listRequiredHere = readAction({
  name: 'training.list-required-here',
  title: { lv: 'Apskatīti tiesībām noteiktie kursi', en: 'Courses that rights ask for looked at' },
  permission: requireTraining,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: async ({ tx, scope, today }): Promise<RequirementRow[]> => listRequirements(tx, await widenScope(tx, scope, today), today),
});

export interface RequireForm {
  readonly courses: readonly OfferedRow[];
  readonly roles: readonly RoleRow[];
  readonly places: readonly PlaceChoice[];
  readonly everywhere: boolean;
}

export const openRequireForm = readAction({
  name: 'training.open-require-form',
  title: { lv: 'Atvērta kursa noteikšanas veidlapa', en: 'Form for requiring a course opened' },
  permission: requireTraining,
  input: z.object({}),
  audit: NOT_PERSONAL,
  async run({ tx, scope, today }): Promise<RequireForm> {
    const wide = await widenScope(tx, scope, today);
    return { courses: await listOffered(tx), roles: await listRolesFor(tx, wide), places: await placesOf(tx, wide, today), everywhere: scope.everywhere };
  },
});

/** From a day on a role asks for a course at a place; until it is passed, such a right gives nothing. Those concerned are told. */
export const requireCourse = writeAction({
  name: 'training.require-course',
  title: { lv: 'Noteikts kurss, kas jāapgūst pirms tiesībām', en: 'Course required before a right counts' },
  permission: requireTraining,
  asksFreshProof: true,
  input: z.object({ courseId: z.uuid(), roleCode: z.string().min(1), ...placeFields, from: IsoDateInput, basis: z.string().trim().min(3).max(1_000), regNr: emptyAsNull(z.string().trim()) }),
  async run({ tx, actor, scope, now, today, enqueue }, { courseId, roleCode, from, basis, ...wanted }) {
    const place = await resolvePlace(tx, wanted.place, wanted.regNr ?? '');
    if (!covers(await widenScope(tx, scope, today), place)) throw invalid('place', NOT_YOUR_PLACE);
    if (from < today) throw invalid('from', IN_THE_PAST);
    const role = await getRoleHeldWithin(tx, roleCode, place.kind);
    const version = await getOfferedVersion(tx, courseId);
    const key = courseKey(courseId);
    const asked = { key, roleCode: role.code, place, validFrom: from };
    const id = await insertRequirement(tx, { ...asked, titleLv: version.titleLv, titleEn: version.titleEn, link: `/training/courses/${courseId}`, basis }, ownUserId(actor), now);
    await enqueue(remind, {});
    return { id, place, ...(await countWouldConcern(tx, asked)) };
  },
  audit: ({ input, output }) => ({ facts: { requirement: output.id, course: input.courseId, role: input.roleCode, place: output.place, from: input.from, concerned: output.concerned, unmet: output.unmet } }),
});

/** A role that somebody within the place can hold: a municipality may ask of what is held at its institutions. */
async function getRoleHeldWithin(tx: Read, code: string, kind: 'country' | 'municipality' | 'institution'): Promise<RoleRow> {
  const role = (await listRoles(tx)).find((one) => one.code === code);
  if (!role) throw invalid('roleCode', NO_SUCH_ROLE);
  const within = { country: ['country', 'municipality', 'institution'], municipality: ['municipality', 'institution'], institution: ['institution'] }[kind];
  if (!role.scopeKinds.some((one) => within.includes(one))) throw invalid('roleCode', ROLE_NOT_HERE);
  return role;
}

const NO_SUCH_ROLE: Text = { lv: 'Šādas lomas nav.', en: 'There is no such role.' };
const ROLE_NOT_HERE: Text = { lv: 'Šādu lomu šeit neviens nevar turēt. Izvēlieties citu lomu vai vietu.', en: 'Nobody can hold this role here. Choose another role or place.' };

/** A role asks for a course no more from today on; rights that waited for it count at once. */
export const endRequired = writeAction({
  name: 'training.end-required',
  title: { lv: 'Izbeigta kursa prasība', en: 'Requirement of a course ended' },
  permission: requireTraining,
  asksFreshProof: true,
  input: z.object({ id: z.uuid() }),
  async run({ tx, actor, scope, now, today }, { id }) {
    if (!(await endRequirement(tx, id, await widenScope(tx, scope, today), today, ownUserId(actor), now))) throw new NotFound('no-such-requirement', NO_SUCH_REQUIREMENT);
  },
  audit: ({ input }) => ({ facts: { requirement: input.id } }),
});
