import { areEqual } from '../bytes.js';
import { oncePerPair } from '../once.js';
import { type Certificate, isSame, isValidAt } from './certificate.js';
import { isSignedBy, schemeOf } from './signature.js';

/** Whom we believe. An anchor is an authority, or for time stamps and answers also the one who signs them. */
export interface TrustAnchors {
  readonly signing: readonly Certificate[];
  readonly timeStamping: readonly Certificate[];
  /** Responders believed for every authority; those that an authority itself has charged need not be named. */
  readonly revocation?: readonly Certificate[];
  /** Qualified services of trusted lists, each believed only for the time at which it was granted. */
  readonly services?: readonly TrustedService[];
}

export const SERVICE_USES = ['certificates', 'time-stamps'] as const;
export type ServiceUse = (typeof SERVICE_USES)[number];

/** A service of a trusted list (ETSI TS 119 612) by one of its certificates. */
export interface TrustedService {
  readonly use: ServiceUse;
  readonly name: string;
  /** The country of its list, such as `LV`. */
  readonly territory: string;
  readonly certificate: Certificate;
  /** When it was qualified. */
  readonly granted: readonly GrantedPeriod[];
}

export interface GrantedPeriod {
  readonly from: Date;
  /** Not included; null while it lasts. */
  readonly to: Date | null;
  /** What its certificates may make qualified; empty for time stamps, and where the list makes conditions on single certificates, which are not read here. */
  readonly makes: readonly SignatureKind[];
}

export const SIGNATURE_KINDS = ['signature', 'seal'] as const;
export type SignatureKind = (typeof SIGNATURE_KINDS)[number];

/** The period in which a service was qualified at an instant. */
export const grantedAt = ({ granted }: TrustedService, at: Date): GrantedPeriod | undefined => granted.find(({ from, to }) => from <= at && (to === null || at < to));

/** Services for a use, of any time or of one instant. */
export const servicesFor = ({ services = [] }: TrustAnchors, use: ServiceUse, at: Date | null): TrustedService[] => services.filter((one) => one.use === use && (at === null || grantedAt(one, at) !== undefined));

/** Whom we believe for a use at an instant: those whom the installation names, and services that were granted then. */
export const believedAt = (anchors: TrustAnchors, use: ServiceUse, at: Date): Certificate[] => [
  ...(use === 'certificates' ? anchors.signing : anchors.timeStamping),
  ...servicesFor(anchors, use, at).map(({ certificate }) => certificate),
];

export type ChainFault = 'untrusted' | 'not-valid-then' | 'not-an-authority' | 'unknown-critical-extension';

const KEY_CERT_SIGN = 32;
const DEEPEST = 8;

/**
 * The path from a certificate up to an anchor, both included, with every certificate valid at that time (RFC 5280, 6.1, without name
 * constraints and policy mapping, which are refused where they are critical). `known` are certificates that came along.
 */
export async function pathToAnchor(leaf: Certificate, known: readonly Certificate[], anchors: readonly Certificate[], at: Date): Promise<Certificate[] | ChainFault> {
  if (!isValidAt(leaf, at)) return 'not-valid-then';
  if (leaf.criticalUnknown.length > 0) return 'unknown-critical-extension';
  return climb([leaf], [...anchors, ...known], anchors, at);
}

async function climb(path: Certificate[], known: readonly Certificate[], anchors: readonly Certificate[], at: Date): Promise<Certificate[] | ChainFault> {
  const top = path.at(-1)!;
  if (anchors.some((one) => isSame(one, top))) return path;
  let fault: ChainFault = 'untrusted';
  if (path.length >= DEEPEST) return fault;
  for (const above of known) {
    if (!areEqual(above.subject, top.issuer) || path.some((one) => isSame(one, above)) || !(await isIssuedBy(top, above))) continue;
    const weakness = weaknessOf(above, path.length - 1, at);
    const found = weakness ?? (await climb([...path, above], known, anchors, at));
    if (typeof found !== 'string') return found;
    fault = found;
  }
  return fault;
}

/** Whether the key of `above` signed `below`. */
export const isIssuedBy = oncePerPair((below: Certificate, above: Certificate): Promise<boolean> => {
  const scheme = schemeOf(below.signatureAlgorithm);
  return scheme !== null && areEqual(below.issuer, above.subject) ? isSignedBy(above.publicKey, scheme, below.signature, below.signed) : Promise.resolve(false);
});

function weaknessOf(authority: Certificate, authoritiesBelow: number, at: Date): ChainFault | null {
  const { isAuthority, usages, pathLength, criticalUnknown } = authority;
  if (!isAuthority || (usages !== null && (usages & KEY_CERT_SIGN) === 0) || (pathLength !== null && authoritiesBelow > pathLength)) return 'not-an-authority';
  if (criticalUnknown.length > 0) return 'unknown-critical-extension';
  return isValidAt(authority, at) ? null : 'not-valid-then';
}
