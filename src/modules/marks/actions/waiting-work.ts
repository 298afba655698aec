import { schoolScope } from '#modules/education/public.js';
import { addDays } from '#kernel/iso-date.js';
import type { WorkKind } from '#platform/actions/work-kind.js';
import { seeCompleteness } from '../permissions.js';
import { findNextDue } from '../store/next-due.js';

const DAYS_AHEAD = 30;
/** After that a deadline that was missed is history, and no longer today's work. */
const DAYS_AFTER = 60;

/** Marks and absences of the deadline that is near or was just missed; those who look at the whole country enter none. */
export const marksWork: readonly WorkKind[] = [
  {
    name: 'marks.missing',
    title: { lv: 'Vērtējumi un kavējumi, kas vēl nav saņemti', en: 'Marks and absences that have not come yet' },
    href: '/marks/completeness',
    permission: seeCompleteness,
    async count({ tx, scope, today }) {
      if (scope.everywhere) return 0;
      const next = await findNextDue(tx, await schoolScope({ tx, scope, today }), addDays(today, -DAYS_AFTER), addDays(today, DAYS_AHEAD));
      return next ? { count: next.missing, due: next.dueOn } : 0;
    },
  },
];
