import { createHash, randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Clock } from '#kernel/clock.js';
import { choosePerson, ONLY_MADE_UP } from '../choosing.js';
import { type Person, typedPerson } from '../people.js';
import { type Asked, json, page, type Said, sendTo, serve, type Serving } from '../web.js';

export interface EJournalSimulator extends Serving {
  readonly settings: { readonly id: string; readonly title: string; readonly issuer: string; readonly clientId: string; readonly clientSecret: string };
}

const CLIENT = { clientId: 'vienkopus', clientSecret: 'simulated-secret' };
/** A made-up school (src/modules/institutions begins made-up numbers so). */
const SCHOOL = '9900000004';

interface Granted {
  readonly person: Person;
  readonly role: string;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly nonce: string;
}

/** One e-journal; two of them run beside each other as E-klase and Mykoob. */
export async function startEJournal({ port, id, title, people, clock }: { port: number; id: string; title: string; people: readonly Person[]; clock: Clock }): Promise<EJournalSimulator> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const codes = new Map<string, Granted>();
  const byCode = new Map(people.map((person) => [person.code, person]));

  const serving = await serve(port, (asked) => {
    const issuer = serving.address;
    if (asked.path === '/.well-known/openid-configuration') return json(described(issuer));
    if (asked.path === '/jwks') return json({ keys: [jwk] });
    if (asked.path === '/authorize') return asked.method === 'POST' ? chosen(new URLSearchParams(asked.body), issuer) : choose(asked.query);
    if (asked.path === '/token' && asked.method === 'POST') return token(asked, issuer);
    return page(title, 'Šeit sāk cita sistēma', '<p>Sāciet pierakstīšanos sistēmā, kas prasa e-žurnālu.</p>', 404);
  });

  function choose(query: URLSearchParams, fault?: string): Said {
    if (query.get('client_id') !== CLIENT.clientId || query.get('response_type') !== 'code' || query.get('code_challenge_method') !== 'S256' || !query.get('redirect_uri')) return json({ error: 'invalid_request' }, 400);
    const more = '<label>Kā / As <select name="role"><option value="pupil">Skolēns / Pupil</option><option value="teacher">Skolotājs / Teacher</option></select></label>';
    return choosePerson({ system: title, asker: CLIENT.clientId, action: '/authorize', hidden: Object.fromEntries(query), people, more, ...(fault ? { fault } : {}) });
  }

  function chosen(form: URLSearchParams, issuer: string): Said {
    const back = new URL(form.get('redirect_uri')!);
    back.searchParams.set('state', form.get('state') ?? '');
    back.searchParams.set('iss', issuer);
    if (form.get('person') === 'refuse') {
      back.searchParams.set('error', 'access_denied');
      return sendTo(back.href);
    }
    const person = byCode.get(form.get('person') ?? '') ?? typedPerson(form.get('name') ?? '', form.get('code') ?? '');
    if (!person) return choose(form, ONLY_MADE_UP);
    const code = randomBytes(16).toString('hex');
    codes.set(code, { person, role: form.get('role') ?? 'pupil', redirectUri: form.get('redirect_uri')!, challenge: form.get('code_challenge') ?? '', nonce: form.get('nonce') ?? '' });
    back.searchParams.set('code', code);
    return sendTo(back.href);
  }

  async function token({ body }: Asked, issuer: string): Promise<Said> {
    const form = new URLSearchParams(body);
    if (form.get('client_id') !== CLIENT.clientId || form.get('client_secret') !== CLIENT.clientSecret) return json({ error: 'invalid_client' }, 401);
    const granted = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const verifier = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
    if (!granted || granted.challenge !== verifier || granted.redirectUri !== form.get('redirect_uri')) return json({ error: 'invalid_grant' }, 400);
    const { person, role, nonce } = granted;
    const now = Math.floor(clock.now().getTime() / 1000);
    const claims = { name: `${person.givenName} ${person.familyName}`, personal_code: person.code, school_reg_nr: SCHOOL, role, amr: ['pwd'], nonce, auth_time: now };
    const idToken = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuer(issuer)
      .setAudience(CLIENT.clientId)
      .setSubject(createHash('sha256').update(`${id}:${person.code}`).digest('hex').slice(0, 24))
      .setIssuedAt(now)
      .setExpirationTime(now + 300)
      .sign(privateKey);
    return json({ access_token: randomBytes(16).toString('hex'), token_type: 'Bearer', expires_in: 300, id_token: idToken });
  }

  return { ...serving, settings: { id, title, issuer: serving.address, ...CLIENT } };
}

const described = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['client_secret_post'],
  scopes_supported: ['openid', 'profile', 'pupil'],
  authorization_response_iss_parameter_supported: true,
});
