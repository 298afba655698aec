import { z } from 'zod';
import { type FieldError, InvalidInput } from '#kernel/errors.js';
import { same } from '#kernel/text.js';
import type { Installation } from '#platform/actions/installation.js';
import { mayEnter } from '#platform/http/inner-address.js';
import { seal, unseal } from '#platform/secrets/sealed-box.js';
import { enteredBounds, fetchEntered } from '../outside/call.js';
import type { OpenIdConnection } from '../outside/openid/connection.js';
import { ANY_TENANT } from '../outside/openid/openid.js';
import type { ConnectionRow, NewSettings } from '../store/connections.js';
import { ANY_TENANT_NO, BAD_ISSUER, BAD_PAIR_LINE, FIELD_EMPTY, HTTPS_ONLY, INNER_ISSUER, SECRET_ANEW } from '../texts.js';
import { CONNECTION_KEY } from './directory-settings.js';

/** A municipality's provider vouches for two factors at most; a certified means is more than it can prove. */
const WORTH = ['low', 'substantial'] as const;

export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly hasSecret: boolean;
  readonly scopes: readonly string[];
  readonly personCodeClaim: string | null;
  readonly acrLevels: Readonly<Record<string, (typeof WORTH)[number]>>;
  readonly believesFactors: boolean;
  readonly mustSay: Readonly<Record<string, string>>;
}

const Secrets = z.object({ clientSecret: z.string().nullable() });
const words = z.string().trim().default('');

/** Lines of `name = value`; what is no such line is kept under an empty name. */
const pairs = words.transform((value) =>
  value.split(/[\r\n]+/).map((line) => line.trim()).filter(Boolean).map((line): [string, string] => {
    const at = line.lastIndexOf('=');
    return at < 1 ? ['', line] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
  }),
);

/** The form of an OpenID provider, as its fields come. */
export const OpenIdForm = z.object({
  title: words.pipe(z.string().max(100)),
  issuer: words,
  clientId: words,
  /** Empty: as before. */
  clientSecret: z.string().max(1_000).default(''),
  /** Ticked: there is no secret (a public client). */
  withoutSecret: z.string().optional().transform((value) => value === 'yes'),
  scopes: words.transform((value) => value.split(/[\s,;]+/).filter(Boolean)),
  personCodeClaim: words.transform((value) => value || null),
  acrLevels: pairs,
  believesFactors: z.string().optional().transform((value) => value === 'yes'),
  mustSay: pairs,
});
type OpenIdForm = z.infer<typeof OpenIdForm>;

/**
 * A provider's settings as the form has them; a secret left empty stays, unless it would now be sent to someone else.
 * @throws InvalidInput naming every field that is wrong.
 */
export function keptOpenId({ keyFor, production }: Installation, form: OpenIdForm, before: OpenIdConnection | null): NewSettings {
  const { title, clientSecret, withoutSecret, issuer, clientId, acrLevels, mustSay, ...rest } = form;
  const secret = withoutSecret ? null : clientSecret || (before?.issuer === issuer ? before.clientSecret : null);
  const faults: FieldError[] = [
    ...(title === '' ? [{ field: 'title', message: FIELD_EMPTY }] : []),
    ...issuerFaults(issuer, production),
    ...(clientId === '' ? [{ field: 'clientId', message: FIELD_EMPTY }] : []),
    ...(secret === null && !withoutSecret ? [{ field: 'clientSecret', message: before ? SECRET_ANEW : FIELD_EMPTY }] : []),
    ...(acrLevels.every(([name, level]) => name !== '' && WORTH.some((one) => one === level)) ? [] : [{ field: 'acrLevels', message: BAD_PAIR_LINE }]),
    ...(mustSay.every(([name, value]) => name !== '' && value !== '') ? [] : [{ field: 'mustSay', message: BAD_PAIR_LINE }]),
  ];
  if (faults.length > 0) throw new InvalidInput(faults);
  const settings: OpenIdSettings = { ...rest, issuer, clientId, hasSecret: secret !== null, acrLevels: Object.fromEntries(acrLevels) as OpenIdSettings['acrLevels'], mustSay: Object.fromEntries(mustSay) };
  return { title, issuer, settings, secrets: seal(keyFor(CONNECTION_KEY), JSON.stringify({ clientSecret: secret })) };
}

function issuerFaults(issuer: string, production: boolean): FieldError[] {
  const address = URL.parse(issuer);
  const fault = (message: FieldError['message']) => [{ field: 'issuer', message }];
  if (issuer === '') return fault(FIELD_EMPTY);
  if (!address || !['https:', 'http:'].includes(address.protocol) || address.username !== '' || address.search !== '' || address.hash !== '') return fault(BAD_ISSUER);
  const isHere = !production && ['localhost', '127.0.0.1'].includes(address.hostname);
  if (address.protocol === 'http:' && !isHere) return fault(HTTPS_ONLY);
  if (!mayEnter(issuer, enteredBounds(production))) return fault(INNER_ISSUER);
  return ANY_TENANT.test(issuer) ? fault(ANY_TENANT_NO) : [];
}

const secretOf = ({ keyFor }: Installation, { secrets }: Pick<ConnectionRow, 'secrets'>): string | null =>
  Secrets.parse(JSON.parse(unseal(keyFor(CONNECTION_KEY), secrets!))).clientSecret;

/** By what a connection is known in addresses of outside providers. */
export const providerIdOf = ({ id }: Pick<ConnectionRow, 'id'>): string => `c-${id}`;

/** A kept provider, ready to be asked. */
export function openIdOfRow(installation: Installation, row: ConnectionRow): OpenIdConnection {
  const { hasSecret: _, ...settings } = row.settings as OpenIdSettings;
  return { ...settings, id: providerIdOf(row), method: 'openid', title: same(row.title), clientSecret: secretOf(installation, row), keeps: [], fetch: fetchEntered(installation.production) };
}
