import { z } from 'zod';
import { allFaults } from '#kernel/all-faults.js';
import { refuseFarAhead } from '#kernel/far-day.js';
import { invalid } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { parseInstitutionNumber } from '#kernel/registration-number.js';
import { writeAction } from '#platform/actions/action.js';
import type { Read } from '#platform/db/transaction.js';
import { institutionRegistered } from '../events.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { findByRegNr } from '../store/card.js';
import { addRow, insertInstitution, refreshSearch } from '../store/changes.js';
import { ACTION_TITLES, INSTITUTION_NUMBER_SHAPE, NOT_YOUR_MUNICIPALITY, NUMBER_GIVEN } from '../texts.js';
import { recordingOf } from './begin-row.js';
import { checkStanding, standingFields } from './check-standing.js';
import { followReforms } from './follow-reforms.js';
import { covers } from './get-institution.js';
import { Basis, contactFields, founderColumns, founderFields, legalNumber, LegalNumberWords, Name, placeFields, placeOn, withFounder } from './inputs.js';

/** Enters a founded institution; its founder becomes legal and actual founder at once, and the actual one follows the reforms since. */
export const registerInstitution = writeAction({
  name: 'institutions.register-institution',
  title: ACTION_TITLES.register,
  permission: registerInstitutionsPermission,
  input: withFounder(z.object({
    regNr: z.string().trim().min(1).pipe(z.string().refine((words) => parseInstitutionNumber(words) !== null, { params: { sentence: INSTITUTION_NUMBER_SHAPE } })),
    entNr: LegalNumberWords,
    name: Name,
    ...standingFields,
    foundedOn: IsoDateInput,
    basis: Basis,
    ...founderFields,
    ...placeFields,
    ...contactFields,
  })),
  async run(context, { name, type, legalStatus, subordination, foundedOn, basis, atvk, part, street, addressCode, phone, email, website, ...input }) {
    const { tx, scope, today } = context;
    const [, regNr, entNr, , founder, place] = await allFaults(
      () => refuseFarAhead('foundedOn', foundedOn, today),
      () => numberToGive(tx, input.regNr),
      () => legalNumber('entNr', input.entNr),
      () => checkStanding(tx, { type, legalStatus, subordination }),
      () => founderColumns(tx, input, foundedOn),
      () => placeOn(tx, { atvk, part, street, addressCode }, foundedOn),
    );

    const recording = recordingOf(context);
    const institutionId = await insertInstitution(tx, { regNr, entNr, foundedOn, phone, email, website }, recording);
    const first = { institutionId, validFrom: foundedOn };
    await addRow(tx, 'name', { ...first, name }, recording);
    await addRow(tx, 'standing', { ...first, type, legalStatus, subordination, basis }, recording);
    for (const role of ['legal', 'actual'] as const) await addRow(tx, 'founder', { ...first, role, ...founder, reason: 'founded', basis }, recording);
    await addRow(tx, 'address', { ...first, kind: 'legal', ...place }, recording);
    await followReforms(context, institutionId, foundedOn);
    if (!(await covers(tx, scope, { id: institutionId, foundedOn, closedOn: null }, today))) throw invalid('founderAtvk', NOT_YOUR_MUNICIPALITY);
    await refreshSearch(tx, [institutionId]);
    await context.announce(institutionRegistered, { institutionId, on: foundedOn });
    return { institutionId, regNr };
  },
  audit: ({ input, output }) => ({ facts: { institution: output.regNr, foundedOn: input.foundedOn } }),
});

/** @throws InvalidInput at `regNr` where it is another's already. */
async function numberToGive(tx: Read, words: string): Promise<string> {
  const regNr = parseInstitutionNumber(words)!;
  if (await findByRegNr(tx, regNr)) throw invalid('regNr', NUMBER_GIVEN);
  return regNr;
}
