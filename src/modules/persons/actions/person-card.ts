import type { IsoDate } from '#kernel/iso-date.js';
import type { Read } from '#platform/db/transaction.js';
import {
  type AddressRow, type CodeRow, type GuardianshipRow, listAddresses, listCodes, listGuardianships, listNames, listProtections, type NameRow, type PersonRow, type ProtectionRow,
} from '../store/cards.js';

export type { AddressRow, GuardianshipRow };

/** Everything the register holds of a person, each history newest first. */
export interface PersonCard {
  readonly person: PersonRow;
  readonly names: readonly NameRow[];
  readonly codes: readonly CodeRow[];
  readonly addresses: readonly AddressRow[];
  readonly guardianships: readonly GuardianshipRow[];
  readonly protections: readonly ProtectionRow[];
}

export async function cardOf(tx: Read, person: PersonRow, today: IsoDate): Promise<PersonCard> {
  const { id } = person;
  const [names, codes, addresses, guardianships, protections] = await Promise.all([
    listNames(tx, id), listCodes(tx, id), listAddresses(tx, id), listGuardianships(tx, id, today), listProtections(tx, id),
  ]);
  return { person, names, codes, addresses, guardianships, protections };
}
