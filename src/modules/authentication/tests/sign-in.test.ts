import { afterAll, beforeAll, expect, test } from 'vitest';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { codeAt } from '../domain/one-time-code.js';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { visitor } from './browser-like.js';
import { demo, fillWithUsers, userIdOf } from '../../access/tests/made-up-country.js';

let t: TestPlatform;
const operator = demo('ministry-operator').login;
const owner = (statement: string, values: unknown[] = []) => t.database.pool.query(statement, values);

beforeAll(async () => {
  t = await testPlatform();
  await fillWithUsers(t);
});
afterAll(() => t.close());

test('the right password opens a session, kept in a cookie that scripts cannot read', async () => {
  const person = visitor(t);
  const answer = await person.signIn(operator, DEMO_PASSWORD);
  expect(answer).toMatchObject({ status: 303, location: '/my/rights' });
  expect(answer.raw.cookies.find((cookie) => cookie.name === 'session')).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect((await person.open('/my/rights')).body).toContain('Ministrijas reformu operators');
});

test('a wrong password, an unknown and a suspended login are answered alike', async () => {
  await owner(`update access.app_user set state = 'suspended' where login = 'lietvedis'`);
  const answers = [await visitor(t, '203.0.113.1').signIn(operator, 'wrong'), await visitor(t, '203.0.113.1').signIn('nobody.here', 'wrong'), await visitor(t, '203.0.113.1').signIn('lietvedis', DEMO_PASSWORD)];
  for (const answer of answers) {
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('Lietotājvārds vai parole nav pareiza');
  }
});

test('what cannot be a user name is told as any wrong one; a sign that no table keeps is refused in words, also in an address', async () => {
  for (const login of ['vaditajs\0', '   ', 'a'.repeat(101)]) {
    const form = await visitor(t).sendRaw('/sign-in', { login, password: DEMO_PASSWORD });
    expect([form.status, form.body.includes('vai parole nav pareiza'), form.body.includes('name="password"')]).toEqual([422, true, true]);
  }
  const person = visitor(t);
  await person.signIn('administrators', DEMO_PASSWORD);
  const found = await person.open('/access/users?words=%00');
  expect([found.status, found.body.includes('neredzama zīme')]).toEqual([422, true]);
});

test('after five wrong passwords an account is closed to that network only, known or not', async () => {
  for (const login of [operator, 'nobody.at.all']) {
    const stranger = visitor(t, '192.0.3.77');
    for (let n = 0; n < 5; n += 1) expect((await stranger.signIn(login, `wrong ${n}`)).status).toBe(422);
    expect((await stranger.signIn(login, DEMO_PASSWORD)).status).toBe(429);
  }
  expect((await visitor(t, '198.51.100.7').signIn(operator, DEMO_PASSWORD)).status).toBe(303);
});

test('a form sent twice gets in twice, while a flood of guesses cannot slip past the count', async () => {
  const twice = await Promise.all([1, 2, 3].map(() => visitor(t, '198.51.100.90').signIn(operator, DEMO_PASSWORD)));
  expect(twice.map((answer) => answer.status)).toEqual([303, 303, 303]);
  const flood = await Promise.all(Array.from({ length: 20 }, (_, n) => visitor(t, '192.0.4.91').signIn(operator, `wrong ${n}`)));
  const tried = flood.filter((answer) => answer.status === 422).length;
  expect(tried).toBeGreaterThan(0);
  expect(tried).toBeLessThanOrEqual(5);
  expect(flood.filter((answer) => answer.status === 429)).toHaveLength(20 - tried);
});

test('a stranger guessing from many networks does not lock someone out where they work', async () => {
  await owner(`insert into authentication.sign_in_attempt (at, account_key, address_prefix, outcome)
    select $1, account_key, '10.' || n || '.0.0/24', 'failed' from (select distinct account_key from authentication.sign_in_attempt where outcome = 'succeeded') a, generate_series(1, 60) n`, [t.platform.clock.now()]);
  expect((await visitor(t, '192.0.2.200').signIn(operator, DEMO_PASSWORD)).status).toBe(429);
  expect((await visitor(t, '198.51.100.7').signIn(operator, DEMO_PASSWORD)).status).toBe(303);
});

test('signing in leads only to our own pages', async () => {
  const answer = await visitor(t).send('/sign-in', { login: operator, password: DEMO_PASSWORD, to: '//elsewhere.example/' });
  expect(answer.location).toBe('/');
});

test('a form without the session’s token, or with another session’s, does nothing', async () => {
  const [mine, other] = [visitor(t), visitor(t)];
  await mine.signIn(operator, DEMO_PASSWORD);
  await other.signIn(operator, DEMO_PASSWORD);
  const token = /name="_csrf" value="([^"]+)"/.exec((await other.open('/my/sessions')).body)![1]!;
  expect((await mine.sendRaw('/sign-out', {})).status).toBe(403);
  expect((await mine.sendRaw('/sign-out', { _csrf: token })).status).toBe(403);
  expect((await mine.open('/my/sessions')).status).toBe(200);
  expect((await mine.send('/sign-out', {})).status).toBe(303);
  expect((await mine.open('/my/sessions')).status).toBe(401);
});

