import { z } from 'zod';
import { NotFound } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { type WriteContext, writeAction } from '#platform/actions/action.js';
import { CLOSURE_REASONS } from '../domain/words.js';
import { closingDayChanged, closureWithdrawn, entryCorrected, institutionClosed } from '../events.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { findClosure } from '../store/card.js';
import * as endings from '../store/endings.js';
import { countRightsCut } from '../store/rights.js';
import { ACTION_TITLES, NOT_CLOSED } from '../texts.js';
import { recordingOf } from './begin-row.js';
import { checkClosingDay } from './check-closing-day.js';
import { getInstitutionToChange } from './get-institution.js';
import { Basis, RegNr } from './inputs.js';

/** The closing was recorded with a wrong day, reason or basis; founder, head and delivery places end on the right day. */
export const correctClosure = writeAction({
  name: 'institutions.correct-closure',
  title: ACTION_TITLES.correctClosure,
  permission: registerInstitutionsPermission,
  input: z.object({ regNr: RegNr, closedOn: IsoDateInput, reason: z.enum(CLOSURE_REASONS), basis: Basis }),
  async run(context, { regNr, ...closing }) {
    const { institution, closure } = await getClosed(context, regNr);
    await checkClosingDay(context, institution, closing.closedOn);
    await endings.correctClosure(context.tx, institution.id, closure.id, closing, recordingOf(context));
    await context.announce(entryCorrected, { institutionId: institution.id, history: 'closure' });
    if (closing.closedOn !== closure.closedOn) {
      await context.announce(institutionClosed, { institutionId: institution.id, on: closing.closedOn });
      await context.announce(closingDayChanged, { institutionId: institution.id });
    }
    return { regNr, was: closure };
  },
  audit: ({ input: { regNr, ...now }, output: { was } }) => ({ facts: { institution: regNr, was, now } }),
});

/** The institution never closed: its founder, head and delivery places go on as if nothing had been recorded; rights that have not ended yet are given back. */
export const withdrawClosure = writeAction({
  name: 'institutions.withdraw-closure',
  title: ACTION_TITLES.withdrawClosure,
  permission: registerInstitutionsPermission,
  input: z.object({ regNr: RegNr, why: Basis }),
  async run(context, { regNr }) {
    const { institution, closure } = await getClosed(context, regNr);
    await endings.withdrawClosure(context.tx, institution.id, closure.id, recordingOf(context));
    await context.announce(closureWithdrawn, { institutionId: institution.id, on: closure.closedOn });
    await context.announce(closingDayChanged, { institutionId: institution.id });
    return { regNr, was: closure, rights: await countRightsCut(context.tx, institution.id, context.today) };
  },
  audit: ({ input, output: { was } }) => ({ facts: { institution: input.regNr, was, why: input.why } }),
});

async function getClosed(context: WriteContext, regNr: string) {
  const institution = await getInstitutionToChange(context, regNr);
  const closure = await findClosure(context.tx, institution.id);
  if (!closure) throw new NotFound('not-closed', NOT_CLOSED);
  return { institution, closure };
}
