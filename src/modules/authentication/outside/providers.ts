import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Text } from '#kernel/text.js';
import type { CountryProvider, ProofMethod } from '../domain/proof.js';
import { fetchTrusting } from './call.js';
import { EJournal, eJournalOf } from './e-journal/e-journal.js';
import { eparakstsOf } from './eparaksts/eparaksts.js';
import { latvijaLvOf } from './latvija-lv/latvija-lv.js';
import type { RedirectProvider } from './proving.js';
import { CERTIFICATE_LEVELS } from './smart-id/client.js';
import { type SmartId, smartIdOf } from './smart-id/smart-id.js';

const Address = z.url({ protocol: /^https?$/, error: 'must be an address that begins with https:// or http://' });

const ONE_TAKEN_OUT = String.raw`\s*(?:smart-id|eparaksts|latvija-lv|e-journal|https?://[^\s,]+)\s*`;
const TAKEN_OUT = new RegExp(`^${ONE_TAKEN_OUT}(?:,${ONE_TAKEN_OUT})*$`);

/** What the environment may say of outside identity providers. Each is off until its address is set. */
export const OutsideSettings = z.object({
  SMART_ID_URL: Address.optional(),
  SMART_ID_UUID: z.uuid('must be a UUID, as registered').optional(),
  SMART_ID_NAME: z.string().refine((name) => Buffer.byteLength(name) <= 32, 'must be at most 32 bytes, as registered').optional(),
  SMART_ID_SCHEME: z.enum(['smart-id', 'smart-id-demo'], 'must be smart-id or smart-id-demo').default('smart-id'),
  SMART_ID_LEVEL: z.enum(CERTIFICATE_LEVELS, `must be ${CERTIFICATE_LEVELS.join(' or ')}`).default('QUALIFIED'),
  SMART_ID_CA: z.string().optional(),
  SMART_ID_TLS_CA: z.string().optional(),
  EPARAKSTS_URL: Address.optional(),
  EPARAKSTS_CLIENT_ID: z.string().optional(),
  EPARAKSTS_CLIENT_SECRET: z.string().optional(),
  EPARAKSTS_TLS_CA: z.string().optional(),
  LATVIJA_LV_URL: Address.optional(),
  LATVIJA_LV_REALM: z.string().optional(),
  LATVIJA_LV_ISSUER: z.string().default('http://www.latvija.lv/sts'),
  LATVIJA_LV_CERTIFICATE: z.string().optional(),
  LATVIJA_LV_KEY: z.string().optional(),
  E_JOURNALS: z.string().optional(),
  OUTSIDE_TAKEN_OUT: z.string().regex(TAKEN_OUT, 'must be a list, with commas between, of smart-id, eparaksts, latvija-lv, e-journal or the issuer (https://…) of one e-journal').optional(),
});
export type OutsideSettings = z.infer<typeof OutsideSettings>;

export interface OutsideProviders {
  /** Null when it is off. */
  readonly smartId: SmartId | null;
  /** Those to which people go with the browser, in the order in which they are offered. */
  readonly redirects: readonly RedirectProvider[];
  /** The same as by which identities are known: those of e-journals each by its issuer, others by their means alone. */
  readonly known: readonly (CountryProvider & { readonly title: Text })[];
  /** Those whose end the operator has accepted, whoever still needs them. */
  readonly takenOut: readonly CountryProvider[];
  /** Where forms and links of sign-in pages may lead, for the content security policy. */
  readonly origins: readonly string[];
}

