import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import type { FoundInstitutions } from '../actions/find-institutions.js';
import { type Card as CardOfRegister, stateOn } from '../domain/card.js';

/** The shapes of the register's API; the pages show the same facts. */
const Day = z.string().describe('YYYY-MM-DD');
const Days = { validFrom: Day, validTo: Day.nullable() };
const Words = z.object({ lv: z.string(), en: z.string() });
const Founder = z.object({ role: z.string(), founderType: z.string(), name: z.string(), nameToday: z.string(), registrationNumber: z.string().nullable(), reason: z.string(), basis: z.string(), ...Days });
const Place = z.object({ kind: z.string(), name: z.string().optional(), atvk: z.string(), municipality: z.string(), municipalityToday: z.string().nullable(), part: z.string(), street: z.string(), ...Days });

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
  foundedOn: Day,
  closure: z.object({ closedOn: Day, reason: z.string(), basis: z.string() }).nullable(),
  accreditation: z.object({ pageNr: z.string(), ...Days }).nullable(),
  contacts: z.object({ phone: z.string(), email: z.string(), website: z.string() }),
  names: z.array(z.object({ name: z.string(), ...Days })),
  founders: z.array(Founder),
  addresses: z.array(Place),
  deliveryPlaces: z.array(Place),
  successions: z.array(z.object({ direction: z.string(), kind: z.string(), effective: Day, basis: z.string(), regNr: z.string(), name: z.string() })),
});

export function presentCard({ on, card }: { on: IsoDate; card: CardOfRegister }) {
  const { institution, closure } = card;
  const state = stateOn(card, on);
  const words = state.standing?.words;
  const both = (pair: readonly [string, string] | undefined) => (pair ? { lv: pair[0], en: pair[1] } : null);
  return {
    on: state.day,
    regNr: institution.regNr,
    entNr: institution.entNr,
    name: state.name,
    kind: both(words?.kind),
    type: both(words?.type),
    legalStatus: both(words?.legalStatus),
    subordination: both(words?.subordination),
    stateGymnasium: state.isStateGymnasium,
    actualFounder: state.actualFounder && presentFounder(state.actualFounder),
    foundedOn: institution.foundedOn,
    closure: closure && { closedOn: closure.closedOn, reason: closure.reason, basis: closure.basis },
    accreditation: state.accreditation && { pageNr: state.accreditation.pageNr, ...daysOf(state.accreditation) },
    contacts: { phone: institution.phone, email: institution.email, website: institution.website },
    names: card.names.map((row) => ({ name: row.name, ...daysOf(row) })),
    founders: card.founders.map(presentFounder),
    addresses: card.addresses.map((row) => ({ kind: row.kind, ...placeOf(row) })),
    deliveryPlaces: card.places.map((row) => ({ kind: row.programme, name: row.name, ...placeOf(row) })),
    successions: card.successions.map(({ direction, kind, effective, basis, otherRegNr, otherName }) => ({ direction, kind, effective, basis, regNr: otherRegNr, name: otherName })),
  };
}

const daysOf = ({ validFrom, validTo }: { validFrom: IsoDate; validTo: IsoDate | null }) => ({ validFrom, validTo });

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
  ...daysOf(row),
});
