import type { Text } from '#kernel/text.js';
import { PLACE_KINDS, type PlaceKind } from './place.js';

interface Choosable {
  readonly code: string;
  readonly titleLv: string;
  readonly titleEn: string;
  readonly scopeKinds: readonly PlaceKind[];
}

/** Roles to choose from, those for the same kinds of places under one name, so that nobody takes one that does not fit the place. */
export function roleChoices(roles: readonly Choosable[]): { readonly value: string; readonly label: Text; readonly group: Text }[] {
  const kindsOf = (role: Choosable) => PLACE_KINDS.filter((kind) => role.scopeKinds.includes(kind));
  // The narrowest places first: most rights are given in institutions.
  const rank = (role: Choosable) => kindsOf(role).reduce((sum, kind) => sum + WEIGHT[kind], 0);
  return roles.toSorted((one, other) => rank(one) - rank(other)).map((role) => ({ value: role.code, label: { lv: role.titleLv, en: role.titleEn }, group: joined(kindsOf(role).toReversed().map((kind) => WHERE[kind])) }));
}

const joined = (kinds: readonly Text[]): Text => ({ lv: kinds.map(({ lv }) => lv).join(' vai ') || '–', en: kinds.map(({ en }) => en).join(' or ') || '–' });

const WEIGHT: Readonly<Record<PlaceKind, number>> = { institution: 1, municipality: 2, country: 4 };
const WHERE: Readonly<Record<PlaceKind, Text>> = {
  country: { lv: 'visā valstī', en: 'in the whole country' },
  municipality: { lv: 'pašvaldībā', en: 'in a municipality' },
  institution: { lv: 'iestādē', en: 'in an institution' },
};
