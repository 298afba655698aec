import { type ClassRow, listPlan, type PlanRow } from '#modules/education/public.js';
import { workingPersonId } from '#modules/access/public.js';
import type { Text } from '#kernel/text.js';
import { NotFound } from '#kernel/errors.js';
import type { ActionContext } from '#platform/actions/action.js';
import type { GridColumn } from '../domain/grid-column.js';
import { correctMarks, enterMarks } from '../permissions.js';
import { NO_SUCH_CLASS } from './refusals.js';
import { getClassIn, mayIn } from './scope.js';

/** A class that the actor fills in, and what of it is theirs to fill. */
export interface OwnClass {
  readonly one: ClassRow;
  readonly plan: readonly PlanRow[];
  /** Everything: who enters for the whole school, and the class teacher. A teacher of subjects fills theirs. */
  readonly whole: boolean;
  readonly subjectIds: ReadonlySet<number>;
  readonly mayCorrect: boolean;
}

/** @throws NotFound alike for "is not", "may not see" and "teaches nothing there" */
export async function getOwnClass(context: Pick<ActionContext, 'tx' | 'scope' | 'today' | 'actor'>, classId: string): Promise<OwnClass> {
  const { one } = await getClassIn(context, classId);
  const plan = await listPlan(context.tx, classId, context.today);
  const personId = await workingPersonId(context.tx, context.actor);
  const isClassTeacher = personId !== null && one.teacherId === personId;
  const whole = isClassTeacher || (await mayIn(context, enterMarks, one.institutionId));
  const subjectIds = new Set(plan.filter(({ teacherId }) => whole || (personId !== null && teacherId === personId)).map(({ subjectId }) => subjectId));
  if (!whole && subjectIds.size === 0) throw new NotFound('no-such-class', NO_SUCH_CLASS);
  return { one, plan, whole, subjectIds, mayCorrect: await mayIn(context, correctMarks, one.institutionId) };
}

/** Whether a column is the actor's to fill; outcomes by the subject they belong to. */
export const isOwn = ({ whole, subjectIds }: OwnClass, column: GridColumn, subjectOfOutcome: ReadonlyMap<number, number>): boolean => {
  if (whole) return true;
  if (column.kind === 'absence') return false;
  return subjectIds.has(column.kind === 'mark' ? column.subjectId : (subjectOfOutcome.get(column.outcomeId) ?? -1));
};

/** What the plan and the classifiers call things, in both languages. */
export const planName = ({ subject, subjectEn }: { readonly subject: string; readonly subjectEn: string }): Text => ({ lv: subject, en: subjectEn });
