import { z } from 'zod';
import { getReformInMotion } from '#modules/territories/public.js';
import { job } from '#platform/jobs/job.js';
import type { RegisterChange } from '../domain/compare-changes.js';
import { PARTICIPANTS } from '../participants.js';
import { insertChanges } from '../store/changes.js';
import { beginRehearsal, findRehearsal, finishRehearsal, noteStep } from '../store/rehearsals.js';

/** Works out everything a reform would change. Killed midway, the next attempt begins anew from the data of its own moment. */
export const rehearseReform = job({
  name: 'reforms.rehearse-reform',
  input: z.object({ rehearsalId: z.uuid() }),
  expireMinutes: 10,
  async run({ platform: { database, clock } }, { rehearsalId }) {
    const rehearsal = await findRehearsal(database.read, rehearsalId);
    if (!rehearsal || rehearsal.state === 'done') return;
    await database.transaction((tx) => beginRehearsal(tx, rehearsalId, clock.now()));
    const reform = await getReformInMotion(database.read, rehearsal.reformId);
    const changes: RegisterChange[] = [];
    for (const { name, plan } of PARTICIPANTS) {
      await database.transaction((tx) => noteStep(tx, rehearsalId, name));
      for (const change of await plan(database.read, reform)) changes.push({ participant: name, ...change });
    }
    await database.transaction(async (tx) => {
      await insertChanges(tx, rehearsal.reformId, rehearsalId, changes);
      await finishRehearsal(tx, rehearsalId, changes.length, clock.now());
    });
  },
});
