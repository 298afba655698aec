import { z } from 'zod';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { enqueuer, job } from '#platform/jobs/job.js';
import { beginPull } from '../actions/oneroster/pull-steps.js';
import { findPullUnderWay, listServerIds } from '../store/oneroster/pulls.js';
import { pullResults } from './pull-results.js';

/** Each night: what changed on every connected server of an e-journal that the school has confirmed for the day. A fetch that broke off goes on. */
export const pullEveryNight = job({
  name: 'intake.pull-every-night',
  input: z.object({}),
  schedule: '40 2 * * *',
  async run({ platform }) {
    const { database, jobs, clock } = platform;
    for (const serverId of await listServerIds(database.primary, clock.today())) {
      const underWay = await findPullUnderWay(database.primary, serverId);
      const pullId = underWay?.id ?? (await perform(platform, beginPull, { serverId }, { actor: systemActor('intake.pull-every-night') })).pullId;
      await database.transaction((tx) => enqueuer(tx, jobs)(pullResults, { pullId }));
    }
  },
});
