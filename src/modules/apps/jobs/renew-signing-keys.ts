import { z } from 'zod';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { job } from '#platform/jobs/job.js';
import { renewSigningKeys } from '../actions/signing-keys.js';

/** Each night: makes the next signing key when it is time. */
export const renewSigningKeysNightly = job({
  name: 'apps.renew-signing-keys',
  input: z.object({}),
  schedule: '10 2 * * *',
  run: async ({ platform }) => void (await perform(platform, renewSigningKeys, {}, { actor: systemActor('apps.renew-signing-keys') })),
});
