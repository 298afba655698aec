import { z } from 'zod';
import { NotFound } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { type WriteContext, writeAction } from '#platform/actions/action.js';
import { FOUNDER_REASONS } from '../domain/words.js';
import { entryCorrected } from '../events.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { listAddresses, listDeliveryPlaces, listFounders, listNames, type InstitutionRow } from '../store/card.js';
import { correctRow, refreshSearch } from '../store/changes.js';
import { ACTION_TITLES, NO_SUCH_ROW } from '../texts.js';
import { checkDay, recordingOf } from './begin-row.js';
import { getInstitutionWithin } from './get-institution.js';
import { Basis, checkPlace, founderColumns, founderFields, Name, placeFields, RegNr } from './inputs.js';

const Entry = { regNr: RegNr, rowId: z.uuid(), from: IsoDateInput, to: IsoDateInput.nullable().default(null) };

const Correction = z.discriminatedUnion('history', [
  z.object({ history: z.literal('name'), ...Entry, name: Name }),
  z.object({ history: z.literal('founder'), ...Entry, ...founderFields, reason: z.enum(FOUNDER_REASONS), basis: Basis }),
  z.object({ history: z.literal('address'), ...Entry, ...placeFields }),
  z.object({ history: z.literal('delivery_place'), ...Entry, ...placeFields }),
]);
type Correction = z.infer<typeof Correction>;

/** An entry was recorded wrongly: the right one takes its place, and the wrong one stays as what was believed. */
export const correctEntry = writeAction({
  name: 'institutions.correct-entry',
  title: ACTION_TITLES.correct,
  permission: registerInstitutionsPermission,
  input: Correction,
  async run(context, correction) {
    const institution = await getInstitutionWithin(context, correction.regNr);
    const { history, rowId, from, to } = correction;
    checkDay('from', from, institution);
    const row = { institutionId: institution.id, ...(await rightRow(context, institution, correction)), validFrom: from, validTo: to };
    await correctRow(context.tx, history, rowId, row, recordingOf(context));
    await refreshSearch(context.tx, [institution.id]);
    await context.announce(entryCorrected, { institutionId: institution.id, history });
    return { regNr: correction.regNr };
  },
  audit: ({ input }) => ({ facts: { institution: input.regNr, history: input.history, row: input.rowId } }),
});

async function rightRow({ tx, today }: WriteContext, { id }: InstitutionRow, correction: Correction) {
  const wrong = <Row extends { readonly id: string }>(rows: readonly Row[]): Row => {
    const row = rows.find((one) => one.id === correction.rowId);
    if (!row) throw new NotFound('no-such-row', NO_SUCH_ROW);
    return row;
  };
  switch (correction.history) {
    case 'name':
      wrong(await listNames(tx, id));
      return { name: correction.name };
    case 'founder': {
      const { role } = wrong(await listFounders(tx, id, today));
      return { role, ...(await founderColumns(tx, correction, correction.from)), reason: correction.reason, basis: correction.basis };
    }
    case 'address':
    case 'delivery_place': {
      const { atvk, part, street } = correction;
      await checkPlace(tx, { atvk, part }, correction.from);
      if (correction.history === 'address') return { kind: wrong(await listAddresses(tx, id, today)).kind, atvk, part, street };
      const { programme, name } = wrong(await listDeliveryPlaces(tx, id, today));
      return { programme, name, atvk, part, street };
    }
  }
}
