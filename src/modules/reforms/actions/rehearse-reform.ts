import { z } from 'zod';
import { Conflict } from '#kernel/errors.js';
import { getReform, refuseMisfit } from '#modules/territories/public.js';
import { writeAction } from '#platform/actions/action.js';
import { rehearseReform as job } from '../jobs/rehearse-reform.js';
import { operate } from '../permissions.js';
import { insertRehearsal } from '../store/rehearsals.js';

/** Asks for a rehearsal; it runs in the background and changes nothing. As often as wanted. */
export const rehearseReform = writeAction({
  name: 'reforms.rehearse-reform',
  title: { lv: 'Izmēģināta teritoriālā reforma', en: 'Rehearsed a territorial reform' },
  permission: operate,
  input: z.object({ reformId: z.uuid() }),
  async run({ tx, actor, now, enqueue }, { reformId }) {
    const reform = await getReform(tx, reformId);
    if (reform.state === 'applied' || reform.state === 'cancelled') throw new Conflict('reform-not-open', NOT_OPEN);
    await refuseMisfit(tx, reformId);
    const rehearsalId = await insertRehearsal(tx, reform.id, actor.name, now);
    await enqueue(job, { rehearsalId }, { once: rehearsalId });
    return { rehearsalId };
  },
  audit: ({ input }) => ({ facts: { reform: input.reformId } }),
});

const NOT_OPEN = { lv: 'Īstenotu vai atceltu reformu vairs nevar izmēģināt.', en: 'An applied or cancelled reform can no longer be rehearsed.' };
