import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { parsePersonCode } from '#kernel/person-code.js';
import type { Level } from '../../domain/proof.js';
import { type Answer, ask, type Fetch, Unreachable } from '../call.js';
import { type Outcome, proven, type RedirectProvider, refused } from '../proving.js';
import { EPARAKSTS_REFUSALS, type EparakstsRefusal } from './texts.js';

/** Our standing with LVRTC's platform, as the contract says. */
export interface EparakstsClient {
  /** Such as `https://eidas.eparaksts.lv/`. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly fetch: Fetch;
}

const SCOPE = 'urn:lvrtc:fpeil:aa';
const AUTHORIZE = 'trustedx-authserver/oauth/lvrtc-eipsign-as';
const USERINFO = 'trustedx-resources/openid/v1/users/me';
const WITHIN_MS = 15_000;

const State = z.object({ handle: z.string(), verifier: z.string(), returnTo: z.string() });

/**
 * Signing in by eParaksts (eID card, eParaksts mobile): OAuth 2.0 with a code, then the person from the platform (LVRTC,
 * "OAuth 2.0 configuration"). There is no ID token, so nothing is believed but what our own call for the person answers.
 */
export const eparakstsOf = (client: EparakstsClient): RedirectProvider => ({
  id: 'eparaksts',
  method: 'eparaksts',
  title: { lv: 'eParaksts (eID karte, eParaksts mobile)', en: 'eParaksts (eID card, eParaksts mobile)' },
  answers: 'get',
  handleField: 'state',
  async begin({ returnTo, lang }) {
    const state = { handle: randomBytes(24).toString('base64url'), verifier: randomBytes(32).toString('base64url'), returnTo };
    const address = new URL(AUTHORIZE, client.url);
    address.search = new URLSearchParams({
      response_type: 'code',
      client_id: client.clientId,
      redirect_uri: returnTo,
      scope: SCOPE,
      state: state.handle,
      // The person proves themselves now, not whoever sat here before.
      prompt: 'login',
      ui_locales: lang,
      // That the platform takes part in PKCE is not documented; where it does not, these two do no harm (RFC 6749, 3.1).
      code_challenge: createHash('sha256').update(state.verifier).digest('base64url'),
      code_challenge_method: 'S256',
    }).toString();
    return { state, address: address.href };
  },
  async finish(kept, answer) {
    try {
      return await finished(client, State.parse(kept), answer);
    } catch (error) {
      if (error instanceof Unreachable) return refused('unreachable');
      throw error;
    }
  },
  say: (reason) => EPARAKSTS_REFUSALS[reason as EparakstsRefusal],
});

async function finished(client: EparakstsClient, state: z.infer<typeof State>, answer: Readonly<Record<string, string>>): Promise<Outcome<EparakstsRefusal>> {
  if (answer.state !== state.handle) return refused('wrong-return');
  if (answer.error !== undefined) return refused(ENDS[answer.error] ?? 'service-failure');
  if (!answer.code) return refused('wrong-return');
  const token = await tokenFor(client, answer.code, state);
  if (typeof token !== 'object') return refused(token);
  const person = await ask(client.fetch, new URL(USERINFO, client.url).href, { headers: { authorization: `Bearer ${token.access_token}` }, withinMs: WITHIN_MS });
  return person.status === 200 ? proofOf(person) : refused(person.status >= 500 ? 'service-failure' : 'bad-answer');
}

/** What the platform sends people back with instead of a code (RFC 6749, 4.1.2.1); whatever else it says, it failed. */
const ENDS: Readonly<Record<string, EparakstsRefusal>> = { access_denied: 'user-refused', unauthorized_client: 'system-not-accepted', invalid_scope: 'system-not-accepted' };

const Token = z.object({ access_token: z.string().min(1), token_type: z.string().regex(/^bearer$/i) });

async function tokenFor(client: EparakstsClient, code: string, { returnTo, verifier }: z.infer<typeof State>): Promise<z.infer<typeof Token> | EparakstsRefusal> {
  const { status, json } = await ask(client.fetch, new URL(`${AUTHORIZE}/token`, client.url).href, {
    method: 'POST',
    headers: { authorization: `Basic ${apiKey(client)}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: returnTo, code_verifier: verifier }).toString(),
    withinMs: WITHIN_MS,
  });
  if (status === 401 || status === 403) return 'system-not-accepted';
  if (status === 400) return (json as { error?: unknown } | undefined)?.error === 'invalid_client' ? 'system-not-accepted' : 'session-gone';
  const token = Token.safeParse(json);
  if (status >= 500) return 'service-failure';
  return status === 200 && token.success ? token.data : 'bad-answer';
}

/** Both parts are encoded for an address before they are joined (LVRTC, "Basics of integration platform"; RFC 6749, 2.3.1). */
const apiKey = ({ clientId, clientSecret }: EparakstsClient): string => Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64');

const Person = z.object({
  sub: z.string().min(1),
  domain: z.string().optional(),
  acr: z.string().optional(),
  amr: z.union([z.string(), z.array(z.string())]).optional(),
  given_name: z.string().optional(),
  family_name: z.string().optional(),
  serial_number: z.string().optional(),
});

function proofOf({ json }: Answer): Outcome<EparakstsRefusal> {
  const person = Person.safeParse(json);
  if (!person.success) return refused('bad-answer');
  const { sub, serial_number: identity, given_name: given, family_name: family, acr = '', amr = [] } = person.data;
  if (!identity) return refused('no-identity');
  const how = [amr].flat();
  const level = levelOf(acr);
  return proven({
    method: 'eparaksts',
    issuer: 'eparaksts',
    // Not `sub`, which may differ by the means used; the identity is the person's whatever they sign in with.
    subject: identity,
    personCode: identity.startsWith('PNOLV-') ? parsePersonCode(identity.slice('PNOLV-'.length)) : null,
    name: [given, family].filter(Boolean).join(' ') || null,
    level,
    // A key elsewhere, be it in hardware, is no key that answers to our address alone: `hwk` is said of passkeys only.
    amr: level === 'low' ? [] : ['mfa', 'pin', how.some((one) => /:sc_plugin$/.test(one)) ? 'sc' : 'pop'],
    evidence: { sub, serialNumber: identity, acr, amr: how.join(' ') },
  });
}

/**
 * What the platform's words of strength are worth: levels of eIDAS, and the ways of LVRTC, each a card or a phone with its PIN. What
 * it does not say, or says in words we do not know, is worth the least (OWASP ASVS 5.0, 6.8.4).
 */
function levelOf(acr: string): Level {
  if (/:level:high$/.test(acr)) return 'high';
  return /:level:(?:substantial|medium)$|:flow:(?:mobileid|sc_plugin)$/.test(acr) ? 'substantial' : 'low';
}
