import { z } from 'zod';
import { getYears, listTaughtClasses, schoolScope, type TaughtClass, type Years } from '#modules/education/public.js';
import { workingPersonId } from '#modules/access/public.js';
import { isNowhere } from '#platform/actions/actor.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { scopeOf } from '#platform/actions/permission.js';
import { enterMarks, fillGrid } from '../permissions.js';

export interface OwnClasses {
  readonly years: Years;
  readonly classes: readonly TaughtClass[];
  /** Enters for whole institutions, not only for what they teach. */
  readonly whole: boolean;
}

const MOST = 300;

/** The classes whose grids somebody fills: of a teacher those they teach, of a school's office all of them. */
export const listOwnClasses = readAction({
  name: 'marks.list-own-classes',
  title: { lv: 'Atvērts klašu saraksts ievadei', en: 'List of classes for entry opened' },
  permission: fillGrid,
  input: z.object({}),
  audit: NOT_PERSONAL,
  async run(context): Promise<OwnClasses> {
    const { tx, actor } = context;
    const years = await getYears(context, null);
    const whole = !isNowhere(scopeOf(actor, enterMarks));
    const personId = whole ? null : await workingPersonId(tx, actor);
    if (!whole && personId === null) return { years, classes: [], whole };
    return { years, whole, classes: await listTaughtClasses(tx, await schoolScope(context), { year: years.year.year, personId }, MOST) };
  },
});
