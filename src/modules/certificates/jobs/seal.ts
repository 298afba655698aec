import { z } from 'zod';
import type { WriteContext } from '#platform/actions/action.js';
import { enqueuer, job } from '#platform/jobs/job.js';
import { listForsakenRenewals } from '../store/renewals.js';
import { listForsaken } from '../store/sealings.js';
import { SILENCE_MS } from '../seal/own-run.js';
import { runSealing } from '../seal/run-sealing.js';
import { renew } from './renew.js';
import { tellOfStuck } from './tell-of-stuck.js';

const MINUTE_MS = 60_000;
/** One run of the job; a season's sealing is many of them. */
const RUN_MS = 20 * MINUTE_MS;

/** Seals for some time, then makes room for other work; whoever finds the sealing taken does nothing. */
export const seal = job({
  name: 'certificates.seal',
  input: z.object({ sealingId: z.uuid() }),
  retries: 0,
  expireMinutes: 60,
  async run({ platform }, { sealingId }) {
    const end = await runSealing(platform, sealingId, RUN_MS);
    if (end === 'more') await platform.database.transaction((tx) => enqueuer(tx, platform.jobs)(seal, { sealingId }));
  },
});

export const sealSoon = ({ enqueue }: Pick<WriteContext, 'enqueue'>, sealingId: string): Promise<void> => enqueue(seal, { sealingId });

/** Every minute: sealings that were killed, or wait for a service to come back, go on; who seals is told of those that are stuck. */
export const watchSealings = job({
  name: 'certificates.watch-sealings',
  input: z.object({}),
  schedule: '* * * * *',
  retries: 0,
  run: ({ platform, now }) =>
    platform.database.transaction(async (tx) => {
      const enqueue = enqueuer(tx, platform.jobs);
      await tellOfStuck({ tx, enqueue, now });
      for (const sealingId of await listForsaken(tx, new Date(now.getTime() - SILENCE_MS))) await enqueue(seal, { sealingId });
      for (const renewalId of await listForsakenRenewals(tx, new Date(now.getTime() - SILENCE_MS))) await enqueue(renew, { renewalId });
    }),
});
