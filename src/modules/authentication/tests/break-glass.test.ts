import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorOf } from '#modules/access/public.js';
import { type Actor, systemActor } from '#platform/actions/actor.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { fillWithUsers, userIdOf } from '../../access/tests/made-up-country.js';
import { readBreakGlass, remindOfBreakGlassTests, reportBreakGlassUse, sealAccount, unsealAccount } from '../actions/break-glass.js';
import { approveReopening, askToReopen, endPasswords } from '../actions/end-passwords.js';
import { endSessionsOfSuspended, resetMeans } from '../actions/means-of-user.js';
import { readBoard } from '../actions/read-board.js';
import { beginPasskeySignIn, signInByPasskey } from '../actions/passkey-sign-in.js';
import { removePasskey } from '../actions/passkeys.js';
import { makeRecoveryCodes } from '../actions/recovery-codes.js';
import { signInByProof } from '../actions/sign-in-by-proof.js';
import type { Proof } from '../domain/proof.js';
import { keyedHash } from '../domain/token.js';
import { visitor } from './browser-like.js';
import { softwareKey } from './software-key.js';

let t: TestPlatform;
let keeper: Actor;
const owner = (statement: string, values: unknown[] = []) => t.database.pool.query(statement, values);
const PROOF: Proof = { method: 'smart-id', issuer: 'smart-id', subject: 'one', personCode: null, name: null, level: 'high', amr: ['mfa'], evidence: {} };

beforeAll(async () => {
  t = await testPlatform();
  await fillWithUsers(t);
  keeper = await actorOf(t.database.read, await userIdOf(t, 'administrators'), t.platform.clock.today());
});
afterAll(() => t.close());

const VISITOR = { address: '203.0.113.5', addressPrefix: '203.0.113.0/24', device: 'Firefox' };
const subjects = async () => (await owner(`select n.subject_lv from platform.notice n where n.kind = 'authentication.break-glass'`)).rows.map((row: { subject_lv: string }) => row.subject_lv);

test('of a passkey only a new, verified answer to our own page opens; one whose counter went back is refused and its owner told', async () => {
  const id = await userIdOf(t, 'izglitiba');
  const { hostname, origin } = new URL(t.platform.installation.publicUrl);
  const key = softwareKey(hostname, origin);
  await owner(`insert into authentication.passkey (user_id, credential_id, public_key, counter, transports, synced, name, added_at) values ($1, $2, $3, 7, '{}', false, 'drošības atslēga', now())`, [id, key.id, key.publicKey]);
  const answered = async (how: Parameters<typeof key.answer>[1]) => {
    const { options, token } = await t.perform(beginPasskeySignIn, {});
    const answer = key.answer(options.challenge, how);
    const once = await t.perform(signInByPasskey, { token, answer, origin: null, visitor: VISITOR });
    expect((await t.perform(signInByPasskey, { token, answer, origin: null, visitor: VISITOR })).kind).toBe('wrong');
    return once.kind;
  };
  const reasons = async () => (await owner(`select reason from authentication.sign_in_event where user_id = $1 and reason = 'passkey-copied'`, [id])).rowCount;
  for (const how of [{ counter: 8, verified: false }, { counter: 8, page: 'https://vienk0pus.example' }, { counter: 8, party: 'vienk0pus.example' }]) expect(await answered(how)).toBe('wrong');
  expect(await reasons()).toBe(0);
  expect(await answered({ counter: 8 })).toBe('signed-in');
  for (const counter of [8, 3, 0]) expect(await answered({ counter })).toBe('wrong');
  expect(await reasons()).toBe(3);
  const why = await owner(`select facts ->> 'why' as why, count(*)::int as n from audit.entry where action = 'authentication.sign-in-by-passkey' and facts ->> 'outcome' = 'wrong' group by 1 order by 1`);
  expect(why.rows).toEqual([{ why: 'passkey-copied', n: 3 }, { why: 'passkey-not-verified', n: 10 }]);
  expect((await owner(`select subject_lv from platform.notice where user_id = $1 and kind = 'authentication.passkey-copied'`, [id])).rows).toEqual([{ subject_lv: 'Piekļuves atslēga, iespējams, ir nokopēta: drošības atslēga' }]);
  expect(await answered({ counter: 9 })).toBe('signed-in');
});

