import { z } from 'zod';
import { workingDaysCounter } from '#modules/education/public.js';
import { dayInRiga } from '#kernel/clock.js';
import { addDays } from '#kernel/iso-date.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { job } from '#platform/jobs/job.js';
import { remindInstitution, remindMunicipality } from '../actions/reminders.js';
import { GIVEN_UP_AFTER_DAYS, isWorkingDay, stageOn, stagesOf } from '../domain/reminder-stages.js';
import { numbersOn } from '../store/completeness-parameters.js';
import { listDues, listToRemind, listUnitsToRemind } from '../store/reminders.js';

/** As far ahead as any parameter can reach, in calendar days. */
const AHEAD_DAYS = 300;

/**
 * Every working morning: institutions from which something of a near deadline has not come, then their municipalities. Each is told in a transaction of
 * its own and only once for each stage, so that a run that was killed goes on where it stopped, and a day without a run is made good on the next.
 */
export const sendReminders = job({
  name: 'marks.send-reminders',
  input: z.object({}),
  schedule: '0 8 * * 1-6',
  expireMinutes: 60,
  async run({ platform, now }) {
    const tx = platform.database.primary;
    const [today, actor] = [dayInRiga(now), systemActor('marks.send-reminders')];
    const [numbers, add] = [await numbersOn(tx, today), await workingDaysCounter(tx)];
    if (!isWorkingDay(today, add)) return;
    for (const due of await listDues(tx, addDays(today, -GIVEN_UP_AFTER_DAYS), addDays(today, AHEAD_DAYS))) {
      const stage = stageOn(stagesOf(due.dueOn, { before: numbers['remind-before'], after: numbers['remind-after'] }, add), today)?.stage;
      if (stage === undefined) continue;
      for (const { institutionId } of await listToRemind(tx, due, stage, today)) await perform(platform, remindInstitution, { ...due, institutionId, stage }, { actor });
      for (const unitId of await listUnitsToRemind(tx, due, stage, today)) await perform(platform, remindMunicipality, { ...due, unitId, stage }, { actor });
    }
  },
});
