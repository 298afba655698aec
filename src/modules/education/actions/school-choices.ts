import { z } from 'zod';
import { PositionInput } from '#modules/access/public.js';
import type { ActionContext } from '#platform/actions/action.js';
import type { Sql } from '#platform/db/sql.js';
import { findYearOn } from '../store/choices.js';
import { firstSchools, type ListedSchool, listSchools, type SchoolRow } from '../store/institutions.js';
import { schoolScope } from './school-scope.js';

const PAGE = 50;

/** How a start page is asked: words of the institutions' names, and the position after which the list goes on. */
export const SchoolSearch = z.object({ words: z.string().trim().max(100).default(''), after: PositionInput });

export interface SchoolChoices {
  /** The only institution of the actor, who needs no list. */
  readonly only: SchoolRow | null;
  readonly schools: readonly ListedSchool[];
  readonly next: string | null;
}

/**
 * Where someone arrives in a register of schools: at their institution, or at the list of those they are responsible for.
 * @param also a condition on `i.id` by which institutions without classes belong to the list
 */
export async function chooseSchools(context: Pick<ActionContext, 'tx' | 'scope' | 'today'>, { words, after }: z.infer<typeof SchoolSearch>, also?: Sql): Promise<SchoolChoices> {
  const { tx, today } = context;
  const scope = await schoolScope(context);
  const few = scope.everywhere ? [] : await firstSchools(tx, scope, 2);
  if (few.length === 1) return { only: few[0]!, schools: [], next: null };
  const year = (await findYearOn(tx, today)) ?? 0;
  const found = await listSchools(tx, scope, { words, year, day: today, ...(also && { also }) }, after, PAGE + 1);
  const schools = found.slice(0, PAGE);
  const last = found.length > PAGE ? schools.at(-1) : undefined;
  return { only: null, schools, next: last ? JSON.stringify([last.name, last.id]) : null };
}
