import { fromBase64, toBase64 } from '../bytes.js';
import type { ClaimKey } from '../claims/claim.js';
import type { Revoked } from '../claims/revoked-list.js';
import { readCertificate } from '../trust/certificate.js';
import type { GrantedPeriod, ServiceUse, TrustAnchors } from '../trust/chain.js';
import { type CheckPolicy, longTermPolicy } from './policy.js';

/** Everything a check goes by, with where it is from; what a page takes along to check without asking anybody. */
export interface Trust {
  readonly anchors: TrustAnchors;
  readonly lists: readonly ListInUse[];
  /** Keys by which claims on printed copies are signed. */
  readonly claimKeys: readonly ClaimKey[];
  /** The key that signs the list of revoked documents, and that list where it is at hand: it changes by the day and is fetched apart. */
  readonly revokedKey: ClaimKey;
  readonly revoked: Revoked | null;
  /** When it was gathered. */
  readonly asOf: Date;
}

/** A trusted list that counts now. */
export interface ListInUse {
  readonly territory: string;
  readonly sequence: number;
  readonly nextUpdate: Date | null;
}

interface PortableService {
  readonly use: ServiceUse;
  readonly name: string;
  readonly territory: string;
  readonly certificate: string;
  readonly granted: readonly (Omit<GrantedPeriod, 'from' | 'to'> & { readonly from: string; readonly to: string | null })[];
}

/** The same as JSON: certificates in Base64, times in ISO 8601. */
export interface PortableTrust {
  readonly signing: readonly string[];
  readonly timeStamping: readonly string[];
  readonly services: readonly PortableService[];
  readonly lists: readonly (Omit<ListInUse, 'nextUpdate'> & { readonly nextUpdate: string | null })[];
  readonly claimKeys: readonly ClaimKey[];
  readonly revokedKey: ClaimKey;
  readonly asOf: string;
}

export const portableTrust = ({ anchors, lists, claimKeys, revokedKey, asOf }: Omit<Trust, 'revoked'>): PortableTrust => ({
  signing: anchors.signing.map(({ der }) => toBase64(der)),
  timeStamping: anchors.timeStamping.map(({ der }) => toBase64(der)),
  services: (anchors.services ?? []).map(({ use, name, territory, certificate, granted }) => ({ use, name, territory, certificate: toBase64(certificate.der), granted: granted.map(portablePeriod) })),
  lists: lists.map((one) => ({ ...one, nextUpdate: one.nextUpdate?.toISOString() ?? null })),
  claimKeys,
  revokedKey,
  asOf: asOf.toISOString(),
});

export const trustOf = ({ signing, timeStamping, services, lists, claimKeys, revokedKey, asOf }: PortableTrust): Trust => ({
  anchors: {
    signing: signing.map(certificateOf),
    timeStamping: timeStamping.map(certificateOf),
    services: services.map((one) => ({ ...one, certificate: certificateOf(one.certificate), granted: one.granted.map(periodOf) })),
  },
  lists: lists.map((one) => ({ ...one, nextUpdate: one.nextUpdate === null ? null : new Date(one.nextUpdate) })),
  claimKeys,
  revokedKey,
  revoked: null,
  asOf: new Date(asOf),
});

/** Periods as they are kept in JSON. */
export const portablePeriod = ({ from, to, makes }: GrantedPeriod): PortableService['granted'][number] => ({ from: from.toISOString(), to: to?.toISOString() ?? null, makes });
export const periodOf = ({ from, to, makes }: PortableService['granted'][number]): GrantedPeriod => ({ from: new Date(from), to: to === null ? null : new Date(to), makes });

const certificateOf = (base64: string) => readCertificate(fromBase64(base64));

/** The policy by which documents that are handed in are held: the same on the page, on the server and in the browser. */
export const handedInPolicy = ({ anchors }: Trust): CheckPolicy => ({ ...longTermPolicy(anchors), limits: { mostEntries: 500, mostBytes: 96 * 1024 * 1024 } });

/** Lists whose next issue is due: what they say may have changed since. */
export const overdue = ({ lists }: Pick<Trust, 'lists'>, now: Date): ListInUse[] => lists.filter(({ nextUpdate }) => nextUpdate !== null && nextUpdate < now);

/** A list by its country and number, such as `LV 57`. */
export const listName = ({ territory, sequence }: ListInUse): string => `${territory} ${sequence}`;
