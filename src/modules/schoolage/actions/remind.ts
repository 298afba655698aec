import { z } from 'zod';
import { listHolders } from '#modules/access/public.js';
import { addDays, readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { writeAction } from '#platform/actions/action.js';
import { EVERYWHERE } from '#platform/actions/actor.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import { notify } from '#platform/notices/notify.js';
import { keepInquiries, takeExtracts } from '../permissions.js';
import { countByUnit } from '../store/inquiries.js';
import { numberOn } from '../store/parameters.js';
import { listResponsible } from '../store/responsible.js';

/**
 * Tells the responsible person of each municipality that inquiries will be due soon, and each week that some are overdue; where nobody is responsible, those
 * who take extracts. Nobody is named. Who was told is kept with the notice, so that nobody is told twice however often this runs.
 */
export const remindOfInquiries = writeAction({
  name: 'schoolage.remind',
  title: { lv: 'Atgādināts par nereģistrētajiem bērniem', en: 'Reminded of unregistered children' },
  permission: JOBS_ALONE,
  input: z.object({}),
  async run({ tx, enqueue, now, today }) {
    const [before, responsible] = [await numberOn(tx, 'remind-before', today), await listResponsible(tx, keepInquiries.name, today)];
    const ministry = await listHolders(tx, takeExtracts.name, null, today);
    let told = 0;
    for (const { unitId, overdue, due, open } of await countByUnit(tx, EVERYWHERE, today)) {
      if (due === null || due > addDays(today, before)) continue;
      const one = responsible.find((row) => row.unitId === unitId && row.isAble);
      const words = one ? (overdue > 0 ? OVERDUE : DUE) : NOBODY;
      // One notice of each due day, and one more each week while something is overdue.
      const stage = overdue > 0 ? `late:${Math.floor(now.getTime() / WEEK_MS)}` : due;
      for (const { userId, email } of one ? [one] : ministry) {
        const put = (text: Text) => fill(text, { n: overdue, open, day: readableDay(due) });
        const isNew = await notify({ tx, enqueue, now }, { userId, email: email || null, kind: 'schoolage.due', subject: put(words.subject), body: put(words.body), link: one ? '/schoolage' : '/schoolage/board', onceKey: `schoolage.due:${unitId}:${stage}` });
        told += Number(isNew);
      }
    }
    return { told };
  },
  audit: ({ output }) => ({ facts: { told: output.told } }),
});

const WEEK_MS = 7 * 86_400_000;

const DUE = {
  subject: { lv: 'Līdz {day} jānoskaidro, kur mācās bērni', en: 'To be found out by {day}: where children learn' },
  body: { lv: 'Pašvaldībā ir {open} atvērti gadījumi par bērniem, kas nav nevienā izglītības iestādē. Pirmā termiņš ir {day}', en: 'The municipality has {open} open inquiries after children in no institution. The first is due on {day}' },
};
const OVERDUE = {
  subject: { lv: 'Nokavēti gadījumi par nereģistrētajiem bērniem: {n}', en: 'Overdue inquiries after unregistered children: {n}' },
  body: { lv: 'No {open} atvērtajiem gadījumiem termiņš pagājis {n}. Norādiet statusu un darbības.', en: 'Of {open} open inquiries {n} are overdue. Say their status and what was done.' },
};
const NOBODY = {
  subject: { lv: 'Pašvaldībai nav par nereģistrētajiem bērniem atbildīgās personas', en: 'A municipality has nobody responsible for unregistered children' },
  body: { lv: 'Tur ir {open} atvērti gadījumi, no tiem nokavēti {n}. Norīkojiet atbildīgo.', en: 'There are {open} open inquiries, {n} of them overdue. Appoint somebody.' },
};
