import { createHmac } from 'node:crypto';
import { resolve } from 'node:path';
import { z } from 'zod';
import { OutsideSettings } from '#modules/authentication/public.js';
import { TrustSettings } from '#modules/checking/public.js';
import { faultsOfSeal, SealSettings } from '#modules/certificates/public.js';

/** A whole number; what is wrong with it is said in one sentence whatever it is. */
const whole = (from: number, to: number, words = `must be a whole number from ${from} to ${to}`) => {
  return z.coerce.number(words).int(words).min(from, words).max(to, words);
};
/** Without a host the working role's name would have no place in it. */
const Postgres = z.url({ protocol: /^postgres(ql)?$/, hostname: /./, error: 'must be the address of a PostgreSQL, such as postgres://owner:password@host:5432/vienkopus' });
const Web = z.url({ protocol: /^https?$/, error: 'must be an address that begins with https:// or http://' });
/** Paths are put behind it, and cookies reach all of the host: it is the host alone. A slash at the end is no path. */
const OWN = 'must be the https:// or http:// address of the program alone, such as https://vienkopus.example.lv, without a path';
const Own = z.url({ protocol: /^https?$/, error: OWN }).refine((address) => ['', '/'].includes(address.replace(/^https?:\/\/[^/?#@]+/, '')), OWN).transform((address) => new URL(address).origin);
/** Days of registers and of the calendar lie between; nobody demonstrates another time. */
const [FIRST, LAST] = [Date.UTC(2009, 6, 2), Date.UTC(2100, 0, 1)];
const MOMENT = 'must be a moment with its offset, such as 2021-06-30T23:58:00+03:00, between July 2009 (the first map) and 2100';
const PROXIES = 'must be true, false or how many proxies stand in a row (2 to 9)';
const MADE_UP_SENDER = 'vienkopus@example.lv';
/** Long enough not to be guessed; the words never repeat what was given. */
const secret = (letters: number) => z.string().min(letters, `must be a random text of at least ${letters} characters`);

/** Everything the environment may say, with what is said of a wrong value. The README's table of settings is checked against this list by a test. */
export const Settings = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test'], 'must be production, development or test').default('development'),
  PORT: whole(0, 65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('var'),
  DATABASE_URL: Postgres.optional(),
  DATABASE_READ_URL: Postgres.optional(),
  DATA: z.enum(['demo', 'national', 'none'], 'must be demo, national or none').optional(),
  MODE: z.enum(['web', 'worker', 'all'], 'must be web, worker or all').default('all'),
  NOW: z.iso.datetime({ offset: true, error: MOMENT }).refine((at) => Date.parse(at) >= FIRST && Date.parse(at) < LAST, MOMENT).optional(),
  SESSION_SECRET: secret(32).optional(),
  PUBLIC_URL: Own.optional(),
  TRUST_PROXY: z.union([z.stringbool().transform(Number), whole(2, 9, PROXIES)], PROXIES).default(0),
  REQUESTS_PER_MINUTE: whole(1, 1_000_000).default(6_000),
  SMTP_URL: z.url({ protocol: /^smtps?$/, hostname: /./, error: 'must be the address of a mail server, such as smtps://name:password@mail.example.lv' }).optional(),
  MAIL_FROM: z.email('must be a mail address').default(MADE_UP_SENDER),
  METRICS_TOKEN: secret(16).optional(),
  SIMULATED_JOURNALS: Web.optional(),
  COUNTRY_TABLE: z.string().optional(),
  INNER_JOURNALS: z.enum(['none', 'private', 'loopback'], 'must be none, private or loopback').optional(),
  ...OutsideSettings.shape,
  ...SealSettings.shape,
  ...TrustSettings.shape,
});

export interface Config extends Omit<z.infer<typeof Settings>, 'DATA' | 'PUBLIC_URL'> {
  readonly DATA: 'demo' | 'national' | 'none';
  readonly PUBLIC_URL: string;
  readonly production: boolean;
  readonly dataDir: string;
  /** What is said of outside systems, by the names of the settings. */
  readonly outside: OutsideSettings & SealSettings & z.infer<typeof TrustSettings> & { readonly SIMULATED_JOURNALS?: string | undefined; readonly COUNTRY_TABLE?: string | undefined; readonly INNER_JOURNALS?: string | undefined };
  /** How far the clock is moved, in milliseconds. */
  readonly clockShiftMs: number;
}

/** Reads the settings. @throws Error naming every wrong or unsafe setting and what to do about it. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''));
  const parsed = Settings.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`wrong settings:\n${[...new Set(lines)].join('\n')}`);
  }
  const settings = parsed.data;
  const production = settings.NODE_ENV === 'production';
  const faults = faultsOfSeal(settings, { production });
  if (faults.length > 0) throw new Error(`wrong settings of the seal:\n${faults.map((line) => `  ${line}`).join('\n')}`);
  if (production) refuseUnsafe(settings);
  return {
    ...settings,
    production,
    DATA: settings.DATA ?? (production ? 'none' : 'demo'),
    PUBLIC_URL: settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`,
    dataDir: resolve(settings.DATA_DIR),
    outside: { ...OutsideSettings.parse(given), ...SealSettings.parse(given), ...TrustSettings.parse(given), SIMULATED_JOURNALS: production ? undefined : settings.SIMULATED_JOURNALS, COUNTRY_TABLE: settings.COUNTRY_TABLE, INNER_JOURNALS: settings.INNER_JOURNALS },
    clockShiftMs: settings.NOW ? Date.parse(settings.NOW) - Date.now() : 0,
  };
}

function refuseUnsafe(settings: z.infer<typeof Settings>) {
  const wrong = [
    !settings.SESSION_SECRET && 'SESSION_SECRET: set a random text of at least 32 characters',
    settings.SMTP_URL && settings.MAIL_FROM === MADE_UP_SENDER && 'MAIL_FROM: set the address from which mail is sent; the one it has is made up',
    settings.NOW && 'NOW: a shifted clock is for demonstrations; take the setting away',
    settings.DATA && settings.DATA !== 'none' && 'DATA: made-up data must not enter a production database; set DATA=none',
    !settings.PUBLIC_URL?.startsWith('https://') && 'PUBLIC_URL: set the https:// address people use',
  ].filter((line) => typeof line === 'string');
  if (wrong.length > 0) throw new Error(`not safe for production:\n${wrong.map((line) => `  ${line}`).join('\n')}`);
}

/**
 * The worker role's password, derived from the migrating role's, so that every process of the program knows it and nobody
 * has to keep another secret.
 */
export function workerUrlOf(migratorUrl: string, role: string): { url: string; password: string } {
  const url = new URL(migratorUrl);
  const password = createHmac('sha256', url.password || 'no-password').update(`vienkopus:${role}`).digest('hex');
  url.username = role;
  url.password = password;
  return { url: url.href, password };
}
