import { z } from 'zod';
import { Conflict } from '#kernel/errors.js';
import { readableDay } from '#kernel/iso-date.js';
import { getReform, lockMap, refuseMisfit } from '#modules/territories/public.js';
import { writeAction } from '#platform/actions/action.js';
import { reformApplied } from '../events.js';
import { operate } from '../permissions.js';
import { carryOutReform } from './carry-out-reform.js';

/** Carries a prepared reform out, on its day or later; before the day it is refused. */
export const applyReform = writeAction({
  name: 'reforms.apply-reform',
  title: { lv: 'Īstenota teritoriālā reforma', en: 'Applied a territorial reform' },
  permission: operate,
  asksFreshProof: true,
  input: z.object({ reformId: z.uuid() }),
  async run({ tx, actor, now, today, announce }, { reformId }) {
    await lockMap(tx);
    const reform = await getReform(tx, reformId);
    if (today < reform.effective) throw new Conflict('reform-not-due', notDue(readableDay(reform.effective)));
    if (reform.state === 'draft') throw new Conflict('reform-not-prepared', NOT_PREPARED);
    await refuseMisfit(tx, reformId);
    const application = await carryOutReform(tx, reformId, actor.name, now);
    await announce(reformApplied, { reformId, effective: reform.effective, changes: application.happened });
    return application;
  },
  audit: ({ input, output }) => ({ facts: { reform: input.reformId, foreseen: output.foreseen, happened: output.happened, difference: output.difference } }),
});

const notDue = (day: string) => ({
  lv: `Reforma stājas spēkā ${day} Līdz tam to var tikai izmēģināt un sagatavot.`,
  en: `The reform takes effect on ${day} Until then it can only be rehearsed and prepared.`,
});
const NOT_PREPARED = { lv: 'Vispirms sagatavojiet reformu: lietotājiem par to jāuzzina.', en: 'Prepare the reform first: its users must be told.' };
