import { z } from 'zod';
import { refuseFarAhead } from '#kernel/far-day.js';
import { invalid, NotFound } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { overlap } from '#kernel/period.js';
import { writeAction } from '#platform/actions/action.js';
import { lineOf } from '../domain/lines.js';
import { PROGRAMMES } from '../domain/words.js';
import { deliveryPlaceAdded, deliveryPlaceClosed } from '../events.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { listDeliveryPlaces } from '../store/card.js';
import { addRow, endRow, refreshSearch } from '../store/changes.js';
import { findAtvkToday } from '../store/parts.js';
import { ACTION_TITLES, ENDS_BEFORE_BEGINNING, NO_SUCH_ROW, PLACE_RECORDED } from '../texts.js';
import { checkDay, recordingOf } from './begin-row.js';
import { getInstitutionToChange } from './get-institution.js';
import { placeFields, placeName, placeOn, RegNr } from './inputs.js';

/** An institution teaches at one more address from a day, in its own municipality or another. */
export const addDeliveryPlace = writeAction({
  name: 'institutions.add-delivery-place',
  title: ACTION_TITLES.addDeliveryPlace,
  permission: registerInstitutionsPermission,
  input: z.object({ regNr: RegNr, programme: z.enum(PROGRAMMES), name: placeName.default(''), ...placeFields, from: IsoDateInput }),
  async run(context, { regNr, from, ...typed }) {
    const institution = await getInstitutionToChange(context, regNr);
    const { id: institutionId } = institution;
    checkDay('from', from, institution, context.today);
    const place = await placeOn(context.tx, typed, from);
    const line = lineOf('delivery_place', { ...place, atvkToday: await findAtvkToday(context.tx, place, context.today) });
    const places = await listDeliveryPlaces(context.tx, institutionId, context.today);
    if (places.some((one) => lineOf('delivery_place', one) === line && overlap({ from: one.validFrom, to: one.validTo }, { from, to: institution.closedOn }))) throw invalid('street', PLACE_RECORDED);
    await addRow(context.tx, 'delivery_place', { institutionId, ...place, validFrom: from, validTo: institution.closedOn }, recordingOf(context));
    await refreshSearch(context.tx, [institutionId]);
    await context.announce(deliveryPlaceAdded, { institutionId, on: from });
    return { regNr };
  },
  audit: ({ input }) => ({ facts: { institution: input.regNr, programme: input.programme, from: input.from } }),
});

/** An institution no longer teaches at an address from a day. */
export const closeDeliveryPlace = writeAction({
  name: 'institutions.close-delivery-place',
  title: ACTION_TITLES.closeDeliveryPlace,
  permission: registerInstitutionsPermission,
  input: z.object({ regNr: RegNr, placeId: z.uuid(), from: IsoDateInput }),
  async run(context, { regNr, placeId, from }) {
    const { id: institutionId } = await getInstitutionToChange(context, regNr);
    const place = (await listDeliveryPlaces(context.tx, institutionId, context.today)).find((one) => one.id === placeId);
    if (!place || (place.validTo && place.validTo <= from)) throw new NotFound('no-such-row', NO_SUCH_ROW);
    refuseFarAhead('from', from, context.today);
    if (from <= place.validFrom) throw invalid('from', ENDS_BEFORE_BEGINNING);
    await endRow(context.tx, 'delivery_place', placeId, from, recordingOf(context));
    await context.announce(deliveryPlaceClosed, { institutionId, on: from });
    return { regNr };
  },
  audit: ({ input }) => ({ facts: { institution: input.regNr, place: input.placeId, from: input.from } }),
});
