import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { MODULES } from '#app/modules.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { fillWithUsers, userIdOf } from '../../access/tests/made-up-country.js';
import { MOST_SESSIONS } from '../actions/end-sessions-of.js';
import { codeAt } from '../domain/one-time-code.js';
import { hashOfToken } from '../domain/token.js';
import { visitor } from './browser-like.js';

/** OWASP ASVS 5.0, 7: sessions. What each point is shown by stands in docs/security/asvs-5.md. */
let t: TestPlatform;
const owner = (statement: string, values: unknown[] = []) => t.database.pool.query(statement, values);

beforeAll(async () => {
  t = await testPlatform();
  await fillWithUsers(t);
});
afterAll(() => t.close());
beforeEach(() => owner('delete from authentication.sign_in_attempt'));

const letProofsGrowOld = () => owner(`update authentication.session set fresh_until = $1::timestamptz - interval '1 minute'`, [t.platform.clock.now()]);

/** As if the last code had been used half a minute ago: the clock of these tests stands still. */
const letACodePass = () => owner('update authentication.code_generator set last_step = last_step - 1');

async function signedIn(login: string, address?: string) {
  const person = visitor(t, address);
  expect((await person.signIn(login, DEMO_PASSWORD)).status).toBe(303);
  return person;
}

/** The same browser with another cookie. */
async function statusWith(token: string) {
  const person = visitor(t);
  person.cookies.set('session', token);
  return (await person.open('/my/rights')).status;
}

test('a session is a random token of 256 bits made here, of which only the hash is kept', async () => {
  const tokens: string[] = [];
  for (let n = 0; n < 5; n += 1) tokens.push((await signedIn('lietvedis')).cookies.get('session')!);
  expect(new Set(tokens).size).toBe(5);
  for (const token of tokens) {
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(await statusWith(token)).toBe(200);
    expect((await owner('select 1 from authentication.session where id = $1', [hashOfToken(token)])).rowCount).toBe(1);
    expect((await owner('select 1 from authentication.session s where s::text like $1', [`%${token}%`])).rowCount).toBe(0);
  }
});

test('what the browser says of a session counts for nothing: a token made elsewhere, its hash, or none', async () => {
  const token = (await signedIn('lietvedis')).cookies.get('session')!;
  for (const forged of [hashOfToken(token), `${token}x`, token.slice(0, -1), Buffer.alloc(32).toString('base64url'), 'x']) expect(await statusWith(forged)).toBe(401);
  expect((await visitor(t).open('/my/rights')).status).toBe(401);
});

test('signing in again, or proving anew, gives a new token, and the former one is of no use', async () => {
  const person = await signedIn('lietvedis');
  const first = person.cookies.get('session')!;
  await person.signIn('lietvedis', DEMO_PASSWORD);
  const second = person.cookies.get('session')!;
  expect([await statusWith(first), await statusWith(second)]).toEqual([401, 200]);
  await person.send('/sign-in/again/password', { password: DEMO_PASSWORD, to: '/', level: 'low' });
  const third = person.cookies.get('session')!;
  expect([await statusWith(second), await statusWith(third)]).toEqual([401, 200]);
  await person.signIn('auditors', DEMO_PASSWORD);
  expect([await statusWith(third), await statusWith(person.cookies.get('session')!)]).toEqual([401, 200]);
});