test('a session ends when idle, at its absolute end, and when revoked', async () => {
  const person = visitor(t);
  await person.signIn(operator, DEMO_PASSWORD);
  const { rows } = await owner('select distinct extract(epoch from expires_at - created_at)::int / 3600 as hours, idle_minutes as idle from authentication.session where ended_at is null');
  expect(rows).toEqual([{ hours: 12, idle: 30 }]);
  await owner(`update authentication.session set last_used_at = last_used_at - interval '29 minutes'`);
  expect((await person.open('/my/rights')).status).toBe(200);
  for (const change of [`last_used_at = last_used_at - interval '31 minutes'`, `expires_at = last_used_at - interval '1 second'`, `ended_at = now()`]) {
    await person.signIn(operator, DEMO_PASSWORD);
    expect((await person.open('/my/rights')).status).toBe(200);
    await owner(`update authentication.session set ${change} where ended_at is null`);
    expect((await person.open('/my/rights')).status).toBe(401);
    person.cookies.clear();
  }
});

test('one’s other sessions are listed and can be ended', async () => {
  const [here, there] = [visitor(t), visitor(t, '192.0.2.9')];
  await here.signIn('auditors', DEMO_PASSWORD);
  await there.signIn('auditors', DEMO_PASSWORD);
  expect((await here.open('/my/sessions')).body).toContain('192.0.2.0/24');
  expect((await here.send('/my/sessions/end-others', {})).status).toBe(303);
  expect((await there.open('/my/rights')).status).toBe(401);
  expect((await here.open('/my/rights')).status).toBe(200);
});

test('one-time codes: turned on by a right code, asked for at sign-in, and each is good once', async () => {
  const person = visitor(t);
  await person.signIn('registrators', DEMO_PASSWORD);

  await person.send('/my/sign-in/code', {});
  const page = await person.open('/my/sign-in/code');
  expect(page.body).toContain('<svg');
  const secret = /<code>([A-Z2-7 ]{32,})<\/code>/.exec(page.body)![1]!.replaceAll(' ', '');
  const code = codeAt(secret, t.platform.clock.now());
  expect((await person.send('/my/sign-in/code/confirm', { code: '000000' })).status).toBe(422);
  expect((await person.send('/my/sign-in/code/confirm', { code: '12' })).body).toContain('Kodā ir seši cipari');
  expect((await person.send('/my/sign-in/code/confirm', { code })).status).toBe(303);

  const again = visitor(t);
  expect((await again.signIn('registrators', DEMO_PASSWORD)).location).toMatch(/^\/sign-in\/second/);
  expect((await again.open('/my/rights')).status).toBe(401);
  expect((await again.send('/sign-in/code', { code, to: '/my/rights' })).status).toBe(422);
  for (const seconds of [-30, 30]) expect((await again.send('/sign-in/code', { code: codeAt(secret, new Date(t.platform.clock.now().getTime() + seconds * 1_000)) })).status).toBe(422);
  await owner('update authentication.code_generator set last_step = last_step - 1');
  expect(await again.send('/sign-in/code', { code, to: '/my/rights' })).toMatchObject({ status: 303, location: '/my/rights' });
  expect((await again.open('/my/rights')).status).toBe(200);

  const thief = visitor(t);
  await thief.signIn('registrators', DEMO_PASSWORD);
  expect((await thief.send('/sign-in/code', { code })).status).toBe(422);
});

test('a changed password must be long and unlike the login, and ends the other sessions', async () => {
  const [person, other] = [visitor(t), visitor(t)];
  await person.signIn('izglitiba', DEMO_PASSWORD);
  await other.signIn('izglitiba', DEMO_PASSWORD);
  const change = (password: string, again = password) => person.send('/my/sign-in/password', { current: DEMO_PASSWORD, password, again });
  expect((await change('short')).body).toContain('vismaz 15 rakstzīmes');
  expect((await change('izglitiba izglitiba')).body).toContain('pārāk viegli uzminama');
  expect((await change('zirgs skapis mākonis', 'zirgs skapis')).body).toContain('nesakrīt');
  expect((await change('zirgs skapis mākonis')).status).toBe(303);
  expect((await other.open('/my/rights')).status).toBe(401);
  expect((await person.open('/my/rights')).status).toBe(200);
});

test('an ended right ends at the next request', async () => {
  const person = visitor(t);
  await person.signIn('administrators', DEMO_PASSWORD);
  expect((await person.open('/access/roles')).status).toBe(200);
  await owner(`update access.role_grant set valid_to = '2026-11-21' where user_id = $1`, [await userIdOf(t, 'administrators')]);
  expect((await person.open('/access/roles')).status).toBe(403);
});
