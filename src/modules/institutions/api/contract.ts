import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import type { FoundInstitutions } from '../actions/find-institutions.js';
import { type Card as CardOfRegister, stateOn } from '../domain/card.js';
import type { ClassifierItem, Classifiers as ClassifiersOfRegister } from '../domain/classifiers.js';

/** The shapes of the register's API; the pages show the same facts. */
const Day = z.string().describe('YYYY-MM-DD');
/** Each row of a history bears the identity by which corrections name it. */
const Days = { rowId: z.string(), validFrom: Day, validTo: Day.nullable() };
const Words = z.object({ lv: z.string(), en: z.string() });
const Founder = z.object({ role: z.string(), founderType: z.string(), name: z.string(), nameToday: z.string(), registrationNumber: z.string().nullable(), reason: z.string(), basis: z.string(), ...Days });
const Place = z.object({ kind: z.string(), name: z.string().optional(), atvk: z.string(), municipality: z.string(), municipalityToday: z.string().nullable(), part: z.string(), street: z.string(), addressCode: z.string().nullable(), ...Days });

const Accreditation = z.object({ pageNr: z.string(), ...Days });

const Coded = z.object({ code: z.string(), name: Words });
export const Classifiers = z.object({ kinds: z.array(Coded), types: z.array(Coded.extend({ kind: z.string(), accredited: z.boolean() })), legalStatuses: z.array(Coded), subordinations: z.array(Coded) });

const codedOf = ({ code, nameLv, nameEn }: ClassifierItem) => ({ code, name: { lv: nameLv, en: nameEn } });

export const presentClassifiers = ({ kinds, types, legalStatuses, subordinations }: ClassifiersOfRegister & { kinds: readonly ClassifierItem[] }) => ({
  kinds: kinds.map(codedOf),
  types: types.map((type) => ({ ...codedOf(type), kind: type.kind, accredited: type.accredited })),
  legalStatuses: legalStatuses.map(codedOf),
  subordinations: subordinations.map(codedOf),
});

export const RegNr = z.object({ regNr: z.string() });

export const FounderProblem = z.object({ regNr: z.string(), name: z.string(), problem: z.string(), from: Day, to: Day.nullable(), founder: z.string().nullable() });

export const Listed = z.object({
  regNr: z.string(),
  name: z.string(),
  type: Words,
  municipality: z.object({ atvk: z.string(), name: z.string() }).nullable(),
  part: z.string(),
  actualFounder: z.object({ founderType: z.string(), name: z.string() }).nullable(),
  foundedOn: Day,
  closedOn: Day.nullable(),
});

export const presentListed = (row: FoundInstitutions['institutions'][number]) => ({
  regNr: row.regNr,
  name: row.name,
  type: { lv: row.typeLv, en: row.typeEn },
  municipality: row.unitAtvk && { atvk: row.unitAtvk, name: row.unit },
  part: row.part,
  actualFounder: row.founder && { founderType: row.founderType, name: row.founder },
  foundedOn: row.foundedOn,
  closedOn: row.closedOn,
});

export const Card = z.object({
  on: Day,
  regNr: z.string(),
  entNr: z.string().nullable(),
  name: z.string(),
  kind: Words.nullable(),
  type: Words.nullable(),
  legalStatus: Words.nullable(),
  subordination: Words.nullable(),
  stateGymnasium: z.boolean(),
  actualFounder: Founder.nullable(),
  head: z.object({ name: z.string().nullable(), validFrom: Day }).nullable().describe('Who holds the office; the name is null where it may not be shown'),
  foundedOn: Day,
  closure: z.object({ closedOn: Day, reason: z.string(), basis: z.string() }).nullable(),
  accreditation: Accreditation.nullable(),
  contacts: z.object({ phone: z.string(), email: z.string(), website: z.string() }),
  names: z.array(z.object({ name: z.string(), ...Days })),
  founders: z.array(Founder),
  addresses: z.array(Place),
  deliveryPlaces: z.array(Place),
  standings: z.array(z.object({ codes: z.object({ type: z.string(), legalStatus: z.string(), subordination: z.string() }), kind: Words, type: Words, legalStatus: Words, subordination: Words, basis: z.string(), ...Days })),
  gymnasiumTitles: z.array(z.object({ basis: z.string(), endBasis: z.string(), ...Days })),
  accreditations: z.array(Accreditation),
  heads: z.array(z.object({ name: z.string().nullable(), basis: z.string(), endBasis: z.string(), ...Days })),
  successions: z.array(z.object({ successionId: z.string(), direction: z.string(), kind: z.string(), effective: Day, basis: z.string(), regNr: z.string(), name: z.string() })),
});

