import { z } from 'zod';
import { invalid } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { SUCCESSION_KINDS } from '../domain/words.js';
import { successionRecorded } from '../events.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { goesOnIn } from '../store/card.js';
import { insertSuccession } from '../store/changes.js';
import { ACTION_TITLES, CIRCULAR_SUCCESSION, OUTSIDE_LIFE_OF_SUCCESSOR, SUCCEEDS_ITSELF } from '../texts.js';
import { checkDay, recordingOf } from './begin-row.js';
import { getInstitution, getInstitutionWithin } from './get-institution.js';
import { Basis, RegNr } from './inputs.js';

/** One institution goes on in another from a day: merged into it, split off to it, or reorganised as it. */
export const recordSuccession = writeAction({
  name: 'institutions.record-succession',
  title: ACTION_TITLES.recordSuccession,
  permission: registerInstitutionsPermission,
  input: z.object({ regNr: RegNr, successorRegNr: RegNr, kind: z.enum(SUCCESSION_KINDS), effective: IsoDateInput, basis: Basis }),
  async run(context, { regNr, successorRegNr, kind, effective, basis }) {
    const { tx } = context;
    if (regNr === successorRegNr) throw invalid('successorRegNr', SUCCEEDS_ITSELF);
    const from = await getInstitutionWithin(context, regNr);
    const to = await getInstitution(tx, successorRegNr);
    if (from.closedOn === null || effective !== from.closedOn) checkDay('effective', effective, from);
    if (effective < to.foundedOn || (to.closedOn && effective >= to.closedOn)) throw invalid('effective', OUTSIDE_LIFE_OF_SUCCESSOR);
    if (await goesOnIn(tx, to.id, from.id)) throw invalid('successorRegNr', CIRCULAR_SUCCESSION);
    await insertSuccession(tx, { fromId: from.id, toId: to.id, kind, effective, basis }, recordingOf(context));
    await context.announce(successionRecorded, { fromId: from.id, toId: to.id, on: effective });
    return { regNr };
  },
  audit: ({ input }) => ({ facts: { institution: input.regNr, successor: input.successorRegNr, kind: input.kind, effective: input.effective } }),
});
