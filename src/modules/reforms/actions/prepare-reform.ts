import { z } from 'zod';
import { Conflict } from '#kernel/errors.js';
import { getReform, setReformState } from '#modules/territories/public.js';
import { writeAction } from '#platform/actions/action.js';
import { reformPrepared } from '../events.js';
import { operate } from '../permissions.js';

/** Fixes a reform: users of ceasing municipalities are told, rights at the successors may be asked for and approved. */
export const prepareReform = writeAction({
  name: 'reforms.prepare-reform',
  title: { lv: 'Sagatavota teritoriālā reforma', en: 'Prepared a territorial reform' },
  permission: operate,
  input: z.object({ reformId: z.uuid() }),
  async run({ tx, now, announce }, { reformId }) {
    const reform = await getReform(tx, reformId);
    if (reform.state !== 'draft') throw new Conflict('reform-not-draft', NOT_DRAFT);
    await setReformState(tx, reformId, 'prepared', now);
    await announce(reformPrepared, { reformId, effective: reform.effective });
    return { reformId };
  },
  audit: ({ input }) => ({ facts: { reform: input.reformId } }),
});

/** Takes a reform back before it was applied; what was asked for or approved in its name never starts. */
export const cancelReform = writeAction({
  name: 'reforms.cancel-reform',
  title: { lv: 'Atcelta teritoriālā reforma', en: 'Cancelled a territorial reform' },
  permission: operate,
  input: z.object({ reformId: z.uuid() }),
  async run({ tx, now }, { reformId }) {
    const reform = await getReform(tx, reformId);
    if (reform.state === 'applied' || reform.state === 'cancelled') throw new Conflict('reform-not-open', NOT_OPEN);
    await setReformState(tx, reformId, 'cancelled', now);
    return { reformId };
  },
  audit: ({ input }) => ({ facts: { reform: input.reformId } }),
});

const NOT_DRAFT = { lv: 'Šī reforma jau ir sagatavota, īstenota vai atcelta.', en: 'This reform has already been prepared, applied or cancelled.' };
const NOT_OPEN = { lv: 'Īstenotu vai atceltu reformu vairs nevar atcelt.', en: 'An applied or cancelled reform can no longer be cancelled.' };
