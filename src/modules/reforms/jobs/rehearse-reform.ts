import { z } from 'zod';
import { getReformInMotion } from '#modules/territories/public.js';
import type { Platform } from '#platform/actions/perform.js';
import { sql } from '#platform/db/sql.js';
import { job } from '#platform/jobs/job.js';
import { foretell } from '../actions/foretell.js';
import { insertChanges } from '../store/changes.js';
import { beginRehearsal, failRehearsal, findRehearsal, finishRehearsal, noteStep, type RehearsalRow } from '../store/rehearsals.js';

/** Works out everything a reform would change. All registers are looked at as of one moment. Killed midway, the next attempt begins anew from the data of its own. */
export const rehearseReform = job({
  name: 'reforms.rehearse-reform',
  input: z.object({ rehearsalId: z.uuid() }),
  expireMinutes: 10,
  heavy: () => Promise.resolve(true),
  async run({ platform }, { rehearsalId }) {
    const { database, clock } = platform;
    const rehearsal = await findRehearsal(database.primary, rehearsalId);
    if (!rehearsal || rehearsal.state === 'done') return;
    await database.transaction((tx) => beginRehearsal(tx, rehearsalId, clock.now()));
    try {
      await rehearse(platform, rehearsal);
    } catch (error) {
      await database.transaction((tx) => failRehearsal(tx, rehearsalId, clock.now()));
      throw error;
    }
  },
});

async function rehearse({ database, clock }: Platform, { id, reformId }: RehearsalRow) {
  await database.transaction(async (moment) => {
    await moment.run(sql`set transaction isolation level repeatable read, read only`);
    const changes = foretell(moment, await getReformInMotion(moment, reformId), (register) => database.transaction((tx) => noteStep(tx, id, register)));
    await database.transaction(async (tx) => finishRehearsal(tx, id, await insertChanges(tx, reformId, id, changes), clock.now()));
  });
}
