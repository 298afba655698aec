import { z } from 'zod';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { job } from '#platform/jobs/job.js';
import { remindSome } from '../actions/remind.js';

/** Each morning, and when a course is newly required: reminds everyone who is due, some at a time, nobody twice of the same. */
export const remind = job({
  name: 'training.remind',
  input: z.object({}),
  schedule: '10 7 * * *',
  expireMinutes: 30,
  async run({ platform }) {
    while ((await perform(platform, remindSome, {}, { actor: systemActor('training.remind') })).more);
  },
});
