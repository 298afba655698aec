import { z } from 'zod';
import { writeAction } from '#platform/actions/action.js';
import { successionRecorded } from '../events.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { lockSuccessions } from '../store/changes.js';
import { insertSuccession } from '../store/endings.js';
import { ACTION_TITLES } from '../texts.js';
import { recordingOf } from './begin-row.js';
import { checkSuccession, successionFields } from './check-succession.js';
import { getInstitutionToChange } from './get-institution.js';
import { RegNr } from './inputs.js';

/** One institution goes on in another from a day: merged into it, split off to it, or reorganised as it. */
export const recordSuccession = writeAction({
  name: 'institutions.record-succession',
  title: ACTION_TITLES.recordSuccession,
  permission: registerInstitutionsPermission,
  input: z.object({ regNr: RegNr, ...successionFields }),
  async run(context, { regNr, successorRegNr, kind, effective, basis }) {
    await lockSuccessions(context.tx);
    const from = await getInstitutionToChange(context, regNr);
    const to = await checkSuccession(context, from, successorRegNr, effective);
    await insertSuccession(context.tx, { fromId: from.id, toId: to.id, kind, effective, basis }, recordingOf(context));
    await context.announce(successionRecorded, { fromId: from.id, toId: to.id, on: effective });
    return { regNr };
  },
  audit: ({ input }) => ({ facts: { institution: input.regNr, successor: input.successorRegNr, kind: input.kind, effective: input.effective } }),
});
