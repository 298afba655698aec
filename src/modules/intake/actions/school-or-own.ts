import { firstSchools, getSchool, schoolScope, type SchoolRow } from '#modules/education/public.js';
import { NotFound } from '#kernel/errors.js';
import { addDays } from '#kernel/iso-date.js';
import type { ActionContext } from '#platform/actions/action.js';
import { countTabs, type TabCounts } from '../store/tab-counts.js';
import { CHOOSE_SCHOOL } from '../texts/mapping.js';
import { LATELY_DAYS } from './keep-journals.js';

type Context = Pick<ActionContext, 'tx' | 'scope' | 'today'>;

/** An institution with what waits on each side of its e-journals. */
export interface TabbedSchool extends SchoolRow {
  readonly tabs: TabCounts;
}

/** @throws NotFound alike for "is not" and "may not see" */
export async function getTabbedSchool(context: Context, regNr: string): Promise<TabbedSchool> {
  const school = await getSchool(context, regNr);
  return { ...school, tabs: await countTabs(context.tx, school.id, addDays(context.today, -LATELY_DAYS), context.today) };
}

/** The institution named, else the only one of whoever works in one alone. @throws NotFound where one has to be chosen first */
export async function getSchoolOrOwn(context: Context, regNr: string): Promise<TabbedSchool> {
  if (regNr !== '') return getTabbedSchool(context, regNr);
  const scope = await schoolScope(context);
  const [own, another] = scope.everywhere ? [] : await firstSchools(context.tx, scope, 2);
  if (!own || another) throw new NotFound('choose-school', CHOOSE_SCHOOL);
  return getTabbedSchool(context, own.regNr);
}
