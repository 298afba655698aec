import { readableDay } from '#kernel/iso-date.js';
import { tellOfCeasingConnections, tellOfKeptConnections } from '#modules/authentication/public.js';
import { usersToTellOf } from '#modules/access/public.js';
import { getReformInMotion } from '#modules/territories/public.js';
import { subscribe } from '#platform/events/event.js';
import { enqueuer } from '#platform/jobs/job.js';
import { notify } from '#platform/notices/notify.js';
import { reformCancelled, reformPrepared } from '../events.js';

/** Once a reform is prepared: tells each user of a ceasing municipality what ends, when, and what to do beforehand, and who signs in by its accounts. */
export const tellUsersOfCeasingUnits = subscribe({
  subscriber: 'reforms.tell-users',
  to: reformPrepared,
  async handle({ tx, now, platform }, { reformId }) {
    const reform = await getReformInMotion(tx, reformId);
    const enqueue = enqueuer(tx, platform.jobs);
    const day = readableDay(reform.effective);
    await tellOfCeasingConnections({ tx, enqueue, now }, reform);
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

/** Once a prepared reform is cancelled: tells the same users that nothing of it comes. */
export const tellUsersOfCancelled = subscribe({
  subscriber: 'reforms.tell-users-of-cancelled',
  to: reformCancelled,
  async handle({ tx, now, platform }, { reformId }) {
    const reform = await getReformInMotion(tx, reformId);
    const enqueue = enqueuer(tx, platform.jobs);
    const day = readableDay(reform.effective);
    await tellOfKeptConnections({ tx, enqueue, now }, reform);
    for (const user of await usersToTellOf(tx, reform)) {
      await notify(
        { tx, enqueue, now },
        {
          userId: user.userId,
          email: user.email,
          kind: 'reforms.cancelled',
          subject: { lv: `Reforma, kas bija paredzēta ${day}, ir atcelta`, en: `The reform foreseen for ${day} is cancelled` },
          body: {
            lv: `${reform.title.lv}: reforma ir atcelta, un pašvaldība, kurā jums ir tiesības, turpina pastāvēt. Tiesības paliek tādas, kādas tās ir; reformai sagatavotie pieprasījumi nesāks darboties.`,
            en: `${reform.title.en}: the reform is cancelled, and the municipality where you hold rights goes on. Your rights stay as they are; what was requested for the reform never starts.`,
          },
          link: '/my/rights',
          onceKey: `reform-cancelled:${reformId}`,
        },
      );
    }
  },
});
