import { parsePersonCode, type PersonCode } from '#kernel/person-code.js';

/** Who acts, for whom, and by what right, as the unified sign-in module of Latvija.lv writes it in one word. */
export interface Acting {
  /** The human who signed in; null for a system. */
  readonly actor: PersonCode | null;
  /** A person by code, a company by registration number, an institution by its VISS number; null when someone acts for themselves. */
  readonly onBehalfOf: { readonly kind: 'person' | 'company' | 'institution'; readonly id: string } | null;
  /** For themselves, as an institution's official, as a company's signatory, by a power of attorney, or no human at all. */
  readonly capacity: 'self' | 'official' | 'signatory' | 'attorney' | 'system';
}

/**
 * Reads an identifier of `urn:ivis:100001:name.id-viss` (viss.gov.lv, guidelines for e-services, 1.6): `PK:` a person, `AU:` an
 * institution, `UR:` a company, `DP:` on behalf of. Null for anything else: what is not known is not guessed.
 */
export function readIdentifier(words: string): Acting | null {
  const [first, second, ...more] = words.split('-');
  if (first === undefined || more.length > 0) return null;
  const [kind, id] = partOf(first);
  if (second === undefined) {
    if (kind === 'PK') return acting(id, null, 'self');
    return kind === 'AU' && INSTITUTION.test(id) ? { actor: null, onBehalfOf: { kind: 'institution', id }, capacity: 'system' } : null;
  }
  const [otherKind, otherId] = partOf(second);
  if (kind === 'AU' && otherKind === 'PK' && INSTITUTION.test(id)) return acting(otherId, { kind: 'institution', id }, 'official');
  if (kind === 'PK' && otherKind === 'UR' && COMPANY.test(otherId)) return acting(id, { kind: 'company', id: otherId }, 'signatory');
  if (kind === 'DP' && otherKind === 'PK') return attorney(id, otherId);
  return null;
}

const INSTITUTION = /^\d{6}$/;
/** Registration numbers of companies begin with 4 or 5 (Komercreģistrs, Uzņēmumu reģistra žurnāls), where no personal code's day can. */
const COMPANY = /^[45]\d{10}$/;

const partOf = (part: string): [string, string] => {
  const colon = part.indexOf(':');
  return [part.slice(0, colon), part.slice(colon + 1)];
};

function acting(code: string, onBehalfOf: Acting['onBehalfOf'], capacity: Acting['capacity']): Acting | null {
  const actor = parsePersonCode(code);
  return actor && { actor, onBehalfOf, capacity };
}

/** The three kinds of those who give a power of attorney are told apart by their numbers alone. */
function attorney(giver: string, code: string): Acting | null {
  if (INSTITUTION.test(giver)) return acting(code, { kind: 'institution', id: giver }, 'attorney');
  if (COMPANY.test(giver)) return acting(code, { kind: 'company', id: giver }, 'attorney');
  const person = parsePersonCode(giver);
  return person && acting(code, { kind: 'person', id: person }, 'attorney');
}
