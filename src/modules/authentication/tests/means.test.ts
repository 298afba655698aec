import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorOf, manageUsers } from '#modules/access/public.js';
import { seal } from '#platform/secrets/sealed-box.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { decideConfirmation } from '../../access/actions/confirm-rights.js';
import { approveRequest, refuseRequest } from '../../access/actions/decide-requests.js';
import { endGrantEarly, giveGrant } from '../../access/actions/give-grant.js';
import { limitActions } from '../../access/actions/parameters.js';
import { changeRole } from '../../access/actions/roles.js';
import { createUser, reactivateUser, suspendUser } from '../../access/actions/users.js';
import { keyPaceActions } from '../../apps/actions/key-pace.js';
import { orderSealing } from '../../certificates/actions/order-sealing.js';
import { loadList } from '../../checking/actions/lists.js';
import { endProtection } from '../../persons/actions/protect-person.js';
import { replaceCode } from '../../persons/actions/replace-code.js';
import { endRequired } from '../../training/actions/requirements.js';
import { applyReform } from '../../reforms/actions/apply-reform.js';
import { attestInPerson } from '../actions/confirm-again.js';
import { beginJoining, joinAccounts } from '../actions/join-accounts.js';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { fillWithUsers, userIdOf } from '../../access/tests/made-up-country.js';
import { CODE_KEY } from '../actions/code-input.js';
import { beginCode } from '../actions/enrol-code.js';
import { inviteUser } from '../actions/means-of-user.js';
import { removePasskey } from '../actions/passkeys.js';
import { makeRecoveryCodes } from '../actions/recovery-codes.js';
import { FACTORS } from '../domain/factors.js';
import { codeAt, newCodeSecret } from '../domain/one-time-code.js';
import { NO_POLICY } from '../domain/policy.js';
import { replacePolicy } from '../store/policies.js';
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

const unitOf = async (login: string) => (await owner('select unit_id from access.app_user where login = $1', [login])).rows[0].unit_id as number;
const actorNamed = async (login: string) => actorOf(t.database.read, await userIdOf(t, login), t.platform.clock.today());
const addPasskeyTo = (login: string, id: string) =>
  owner(`insert into authentication.passkey (user_id, credential_id, public_key, counter, transports, synced, name, added_at) select id, $2, '', 0, '{}', false, $2, now() from access.app_user where login = $1 returning id`, [login, id]);
const endPasswordsOf = (unit: number) => owner(`insert into authentication.password_end (unit_id, kind, at, reason, by_user) values ($1, 'ended', $2, '', 'test')`, [unit, t.platform.clock.now()]);
/** What no program may do: forgets that passwords had ended. */
async function openPasswordsAgain() {
  const client = new pg.Client({ connectionString: t.ownerUrl });
  await client.connect();
  await client.query('delete from authentication.password_end');
  await client.end();
}
const policy = (allowed: readonly string[]) => t.database.transaction(async (tx) => replacePolicy(tx, await unitOf('izglitiba'), { ...NO_POLICY, allowed: allowed as never, basis: 'Rīkojums' }, 'test', t.platform.clock.now()));
async function linkFor(login: string) {
  await t.perform(inviteUser, { userId: await userIdOf(t, login) }, actorWith([manageUsers]));
  const { subject_lv: subject, body_lv: body } = (await owner(`select subject_lv, body_lv from platform.notice where kind = 'authentication.password-link' order by told_at desc, id desc limit 1`)).rows[0] as { subject_lv: string; body_lv: string };
  return { subject, path: /\/set-password\/[\w-]{43}$/.exec(body)![0] };
}

test('where passwords have ended the mailed link leads to adding a means that opens, once and for nothing else', async () => {
  await owner(`delete from authentication.password where user_id = (select id from access.app_user where login = 'izglitiba')`);
  await policy(FACTORS);
  await endPasswordsOf(await unitOf('izglitiba'));
  const { subject, path } = await linkFor('izglitiba');
  expect(subject).toBe('Vienkopus: pievienojiet pierakstīšanās līdzekli');
  const person = visitor(t);
  const page = (await person.open(path)).body;
  expect(page).toContain('pievienojiet vienu no šiem: Piekļuves atslēga');
  expect(page).not.toContain('name="password"');
  expect(await person.sendRaw(`${path}/means`, {})).toMatchObject({ status: 303, location: '/my/sign-in' });
  expect((await person.open('/my/sign-in')).body).toContain('Vispirms pievienojiet pierakstīšanās līdzekli');
  expect((await person.open('/my/rights')).location).toBe('/my/sign-in');
  expect((await person.send('/my/sign-in/passkeys/options', {}, '/my/sign-in')).body).toContain('"challenge"');
  const code = await person.send('/my/sign-in/code', {}, '/my/sign-in');
  expect([code.status, code.body.includes('kodi vieni paši neko neatver')]).toEqual([409, true]);
  expect((await visitor(t).sendRaw(`${path}/means`, {})).status).toBe(409);

  await addPasskeyTo('izglitiba', 'izglitiba-key');
  const second = (await linkFor('izglitiba')).path;
  expect((await visitor(t).open(second)).body).toContain('Jums jau ir, ar ko pierakstīties: Piekļuves atslēga');
  expect((await visitor(t).sendRaw(`${second}/means`, {})).status).toBe(409);
  await openPasswordsAgain();
});

