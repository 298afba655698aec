import type { IsoDate } from '#kernel/iso-date.js';
import { type PersonCode, readablePersonCode } from '#kernel/person-code.js';

/** A code in a list: enough to compare with a document, not enough to use. */
export const maskedCode = (code: PersonCode): string => `${readablePersonCode(code).slice(0, 7)}*****`;

/** `Anna Marija` → `A. M.` */
export const initials = (names: string): string => names.split(/\s+/).map((name) => `${[...name][0] ?? ''}.`).join(' ');

export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly bornOn: IsoDate | null;
  readonly diedOn: IsoDate | null;
  /** The address as it was called when declared; `onMap` is the unit of the map asked for in which it lies, null where data cannot tell. */
  readonly home: { readonly unit: string; readonly part: string; readonly onMap: string | null } | null;
  readonly isProtected: boolean;
}

/** A person as a list shows them; of a protected one only initials, so that who may open the card can recognise them. */
export function listed(person: {
  id: string; given: string; family: string; code: PersonCode | null; bornOn: IsoDate; diedOn: IsoDate | null; homeUnit: string | null; homePart: string; onMap: string | null; isProtected: boolean;
}): Listed {
  const { id, given, family, code, isProtected } = person;
  if (isProtected) return { id, name: `${initials(given)} ${initials(family)}`, code: null, bornOn: null, diedOn: null, home: null, isProtected };
  const home = person.homeUnit === null ? null : { unit: person.homeUnit, part: person.homePart, onMap: person.onMap };
  return { id, name: `${given} ${family}`, code: code && maskedCode(code), bornOn: person.bornOn, diedOn: person.diedOn, home, isProtected };
}
