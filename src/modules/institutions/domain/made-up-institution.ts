import type { IsoDate } from '#kernel/iso-date.js';
import type { AddressKind, ClosureReason, FounderReason, FounderRole, FounderType, Programme, SuccessionKind } from './words.js';

/** Days on which something held; `to: null` is open. */
export interface Days {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

export interface MadeUpPlace {
  readonly atvk: string;
  readonly part: string;
  readonly street: string;
}

/** An institution with all its histories, as the bulk loader takes it. Successions name the successor by its number. */
export interface MadeUpInstitution {
  readonly regNr: string;
  readonly entNr: string;
  readonly foundedOn: IsoDate;
  readonly closure: { readonly closedOn: IsoDate; readonly reason: ClosureReason } | null;
  readonly names: readonly (Days & { readonly name: string })[];
  readonly standing: { readonly type: string; readonly legalStatus: string; readonly subordination: string };
  readonly founders: readonly (Days & { readonly role: FounderRole; readonly founderType: FounderType; readonly unitId: number | null; readonly name: string; readonly reason: FounderReason })[];
  readonly addresses: readonly (Days & MadeUpPlace & { readonly kind: AddressKind })[];
  readonly places: readonly (Days & MadeUpPlace & { readonly programme: Programme; readonly name: string })[];
  readonly gymnasium: Days | null;
  readonly accreditation: (Days & { readonly pageNr: string }) | null;
  readonly successor: { readonly regNr: string; readonly kind: SuccessionKind; readonly effective: IsoDate } | null;
  /** Nobody's: no Latvian number begins with 0. */
  readonly phone: string;
  readonly email: string;
}

/** A municipality of the 2009 edition in which institutions are made up. */
export interface HomeUnit {
  readonly atvk: string;
  readonly unitId: number;
  readonly name: string;
  /** Parishes and towns by which it was divided later; empty for most. */
  readonly parts: readonly string[];
  readonly residents: number;
}

export interface MadeUpSettings {
  readonly seed: number;
  readonly institutions: number;
  readonly units: readonly HomeUnit[];
}
