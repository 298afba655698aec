import { z } from 'zod';
import type { WriteContext } from '#platform/actions/action.js';
import { dayInRiga } from '#kernel/clock.js';
import type { Platform } from '#platform/actions/perform.js';
import { enqueuer, job } from '#platform/jobs/job.js';
import { openStamps } from '../archive/open-stamps.js';
import { runRenewal } from '../archive/run-renewal.js';
import { surveyProofs } from '../archive/survey-proofs.js';
import { NIGHTLY } from '../domain/renewals.js';
import { kindOfSeal, SealSettings } from '../seal/seal-settings.js';
import { dueOn } from '../store/parameters.js';
import { countDue } from '../store/proofs.js';
import { insertRenewal, releaseStuckRenewals } from '../store/renewals.js';

const MINUTE_MS = 60_000;
const RUN_MS = 20 * MINUTE_MS;

/** Adds archive time stamps for some time, then makes room for other work. */
export const renew = job({
  name: 'certificates.renew',
  input: z.object({ renewalId: z.uuid() }),
  retries: 0,
  expireMinutes: 60,
  async run({ platform }, { renewalId }) {
    const end = await runRenewal(platform, renewalId, RUN_MS);
    if (end === 'more') await platform.database.transaction((tx) => enqueuer(tx, platform.jobs)(renew, { renewalId }));
  },
});

export const renewSoon = ({ enqueue }: Pick<WriteContext, 'enqueue'>, renewalId: string): Promise<void> => enqueue(renew, { renewalId });

/** Every night: works out what is new, and begins a renewal where a proof is due. One that is stuck is tried anew. */
export const lookForDue = job({
  name: NIGHTLY,
  input: z.object({}),
  schedule: '17 3 * * *',
  retries: 3,
  run: async ({ platform, now }) => {
    if (kindOfSeal(SealSettings.parse(platform.installation.outside)) === null) return;
    await surveyProofs(platform, await openStamps(platform.installation, platform.clock));
    await beginDue(platform, now);
  },
});

const beginDue = ({ database, jobs }: Platform, now: Date): Promise<void> =>
  database.transaction(async (tx) => {
    const enqueue = enqueuer(tx, jobs);
    for (const renewalId of await releaseStuckRenewals(tx)) await enqueue(renew, { renewalId });
    const due = await dueOn(tx, dayInRiga(now), now);
    if ((await countDue(tx, due)) === 0) return;
    const renewalId = await insertRenewal(tx, due, NIGHTLY, now);
    if (renewalId) await enqueue(renew, { renewalId });
  });
