import { z } from 'zod';
import { readableDay } from '#kernel/iso-date.js';
import { tellOfCeasingConnections, tellOfKeptConnections } from '#modules/authentication/public.js';
import { usersToTellOf } from '#modules/access/public.js';
import { inLatvianOrder } from '#kernel/latvian-order.js';
import { getReformInMotion, listReforms, type TerritorialReform } from '#modules/territories/public.js';
import { subscribe } from '#platform/events/event.js';
import { enqueuer, job } from '#platform/jobs/job.js';
import { notify } from '#platform/notices/notify.js';
import { reformCancelled, reformPrepared } from '../events.js';

/** Once a reform is prepared: tells each user of a ceasing municipality what ends, when, and what to do beforehand, and who signs in by its accounts. */
export const tellUsersOfCeasingUnits = subscribe({
  subscriber: 'reforms.tell-users',
  to: reformPrepared,
  async handle({ tx, now, platform }, { reformId }) {
    const reform = await getReformInMotion(tx, reformId);
    const enqueue = enqueuer(tx, platform.jobs);
    await tellOfCeasingConnections({ tx, enqueue, now }, reform);
    await tellOfEndingRights({ tx, enqueue, now }, reform);
  },
});

/** Once a day until the reform: who has come to work at a ceasing municipality, or got rights there, since the others were told. */
export const tellLateUsers = job({
  name: 'reforms.tell-late-users',
  input: z.object({}),
  schedule: '35 5 * * *',
  async run({ platform: { database, clock, jobs } }) {
    const coming = (await listReforms(database.read)).filter(({ state, effective }) => state === 'prepared' && effective > clock.today());
    for (const { id } of coming) await database.transaction(async (tx) => tellOfEndingRights({ tx, enqueue: enqueuer(tx, jobs), now: clock.now() }, await getReformInMotion(tx, id)));
  },
});

/** Each once: who was told before is not told again. */
async function tellOfEndingRights(context: Parameters<typeof notify>[0], reform: TerritorialReform): Promise<void> {
  const day = readableDay(reform.effective);
  for (const { userId, email, units } of await usersToTellOf(context.tx, reform)) {
    const places = units.toSorted(inLatvianOrder).join(', ');
    await notify(context, {
      userId,
      email,
      kind: 'reforms.rights-end',
      subject: { lv: `Jūsu tiesības beigsies ${day}`, en: `Your rights end on ${day}` },
      body: {
        lv: `${reform.title.lv}: ${places} ${day} beidz pastāvēt, un jūsu tiesības tur beidzas. Ja tās vajadzīgas arī turpmāk, pieprasiet tās jaunajā pašvaldībā jau tagad – apstiprinātas tās sāks darboties pašas.`,
        en: `${reform.title.en}: ${places} will cease to be on ${day}, and your rights there end with that day. If you still need them, request them at the new municipality now; once approved they start by themselves.`,
      },
      link: '/my/rights',
      onceKey: `reform:${reform.id}`,
    });
  }
}

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
      const places = user.units.toSorted(inLatvianOrder).join(', ');
      await notify(
        { tx, enqueue, now },
        {
          userId: user.userId,
          email: user.email,
          kind: 'reforms.cancelled',
          subject: { lv: `Reforma, kas bija paredzēta ${day}, ir atcelta`, en: `The reform foreseen for ${day} is cancelled` },
          body: {
            lv: `${reform.title.lv}: reforma ir atcelta, un ${places} turpina pastāvēt. Tiesības paliek tādas, kādas tās ir; reformai sagatavotie pieprasījumi nesāks darboties.`,
            en: `${reform.title.en}: the reform is cancelled, and ${places} will go on. Your rights stay as they are; what was requested for the reform never starts.`,
          },
          link: '/my/rights',
          onceKey: `reform-cancelled:${reformId}`,
        },
      );
    }
  },
});
