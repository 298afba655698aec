import { z } from 'zod';
import { writeAction } from '#platform/actions/action.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import { moveTraining } from '../store/join.js';

/** Two accounts became one: the training of the closed one is the other's. Bears repetition. */
export const followJoined = writeAction({
  name: 'training.follow-joined',
  title: { lv: 'Slēgta konta mācības pārgājušas uz otru', en: 'Training of a closed account gone over to the other' },
  permission: JOBS_ALONE,
  input: z.object({ from: z.uuid(), into: z.uuid() }),
  run: ({ tx }, { from, into }) => moveTraining(tx, from, into),
  audit: ({ input, output }) => ({ facts: { from: input.from, user: input.into, moved: output } }),
});
