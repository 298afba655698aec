import { readableDay } from '#kernel/iso-date.js';
import { usersToTellOf } from '#modules/access/public.js';
import { getReformInMotion } from '#modules/territories/public.js';
import { subscribe } from '#platform/events/event.js';
import { enqueuer } from '#platform/jobs/job.js';
import { notify } from '#platform/notices/notify.js';
import { reformPrepared } from '../events.js';

/** Once a reform is prepared: tells each user of a ceasing municipality what ends, when, and what to do beforehand. */
export const tellUsersOfCeasingUnits = subscribe({
  subscriber: 'reforms.tell-users',
  to: reformPrepared,
  async handle({ tx, now, platform }, { reformId }) {
    const reform = await getReformInMotion(tx, reformId);
    const enqueue = enqueuer(tx, platform.jobs);
    const day = readableDay(reform.effective);
    for (const user of await usersToTellOf(tx, reform)) {
      await notify(
        { tx, enqueue, now },
        {
          userId: user.userId,
          email: user.email,
          kind: 'reforms.rights-end',
          subject: { lv: `Jūsu tiesības beigsies ${day}`, en: `Your rights end on ${day}` },
          body: {
            lv: `${reform.title.lv}: pašvaldība, kurā jums ir tiesības, ${day} beidz pastāvēt, un tiesības tajā beidzas. Ja tās vajadzīgas arī turpmāk, pieprasiet tās jaunajā pašvaldībā jau tagad – apstiprinātas tās sāks darboties pašas.`,
            en: `${reform.title.en}: the municipality where you hold rights ends on ${day}, and your rights there end with it. If you still need them, request them at the new municipality now; once approved they start by themselves.`,
          },
          link: '/my/rights',
          onceKey: `reform:${reformId}`,
        },
      );
    }
  },
});
