import { formOf, madeUpPersonCode } from '#kernel/person-code.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Custom, drawFamilyName, drawGivenName, type FamilyName } from './made-up-names.js';
import { dayNumber, isoDay, type MadeUpPerson, type MadeUpPlace, type MadeUpSettings } from './made-up-person.js';
import { type Household, type Member, drawHousehold } from './made-up-households.js';
import { slavicShare } from './municipality-populations.js';
import { type Chance, chanceOf, drawerOf } from './randomness.js';

/**
 * Made-up residents, household by household: the same settings always give the same people, in the same order.
 * Names are plausible, codes can belong to nobody, and each address bears the unit's code of its own first day.
 */
export function* madeUpPersons(settings: MadeUpSettings): Generator<MadeUpPerson> {
  const chance = chanceOf(settings.seed);
  const drawPlace = drawerOf(settings.places.map((place) => [place, place.weight] as const));
  const today = dayNumber(settings.asOf);
  for (let number = 0; number < settings.residents; ) {
    const place = drawPlace(chance);
    const household = drawHousehold(chance, today);
    const bearers = nameHousehold(chance, household, chance.happens(slavicShare(place.atvk)) ? 'slavic' : 'latvian');
    const stays = drawStays(chance, place, drawPlace, household, today);
    const first = number;
    for (let at = 0; at < household.members.length && number < settings.residents; at += 1, number += 1) {
      yield personOf(chance, number, first, household.members[at]!, bearers[at]!, stays, today);
    }
  }
}

const SHARES = { unknownPart: 0.02, moved: 0.07, newCode: 0.03, protected: 0.005, died: 0.04, tookName: 0.8, keptHistory: 0.6 } as const;
const PROTECTIONS = ['violence', 'violence', 'criminal-proceedings', 'adoption', 'office'] as const;

/**
 * The made-up resident's identity, told from the number alone, so that families can point at each other; of people of the
 * demonstration the number is their code. It stands where a UUIDv7 has its milliseconds: GiST orders UUIDs by their first
 * half, and equal ones make its searches slow.
 */