test('a user has so many sessions at once; one more ends the one unused for longest', async () => {
  const oldest = await signedIn('registrators');
  await owner(`update authentication.session set last_used_at = last_used_at - interval '5 minutes', created_at = created_at - interval '5 minutes' where id = $1`, [hashOfToken(oldest.cookies.get('session')!)]);
  const now = t.platform.clock.now();
  await owner(
    `insert into authentication.session (id, user_id, awaits, level, amr, proven_at, fresh_until, created_at, last_used_at, idle_minutes, expires_at, device, address_prefix)
     select encode(sha256(n::text::bytea), 'hex'), $1, 'nothing', 'low', '{pwd}', $2::timestamptz, $2, $2, $2, 30, $2::timestamptz + interval '1 hour', 'test', 'test' from generate_series(1, $3::int) n`,
    [await userIdOf(t, 'registrators'), now, MOST_SESSIONS - 1],
  );
  expect((await oldest.open('/my/rights')).status).toBe(200);
  await owner(`update authentication.session set last_used_at = last_used_at - interval '5 minutes' where id = $1`, [hashOfToken(oldest.cookies.get('session')!)]);
  const newest = await signedIn('registrators', '192.0.2.8');
  expect([(await oldest.open('/my/rights')).status, (await newest.open('/my/rights')).status]).toEqual([401, 200]);
  const { rows } = await owner(`select count(*)::int as open from authentication.session where user_id = $1 and ended_at is null`, [await userIdOf(t, 'registrators')]);
  expect(rows[0].open).toBe(MOST_SESSIONS);
  expect((await owner(`select ended_why from authentication.session where id = $1`, [hashOfToken(oldest.cookies.get('session')!)])).rows).toEqual([{ ended_why: 'too-many' }]);
});

test('what is sent after a session ran out is not taken, said so, given back, and taken after the same user has signed in again', async () => {
  const person = await signedIn('lietvedis');
  const path = '/my/rights/request';
  const _csrf = /name="_csrf" value="([^"]+)"/.exec((await person.open(path)).body)![1]!;
  expect((await person.open(path)).body).toMatch(/data-session-ends-in="\d{3,}"/);
  expect(JSON.parse((await person.sendRaw('/my/sign-in/stay', { _csrf })).body)).toEqual({ endsInSeconds: expect.any(Number) });
  await owner(`update authentication.session set last_used_at = last_used_at - make_interval(mins => idle_minutes)`);
  expect((await person.open(path)).body).toContain('Sesija ir beigusies');
  const late = await person.sendRaw(path, { _csrf, basis: 'Rīkojums <1>', role: ['a', 'b'] });
  expect(late.status).toBe(401);
  for (const part of ['Sesija ir beigusies', 'nav saglabāts', `name="_csrf" value="${_csrf}"`, 'name="basis" value="Rīkojums &lt;1>"', 'name="role" value="b"']) expect(late.body).toContain(part);
  expect((await person.sendRaw('/my/sign-in/password', { _csrf, password: 'slepena' })).body).not.toContain('slepena');
  person.cookies.delete('session');
  expect((await person.sendRaw(path, { _csrf, basis: 'cookie gone too' })).body).toContain('value="cookie gone too"');
  const other = await signedIn('izglitiba');
  person.cookies.set('session', other.cookies.get('session')!);
  const ofAnother = await person.sendRaw(path, { _csrf, basis: 'x' });
  expect([ofAnother.status, ofAnother.body.includes('Nav tiesību'), ofAnother.body.includes('Forma nav pieņemta'), ofAnother.body.includes('Nosūtīt vēlreiz')]).toEqual([403, false, true, false]);
  // Where the browser says that it comes from a page of ours, it is given back under the mark of the present session.
  const headers = { accept: 'text/html', cookie: `session=${other.cookies.get('session')}`, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
  const givenBack = await t.server.inject({ method: 'POST', url: path, headers, payload: new URLSearchParams({ _csrf, basis: 'rakstīts agrāk' }).toString() });
  expect([givenBack.statusCode, givenBack.body.includes('value="rakstīts agrāk"'), givenBack.body.includes(`value="${_csrf}"`), givenBack.body.includes('Nosūtīt vēlreiz')]).toEqual([403, true, false, true]);
  person.cookies.set('session', (await signedIn('lietvedis')).cookies.get('session')!);
  expect((await person.sendRaw(path, { _csrf, basis: 'x' })).status).toBe(422);
});

