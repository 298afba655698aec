import { z } from 'zod';

const Address = z.url({ protocol: /^https?$/, error: 'must be an address that begins with https:// or http://' });
const KEY_ID = /^([0-9a-fA-F]{2})+$/;

/** What the environment may say of the agency's seal: one of a file, a device, a remote service or LVRTC's SignAPI, and the trust services that it needs. Nothing is sealed until they are set. */
export const SealSettings = z.object({
  SEAL_FILE: z.string().optional(),
  SEAL_PASSWORD: z.string().optional(),
  SEAL_PKCS11_LIBRARY: z.string().optional(),
  SEAL_PKCS11_TOKEN: z.string().optional(),
  SEAL_PKCS11_KEY: z.string().regex(KEY_ID, 'must be the identifier of the key (CKA_ID) in hexadecimal digits').optional(),
  SEAL_PKCS11_PIN: z.string().optional(),
  SEAL_CSC_URL: Address.optional(),
  SEAL_CSC_TOKEN_URL: Address.optional(),
  SEAL_CSC_CLIENT_ID: z.string().optional(),
  SEAL_CSC_CLIENT_SECRET: z.string().optional(),
  SEAL_CSC_CREDENTIAL: z.string().optional(),
  SEAL_CSC_PIN: z.string().optional(),
  SEAL_SIGN_API_URL: Address.optional(),
  SEAL_SIGN_API_TOKEN_URL: Address.optional(),
  SEAL_SIGN_API_CLIENT_ID: z.string().optional(),
  SEAL_SIGN_API_CLIENT_SECRET: z.string().optional(),
  SEAL_SIGN_API_FILE: z.string().optional(),
  SEAL_SIGN_API_PASSWORD: z.string().optional(),
  SEAL_SIGN_API_KEY: z.string().optional(),
  SEAL_SIGN_API_CERTIFICATE: z.string().optional(),
  SEAL_AUTHORITIES: z.string().optional(),
  SEAL_TIME_STAMP_URL: Address.optional(),
  SEAL_TIME_STAMP_POLICY: z.string().regex(/^\d+(\.\d+)+$/, 'must be an object identifier, such as 1.3.6.1.4.1').optional(),
  SEAL_TIME_STAMP_AUTHORITIES: z.string().optional(),
  SEAL_TIME_STAMP_CERTIFICATE: z.string().optional(),
  SEAL_TIME_STAMP_KEY: z.string().optional(),
  SEAL_TIME_STAMP_TLS_CA: z.string().optional(),
  SEAL_REVOCATION_URL: Address.optional(),
  SEAL_AUTHORITY_REVOCATION_URL: Address.optional(),
  SEAL_TIME_STAMP_REVOCATION_URL: Address.optional(),
  SEAL_NOT_QUALIFIED: z.enum(['allowed'], 'must be allowed, or not set').optional(),
});
export type SealSettings = z.infer<typeof SealSettings>;
type Name = keyof SealSettings;

/** Where the key is; `sign-api`: in a file that a service seals with. */
export type SealKind = 'file' | 'device' | 'remote' | 'sign-api';

const KINDS: readonly { readonly kind: SealKind; readonly asks: readonly Name[]; readonly may: readonly Name[] }[] = [
  { kind: 'file', asks: ['SEAL_FILE', 'SEAL_PASSWORD'], may: [] },
  { kind: 'device', asks: ['SEAL_PKCS11_LIBRARY', 'SEAL_PKCS11_TOKEN', 'SEAL_PKCS11_KEY', 'SEAL_PKCS11_PIN'], may: [] },
  { kind: 'remote', asks: ['SEAL_CSC_URL', 'SEAL_CSC_TOKEN_URL', 'SEAL_CSC_CLIENT_ID', 'SEAL_CSC_CLIENT_SECRET', 'SEAL_CSC_CREDENTIAL'], may: ['SEAL_CSC_PIN'] },
  {
    kind: 'sign-api',
    asks: ['SEAL_SIGN_API_URL', 'SEAL_SIGN_API_TOKEN_URL', 'SEAL_SIGN_API_CLIENT_ID', 'SEAL_SIGN_API_CLIENT_SECRET', 'SEAL_SIGN_API_FILE', 'SEAL_SIGN_API_PASSWORD', 'SEAL_SIGN_API_KEY', 'SEAL_SIGN_API_CERTIFICATE'],
    may: [],
  },
];
/** With which we say who asks for time stamps. */
const PAIR = ['SEAL_TIME_STAMP_CERTIFICATE', 'SEAL_TIME_STAMP_KEY'] as const;
/** SignAPI stamps and asks about its certificate itself, but archive time stamps are ours with any seal. */
const SERVICES: readonly Name[] = ['SEAL_AUTHORITIES', 'SEAL_TIME_STAMP_URL', 'SEAL_REVOCATION_URL'];

/** Which kind of seal is set; null where none is. */
export const kindOfSeal = (settings: SealSettings): SealKind | null => KINDS.find(({ asks }) => asks.some((name) => settings[name] !== undefined))?.kind ?? null;

/**
 * What is wrong with the settings as a whole, a line each. Production takes no key from a file: the law asks for a qualified seal, whose key
 * never leaves its device (regulation 910/2014, article 39). Whether a certificate is qualified is asked when it is there, before each sealing.
 */
export function faultsOfSeal(settings: SealSettings, { production }: { readonly production: boolean }): string[] {
  const named = KINDS.filter(({ asks, may }) => [...asks, ...may].some((name) => settings[name] !== undefined));
  const [kind] = named;
  const needed = kind ? [...kind.asks, ...SERVICES] : [];
  const plain = (['SEAL_CSC_URL', 'SEAL_CSC_TOKEN_URL', 'SEAL_SIGN_API_URL', 'SEAL_SIGN_API_TOKEN_URL'] as const).filter((name) => settings[name]?.startsWith('http:'));
  return [
    ...(named.length > 1 ? [`${named.map(({ asks }) => asks[0]).join(', ')}: set one seal, not several`] : []),
    ...PAIR.filter((name) => settings[name] === undefined && PAIR.some((other) => settings[other] !== undefined)).map((name) => `${name}: must be set, since the certificate and its key go together`),
    ...needed.filter((name) => settings[name] === undefined).map((name) => `${name}: must be set for a seal ${WHERE[kind!.kind]}`),
    ...(production && kind?.kind === 'file' ? ['SEAL_FILE: a key in a file is for tests and demonstrations; set a device (SEAL_PKCS11_…) or a remote seal (SEAL_CSC_…)'] : []),
    ...(production && kind?.kind === 'sign-api' && settings.SEAL_NOT_QUALIFIED === undefined ? ['SEAL_SIGN_API_FILE: a seal in a file is only advanced, and the law asks for a qualified one; set a device or a remote seal, or say SEAL_NOT_QUALIFIED=allowed'] : []),
    ...(production ? plain.map((name) => `${name}: set an https:// address`) : []),
  ];
}

const WHERE: Readonly<Record<SealKind, string>> = { file: 'in a file', device: 'in a device', remote: 'at a remote service', 'sign-api': 'through SignAPI' };