test('a sealed account opens by its keys only, alarms at each use, and its keepers hear of all that is done with it', async () => {
  const id = await userIdOf(t, 'operators');
  const { publicUrl } = t.platform.installation;
  const key = softwareKey(new URL(publicUrl).hostname, new URL(publicUrl).origin);
  const seal = () => t.perform(sealAccount, { login: 'operators', reason: 'Dienai, kad viss cits nestrādā' }, keeper);
  await expect(seal()).rejects.toMatchObject({ fields: [{ field: 'login' }] });
  await owner(`insert into authentication.passkey (user_id, credential_id, public_key, counter, transports, synced, name, added_at) select $1, k, $3, 0, '{}', false, 'atslēga ' || k, now() from unnest($2::text[]) k`, [id, [key.id, 'other'], key.publicKey]);
  await owner(`insert into authentication.code_generator (user_id, secret, confirmed_at) values ($1, '\\x00', now())`, [id]);
  const { codes } = await t.perform(makeRecoveryCodes, { present: 'none' }, await actorOf(t.database.read, id, t.platform.clock.today()));
  await seal();

  // Neither the password with a printed code, nor a code, nor an identity elsewhere; a mailed link leads to the keys.
  const stranger = visitor(t);
  expect((await stranger.signIn('operators', DEMO_PASSWORD)).location).toMatch(/^\/sign-in\/second/);
  const second = (await stranger.open('/sign-in/second')).body;
  expect([second.includes('name="recovery"'), second.includes('name="code"')]).toEqual([false, false]);
  expect((await stranger.sendRaw('/sign-in/recovery-code', { recovery: codes[0]! })).status).toBe(403);
  expect((await owner('select 1 from authentication.recovery_code where user_id = $1 and used_at is not null', [id])).rowCount).toBe(0);
  await owner(`insert into authentication.outside_identity (user_id, method, issuer, subject_key, subject, linked_at, linked_how) values ($1, 'smart-id', 'smart-id', $2, '', now(), 'signed-in')`, [
    id,
    keyedHash(t.platform.installation.keyFor('look-up of outside identities'), `smart-id\u0000one`),
  ]);
  expect(await t.perform(signInByProof, { proof: PROOF, visitor: VISITOR })).toMatchObject({ kind: 'factor-not-allowed' });
  expect((await owner(`select 1 from authentication.session where user_id = $1 and awaits <> 'second-factor' and ended_at is null`, [id])).rowCount).toBe(0);

  const { options, token } = await t.perform(beginPasskeySignIn, {});
  expect(await t.perform(signInByPasskey, { token, answer: key.answer(options.challenge), origin: null, visitor: VISITOR })).toMatchObject({ kind: 'signed-in' });
  await t.runDueJobs();
  expect((await subjects()).toSorted()).toEqual(['Izveidots avārijas konts', 'TRAUKSME: lietots avārijas konts']);

  await t.perform(remindOfBreakGlassTests, {}, systemActor('test'));
  await t.perform(remindOfBreakGlassTests, {}, systemActor('test'));
  const { uses } = await t.perform(readBreakGlass, {}, keeper);
  expect(uses).toHaveLength(1);
  const browser = visitor(t);
  await browser.signIn('administrators', DEMO_PASSWORD);
  const page = (await browser.open('/break-glass')).body;
  expect([page.includes('vēl nav paskaidrots'), page.includes('Nav bijis neviena'), page.match(/name="words"/g)?.length]).toEqual([true, false, 1]);
  await t.perform(reportBreakGlassUse, { id: uses[0]!.id, isTest: 'yes', words: 'Ceturkšņa pārbaude' }, keeper);
  await expect(t.perform(reportBreakGlassUse, { id: uses[0]!.id, words: 'Vēlreiz' }, keeper)).rejects.toMatchObject({ code: 'already-reported' });
  expect((await t.perform(readBreakGlass, {}, keeper)).accounts[0]!.testedAt).toEqual(t.platform.clock.now());
  expect(await t.perform(remindOfBreakGlassTests, {}, systemActor('test'))).toBe(0);

  // Nobody takes its keys away by a reset, and what happens to its keys and to the account its keepers hear.
  await expect(t.perform(resetMeans, { id, lost: 'all', how: 'Pazudušas atslēgas' }, await actorOf(t.database.read, await userIdOf(t, 'administrators'), t.platform.clock.today()))).rejects.toMatchObject({ code: 'sealed-account' });
  const self = await actorOf(t.database.read, id, t.platform.clock.today());
  const [one] = (await owner('select id from authentication.passkey where user_id = $1 and credential_id = $2', [id, 'other'])).rows as { id: string }[];
  const without = () => t.perform(removePasskey, { id: one!.id, present: '' }, self);
  await expect(without()).rejects.toMatchObject({ code: 'sealed-keeps-keys' });
  await owner(`insert into authentication.passkey (user_id, credential_id, public_key, counter, transports, synced, name, added_at) values ($1, 'third', '\\x00', 0, '{}', false, 'trešā', now())`, [id]);
  await without();
  await t.perform(endSessionsOfSuspended, { userId: id }, systemActor('test'));
  const heard = ['Mainīti avārijas konta līdzekļi', 'Avārijas konts ir apturēts'];
  expect(await subjects()).toEqual(expect.arrayContaining(heard));

  await t.perform(unsealAccount, { id }, keeper);
  await expect(t.perform(unsealAccount, { id }, keeper)).rejects.toMatchObject({ code: 'not-sealed' });
  expect((await subjects()).filter((subject) => !heard.includes(subject)).toSorted()).toEqual(['Avārijas konts ir pārbaudīts', 'Izveidots avārijas konts', 'Jāpārbauda avārijas konts', 'Konts vairs nav avārijas konts', 'TRAUKSME: lietots avārijas konts']);
  expect((await owner(`select distinct u.login from platform.notice n join access.app_user u on u.id::text = n.user_id::text where n.kind = 'authentication.break-glass'`)).rows).toEqual([{ login: 'administrators' }]);
});

