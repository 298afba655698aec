import { z } from 'zod';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { subscribe } from '#platform/events/event.js';
import { type JobContext, job } from '#platform/jobs/job.js';
import { alarmOfBreakGlass, remindOfBreakGlassTests } from '../actions/break-glass.js';
import { endPasswordsThatAreDue } from '../actions/end-passwords.js';
import { remindBeforeTheDay } from '../actions/remind.js';
import { breakGlassUsed } from '../events.js';

/** Just after midnight of each day; the later hours are for a program that did not run then. */
export const endPasswordsNightly = job({
  name: 'authentication.end-passwords',
  input: z.object({}),
  schedule: '5 * * * *',
  run: async ({ platform }: JobContext) => void (await perform(platform, endPasswordsThatAreDue, {}, { actor: systemActor('authentication.end-passwords') })),
});

/** When people are at work and can ask. */
export const remindDaily = job({
  name: 'authentication.remind',
  input: z.object({}),
  schedule: '0 9 * * *',
  run: async ({ platform }: JobContext) => {
    const as = { actor: systemActor('authentication.remind') };
    await perform(platform, remindBeforeTheDay, {}, as);
    await perform(platform, remindOfBreakGlassTests, {}, as);
  },
});

export const raiseAlarm = subscribe({
  subscriber: 'authentication.raise-alarm',
  to: breakGlassUsed,
  async handle({ platform }, used) {
    await perform(platform, alarmOfBreakGlass, used, { actor: systemActor('authentication.raise-alarm') });
  },
});
