import { X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { isKeytab } from './keytab.js';

/**
 * Attributes that a person of an ordinary domain may write about themselves (property set "Personal Information" of
 * MS-ADTS 3.1.1.2.3.3 and web addresses): a personal code from there would be one's own claim.
 */
const WRITTEN_BY_ONESELF: readonly string[] = [
  'assistant', 'c', 'facsimiletelephonenumber', 'homephone', 'homepostaladdress', 'info', 'internationalisdnnumber', 'ipphone', 'l', 'mobile',
  'pager', 'personaltitle', 'physicaldeliveryofficename', 'postaladdress', 'postalcode', 'postofficebox', 'st', 'street', 'streetaddress',
  'telephonenumber', 'telexnumber', 'url', 'wwwhomepage', 'x121address',
];

const HostName = z.string().regex(/^(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/i, 'not-a-host-name');
const DistinguishedName = z.string().regex(/^(CN|OU|DC)=[^=]+(,(CN|OU|DC)=[^=]+)*$/i, 'not-a-distinguished-name');

const Host = z.object({
  /** As its certificate says; never an address. */
  name: HostName,
  port: z.int().min(1).max(65_535).default(636),
  /** Where to reach it when our name server does not know the municipality's names. */
  address: z.union([z.ipv4(), z.ipv6()]).nullable().default(null),
});

/**
 * How one municipality's Active Directory is reached and what of it is believed. Holds two secrets (the service account's
 * password and the keytab): kept encrypted, never shown, never logged.
 */
export const DirectoryConnection = z
  .object({
    /** Lasting; the issuer of its proofs is `ad:<id>`. */
    id: z.string().min(1),
    /** `ldaps`: the person types the password here. `spnego`: the browser brings a Kerberos ticket. */
    kind: z.enum(['ldaps', 'spnego', 'ldaps+spnego']),
    /** Domain controllers, asked in this order until one answers. */
    hosts: z.array(Host).min(1).max(10),
    /** People and groups are looked for below it: a whole domain (`DC=pasv,DC=lv`) or one branch. */
    baseDn: DistinguishedName,
    /** Endings of user names (`pasv.lv`); another ending is never asked for. Empty: any. */
    upnSuffixes: z.array(HostName).max(50),
    /** Reads people and groups; `name` is its DN or its user name with `@`. */
    serviceAccount: z.object({ name: z.string().regex(/[@=]/, 'not-a-service-account'), password: z.string().min(1) }),
    /** Only members (also through other groups) may sign in; DN or sAMAccountName. */
    requiredGroup: z.string().min(1).nullable(),
    /** Which group suggests which role; an administrator still confirms it. */
    groupRoles: z.array(z.object({ group: z.string().min(1), role: z.string().min(1) })).max(500),
    /** Where the personal code stands, if the municipality keeps it and people cannot write it themselves. */
    personCodeAttribute: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'not-an-attribute')
      .refine((name) => !WRITTEN_BY_ONESELF.includes(name.toLowerCase()), 'attribute-written-by-oneself')
      .nullable(),
    /** Authority of the controllers' certificates (PEM); null: those the machine trusts. */
    caPem: z.string().refine(isCertificate, 'not-a-certificate').nullable(),
    connectWithinMs: z.int().min(100).max(30_000).default(3000),
    answerWithinMs: z.int().min(100).max(60_000).default(5000),
    /** Kerberos realm, in capitals: `PASV.LV`. */
    realm: z.string().regex(/^[A-Z0-9-]+(\.[A-Z0-9-]+)+$/, 'not-a-realm').nullable(),
    /** Keys of `HTTP/<our host name>` in that realm, base64. */
    keytab: z.base64().refine((text) => isKeytab(Buffer.from(text, 'base64')), 'not-a-keytab').nullable(),
    /** Whether Windows sign-in there always takes a second factor (smart card, Windows Hello): the municipality vouches for it. */
    secondFactorProven: z.boolean(),
    /** What becomes of sessions while no controller answers. */
    outage: z.discriminatedUnion('kind', [z.object({ kind: z.literal('refuse') }), z.object({ kind: z.literal('grace'), minutes: z.int().min(1).max(1440) })]),
  })
  .refine(({ kind, realm, keytab }) => kind === 'ldaps' || (realm !== null && keytab !== null), { path: ['keytab'], message: 'spnego-needs-keytab' });

export type DirectoryConnection = Readonly<z.infer<typeof DirectoryConnection>>;
export type DirectoryHost = DirectoryConnection['hosts'][number];
export type OutagePolicy = DirectoryConnection['outage'];

/** Name of the issuer in proofs and links. */
export const issuerOf = ({ id }: Pick<DirectoryConnection, 'id'>): string => `ad:${id}`;

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).ca;
  } catch {
    return false;
  }
}
