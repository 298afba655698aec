import type { Chance } from '#kernel/chance.js';
import { isoDate } from '#kernel/iso-date.js';
import type { Days, HomeUnit, MadeUpInstitution } from './made-up-institution.js';
import { madeUpAssociation, madeUpCompany, madeUpFounderPerson } from './made-up-names.js';
import type { TypeGroup } from './made-up-types.js';

interface Founding {
  readonly standing: Omit<MadeUpInstitution['standing'], 'type'>;
  readonly founders: MadeUpInstitution['founders'];
}

const PRIVATE: Readonly<Record<TypeGroup, number>> = { preschool: 0.14, school: 0.05, vocational: 0.05, higher: 0.3, orientation: 0.04, adult: 0.85 };

/** Who founds an institution of a type, and its legal status. Divided units have municipal institutions only: they are the hard case. */
export function founderOf(chance: Chance, type: string, group: TypeGroup, unit: HomeUnit, always: Days): Founding {
  const isPrivate = unit.parts.length === 0 && chance.happens(PRIVATE[group]);
  if (isPrivate) return privately(chance, unit, always, group === 'preschool' && chance.happens(0.2));
  if (group === 'vocational' || group === 'higher') return byState(type, always);
  return byMunicipality(unit, always);
}

function byMunicipality(unit: HomeUnit, always: Days): Founding {
  const founder = { founderType: 'municipality', unitId: unit.unitId, name: '', reason: 'founded' } as const;
  return { standing: { legalStatus: 'municipal', subordination: 'municipality' }, founders: both({ ...always, ...founder }) };
}

function byState(type: string, always: Days): Founding {
  const founder = { founderType: 'state', unitId: null, name: 'Izglītības un zinātnes ministrija', reason: 'founded' } as const;
  const legalStatus = type === 'higher-school' ? 'derived-public-person' : 'state-institution';
  return { standing: { legalStatus, subordination: 'education-and-science' }, founders: both({ ...always, ...founder }) };
}

const TAKEN_OVER = isoDate('2016-09-01');

/** Some private preschools were later taken over by the municipality: the legal founder stays, the actual one changes. */
function privately(chance: Chance, unit: HomeUnit, always: Days, takenOver: boolean): Founding {
  const byPerson = chance.happens(0.12);
  const byAssociation = !byPerson && chance.happens(0.3);
  const name = byPerson ? madeUpFounderPerson(chance) : byAssociation ? madeUpAssociation(chance) : madeUpCompany(chance);
  const founder = { founderType: byPerson ? 'natural person' : 'legal person', unitId: null, name, reason: 'founded' } as const;
  const legalStatus = byPerson ? 'natural-persons' : byAssociation ? 'association' : 'commercial-company';
  const founders = both({ ...always, ...founder });
  if (!takenOver) return { standing: { legalStatus, subordination: 'private' }, founders };
  const [legal, actual] = founders;
  const municipality = { ...always, from: TAKEN_OVER, role: 'actual', founderType: 'municipality', unitId: unit.unitId, name: '', reason: 'takeover' } as const;
  return { standing: { legalStatus: 'municipal', subordination: 'municipality' }, founders: [legal, { ...actual, to: TAKEN_OVER }, municipality] };
}

type Founder = Omit<MadeUpInstitution['founders'][number], 'role'>;
const both = (founder: Founder) => [{ ...founder, role: 'legal' }, { ...founder, role: 'actual' }] as const;
