import { z } from 'zod';
import { Conflict } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { CLOSURE_REASONS } from '../domain/words.js';
import { closingDayChanged, institutionClosed } from '../events.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { closeOn } from '../store/endings.js';
import { countRightsBeyond } from '../store/rights.js';
import { ACTION_TITLES, ALREADY_CLOSED } from '../texts.js';
import { recordingOf } from './begin-row.js';
import { checkClosingDay } from './check-closing-day.js';
import { getInstitutionToChange } from './get-institution.js';
import { Basis, RegNr } from './inputs.js';

/** Closes an institution: `closedOn` is the first day without it. Its founder, head and delivery places end with it, and so do rights. */
export const closeInstitution = writeAction({
  name: 'institutions.close-institution',
  title: ACTION_TITLES.close,
  permission: registerInstitutionsPermission,
  input: z.object({ regNr: RegNr, closedOn: IsoDateInput, reason: z.enum(CLOSURE_REASONS), basis: Basis }),
  async run(context, { regNr, closedOn, reason, basis }) {
    const institution = await getInstitutionToChange(context, regNr);
    if (institution.closedOn) throw new Conflict('already-closed', ALREADY_CLOSED);
    await checkClosingDay(context, institution, closedOn);
    await closeOn(context.tx, institution.id, { closedOn, reason, basis }, recordingOf(context));
    await context.announce(institutionClosed, { institutionId: institution.id, on: closedOn });
    await context.announce(closingDayChanged, { institutionId: institution.id });
    return { regNr, rightsEnding: await countRightsBeyond(context.tx, institution.id, closedOn) };
  },
  audit: ({ input }) => ({ facts: { institution: input.regNr, closedOn: input.closedOn, reason: input.reason } }),
});