test('one’s sessions are ended after a fresh proof only', async () => {
  const [here, there] = [await signedIn('vaditajs'), await signedIn('vaditajs', '192.0.2.9')];
  await letProofsGrowOld();
  const session = hashOfToken(there.cookies.get('session')!);
  expect((await here.open('/my/sessions')).body).toContain('192.0.2.0/24');
  for (const [path, fields] of [['/my/sessions/end', { session }], ['/my/sessions/end-others', {}]] as const) expect((await here.send(path, fields)).location).toMatch(/^\/sign-in\/again/);
  expect((await there.open('/my/rights')).status).toBe(200);
  await here.send('/sign-in/again/password', { password: DEMO_PASSWORD, to: '/my/sessions', level: 'low' });
  expect((await here.send('/my/sessions/end', { session })).location).toBe('/my/sessions');
  expect([(await here.open('/my/rights')).status, (await there.open('/my/rights')).status]).toEqual([200, 401]);
});

test('means of sign-in are changed after a full proof only: who has a password and codes gives both', async () => {
  const person = await signedIn('izglitiba');
  await letProofsGrowOld();
  for (const [path, fields] of [
    ['/my/sign-in/code', {}],
    ['/my/sign-in/recovery-codes', {}],
    ['/my/sign-in/password', { current: DEMO_PASSWORD, password: 'zirgs skapis mākonis', again: 'zirgs skapis mākonis' }],
  ] as const) {
    expect((await person.send(path, fields)).location).toMatch(/^\/sign-in\/again/);
  }
  await person.send('/sign-in/again/password', { password: DEMO_PASSWORD, to: '/', level: 'low' });
  await person.send('/my/sign-in/code', {});
  const secret = /([A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec((await person.open('/my/sign-in/code')).body)![0].replaceAll(' ', '');
  const code = codeAt(secret, t.platform.clock.now());
  expect((await person.send('/my/sign-in/code/confirm', { code })).status).toBe(303);
  await letACodePass();

  await letProofsGrowOld();
  expect((await person.send('/my/sign-in/code/off', {})).location).toMatch(/^\/sign-in\/again/);
  const again = (fields: Record<string, string>) => person.send('/sign-in/again/code', { to: '/my/sign-in', level: 'low', ...fields });
  expect((await again({ code })).status).toBe(422);
  expect((await again({ code, password: 'nepareiza' })).status).toBe(422);
  expect((await person.send('/sign-in/again/password', { password: DEMO_PASSWORD, to: '/', level: 'low' })).status).toBe(422);
  expect((await again({ code, password: DEMO_PASSWORD })).location).toBe('/my/sign-in');
  expect((await person.send('/my/sign-in/code/off', {})).location).toBe('/my/sign-in');
});

test('a new factor, and one taken away, end all other sessions of the user', async () => {
  const [here, there] = [await signedIn('operators'), await signedIn('operators', '192.0.2.9')];
  await here.send('/my/sign-in/code', {});
  const secret = /([A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec((await here.open('/my/sign-in/code')).body)![0].replaceAll(' ', '');
  const code = codeAt(secret, t.platform.clock.now());
  await here.send('/my/sign-in/code/confirm', { code });
  await letACodePass();
  expect([(await here.open('/my/rights')).status, (await there.open('/my/rights')).status]).toEqual([200, 401]);
  await there.signIn('operators', DEMO_PASSWORD);
  expect((await there.send('/sign-in/code', { code, to: '/' })).status).toBe(303);
  await here.send('/my/sign-in/code/off', {});
  expect([(await here.open('/my/rights')).status, (await there.open('/my/rights')).status]).toEqual([200, 401]);
});

test('an administrator ends all sessions of a user, and a password chosen by a link ends them too', async () => {
  const [here, there] = [await signedIn('izpilddirektors'), await signedIn('izpilddirektors', '192.0.2.9')];
  const administrator = await signedIn('pasvaldibas.administrators');
  const user = await userIdOf(t, 'izpilddirektors');
  await administrator.send(`/access/users/${user}/means`, { lost: 'nothing', how: 'zvanīja un nosauca' });
  expect([(await here.open('/my/rights')).status, (await there.open('/my/rights')).status]).toEqual([401, 401]);
  await here.signIn('izpilddirektors', DEMO_PASSWORD);
  const { rows } = await owner(`select body_lv from platform.notice where user_id = $1 and kind = 'authentication.password-link' order by told_at desc limit 1`, [user]);
  await visitor(t).send(/\/set-password\/[\w-]+/.exec(rows[0].body_lv)![0], { password: 'zirgs skapis mākonis', again: 'zirgs skapis mākonis' });
  expect((await here.open('/my/rights')).status).toBe(401);
});

test('every page that needs a sign-in has the button to sign out', async () => {
  const people = await Promise.all(['administrators', 'vaditajs', 'registrators', 'operators'].map((login) => signedIn(login)));
  const paths = MODULES.flatMap(({ pages }) => pages).flatMap((page) => (page.kind === 'show' || page.kind === 'form' ? [page.path] : [])).filter((path) => !path.includes(':'));
  let seen = 0;
  for (const path of new Set(paths)) {
    for (const person of people) {
      const { status, body } = await person.open(path);
      if (status !== 200) continue;
      seen += 1;
      expect([path, /<form[^>]*action="\/sign-out"/.test(body)]).toEqual([path, true]);
      break;
    }
  }
  expect(seen).toBeGreaterThan(25);
});

test('no session begins by opening an address: it takes a form that the person sends', async () => {
  const person = visitor(t);
  for (const path of ['/', '/sign-in', '/sign-in/second', '/sign-in/again', '/sign-in/choose', '/sign-in/outside/eparaksts/back?state=x&code=y', '/set-password/x', '/my/sign-in']) {
    await person.open(path);
    expect([path, person.cookies.has('session')]).toEqual([path, false]);
  }
  const crossSite = await t.server.inject({
    method: 'POST', url: '/sign-in',
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    payload: new URLSearchParams({ login: 'lietvedis', password: DEMO_PASSWORD }).toString(),
  });
  expect([crossSite.statusCode, crossSite.cookies.some(({ name }) => name === 'session')]).toEqual([403, false]);
});

test('a session that one factor opened, since it was begun inside the municipality’s networks, is good there alone, until a second one is proven', async () => {
  await owner(`insert into authentication.policy (unit_id, allowed, inner_networks, basis, recorded_at, recorded_by)
    select unit_id, '{password,code}', '{198.51.100.0/24,2001:db8::/48}', 'Rīkojums', now(), 'test' from access.app_user where login = 'pasvaldibas.administrators'`);
  const inside = await signedIn('pasvaldibas.administrators', '198.51.100.9');
  const outside = visitor(t, '203.0.113.9');
  const takenOut = (path = '/my/rights') => {
    for (const [name, value] of inside.cookies) outside.cookies.set(name, value);
    return outside.open(path);
  };
  const [held, ...open] = [await takenOut(), await takenOut('/'), await takenOut('/sign-in')];
  expect([held.status, held.body.includes('tagad esat ārpus tā'), ...open.map(({ status }) => status)]).toEqual([401, true, 200, 200]);
  expect((await outside.signIn('pasvaldibas.administrators', DEMO_PASSWORD)).location).toBe('/my/sign-in');
  await inside.send('/sign-in/again/password', { password: DEMO_PASSWORD, to: '/', level: 'low' });
  expect([(await takenOut()).status, (await inside.open('/my/rights')).status]).toEqual([401, 200]);
  const roaming = visitor(t, '2001:db8:0:7::9');
  for (const [name, value] of inside.cookies) roaming.cookies.set(name, value);
  expect((await roaming.open('/my/rights')).status).toBe(200);

  await inside.send('/my/sign-in/code', {});
  const secret = /([A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec((await inside.open('/my/sign-in/code')).body)![0].replaceAll(' ', '');
  expect((await inside.send('/my/sign-in/code/confirm', { code: codeAt(secret, t.platform.clock.now()) })).status).toBe(303);
  expect((await takenOut()).status).toBe(200);
});
