import { z } from 'zod';
import { dayInRiga } from '#kernel/clock.js';
import { Refusal } from '#kernel/errors.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { job } from '#platform/jobs/job.js';
import { carryOutTransfer } from '../actions/transfers.js';
import { listDueTransfers } from '../store/transfers.js';

/**
 * Each night: agreed transfers whose day has come, each in a transaction of its own. One that what is recorded meanwhile forbids is left for
 * its schools, who see it as agreed and not done; the others go on.
 */
export const carryOutTransfers = job({
  name: 'education.carry-out-transfers',
  input: z.object({}),
  schedule: '5 0 * * *',
  expireMinutes: 30,
  async run({ platform, now }) {
    const actor = systemActor('education.carry-out-transfers');
    for (let after: string | null = null; ; ) {
      const due: { id: string }[] = await listDueTransfers(platform.database.primary, dayInRiga(now), after, 100);
      for (const { id } of due) {
        await perform(platform, carryOutTransfer, { id }, { actor }).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
        });
      }
      if (due.length < 100) return;
      after = due.at(-1)!.id;
    }
  },
});