export function madeUpId(number: number): string {
  const moment = (FIRST_MOMENT + number).toString(16).padStart(12, '0');
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7000-8000-000000000000`;
}
const FIRST_MOMENT = 0x0190_0000_0000;

interface Bearer {
  readonly custom: Custom;
  readonly family: FamilyName;
  /** The name borne before marriage, where the register remembers it. */
  readonly maiden: FamilyName | null;
}

function nameHousehold(chance: Chance, { members }: Household, custom: Custom): Bearer[] {
  const family = drawFamilyName(chance, custom);
  return members.map((member) => {
    const kin = member.role !== 'ward' && (member.role !== 'wife' || chance.happens(SHARES.tookName));
    const maiden = kin && member.role === 'wife' && chance.happens(SHARES.keptHistory) ? drawFamilyName(chance, custom) : null;
    return { custom, family: kin ? family : drawFamilyName(chance, custom), maiden };
  });
}

interface Stay {
  readonly place: MadeUpPlace;
  readonly from: number;
  readonly to: number | null;
  readonly street: string;
  readonly part: string;
}

/** Where a household lived: since before the reform of 2021, and for some in another place since after it. */
function drawStays(chance: Chance, place: MadeUpPlace, drawPlace: (chance: Chance) => MadeUpPlace, { members }: Household, today: number): Stay[] {
  const oldest = Math.min(...members.map((member) => member.born));
  const begin = dayNumber(place.codes[0]!.from);
  const from = Math.max(oldest, begin + chance.below(REFORM - begin));
  const stay = (where: MadeUpPlace, since: number, until: number | null): Stay => ({
    place: where,
    from: since,
    to: until,
    street: `${chance.one(STREETS)} ${1 + chance.below(90)}-${1 + chance.below(60)}`,
    part: chance.happens(SHARES.unknownPart) ? '' : where.part,
  });
  if (!chance.happens(SHARES.moved)) return [stay(place, from, null)];
  const moved = Math.max(from + 30, REFORM + chance.below(today - REFORM));
  return moved >= today ? [stay(place, from, null)] : [stay(place, from, moved), stay(drawPlace(chance), moved, null)];
}

const REFORM = dayNumber('2021-07-01' as IsoDate);
const NEW_CODES = dayNumber('2017-07-01' as IsoDate);
const SECOND_CODES = 5_000_000;
const STREETS = `Brīvības iela;Rīgas iela;Skolas iela;Dārza iela;Liepu iela;Meža iela;Parka iela;Lauku iela;Ziedu iela;Bērzu iela;Raiņa iela;Upes iela;
Saules iela;Jaunā iela;Stacijas iela;Kalna iela;Pils iela;Tirgus iela;Ozolu iela;Zaļā iela;Avotu iela;Krasta iela;Ezera iela;Priežu iela;Baznīcas iela;
Pļavu iela;Celtnieku iela;Jaunatnes iela;Vidus iela;Miera iela;Kļavu iela;Smilšu iela`.split(/;\s*/);

function personOf(chance: Chance, number: number, first: number, member: Member, bearer: Bearer, stays: readonly Stay[], today: number): MadeUpPerson {
  const { born, sex } = member;
  const bornOn = isoDay(born);
  const old = today - born > 65 * 365;
  return {
    id: madeUpId(number),
    bornOn,
    sex,
    diedOn: old && chance.happens(SHARES.died) ? isoDay(today - 1 - chance.below(1800)) : null,
    names: namesOf(chance, member, bearer, today),
    codes: codesOf(chance, number, born, today),
    addresses: stays.filter((stay) => stay.to === null || born < stay.to).map((stay) => addressOf(stay, born)),
    guardians: member.guardians.map((guardian) => ({
      kind: guardian.kind,
      guardianId: guardian.member === null ? null : madeUpId(first + guardian.member),
      place: guardian.place,
      basis: guardian.basis,
      from: isoDay(Math.max(born, guardian.from)),
      to: `${Number(bornOn.slice(0, 4)) + 18}${bornOn.endsWith('02-29') ? '-03-01' : bornOn.slice(4)}` as IsoDate,
    })),
    protection: chance.happens(SHARES.protected) ? chance.one(PROTECTIONS) : null,
  };
}

function namesOf(chance: Chance, { born, sex }: Member, { custom, family, maiden }: Bearer, today: number): MadeUpPerson['names'] {
  const bornOn = isoDay(born);
  const given = drawGivenName(chance, custom, sex, Number(bornOn.slice(0, 4)));
  const wedding = born + 20 * 365 + chance.below(12 * 365);
  if (!maiden || wedding >= today) return [{ given, family: family[sex], from: bornOn, to: null }];
  const day = isoDay(wedding);
  return [
    { given, family: maiden[sex], from: bornOn, to: day },
    { given, family: family[sex], from: day, to: null },
  ];
}

function codesOf(chance: Chance, number: number, born: number, today: number): MadeUpPerson['codes'] {
  const bornOn = isoDay(born);
  const code = madeUpPersonCode(number, bornOn);
  if (formOf(code) === 'new' || !chance.happens(SHARES.newCode)) return [{ code, from: bornOn, to: null }];
  const day = isoDay(NEW_CODES + chance.below(today - NEW_CODES));
  return [
    { code, from: bornOn, to: day },
    { code: madeUpPersonCode(SECOND_CODES + number, bornOn, 'new'), from: day, to: null },
  ];
}

function addressOf({ place, from, to, street, part }: Stay, born: number): MadeUpPerson['addresses'][number] {
  const since = isoDay(Math.max(from, born));
  const { atvk } = place.codes.findLast((code) => code.from <= since)!;
  return { atvk, part: atvk === place.atvk ? part : '', street, from: since, to: to === null ? null : isoDay(to) };
}
