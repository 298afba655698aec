import { z } from 'zod';
import { refuseFarAhead } from '#kernel/far-day.js';
import { invalid } from '#kernel/errors.js';
import { type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { parseInstitutionNumber } from '#kernel/registration-number.js';
import { type WriteContext, writeAction } from '#platform/actions/action.js';
import { entryCorrected } from '../events.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { findByRegNr, type InstitutionRow, listAddresses, listDeliveryPlaces } from '../store/card.js';
import { refreshSearch } from '../store/changes.js';
import * as founding from '../store/founding.js';
import { ACTION_TITLES, AFTER_CLOSING, INSTITUTION_NUMBER_SHAPE, NO_SUCH_UNIT, NUMBER_GIVEN, RECORDED_EARLIER } from '../texts.js';
import { recordingOf } from './begin-row.js';
import { getInstitutionToChange } from './get-institution.js';
import { getUnitOn, RegNr } from './inputs.js';

/** The number or the founding day was recorded wrongly; what began on that day begins on the right one. The audit log keeps old and new. */
export const correctFounding = writeAction({
  name: 'institutions.correct-founding',
  title: ACTION_TITLES.correctFounding,
  permission: registerInstitutionsPermission,
  input: z.object({ regNr: RegNr, number: z.string(), foundedOn: IsoDateInput }),
  async run(context, input) {
    const { tx } = context;
    const institution = await getInstitutionToChange(context, input.regNr);
    const regNr = parseInstitutionNumber(input.number);
    if (!regNr) throw invalid('number', INSTITUTION_NUMBER_SHAPE);
    if (regNr !== institution.regNr && (await findByRegNr(tx, regNr))) throw invalid('number', NUMBER_GIVEN);
    if (input.foundedOn !== institution.foundedOn) await checkFoundingDay(context, institution, input.foundedOn);
    await founding.correctFounding(tx, institution.id, institution.foundedOn, { regNr, foundedOn: input.foundedOn }, recordingOf(context));
    await refreshSearch(tx, [institution.id]);
    await context.announce(entryCorrected, { institutionId: institution.id, history: 'founding' });
    return { regNr: String(regNr), was: { regNr: institution.regNr, foundedOn: institution.foundedOn } };
  },
  audit: ({ input, output: { regNr, was } }) => ({ facts: { institution: regNr, was, now: { regNr, foundedOn: input.foundedOn } } }),
});

/** @throws InvalidInput for a day after closing, after another entry, or on which the unit of a place that moves along bore another code or was not. */
async function checkFoundingDay({ tx, today }: WriteContext, { id, foundedOn, closedOn }: InstitutionRow, day: IsoDate): Promise<void> {
  refuseFarAhead('foundedOn', day, today);
  if (closedOn && day >= closedOn) throw invalid('foundedOn', AFTER_CLOSING);
  if (await founding.anythingBefore(tx, id, foundedOn, day)) throw invalid('foundedOn', RECORDED_EARLIER);
  const places = [...(await listAddresses(tx, id, today)), ...(await listDeliveryPlaces(tx, id, today))];
  for (const { atvk } of places.filter((place) => place.validFrom === foundedOn)) {
    if ((await getUnitOn(tx, 'foundedOn', atvk, day)).atvk !== atvk) throw invalid('foundedOn', NO_SUCH_UNIT);
  }
}
