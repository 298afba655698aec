import { z } from 'zod';
import { listReforms } from '#modules/territories/public.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { job } from '#platform/jobs/job.js';
import { applyReform } from '../actions/apply-reform.js';

/** Every minute: carries out the prepared reforms whose day has come (00:00 in Riga), oldest first, each in one transaction. One that fails holds up no other. */
export const applyDueReforms = job({
  name: 'reforms.apply-due-reforms',
  input: z.object({}),
  schedule: '* * * * *',
  expireMinutes: 10,
  heavy: async ({ platform }) => (await dueReforms(platform)).length > 0,
  async run({ platform }) {
    const failures: unknown[] = [];
    for (const reform of await dueReforms(platform)) {
      await perform(platform, applyReform, { reformId: reform.id }, { actor: systemActor('reforms.apply-due-reforms') }).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  },
});

const dueReforms = async ({ database, clock }: Platform) =>
  (await listReforms(database.primary)).filter((reform) => reform.state === 'prepared' && reform.effective <= clock.today()).toReversed();