export function presentCard({ on, card }: { on: IsoDate; card: CardOfRegister }) {
  const { institution, closure } = card;
  const state = stateOn(card, on);
  const words = state.standing?.words;
  return {
    on: state.day,
    regNr: institution.regNr,
    entNr: institution.entNr,
    name: state.name,
    kind: words ? both(words.kind) : null,
    type: words ? both(words.type) : null,
    legalStatus: words ? both(words.legalStatus) : null,
    subordination: words ? both(words.subordination) : null,
    stateGymnasium: state.isStateGymnasium,
    actualFounder: state.actualFounder && presentFounder(state.actualFounder),
    head: state.head && { name: state.head.name, validFrom: state.head.validFrom },
    foundedOn: institution.foundedOn,
    closure: closure && { closedOn: closure.closedOn, reason: closure.reason, basis: closure.basis },
    accreditation: state.accreditation && presentAccreditation(state.accreditation),
    contacts: { phone: institution.phone, email: institution.email, website: institution.website },
    names: card.names.map((row) => ({ name: row.name, ...daysOf(row) })),
    founders: card.founders.map(presentFounder),
    addresses: card.addresses.map((row) => ({ kind: row.kind, ...placeOf(row) })),
    deliveryPlaces: card.places.map((row) => ({ kind: row.programme, name: row.name, ...placeOf(row) })),
    standings: card.standings.map((row) => ({
      codes: { type: row.type, legalStatus: row.legalStatus, subordination: row.subordination },
      kind: both(row.words.kind),
      type: both(row.words.type),
      legalStatus: both(row.words.legalStatus),
      subordination: both(row.words.subordination),
      basis: row.basis,
      ...daysOf(row),
    })),
    gymnasiumTitles: card.gymnasium.map((row) => ({ basis: row.basis, endBasis: row.endBasis, ...daysOf(row) })),
    accreditations: card.accreditations.map(presentAccreditation),
    heads: card.heads.map((row) => ({ name: row.name, basis: row.basis, endBasis: row.endBasis, ...daysOf(row) })),
    successions: card.successions.map(({ id, direction, kind, effective, basis, otherRegNr, otherName }) => ({ successionId: id, direction, kind, effective, basis, regNr: otherRegNr, name: otherName })),
  };
}

const daysOf = ({ id, validFrom, validTo }: { id: string; validFrom: IsoDate; validTo: IsoDate | null }) => ({ rowId: id, validFrom, validTo });

const both = ([lv, en]: readonly [string, string]) => ({ lv, en });

const presentAccreditation = (row: CardOfRegister['accreditations'][number]) => ({ pageNr: row.pageNr, ...daysOf(row) });

const presentFounder = (row: CardOfRegister['founders'][number]) => ({
  role: row.role,
  founderType: row.founderType,
  name: row.name,
  nameToday: row.nameToday,
  registrationNumber: row.founderRegNr,
  reason: row.reason,
  basis: row.basis,
  ...daysOf(row),
});

const placeOf = (row: CardOfRegister['addresses'][number] | CardOfRegister['places'][number]) => ({
  atvk: row.atvk,
  municipality: row.unit,
  municipalityToday: row.unitToday,
  part: row.part,
  street: row.street,
  addressCode: row.addressCode,
  ...daysOf(row),
});
