import { z } from 'zod';
import { listEverSucceeded, listUnitsOn } from '#modules/territories/public.js';
import { dayInRiga } from '#kernel/clock.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { job } from '#platform/jobs/job.js';
import { followChanges, takeCounts } from '../actions/prepare.js';
import { begunPeriods } from '../actions/institutions.js';
import { settledFrom } from '../domain/counting-period.js';
import { listBegun } from '../store/prepare.js';
import { rulesOn } from '../store/rules.js';

/**
 * Each night: the count of a day that has come is frozen where it has not been yet, and what changed in addresses and memberships since the last statement
 * becomes a statement of differences. A transaction for each municipality; what was done is not done again, so a run that was killed goes on.
 */
export const settle = job({
  name: 'settlements.settle',
  input: z.object({}),
  schedule: '40 3 * * *',
  expireMinutes: 120,
  async run({ platform, now }) {
    const tx = platform.database.primary;
    const [today, actor] = [dayInRiga(now), systemActor('settlements.settle')];
    const rules = await rulesOn(tx, today);
    const period = begunPeriods(today, rules['count-months'])[0];
    if (period) await perform(platform, takeCounts, { day: period.countedOn }, { actor });
    for (const { countedOn, through, providerIds } of await listBegun(tx, settledFrom(today, rules['back-months'][0]!))) {
      for (const { unitId } of await listUnitsOn(tx, today)) {
        const unitIds = [unitId, ...(await listEverSucceeded(tx, [unitId], today))];
        if (unitIds.some((id) => providerIds.includes(id))) await perform(platform, followChanges, { countedOn, through, unitIds }, { actor });
      }
    }
  },
});
