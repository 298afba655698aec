import { addDays, type IsoDate } from '#kernel/iso-date.js';
import { type Dated, rowOn } from './history.js';
import type { AddressKind, ClosureReason, FounderReason, FounderRole, FounderType, Programme, SuccessionKind } from './words.js';

interface Entry extends Dated {
  readonly id: string;
}

export interface CardPlace extends Entry {
  readonly atvk: string;
  readonly part: string;
  readonly street: string;
  /** In the state address register; null where it is not known. */
  readonly addressCode: string | null;
  readonly unit: string;
  readonly unitToday: string | null;
}

export interface CardFounder extends Entry {
  readonly role: FounderRole;
  readonly founderType: FounderType;
  readonly unitId: number | null;
  readonly name: string;
  readonly nameToday: string;
  /** The first day on which a founding municipality stands on the map; before it, what lies in its territory since then is meant. */
  readonly beganOn: IsoDate | null;
  /** The first day on which a founding municipality no longer was. */
  readonly endedOn: IsoDate | null;
  readonly founderRegNr: string | null;
  readonly reason: FounderReason;
  readonly basis: string;
}

export interface CardHead extends Entry {
  /** Borne today, or on the last day in office; null where it may not be shown. */
  readonly name: string | null;
  readonly basis: string;
  readonly endBasis: string;
}

type InBothLanguages = readonly [lv: string, en: string];

/** Everything about one institution, each history in the order of its days. */
export interface Card {
  readonly institution: {
    readonly id: string;
    readonly regNr: string;
    readonly entNr: string | null;
    readonly name: string;
    readonly foundedOn: IsoDate;
    readonly closedOn: IsoDate | null;
    readonly phone: string;
    readonly email: string;
    readonly website: string;
  };
  readonly names: readonly (Entry & { readonly name: string })[];
  readonly standings: readonly (Entry & {
    readonly type: string;
    readonly kind: string;
    readonly accredited: boolean;
    readonly legalStatus: string;
    readonly subordination: string;
    readonly basis: string;
    readonly words: { readonly type: InBothLanguages; readonly kind: InBothLanguages; readonly legalStatus: InBothLanguages; readonly subordination: InBothLanguages };
  })[];
  readonly founders: readonly CardFounder[];
  readonly addresses: readonly (CardPlace & { readonly kind: AddressKind })[];
  readonly places: readonly (CardPlace & { readonly programme: Programme; readonly name: string })[];
  readonly gymnasium: readonly (Entry & { readonly basis: string; readonly endBasis: string })[];
  readonly accreditations: readonly (Entry & { readonly pageNr: string })[];
  readonly heads: readonly CardHead[];
  readonly closure: { readonly id: string; readonly closedOn: IsoDate; readonly reason: ClosureReason; readonly basis: string } | null;
  readonly successions: readonly {
    readonly id: string;
    readonly direction: 'to' | 'from';
    readonly kind: SuccessionKind;
    readonly effective: IsoDate;
    readonly basis: string;
    readonly otherRegNr: string;
    readonly otherName: string;
  }[];
}

/** The day on which a closed institution is shown: the day asked for, at the latest its last. */
const shownDay = ({ institution }: Card, on: IsoDate): IsoDate =>
  institution.closedOn && on >= institution.closedOn ? addDays(institution.closedOn, -1) : on;

/** What the register said on a day. */
export function stateOn(card: Card, on: IsoDate) {
  const day = shownDay(card, on);
  return {
    day,
    name: rowOn(card.names, day)?.name ?? card.institution.name,
    standing: rowOn(card.standings, day) ?? null,
    actualFounder: rowOn(card.founders.filter((row) => row.role === 'actual'), day) ?? null,
    legalFounders: card.founders.filter((row) => row.role === 'legal' && rowOn([row], day)),
    legalAddress: rowOn(card.addresses.filter((row) => row.kind === 'legal'), day) ?? null,
    actualAddress: rowOn(card.addresses.filter((row) => row.kind === 'actual'), day) ?? null,
    places: card.places.filter((row) => rowOn([row], day)),
    isStateGymnasium: rowOn(card.gymnasium, day) !== undefined,
    accreditation: rowOn(card.accreditations, day) ?? null,
    head: rowOn(card.heads, day) ?? null,
  };
}
