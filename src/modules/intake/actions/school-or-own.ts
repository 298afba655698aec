import { firstSchools, getSchool, schoolScope, type SchoolRow } from '#modules/education/public.js';
import { NotFound } from '#kernel/errors.js';
import type { ActionContext } from '#platform/actions/action.js';
import { CHOOSE_SCHOOL } from '../texts/mapping.js';

/** The institution named, else the only one of whoever works in one alone. @throws NotFound where one has to be chosen first */
export async function getSchoolOrOwn(context: Pick<ActionContext, 'tx' | 'scope' | 'today'>, regNr: string): Promise<SchoolRow> {
  if (regNr !== '') return getSchool(context, regNr);
  const scope = await schoolScope(context);
  const [own, another] = scope.everywhere ? [] : await firstSchools(context.tx, scope, 2);
  if (!own || another) throw new NotFound('choose-school', CHOOSE_SCHOOL);
  return getSchool(context, own.regNr);
}
