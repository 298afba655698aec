import type { IsoDate } from '#kernel/iso-date.js';
import type { Read } from '#platform/db/transaction.js';
import {
  type Believed, type BelievedBirth, listBelievedAddresses, listBelievedBirths, listBelievedCodes, listBelievedDeaths, listBelievedGuardianships, listBelievedNames, listBelievedProtections,
} from '../store/believed.js';
import {
  type AddressRow, type CodeRow, type DeathRow, findDeath, type GuardianshipRow, listAddresses, listCodes, listGuardianships, listNames, listProtections, type NameRow, type PersonRow, type ProtectionRow,
} from '../store/cards.js';
import type { May } from './rights.js';

export type { AddressRow, Believed, BelievedBirth, CodeRow, DeathRow, GuardianshipRow, NameRow, PersonRow, ProtectionRow };

/** Everything the register holds of a person, each history newest first. */
export interface PersonCard {
  readonly person: PersonRow;
  readonly death: DeathRow | undefined;
  readonly names: readonly NameRow[];
  readonly codes: readonly CodeRow[];
  readonly addresses: readonly AddressRow[];
  readonly guardianships: readonly GuardianshipRow[];
  readonly protections: readonly ProtectionRow[];
}

export async function cardOf(tx: Read, person: PersonRow, today: IsoDate): Promise<PersonCard> {
  const { id } = person;
  const [death, names, codes, addresses, guardianships, protections] = await Promise.all([
    findDeath(tx, id), listNames(tx, id), listCodes(tx, id), listAddresses(tx, id), listGuardianships(tx, id, today), listProtections(tx, id),
  ]);
  return { person, death, names, codes, addresses, guardianships, protections };
}

/** What was believed of a person and put right since, newest first: for those who may put it right themselves. */
export interface BelievedBefore {
  readonly births: readonly BelievedBirth[];
  readonly deaths: readonly Believed<DeathRow>[];
  readonly names: readonly Believed<NameRow>[];
  readonly codes: readonly Believed<CodeRow>[];
  readonly addresses: readonly Believed<AddressRow>[];
  readonly guardianships: readonly Believed<GuardianshipRow>[];
  readonly protections: readonly Believed<ProtectionRow>[];
}

const NOTHING: BelievedBefore = { births: [], deaths: [], names: [], codes: [], addresses: [], guardianships: [], protections: [] };

export async function believedBefore(tx: Read, id: string, today: IsoDate, may: May): Promise<BelievedBefore> {
  if (!may.record) return NOTHING;
  const [births, deaths, names, codes, addresses, guardianships, protections] = await Promise.all([
    listBelievedBirths(tx, id), listBelievedDeaths(tx, id), listBelievedNames(tx, id), listBelievedCodes(tx, id), listBelievedAddresses(tx, id), listBelievedGuardianships(tx, id, today),
    may.protect ? listBelievedProtections(tx, id) : [],
  ]);
  return { births, deaths, names, codes, addresses, guardianships, protections };
}
