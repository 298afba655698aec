import { z } from 'zod';
import { type WriteContext, writeAction } from '#platform/actions/action.js';
import { successionRecorded, successionWithdrawn } from '../events.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { findByRegNr, type InstitutionRow, type SuccessionRow } from '../store/card.js';
import { correctRow, lockSuccessions } from '../store/changes.js';
import * as endings from '../store/endings.js';
import { ACTION_TITLES } from '../texts.js';
import { recordingOf } from './begin-row.js';
import { checkSuccession, successionFields } from './check-succession.js';
import { getInstitutionToChange, getSuccession } from './get-institution.js';
import { Basis, RegNr } from './inputs.js';

const Which = { regNr: RegNr, successionId: z.uuid() };

/** A succession was recorded with a wrong successor, way, day or basis. */
export const correctSuccession = writeAction({
  name: 'institutions.correct-succession',
  title: ACTION_TITLES.correctSuccession,
  permission: registerInstitutionsPermission,
  input: z.object({ ...Which, ...successionFields }),
  async run(context, { regNr, successionId, successorRegNr, ...right }) {
    const { from, was } = await getOwn(context, regNr, successionId);
    const to = await checkSuccession(context, from, successorRegNr, right.effective, successionId);
    const replaced = was.otherRegNr === successorRegNr ? null : await findByRegNr(context.tx, was.otherRegNr);
    await correctRow(context.tx, 'succession', successionId, { fromId: from.id, toId: to.id, ...right }, recordingOf(context));
    if (replaced) await context.announce(successionWithdrawn, { fromId: from.id, toId: replaced.id, on: was.effective });
    await context.announce(successionRecorded, { fromId: from.id, toId: to.id, on: right.effective });
    return { regNr, was };
  },
  audit: ({ input: { regNr, successionId, ...now }, output: { was } }) => ({ facts: { institution: regNr, row: successionId, was: factsOf(was), now } }),
});

/** One institution did not go on in the other. */
export const withdrawSuccession = writeAction({
  name: 'institutions.withdraw-succession',
  title: ACTION_TITLES.withdrawSuccession,
  permission: registerInstitutionsPermission,
  input: z.object({ ...Which, why: Basis }),
  async run(context, { regNr, successionId }) {
    const { from, was } = await getOwn(context, regNr, successionId);
    const to = await findByRegNr(context.tx, was.otherRegNr);
    await endings.withdrawSuccession(context.tx, successionId, recordingOf(context));
    await context.announce(successionWithdrawn, { fromId: from.id, toId: to!.id, on: was.effective });
    return { regNr, was };
  },
  audit: ({ input, output: { was } }) => ({ facts: { institution: input.regNr, row: input.successionId, was: factsOf(was), why: input.why } }),
});

const factsOf = ({ otherRegNr, kind, effective, basis }: SuccessionRow) => ({ successor: otherRegNr, kind, effective, basis });

async function getOwn(context: WriteContext, regNr: string, successionId: string): Promise<{ from: InstitutionRow; was: SuccessionRow }> {
  await lockSuccessions(context.tx);
  const from = await getInstitutionToChange(context, regNr);
  return { from, was: await getSuccession(context, from, successionId) };
}
