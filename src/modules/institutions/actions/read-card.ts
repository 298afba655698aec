import type { IsoDate } from '#kernel/iso-date.js';
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
  listHeads,
  listNames,
  listStandings,
  listSuccessions,
} from '../store/card.js';
import { nameHeads } from './name-heads.js';

/** Everything the register believes about an institution now. */
export async function readCard(tx: Read, institution: InstitutionRow, today: IsoDate): Promise<Card> {
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
    heads: await nameHeads(tx, await listHeads(tx, id), today),
    closure: (await findClosure(tx, id)) ?? null,
    successions: await listSuccessions(tx, id, today),
  };
}
