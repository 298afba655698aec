import { z } from 'zod';
import { usersToTellOf } from '#modules/access/public.js';
import { Conflict } from '#kernel/errors.js';
import { getReform, getReformInMotion, getReformToChange, lockMap, refuseMisfit, setReformState } from '#modules/territories/public.js';
import { inLatvianOrder } from '#kernel/latvian-order.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import type { Actor } from '#platform/actions/actor.js';
import type { Read } from '#platform/db/transaction.js';
import { reformCancelled, reformPrepared } from '../events.js';
import { operate } from '../permissions.js';
import { insertStep } from '../store/steps.js';

/** Before a reform is prepared or cancelled: which reform it is, and how many users of which ceasing municipality are told. */
export const foretellTold = readAction({
  name: 'reforms.foretell-told',
  title: { lv: 'Apskatīts, kam paziņos par reformu', en: 'Looked at who is told of a reform' },
  permission: operate,
  input: z.object({ reformId: z.uuid() }),
  run: async ({ tx }, { reformId }) => ({ reform: await getReform(tx, reformId), told: await toldOf(tx, reformId) }),
  audit: NOT_PERSONAL,
});

async function toldOf(tx: Read, reformId: string): Promise<{ unit: string; users: number }[]> {
  const reform = await getReformInMotion(tx, reformId);
  const names = new Map(reform.moves.map(({ from }) => [from.unitId, from.name]));
  const byUnit = Map.groupBy(await usersToTellOf(tx, reform), (user) => user.unitId);
  return [...names].map(([unitId, unit]) => ({ unit, users: byUnit.get(unitId)?.length ?? 0 })).filter((one) => one.users > 0).sort((a, b) => inLatvianOrder(a.unit, b.unit));
}

/** Fixes a reform: users of ceasing municipalities are told, rights at the successors may be asked for and approved. */
export const prepareReform = writeAction({
  name: 'reforms.prepare-reform',
  title: { lv: 'Sagatavota teritoriālā reforma', en: 'Prepared a territorial reform' },
  permission: operate,
  input: z.object({ reformId: z.uuid() }),
  async run({ tx, actor, now, announce }, { reformId }) {
    await lockMap(tx);
    const reform = await getReformToChange(tx, reformId);
    if (reform.state !== 'draft') throw new Conflict('reform-not-draft', NOT_DRAFT);
    await refuseMisfit(tx, reformId);
    await setReformState(tx, reformId, 'prepared', now);
    await insertStep(tx, reformId, 'prepared', '', takerOf(actor), now);
    await announce(reformPrepared, { reformId, effective: reform.effective });
    return { reformId };
  },
  audit: ({ input }) => ({ facts: { reform: input.reformId } }),
});

/** Takes a reform back before it was applied; what was asked for or approved in its name never starts, and whoever was told of it is told. */
export const cancelReform = writeAction({
  name: 'reforms.cancel-reform',
  title: { lv: 'Atcelta teritoriālā reforma', en: 'Cancelled a territorial reform' },
  permission: operate,
  input: z.object({ reformId: z.uuid(), reason: z.string().trim().min(1, { abort: true }).min(5).max(1_000) }),
  async run({ tx, actor, now, announce }, { reformId, reason }) {
    const reform = await getReformToChange(tx, reformId);
    if (reform.state === 'applied' || reform.state === 'cancelled') throw new Conflict('reform-not-open', NOT_OPEN);
    await setReformState(tx, reformId, 'cancelled', now);
    await insertStep(tx, reformId, 'cancelled', reason, takerOf(actor), now);
    if (reform.state === 'prepared') await announce(reformCancelled, { reformId, effective: reform.effective });
    return { reformId };
  },
  audit: ({ input }) => ({ facts: { reform: input.reformId, reason: input.reason } }),
});

const takerOf = ({ kind, id, name }: Actor) => ({ name, userId: kind === 'user' ? id : null });

const NOT_DRAFT = { lv: 'Šī reforma jau ir sagatavota, īstenota vai atcelta.', en: 'This reform has already been prepared, applied or cancelled.' };
const NOT_OPEN = { lv: 'Īstenotu vai atceltu reformu vairs nevar atcelt.', en: 'An applied or cancelled reform can no longer be cancelled.' };
