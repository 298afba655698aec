import { listOwnRequirements } from '#modules/access/public.js';
import { addDays } from '#kernel/iso-date.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import type { WorkKind } from '#platform/actions/work-kind.js';
import { courseOfKey, toRenew } from '../domain/validity.js';
import { listToTry } from '../store/courses.js';
import { listResultsOf } from '../store/results.js';

/** Courses that one's rights wait for or soon will, and drafts that a colleague asked one to try. */
export const trainingWork: readonly WorkKind[] = [
  {
    name: 'training.to-take',
    title: { lv: 'Kursi, bez kuriem jūsu tiesības nedarbojas', en: 'Courses without which your rights give nothing' },
    href: '/training',
    permission: SIGNED_IN,
    async count({ tx, actor, today }) {
      // What gives nothing already is due today: the day when the course was first asked for may lie before this right was given.
      const unmet = actor.id === null ? [] : (await listOwnRequirements(tx, actor.id, today)).filter((one) => !one.met && courseOfKey(one.key) !== null);
      return { count: new Set(unmet.map((one) => one.key)).size, due: unmet[0] ? (unmet[0].validFrom > today ? unmet[0].validFrom : today) : null };
    },
  },
  {
    name: 'training.to-renew',
    title: { lv: 'Kursi, kas drīz jāatjauno', en: 'Courses that are to be renewed soon' },
    href: '/training',
    permission: SIGNED_IN,
    async count({ tx, actor, today }) {
      const ending = actor.id === null ? [] : toRenew(await listResultsOf(tx, actor.id), today);
      // By the last day on which it still holds, as the register says it.
      const [first] = ending.map(({ validTo }) => validTo!).sort();
      return { count: ending.length, due: first ? addDays(first, -1) : null };
    },
  },
  {
    name: 'training.to-try',
    title: { lv: 'Kursu melnraksti, ko jūs lūdz izmēģināt', en: 'Drafts of courses that you are asked to try' },
    href: '/training',
    permission: SIGNED_IN,
    count: async ({ tx, actor }) => (actor.id === null ? 0 : (await listToTry(tx, actor.id)).length),
  },
];
