import { afterAll, beforeAll, expect, test } from 'vitest';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { fillWithUsers, userIdOf } from '../../access/tests/made-up-country.js';
import { visitor } from './browser-like.js';

let t: TestPlatform;
const owner = (statement: string, values: unknown[] = []) => t.database.pool.query(statement, values);
/** Signed in so long ago that a risky action asks for a new proof. */
const letProofsGrowOld = () => owner(`update authentication.session set fresh_until = $1::timestamptz - interval '1 minute'`, [t.platform.clock.now()]);

beforeAll(async () => {
  t = await testPlatform();
  await fillWithUsers(t);
});
afterAll(() => t.close());

test('a risky action asks for a new proof, and the person goes on from where they were', async () => {
  const person = visitor(t);
  await person.signIn('vaditajs', DEMO_PASSWORD);
  await letProofsGrowOld();
  const refused = await person.send('/my/sign-in/recovery-codes', {});
  expect(refused).toMatchObject({ status: 303, location: '/sign-in/again?to=%2F' });
  expect((await owner('select 1 from authentication.recovery_code')).rowCount).toBe(0);
  const before = person.cookies.get('session');
  expect((await person.send('/sign-in/again/password', { password: 'wrong', to: '/my/sign-in/recovery-codes', level: 'low' })).status).toBe(422);
  expect(await person.send('/sign-in/again/password', { password: DEMO_PASSWORD, to: '/my/sign-in/recovery-codes', level: 'low' })).toMatchObject({ status: 303, location: '/my/sign-in/recovery-codes' });
  expect(person.cookies.get('session')).not.toBe(before);
  const codes = await person.send('/my/sign-in/recovery-codes', {});
  expect(codes.status).toBe(200);
  expect(codes.body.match(/<code>/g)).toHaveLength(10);
});

test('a form whose proof grew old while it was filled in keeps what was entered, and is sent once the person proved anew in another window', async () => {
  const [unit] = (await owner(`select unit_id from access.app_user where login = 'pasvaldibas.administrators'`)).rows as { unit_id: number }[];
  const person = visitor(t);
  await person.signIn('pasvaldibas.administrators', DEMO_PASSWORD);
  const path = `/sign-in-programme/${unit!.unit_id}/policy`;
  const token = /name="_csrf" value="([^"]+)"/.exec((await person.open(path)).body)![1]!;
  await letProofsGrowOld();
  const sent = { _csrf: token, allowed: ['password', 'passkey'], basis: 'Rīkojums Nr. 12-34', sure: 'yes' };
  const kept = await person.sendRaw(path, sent);
  expect(kept.status).toBe(401);
  expect(kept.body).toContain('value="Rīkojums Nr. 12-34"');
  expect(kept.body).toContain('href="/sign-in/again?to=%2Fsign-in%2Fagain%2Fdone" target="_blank"');
  expect(await person.send('/sign-in/again/password', { password: DEMO_PASSWORD, to: '/sign-in/again/done', level: 'low' })).toMatchObject({ status: 303, location: '/sign-in/again/done' });
  expect((await person.open('/sign-in/again/done')).body).toContain('nosūtiet veidlapu vēlreiz');
  expect(await person.sendRaw(path, sent)).toMatchObject({ status: 303 });
  expect((await owner(`select basis from authentication.policy where basis = 'Rīkojums Nr. 12-34'`)).rowCount).toBe(1);
});

test('a form of somebody else’s session, or of a session that ended otherwise, is refused', async () => {
  const [stranger, person] = [visitor(t), visitor(t)];
  await stranger.signIn('lietvedis', DEMO_PASSWORD);
  await person.signIn('iestades.administrators', DEMO_PASSWORD);
  const tokenOf = async (one: typeof person) => /name="_csrf" value="([^"]+)"/.exec((await one.open('/my/sessions')).body)![1]!;
  const [theirs, before] = [await tokenOf(stranger), await tokenOf(person)];
  await person.sendRaw('/sign-out', { _csrf: before });
  await person.signIn('iestades.administrators', DEMO_PASSWORD);
  for (const _csrf of [theirs, before]) expect((await person.sendRaw('/my/sessions/end-others', { _csrf })).status).toBe(403);
});

test('reading needs no new proof, and machines are told what is wrong', async () => {
  const person = visitor(t);
  await person.signIn('auditors', DEMO_PASSWORD);
  await letProofsGrowOld();
  expect((await person.open('/my/sign-in')).status).toBe(200);
  const answer = await t.server.inject({ method: 'POST', url: '/my/sign-in/passkeys/options', cookies: Object.fromEntries(person.cookies), headers: { accept: 'application/json', 'x-csrf-token': /name="_csrf" value="([^"]+)"/.exec((await person.open('/my/sessions')).body)![1]! } });
  expect([answer.statusCode, answer.json().type]).toEqual([401, expect.stringContaining('proof-needed')]);
});

test('guessing the proof of an open session is held back after five tries', async () => {
  const person = visitor(t, '192.0.2.50');
  await person.signIn('operators', DEMO_PASSWORD);
  for (let n = 0; n < 5; n += 1) expect((await person.send('/sign-in/again/password', { password: `wrong ${n}`, to: '/', level: 'low' })).status).toBe(422);
  expect((await person.send('/sign-in/again/password', { password: DEMO_PASSWORD, to: '/', level: 'low' })).status).toBe(429);
});

test('an administrator resets what a user of theirs has lost, and chooses nothing for them', async () => {
  const user = await userIdOf(t, 'izglitiba');
  await owner(`insert into authentication.code_generator (user_id, secret, confirmed_at) values ($1, '\\x00', now())`, [user]);
  const administrator = visitor(t);
  await administrator.signIn('pasvaldibas.administrators', DEMO_PASSWORD);
  const page = await administrator.open(`/access/users/${user}/means`);
  expect(page.body).toContain('Vienreizējie kodi');
  expect((await administrator.send(`/access/users/${user}/means`, { lost: 'code', how: '' })).status).toBe(422);
  expect((await administrator.send(`/access/users/${user}/means`, { lost: 'code', how: 'klātienē pēc pases' })).status).toBe(303);
  expect((await owner('select 1 from authentication.code_generator where user_id = $1', [user])).rowCount).toBe(0);
  const { rows } = await owner('select kind, body_lv from platform.notice where user_id = $1 order by told_at, kind', [user]);
  expect(rows.map((row) => row.kind)).toEqual(['authentication.factor-changed', 'authentication.password-link']);
  expect(rows[1].body_lv).toMatch(/\/set-password\/[\w-]{43}$/);
  const stranger = visitor(t);
  await stranger.signIn('iestades.administrators', DEMO_PASSWORD);
  expect((await stranger.open(`/access/users/${user}/means`)).status).toBe(404);
});

test('a suspended user is out at once, and their sessions end', async () => {
  const person = visitor(t);
  await person.signIn('izpilddirektors', DEMO_PASSWORD);
  const id = await userIdOf(t, 'izpilddirektors');
  const administrator = visitor(t);
  await administrator.signIn('pasvaldibas.administrators', DEMO_PASSWORD);
  await administrator.send(`/access/users/${id}`, { why: 'Darba attiecības beigušās' });
  expect((await person.open('/my/rights')).status).toBe(401);
  await t.runDueJobs();
  expect((await owner('select distinct ended_why from authentication.session where user_id = $1', [id])).rows).toEqual([{ ended_why: 'user-suspended' }]);
});
