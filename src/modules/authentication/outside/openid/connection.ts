import { parsePersonCode } from '#kernel/person-code.js';
import type { Text } from '#kernel/text.js';
import { RECOVERY_CODE } from '../../domain/factors.js';
import type { Level, Proof } from '../../domain/proof.js';
import type { Fetch } from '../call.js';

/** An OpenID provider that we believe: Entra ID or ADFS of a municipality, or an e-journal. */
export interface OpenIdConnection {
  /** Lasting short name, part of addresses. */
  readonly id: string;
  readonly method: 'openid' | 'e-journal';
  readonly title: Text;
  /** Exactly as the provider writes it, such as `https://login.microsoftonline.com/<tenant>/v2.0`: one tenant, never all of them. */
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a public client. */
  readonly clientSecret: string | null;
  /** `openid` is always among them. */
  readonly scopes: readonly string[];
  /** The claim with the personal code, only where who fills it in has checked it; null when there is none. */
  readonly personCodeClaim: string | null;
  /** What the provider's own classes (`acr`) are worth; those not named are worth what follows. */
  readonly acrLevels: Readonly<Record<string, Level>>;
  /** Whether two factors named in `amr` are believed. Where not, a sign-in is worth one factor. */
  readonly believesFactors: boolean;
  /** Claims that must be exactly so, such as `{ role: 'pupil' }`; who signs in without them is not let in here. */
  readonly mustSay: Readonly<Record<string, string>>;
  /** Claims kept as evidence beside the usual ones. */
  readonly keeps: readonly string[];
  readonly fetch: Fetch;
}

/** The claims of an ID token that was checked. */
export type Claims = Readonly<Record<string, unknown>>;

/** Whether the claims are those of the people whom this connection is for. */
export const isMeantFor = ({ mustSay }: OpenIdConnection, claims: Claims): boolean => Object.entries(mustSay).every(([name, value]) => [claims[name]].flat().includes(value));

export function proofOf({ method, personCodeClaim, acrLevels, believesFactors, keeps }: OpenIdConnection, claims: Claims & { readonly iss: string; readonly sub: string }): Proof {
  const amr = factorsOf(claims);
  const acr = wordOf(claims['acr']) ?? '';
  return {
    method,
    issuer: claims.iss,
    subject: claims.sub,
    personCode: personCodeClaim === null ? null : codeOf(wordOf(claims[personCodeClaim])),
    name: wordOf(claims['name']) ?? null,
    level: Object.hasOwn(acrLevels, acr) ? acrLevels[acr]! : believesFactors && areTwo(amr) ? 'substantial' : 'low',
    amr: heardHere(amr, believesFactors),
    evidence: { acr, amr: amr.join(' '), ...named(claims, ['oid', 'tid', 'auth_time', ...keeps]) },
  };
}

const wordOf = (claim: unknown): string | undefined => (typeof claim === 'string' || typeof claim === 'number' ? String(claim) : undefined);

/** Some providers give one word instead of a list. */
const factorsOf = (claims: Claims): string[] => [claims['amr']].flat().filter((one) => typeof one === 'string');

/** Something known, something had and something one is (RFC 8176); `mfa` says it in one word. */
const KINDS: Readonly<Record<string, 'known' | 'had' | 'been'>> = {
  pwd: 'known', pin: 'known', kba: 'known',
  otp: 'had', hwk: 'had', swk: 'had', sms: 'had', tel: 'had', sc: 'had', rsa: 'had', pop: 'had',
  fpt: 'been', face: 'been', iris: 'been', retina: 'been', vbm: 'been',
};
const areTwo = (amr: readonly string[]): boolean => amr.includes('mfa') || new Set(amr.flatMap((one) => (Object.hasOwn(KINDS, one) ? [KINDS[one]] : []))).size > 1;

/** Words by which means of ours are known here: said elsewhere, they are a key elsewhere. */
const OURS: readonly string[] = ['hwk', 'swk', 'sc'];

/**
 * What a session keeps of a provider's words: of one that is not believed no more than that a password was asked for, since two words
 * together raise a session; and none that would pass for a means of ours, such as the passkey that administrators let devices in by.
 */
const heardHere = (amr: readonly string[], believed: boolean): string[] =>
  believed ? [...new Set(amr.filter((word) => word !== RECOVERY_CODE).map((word) => (OURS.includes(word) ? 'pop' : word)))] : amr.filter((word) => word === 'pwd');

const codeOf = (words: string | undefined): string | null => (words === undefined ? null : parsePersonCode(words.replace(/^PNOLV-/, '')));

const named = (claims: Claims, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name): [string, string][] => (wordOf(claims[name]) === undefined ? [] : [[name, wordOf(claims[name])!]])));