test('whoever still has one-time codes shows one before a link adds a means', async () => {
  const id = await userIdOf(t, 'pasvaldibas.administrators');
  const secret = newCodeSecret();
  await owner(`insert into authentication.code_generator (user_id, secret, confirmed_at) values ($1, $2, now())`, [id, seal(t.platform.installation.keyFor(CODE_KEY), secret)]);
  await policy(FACTORS);
  await endPasswordsOf(await unitOf('pasvaldibas.administrators'));
  const { path } = await linkFor('pasvaldibas.administrators');
  const person = visitor(t, '192.0.2.77');
  expect((await person.open(path)).body).toContain('name="code"');
  expect((await person.sendRaw(`${path}/means`, {})).status).toBe(422);
  expect((await person.sendRaw(`${path}/means`, { code: codeAt(secret, t.platform.clock.now()) })).location).toBe('/my/sign-in');
  await owner('delete from authentication.code_generator where user_id = $1', [id]);
  await openPasswordsAgain();
});

test('the last way in cannot be taken off, and the page says what to do first', async () => {
  const [first] = (await addPasskeyTo('vaditajs', 'first')).rows as { id: string }[];
  const [second] = (await addPasskeyTo('vaditajs', 'second')).rows as { id: string }[];
  const person = await actorNamed('vaditajs');
  const unit = (await owner(`select f.unit_id from institutions.founder f join access.app_user u on u.institution_id = f.institution_id where u.login = 'vaditajs' and f.role = 'actual'`)).rows[0].unit_id as number;
  const browser = visitor(t);
  await browser.signIn('vaditajs', DEMO_PASSWORD);
  await endPasswordsOf(unit);
  await t.perform(removePasskey, { id: first!.id, present: 'none' }, person);
  await expect(t.perform(removePasskey, { id: second!.id, present: 'none' }, person)).rejects.toMatchObject({ code: 'last-way-in', text: { lv: expect.stringContaining('Vispirms pievienojiet citu atslēgu') } });
  expect((await owner('select 1 from authentication.passkey where id = $1 and removed_at is null', [second!.id])).rowCount).toBe(1);
  await openPasswordsAgain();
  await t.perform(removePasskey, { id: second!.id, present: 'none' }, person);
});

test('codes and recovery codes that the municipality does not allow are neither made nor taken, in words', async () => {
  const id = await userIdOf(t, 'izglitiba');
  await owner('delete from authentication.passkey where user_id = $1', [id]);
  await owner(`insert into authentication.password (user_id, hash) select $1, hash from authentication.password limit 1 on conflict do nothing`, [id]);
  const person = await actorNamed('izglitiba');
  await policy(['password', 'passkey']);
  await expect(t.perform(beginCode, {}, person)).rejects.toMatchObject({ code: 'means-not-allowed' });
  await expect(t.perform(makeRecoveryCodes, { present: 'none' }, person)).rejects.toMatchObject({ code: 'means-not-allowed' });

  await policy(['password', 'passkey', 'code', 'recovery-code']);
  const { codes } = await t.perform(makeRecoveryCodes, { present: 'none' }, person);
  await owner(`insert into authentication.code_generator (user_id, secret, confirmed_at) values ($1, '\\x00', now())`, [id]);
  await policy(['password', 'passkey', 'code']);
  const browser = visitor(t);
  expect((await browser.signIn('izglitiba', DEMO_PASSWORD)).location).toMatch(/^\/sign-in\/second/);
  expect((await browser.open('/sign-in/second')).body).not.toContain('name="recovery"');
  const refused = await browser.sendRaw('/sign-in/recovery-code', { recovery: codes[0]! });
  expect([refused.status, refused.body.includes('otro līdzekli vairs neatļauj')]).toEqual([403, true]);
  expect((await owner('select 1 from authentication.recovery_code where user_id = $1 and used_at is not null', [id])).rowCount).toBe(0);
  await policy(['password', 'passkey', 'code', 'recovery-code']);
  expect((await browser.sendRaw('/sign-in/recovery-code', { recovery: codes[0]! })).status).toBe(303);

  await policy(['password', 'passkey']);
  const answer = await visitor(t).signIn('izglitiba', DEMO_PASSWORD);
  expect([answer.status, answer.body.includes('otro līdzekli vairs neatļauj')]).toEqual([403, true]);
  // Nor is a session, once open, proven anew by it; the code itself is not even looked at.
  expect((await browser.open('/sign-in/again?to=/my/sign-in')).body).not.toContain('/sign-in/again/code');
  expect((await browser.send('/sign-in/again/code', { code: '000000', password: DEMO_PASSWORD, to: '/my/sign-in', level: 'low' })).status).toBe(422);
});

test.each(
  [giveGrant, endGrantEarly, approveRequest, refuseRequest, decideConfirmation, changeRole, createUser, suspendUser, reactivateUser, limitActions.change, limitActions.takeBack, keyPaceActions.change, replaceCode, endProtection, orderSealing, loadList, endRequired, applyReform, attestInPerson, beginJoining, joinAccounts].map((action) => [action.name, action] as const),
)('%s asks whoever signed in some time ago for a new proof', async (_, action) => {
  const now = t.platform.clock.now();
  const occasion = { actor: systemActor('test'), freshUntil: now };
  await expect(perform(t.platform, action as typeof giveGrant, {}, occasion)).rejects.toMatchObject({ code: 'proof-needed' });
  await expect(perform(t.platform, action as typeof giveGrant, {}, { ...occasion, freshUntil: new Date(now.getTime() + 1) })).rejects.not.toMatchObject({ code: 'proof-needed' });
});
