import type { Text } from '#kernel/text.js';

/** What kind of program a client is, and so by which way people or machines enter it. */
export const KINDS = ['web', 'native', 'device', 'machine', 'ticket'] as const;
export type Kind = (typeof KINDS)[number];

export const SCOPES = ['profile', 'email'] as const;
export type ClientScope = (typeof SCOPES)[number];

interface KindRules {
  readonly title: Text;
  readonly hint: Text;
  /** Keeps a secret that nobody but its operator can read. */
  readonly secret: boolean;
  /** People enter it, so that it learns who they are. */
  readonly people: boolean;
  /** The browser returns to an address of it. */
  readonly redirects: boolean;
  /** May be held to the networks where it stands. */
  readonly networks: boolean;
}

export const KIND_RULES: Readonly<Record<Kind, KindRules>> = {
  web: {
    title: { lv: 'Tīmekļa lietotne', en: 'Web application' },
    hint: { lv: 'Darbojas serverī un glabā noslēpumu; cilvēks atgriežas tās adresē', en: 'Runs on a server and keeps a secret; the person returns to its address' },
    secret: true, people: true, redirects: true, networks: false,
  },
  native: {
    title: { lv: 'Datorā uzstādīta programma', en: 'Installed program' },
    hint: { lv: 'Atver pārlūku un saņem atbildi savā datorā (RFC 8252)', en: 'Opens the browser and gets the answer on its own computer (RFC 8252)' },
    secret: false, people: true, redirects: true, networks: false,
  },
  device: {
    title: { lv: 'Ierīce bez pārlūka', en: 'Device without a browser' },
    hint: { lv: 'Rāda kodu, ko cilvēks ievada citā ierīcē (RFC 8628), piemēram, termināļserverī', en: 'Shows a code that is typed in on another device (RFC 8628), as on a terminal server' },
    secret: false, people: true, redirects: false, networks: true,
  },
  machine: {
    title: { lv: 'Sistēma bez cilvēka', en: 'System without a person' },
    hint: { lv: 'Pati lasa datus ar tehniskā lietotāja tiesībām', en: 'Reads data by itself with the rights of a technical user' },
    secret: true, people: false, redirects: false, networks: false,
  },
  ticket: {
    title: { lv: 'Veca programma ar paroles lauku', en: 'Old program with a password field' },
    hint: { lv: 'Paroles vietā pieņem vienreizēju biļeti', en: 'Takes a one-time ticket in place of a password' },
    secret: true, people: true, redirects: false, networks: false,
  },
};

/** Installed programs and devices: whoever copies their identifier can say they are them, so that a person agrees each time (OWASP ASVS 5.0, 10.7.1). */
export const asksEachTime = (kind: Kind): boolean => KIND_RULES[kind].people && !KIND_RULES[kind].secret;

export type AddressFault = 'not-an-address' | 'https-needed' | 'no-fragment' | 'no-pattern' | 'not-loopback';

const LOOPBACK = new Set(['127.0.0.1', '[::1]']);

/**
 * What is wrong with an address the browser is to return to. Web programs need https, except on the machine itself in
 * demonstrations; installed ones the loopback address, never `localhost`, or a scheme of their own with a dot (RFC 8252, 7.1, 7.3, 8.3).
 */
export function redirectFault(kind: Kind, address: string, production: boolean): AddressFault | null {
  const url = URL.parse(address);
  if (!url || url.username || url.password) return 'not-an-address';
  if (address.includes('#')) return 'no-fragment';
  if (address.includes('*')) return 'no-pattern';
  if (kind !== 'native') return webFault(url, production);
  if (url.protocol === 'https:') return null;
  if (url.protocol === 'http:') return LOOPBACK.has(url.hostname) ? null : 'not-loopback';
  return /^[a-z][a-z0-9+-]*\.[a-z0-9.+-]+:$/.test(url.protocol) ? null : 'not-an-address';
}

/** The same for an address that is called, or that a person is led to afterwards. */
export function webFault(url: URL, production: boolean): AddressFault | null {
  if (url.protocol === 'https:') return null;
  if (url.protocol !== 'http:') return 'not-an-address';
  return !production && (LOOPBACK.has(url.hostname) || url.hostname === 'localhost') ? null : 'https-needed';
}
