import { z } from 'zod';
import { invalid, NotFound } from '#kernel/errors.js';
import { type IsoDate, IsoDateInput, readableDay } from '#kernel/iso-date.js';
import { fill } from '#kernel/text.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import type { Read } from '#platform/db/transaction.js';
import type { Card } from '../domain/card.js';
import {
  findClosure,
  type InstitutionRow,
  listAccreditations,
  listAddresses,
  listDeliveryPlaces,
  listFounders,
  listGymnasiumTitles,
  listNames,
  listStandings,
  listSuccessions,
} from '../store/card.js';
import { ACTION_TITLES, NO_SUCH_INSTITUTION, NOT_YET_FOUNDED } from '../texts.js';
import { getInstitution } from './get-institution.js';

/** Everything the register knows about an institution; `on` is the day that the page stands on (today, or its last day). */
export const showInstitution = readAction({
  name: 'institutions.show-institution',
  title: ACTION_TITLES.show,
  permission: ANYONE,
  input: z.object({ regNr: z.string(), on: z.preprocess((words) => words || undefined, IsoDateInput.optional()) }),
  audit: NOT_PERSONAL,
  async run({ tx, today }, { regNr, on = today }) {
    if (!/^\d{10}$/.test(regNr)) throw new NotFound('no-such-institution', NO_SUCH_INSTITUTION);
    const institution = await getInstitution(tx, regNr);
    if (on < institution.foundedOn && institution.foundedOn <= today) throw invalid('on', fill(NOT_YET_FOUNDED, { day: readableDay(institution.foundedOn) }));
    return { on, card: await cardOf(tx, institution, today) };
  },
});

async function cardOf(tx: Read, institution: InstitutionRow, today: IsoDate): Promise<Card> {
  const { id } = institution;
  return {
    institution,
    names: await listNames(tx, id),
    standings: await listStandings(tx, id),
    founders: await listFounders(tx, id, today),
    addresses: await listAddresses(tx, id, today),
    places: await listDeliveryPlaces(tx, id, today),
    gymnasium: await listGymnasiumTitles(tx, id),
    accreditations: await listAccreditations(tx, id),
    closure: (await findClosure(tx, id)) ?? null,
    successions: await listSuccessions(tx, id),
  };
}