test('the way back takes two people, whom the others hear of, and closes by itself or before', async () => {
  const login = 'pasvaldibas.administrators';
  const leader = await actorOf(t.database.read, await userIdOf(t, login), t.platform.clock.today());
  const unit = (await owner('select unit_id from access.app_user where login = $1', [login])).rows[0].unit_id as number;
  const client = new pg.Client({ connectionString: t.ownerUrl });
  await client.connect();
  const enters = async () => (await visitor(t).signIn('izglitiba', DEMO_PASSWORD)).status === 303;
  await owner(`insert into authentication.password_end (unit_id, kind, at, by_user) values ($1, 'ended', $2::timestamptz - interval '1 hour', 'test')`, [unit, t.platform.clock.now()]);
  expect(await enters()).toBe(false);
  await expect(t.perform(approveReopening, { unit: String(unit) }, keeper)).rejects.toMatchObject({ code: 'nobody-asked' });
  await expect(t.perform(askToReopen, { unit: String(unit), hours: '73', reason: 'Smart-ID nestrādā' }, leader)).rejects.toMatchObject({ fields: [{ field: 'hours' }] });
  await t.perform(askToReopen, { unit: String(unit), hours: '2', reason: 'Smart-ID nestrādā' }, leader);
  await expect(t.perform(approveReopening, { unit: String(unit) }, leader)).rejects.toMatchObject({ code: 'own-request' });
  expect([await t.perform(readBoard, { unit: String(unit) }, leader), await t.perform(readBoard, { unit: String(unit) }, keeper)].map(({ asked }) => [asked?.hours, asked?.own])).toEqual([[2, true], [2, false]]);
  expect(await enters()).toBe(false);
  await t.perform(approveReopening, { unit: String(unit) }, keeper);
  expect(await enters()).toBe(true);
  expect(await t.perform(readBoard, { unit: String(unit) }, leader)).toMatchObject({ ended: false, asked: null, openUntil: expect.any(Date) });

  // Nobody needs another way for that: the gate has let passwords end before.
  await client.query(`update authentication.password_end set at = at - interval '1 minute'`);
  await t.perform(endPasswords, { unit: String(unit) }, leader);
  expect([await enters(), (await t.perform(readBoard, { unit: String(unit) }, leader)).openUntil]).toEqual([false, null]);
  await client.query(`delete from authentication.password_end where kind = 'ended' and by_user <> 'test'`);
  expect(await enters()).toBe(true);
  await client.query(`update authentication.password_end set reopened_until = $1 where kind = 'reopened'`, [t.platform.clock.now()]);
  await client.end();
  expect(await enters()).toBe(false);
  const told = (await owner(`select subject_lv from platform.notice where kind = 'authentication.programme' and user_id = $1 order by id`, [keeper.id])).rows.map((row: { subject_lv: string }) => row.subject_lv);
  expect(told.map((subject) => subject.replace(/\d.*/, ''))).toEqual(['Lūdz uz laiku atvērt paroles', 'Paroles atvērtas līdz ', 'Paroles atkal ir izslēgtas']);
});
