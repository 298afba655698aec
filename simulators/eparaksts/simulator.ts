import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '#kernel/clock.js';
import { choosePerson, ONLY_MADE_UP } from '../choosing.js';
import { type Person, readable, typedPerson } from '../people.js';
import { type Asked, json, page, type Said, sendTo, serve, type Serving } from '../web.js';

export interface EparakstsSimulator extends Serving {
  readonly settings: { readonly url: string; readonly clientId: string; readonly clientSecret: string };
  /** For tests of refusal: changes what is said of the person. */
  tamper: ((person: Record<string, unknown>) => Record<string, unknown>) | null;
}

const AUTHORIZE = '/trustedx-authserver/oauth/lvrtc-eipsign-as';
const USERINFO = '/trustedx-resources/openid/v1/users/me';
const SCOPE = 'urn:lvrtc:fpeil:aa';
/** With characters that show whether the key is encoded as LVRTC asks. */
const CLIENT = { clientId: 'vienkopus demo', clientSecret: 'simulated+secret/äö%' };
const CODE_MS = 60_000;

/** How a sign-in may come out besides the usual, in the tester's words. */
const OUTCOMES: Readonly<Record<string, string>> = {
  '': 'Kā parasti / As usual',
  medium: 'Vidējs drošības līmenis / Substantial level',
  low: 'Zems drošības līmenis / Low level',
  unsaid: 'Līmeni nepateikt / Say no level',
  nobody: 'Personas kodu nepateikt / Say no personal code',
  late: 'Kods jau novecojis / Code out of time',
  access_denied: 'Atteikt / Refuse',
  temporarily_unavailable: 'Pakalpojums pārslogots / Service overloaded',
  server_error: 'Pakalpojuma kļūda / Service failure',
  unauthorized_client: 'Nepazīst lūdzēju / Does not know who asks',
};
const FAULTS: readonly string[] = ['access_denied', 'temporarily_unavailable', 'server_error', 'unauthorized_client'];
const CHOICE = `<label for="outcome">Iznākums / Outcome</label><select id="outcome" name="outcome">${Object.entries(OUTCOMES).map(([value, words]) => `<option value="${value}">${words}</option>`).join('')}</select>`;

interface Granted {
  readonly outcome: string;
  readonly person: Person;
  readonly redirectUri: string;
  readonly challenge: string | null;
  readonly until: number;
}

export async function startEparaksts({ port, people, clock }: { port: number; people: readonly Person[]; clock: Clock }): Promise<EparakstsSimulator> {
  const codes = new Map<string, Granted>();
  const tokens = new Map<string, Granted>();

  const serving = await serve(port, (asked) => {
    if (asked.path === AUTHORIZE && asked.method === 'GET') return choose(asked.query);
    if (asked.path === AUTHORIZE) return chosen(new URLSearchParams(asked.body));
    if (asked.path === `${AUTHORIZE}/token` && asked.method === 'POST') return token(asked);
    if (asked.path === USERINFO) return user(asked);
    return page('eParaksts', 'Šeit sāk cita sistēma', '<p>Sāciet pierakstīšanos sistēmā, kas prasa eParaksts.</p>', 404);
  });

  function choose(query: URLSearchParams, fault?: string): Said {
    if (query.get('client_id') !== CLIENT.clientId || query.get('response_type') !== 'code' || query.get('scope') !== SCOPE || !query.get('redirect_uri')) return json({ error: 'invalid_request' }, 400);
    return choosePerson({ system: 'eParaksts', asker: CLIENT.clientId, action: AUTHORIZE, hidden: Object.fromEntries(query), people, more: CHOICE, ...(fault ? { fault } : {}) });
  }

  function chosen(form: URLSearchParams): Said {
    const back = new URL(form.get('redirect_uri')!);
    back.searchParams.set('state', form.get('state') ?? '');
    const outcome = form.get('person') === 'refuse' ? 'access_denied' : (form.get('outcome') ?? '');
    if (FAULTS.includes(outcome)) {
      back.searchParams.set('error', outcome);
      return sendTo(back.href);
    }
    const person = people.find(({ code }) => code === form.get('person')) ?? typedPerson(form.get('name') ?? '', form.get('code') ?? '');
    if (!person) return choose(form, ONLY_MADE_UP);
    const code = randomBytes(16).toString('hex');
    codes.set(code, { outcome, person, redirectUri: form.get('redirect_uri')!, challenge: form.get('code_challenge'), until: outcome === 'late' ? 0 : clock.now().getTime() + CODE_MS });
    back.searchParams.set('code', code);
    return sendTo(back.href);
  }

  function token({ headers, body }: Asked): Said {
    const key = Buffer.from(`${encodeURIComponent(CLIENT.clientId)}:${encodeURIComponent(CLIENT.clientSecret)}`).toString('base64');
    if (headers.authorization !== `Basic ${key}`) return json({ error: 'invalid_client' }, 401);
    const form = new URLSearchParams(body);
    const granted = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const verified = !granted?.challenge || createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url') === granted.challenge;
    if (!granted || !verified || granted.redirectUri !== form.get('redirect_uri') || granted.until < clock.now().getTime()) return json({ error: 'invalid_grant' }, 400);
    const access = randomBytes(24).toString('hex');
    tokens.set(access, granted);
    return json({ access_token: access, token_type: 'Bearer', expires_in: 600, scope: SCOPE });
  }

  function user({ headers }: Asked): Said {
    const granted = tokens.get((headers.authorization ?? '').replace(/^Bearer /, ''));
    if (!granted) return json({ error: 'invalid_token' }, 401);
    const { outcome } = granted;
    const { givenName, familyName, code } = granted.person;
    const person = {
      sub: createHash('sha256').update(`sub:${code}`).digest('hex').slice(0, 32),
      domain: 'citizen',
      ...(outcome !== 'unsaid' && { acr: `urn:safelayer:tws:policies:authentication:level:${outcome === 'medium' || outcome === 'low' ? outcome : 'high'}` }),
      amr: ['urn:eparaksts:tws:policies:authentication:adaptive:methods:sc_plugin'],
      given_name: givenName.toUpperCase(),
      family_name: familyName.toUpperCase(),
      ...(outcome !== 'nobody' && { serial_number: `PNOLV-${readable(code)}` }),
    };
    return json(simulator.tamper ? simulator.tamper(person) : person);
  }

  const simulator: EparakstsSimulator = { ...serving, settings: { url: `${serving.address}/`, ...CLIENT }, tamper: null };
  return simulator;
}
