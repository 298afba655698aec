import type { Text } from '#kernel/text.js';
import type { Level } from './proof.js';

/** Every way in that a municipality may allow or end. */
export const FACTORS = ['password', 'code', 'passkey', 'recovery-code', 'smart-id', 'eparaksts', 'latvija-lv', 'active-directory', 'openid', 'e-journal'] as const;
export type Factor = (typeof FACTORS)[number];

export const FACTOR_NAMES: Readonly<Record<Factor, Text>> = {
  password: { lv: 'Parole', en: 'Password' },
  code: { lv: 'Vienreizējie kodi', en: 'One-time codes' },
  passkey: { lv: 'Piekļuves atslēga', en: 'Passkey' },
  'recovery-code': { lv: 'Atkopšanas kodi', en: 'Recovery codes' },
  'smart-id': { lv: 'Smart-ID', en: 'Smart-ID' },
  eparaksts: { lv: 'eParaksts', en: 'eParaksts' },
  'latvija-lv': { lv: 'Latvija.lv', en: 'Latvija.lv' },
  'active-directory': { lv: 'Pašvaldības tīkla konts', en: 'Account of the municipality’s network' },
  openid: { lv: 'Pašvaldības konts (OpenID)', en: 'Account of the municipality (OpenID)' },
  'e-journal': { lv: 'E-žurnāls', en: 'School e-journal' },
};

/** By what an account may have been confirmed: a means, or two administrators who saw the person. */
export const confirmedHow = (how: string): Text => (how === 'in-person' ? IN_PERSON : FACTOR_NAMES[how as Factor]);
const IN_PERSON: Text = { lv: 'klātienē, divu administratoru', en: 'in person, by two administrators' };

/** What a sign-in by one of our own factors alone is worth, in the words of RFC 8176. */
export const ALONE = {
  password: { level: 'low', amr: ['pwd'] },
  /** The device asks for the finger, face or PIN of its owner: possession and something more. */
  passkey: { level: 'substantial', amr: ['hwk', 'user', 'mfa'] },
} as const satisfies Partial<Record<Factor, { level: Level; amr: readonly string[] }>>;

/** A printed code among what a session was begun with. RFC 8176 has no word for it: programs are told of a one-time code (`heardByPrograms`). */
export const RECOVERY_CODE = 'rc';

/** What programs may hear of how somebody signed in, in the words of RFC 8176. */
export const heardByPrograms = (amr: readonly string[]): string[] => [...new Set(amr.map((word) => (word === RECOVERY_CODE ? 'otp' : word)))];

/** By what a session was begun and raised: where an identity elsewhere did it, that one; else what of our own was shown (RFC 8176). */
export function waysOfSession({ method, amr }: { readonly method: Factor | null; readonly amr: readonly string[] }): Text[] {
  const own = Object.entries(SHOWN_AS).flatMap(([word, way]) => (amr.includes(word) ? [way] : []));
  return method ? [...new Set([FACTOR_NAMES[method], ...own.filter((way) => way !== FACTOR_NAMES.password)])] : own;
}

const SHOWN_AS: Readonly<Record<string, Text>> = {
  pwd: FACTOR_NAMES.password,
  otp: FACTOR_NAMES.code,
  hwk: FACTOR_NAMES.passkey,
  [RECOVERY_CODE]: FACTOR_NAMES['recovery-code'],
  swk: FACTOR_NAMES['smart-id'],
  sc: FACTOR_NAMES.eparaksts,
};

/** The ways of a user that stay when passwords end: whoever has none of them would be locked out. */
export const OTHER_THAN_PASSWORD = ['passkey', 'smart-id', 'eparaksts', 'latvija-lv', 'active-directory', 'openid', 'e-journal'] as const satisfies readonly Factor[];