/** The outside identity providers that the settings turn on. @throws Error naming every setting that is missing or wrong. */
export function outsideProviders(settings: OutsideSettings, { production }: { production: boolean }): OutsideProviders {
  const faults: string[] = [];
  const read = reading(settings, faults);
  const smartId = smartIdFrom(settings, read);
  const journals = journalsFrom(settings, faults);
  const redirects = [eparakstsFrom(settings, read), latvijaLvFrom(settings, read), ...journals.map((journal) => eJournalOf(journal, fetch))].filter((one) => one !== null);
  const addresses = [settings.SMART_ID_URL, settings.EPARAKSTS_URL, settings.LATVIJA_LV_URL, ...journals.map((journal) => journal.issuer)].filter((one) => one !== undefined);
  if (production) faults.push(...unsafe(settings, addresses));
  const ids = redirects.map((one) => one.id);
  if (new Set(ids).size < ids.length) faults.push('E_JOURNALS: two have the same id, or that of another provider');
  if (faults.length > 0) throw new Error(`wrong settings of outside sign-in:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  const known = [...(smartId ? [{ method: 'smart-id' as const, issuer: null, title: smartId.title }] : []), ...redirects.map(({ id, method, title }) => ({ method, issuer: journals.find((one) => one.id === id)?.issuer ?? null, title }))];
  return { smartId, redirects, known, takenOut: takenOutOf(settings), origins: [...new Set(addresses.map((address) => new URL(address).origin))] };
}

type Name = keyof OutsideSettings;

/** Reads what belongs together; a fault is noted and the rest goes on, so that all are named at once. */
function reading(settings: OutsideSettings, faults: string[]) {
  const words = (name: Name): string => {
    const value = settings[name];
    if (value === undefined) faults.push(`${name}: must be set beside the address of the provider`);
    return value ?? '';
  };
  /** Every certificate in the file that a setting names. */
  const certificates = (name: Name): string[] => {
    const path = words(name);
    if (path === '') return [];
    try {
      const found = readFileSync(path, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
      for (const pem of found) new X509Certificate(pem);
      if (found.length > 0) return found;
      faults.push(`${name}: there is no certificate in ${path}`);
    } catch {
      faults.push(`${name}: ${path} cannot be read as certificates (PEM)`);
    }
    return [];
  };
  const privateKey = (name: Name, path: string): string => {
    try {
      const pem = readFileSync(path, 'utf8');
      if (createPrivateKey(pem).asymmetricKeyType !== 'rsa') faults.push(`${name}: must be an RSA key`);
      return pem;
    } catch {
      faults.push(`${name}: ${path} cannot be read as a private key (PEM)`);
      return '';
    }
  };
  const way = (name: 'SMART_ID_TLS_CA' | 'EPARAKSTS_TLS_CA') => fetchTrusting(settings[name] === undefined ? null : certificates(name).join('\n'));
  return { words, certificates, privateKey, way };
}
type Reading = ReturnType<typeof reading>;

/** Addresses of an interface end in a slash, so that paths are put below them. */
const below = (address: string): string => (address.endsWith('/') ? address : `${address}/`);

function smartIdFrom({ SMART_ID_URL: url, SMART_ID_SCHEME: scheme, SMART_ID_LEVEL: level }: OutsideSettings, { words, certificates, way }: Reading): SmartId | null {
  if (url === undefined) return null;
  return smartIdOf({ url: below(url), uuid: words('SMART_ID_UUID'), name: words('SMART_ID_NAME'), scheme, level, authorities: certificates('SMART_ID_CA'), fetch: way('SMART_ID_TLS_CA') });
}

function eparakstsFrom({ EPARAKSTS_URL: url }: OutsideSettings, { words, way }: Reading): RedirectProvider | null {
  return url === undefined ? null : eparakstsOf({ url: below(url), clientId: words('EPARAKSTS_CLIENT_ID'), clientSecret: words('EPARAKSTS_CLIENT_SECRET'), fetch: way('EPARAKSTS_TLS_CA') });
}

function latvijaLvFrom({ LATVIJA_LV_URL: url, LATVIJA_LV_ISSUER: issuer, LATVIJA_LV_KEY: key }: OutsideSettings, { words, certificates, privateKey }: Reading): RedirectProvider | null {
  return url === undefined ? null : latvijaLvOf({ url, issuer, realm: words('LATVIJA_LV_REALM'), certificate: certificates('LATVIJA_LV_CERTIFICATE')[0] ?? '', privateKey: key === undefined ? null : privateKey('LATVIJA_LV_KEY', key) });
}

function journalsFrom({ E_JOURNALS: list }: OutsideSettings, faults: string[]): EJournal[] {
  if (list === undefined) return [];
  try {
    return z.array(EJournal).parse(JSON.parse(list));
  } catch {
    faults.push('E_JOURNALS: must be a JSON list of { id, title, issuer, clientId, clientSecret }');
    return [];
  }
}

const takenOutOf = ({ OUTSIDE_TAKEN_OUT: list = '' }: OutsideSettings): CountryProvider[] =>
  list.split(',').map((one) => one.trim()).filter(Boolean).map((one) => (one.includes('://') ? { method: 'e-journal', issuer: one } : { method: one as ProofMethod, issuer: null }));

const DEMO_UUID = '00000000-0000-4000-8000-000000000000';

function unsafe({ SMART_ID_URL, SMART_ID_UUID, SMART_ID_SCHEME }: OutsideSettings, addresses: readonly string[]): string[] {
  const open = addresses.filter((address) => !address.startsWith('https://')).map((address) => `${address}: outside providers are asked by https only`);
  const demo = SMART_ID_URL !== undefined && (SMART_ID_UUID === DEMO_UUID || SMART_ID_SCHEME === 'smart-id-demo');
  return demo ? [...open, 'SMART_ID_UUID, SMART_ID_SCHEME: those of the demonstration prove nobody; set the ones of your contract'] : open;
}
