import { afterAll, beforeAll, expect, test } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { registerMadeUpPeople } from '#modules/persons/public.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { reactivateUser } from '../../access/actions/users.js';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { manageUsers } from '../../access/permissions.js';
import { fillWithUsers, userIdOf } from '../../access/tests/made-up-country.js';
import { confirmAccount } from '../actions/confirm-account.js';
import { signInByProof } from '../actions/sign-in-by-proof.js';
import type { Proof } from '../domain/proof.js';
import { subjectKeyOf } from '../actions/whose-proof.js';
import { actorOf } from '#modules/access/public.js';
import { visitor } from './browser-like.js';

let t: TestPlatform;
const owner = (statement: string, values: unknown[] = []) => t.database.pool.query(statement, values);
const VISITOR = { address: '198.51.100.7', addressPrefix: '198.51.100.0/24', device: 'Firefox' };
const ANDRIS: Proof = { method: 'smart-id', issuer: 'smart-id', subject: 'PNOLV-540344-83847', personCode: '54034483847', name: 'ANDRIS VADONIS', level: 'high', amr: ['mfa'], evidence: { serial: '1' } };
const ELSE: Proof = { ...ANDRIS, subject: 'PNOLV-421174-37694', personCode: '42117437694' };
const confirm = async (login: string, proof: Proof) => t.perform(confirmAccount, { proof, present: 'none' }, await actorOf(t.database.read, await userIdOf(t, login), t.platform.clock.today()));

beforeAll(async () => {
  t = await testPlatform();
  await fillWithUsers(t);
  await t.database.transaction((tx) =>
    registerMadeUpPeople(
      tx,
      [
        { given: 'Andris', family: 'Vadonis', code: '54034483847', bornOn: isoDate('1972-03-14'), sex: 'male' },
        { given: 'Inga', family: 'Lietpratēja', code: '42117437694', bornOn: isoDate('1974-11-02'), sex: 'female' },
      ],
      t.platform.clock.today(),
      t.platform.clock.now(),
    ),
  );
  await owner(`update access.app_user set person_id = (select person_id from persons.code where code = '54034483847') where login in ('vaditajs', 'izglitiba')`);
  await owner(`update access.app_user set person_id = (select person_id from persons.code where code = '42117437694') where login = 'iestades.administrators'`);
});
afterAll(() => t.close());

test('an account is confirmed only by the person it names', async () => {
  expect(await confirm('operators', ANDRIS)).toEqual({ kind: 'no-person' });
  expect(await confirm('vaditajs', ELSE)).toEqual({ kind: 'somebody-else' });
  expect(await confirm('vaditajs', { ...ANDRIS, level: 'low' })).toEqual({ kind: 'too-weak' });
  expect((await owner('select 1 from authentication.confirmation')).rowCount).toBe(0);
  expect(await confirm('vaditajs', ANDRIS)).toEqual({ kind: 'confirmed' });
  expect(await confirm('izglitiba', ANDRIS)).toEqual({ kind: 'of-another-account' });
  const { rows } = await owner('select method, evidence from authentication.confirmation');
  expect(rows).toHaveLength(1);
  expect(rows[0].evidence.toString('utf8')).not.toContain('serial');
});

test('a proof signs in the linked account, offers a choice to one person with several, and finds nobody by name', async () => {
  expect(await t.perform(signInByProof, { proof: ANDRIS, visitor: VISITOR })).toMatchObject({ kind: 'signed-in', userId: await userIdOf(t, 'vaditajs') });
  expect(await t.perform(signInByProof, { proof: { ...ANDRIS, issuer: 'eparaksts' }, visitor: VISITOR })).toMatchObject({ kind: 'choose' });
  const offered = await owner(`select u.login from authentication.sign_in_event e join access.app_user u on u.id = e.user_id where e.reason = 'choice-offered' order by 1`);
  expect(offered.rows).toEqual([{ login: 'izglitiba' }, { login: 'vaditajs' }]);
  expect(await t.perform(signInByProof, { proof: { ...ANDRIS, subject: 'x', personCode: null, name: 'Inga Lietpratēja' }, visitor: VISITOR })).toEqual({ kind: 'nobody' });
  expect(await t.perform(signInByProof, { proof: { ...ANDRIS, subject: 'y', personCode: '70016299235' }, visitor: VISITOR })).toEqual({ kind: 'nobody' });
});

test('a person of the register without an account gets one as a resident, once', async () => {
  await t.database.transaction((tx) => registerMadeUpPeople(tx, [{ given: 'Emīls', family: 'Paraugs', code: '49049930011', bornOn: isoDate('2010-04-09'), sex: 'male' }], t.platform.clock.today(), t.platform.clock.now()));
  const pupil: Proof = { ...ANDRIS, method: 'e-journal', issuer: 'e-klase', subject: '1', personCode: '49049930011', level: 'low', amr: ['pwd'] };
  const first = await t.perform(signInByProof, { proof: pupil, visitor: VISITOR });
  expect(first).toMatchObject({ kind: 'signed-in' });
  expect(await t.perform(signInByProof, { proof: pupil, visitor: VISITOR })).toMatchObject({ userId: 'userId' in first ? first.userId : '' });
  const actor = await actorOf(t.database.read, 'userId' in first ? first.userId : '', t.platform.clock.today());
  expect([actor.name, actor.scopes.size]).toEqual(['Emīls Paraugs', 0]);
});

/** Begins in the account that is to stay, then signs in to the other in the same browser. */
async function joining(into: string, other: string, password = DEMO_PASSWORD) {
  const person = visitor(t);
  await person.signIn(into, DEMO_PASSWORD);
  expect((await person.send('/my/sign-in/join', {})).location).toBe('/sign-in?to=%2Fmy%2Fsign-in%2Fjoin%2Fconfirm');
  expect((await person.open('/my/rights')).status).toBe(401);
  const entered = await person.signIn(other, password);
  return { person, entered, join: () => person.send('/my/sign-in/join/confirm', {}, '/my/sign-in/join/confirm') };
}
const KEY = `insert into authentication.passkey (user_id, credential_id, public_key, counter, transports, synced, name, added_at) select $1, $2, '', 0, '{}', false, 'atslēga', now()`;
const stateOf = async (login: string) => (await owner('select state from access.app_user where login = $1', [login])).rows[0].state;

test('joining asks of the other account all that signing in to it asks', async () => {
  const id = await userIdOf(t, 'operators');
  await owner(KEY, [id, 'key of operators']);
  const { person, entered, join } = await joining('vaditajs', 'operators');
  expect(entered.location).toMatch(/^\/sign-in\/second/);
  expect((await join()).status).toBe(401);
  expect((await person.send('/my/sign-in/join', { login: 'operators', password: DEMO_PASSWORD, code: '' })).status).toBe(401);
  expect(await stateOf('operators')).toBe('active');
  await owner('delete from authentication.passkey where user_id = $1', [id]);
});

test('sealed accounts, the same account, another person’s, and one that is guarded better are not joined', async () => {
  const keeper = await userIdOf(t, 'administrators');
  const id = await userIdOf(t, 'operators');
  const proofOfOperators: Proof = { ...ANDRIS, subject: 'sealed one', personCode: null };
  await owner(`insert into authentication.outside_identity (user_id, method, issuer, subject_key, subject, linked_at, linked_how) values ($1, 'smart-id', 'smart-id', $2, '', now(), 'signed-in')`, [id, subjectKeyOf(t.platform, proofOfOperators)]);
  const { person } = await joining('vaditajs', 'operators', 'cita');
  const entry = await t.perform(signInByProof, { proof: proofOfOperators, visitor: VISITOR });
  person.cookies.set('session', 'token' in entry ? entry.token : '');
  // Sealed, it would open by its keys alone.
  await owner(`insert into authentication.break_glass (user_id, sealed_at, sealed_by, reason) values ($1, now(), $2, 'dienai, kad viss cits nestrādā')`, [id, keeper]);
  expect((await person.send('/my/sign-in/join/confirm', {})).body).toContain('Avārijas kontu');
  await owner('delete from authentication.break_glass where user_id = $1', [id]);
  expect((await (await joining('vaditajs', 'vaditajs')).join()).body).toContain('tajā pašā kontā');
  expect((await (await joining('vaditajs', 'iestades.administrators')).join()).body).toContain('citai personai');

  await owner('delete from authentication.password where user_id = $1', [id]);
  const again = await joining('vaditajs', 'operators');
  const byPhone = await t.perform(signInByProof, { proof: proofOfOperators, visitor: VISITOR });
  again.person.cookies.set('session', 'token' in byPhone ? byPhone.token : '');
  expect((await again.join()).body).toContain('atver parole viena pati');
  expect(await stateOf('operators')).toBe('active');
});

test('a session opened before joining was asked for proves nothing', async () => {
  const other = visitor(t);
  await other.signIn('izglitiba', DEMO_PASSWORD);
  await owner(`update authentication.session set proven_at = proven_at - interval '1 minute' where user_id = $1`, [await userIdOf(t, 'izglitiba')]);
  const { person } = await joining('vaditajs', 'operators', 'cita');
  person.cookies.set('session', other.cookies.get('session')!);
  expect((await person.send('/my/sign-in/join/confirm', {})).body).toContain('nav pabeigta');
  expect((await other.send('/my/sign-in/join/confirm', {})).body).toContain('Apvienošana nav sākta');
  expect(await stateOf('izglitiba')).toBe('active');
});

test('two accounts of one person are joined after both are signed in to; what the other had goes over, and it is closed', async () => {
  const [from, into] = [await userIdOf(t, 'izglitiba'), await userIdOf(t, 'vaditajs')];
  const E_SIGNED: Proof = { ...ANDRIS, method: 'eparaksts', issuer: 'eparaksts', subject: 'of izglitiba' };
  await owner(`insert into authentication.outside_identity (user_id, method, issuer, subject_key, subject, linked_at, linked_how) values ($1, 'eparaksts', 'eparaksts', $2, '', now(), 'signed-in'), ($1, 'e-journal', 'e-klase', 'journal', '', now(), 'signed-in')`, [from, subjectKeyOf(t.platform, E_SIGNED)]);
  await owner(`insert into access.requirement_met (user_id, key, valid_from, basis, recorded_at, recorded_by) values ($1, 'course:x', '2026-01-01', 'kurss', now(), 'test')`, [from]);
  await owner(`insert into access.right_request (user_id, role_code, everywhere, wanted_from, basis, recorded_at, recorded_by) values ($1, 'auditor', true, '2026-12-01', 'rīkojums', now(), 'test')`, [from]);
  const thoughtBetter = await joining('vaditajs', 'izglitiba');
  expect((await thoughtBetter.person.send('/my/sign-in/join/give-up', {}, '/my/sign-in/join/confirm')).location).toBe('/my/sign-in');
  expect((await thoughtBetter.person.open('/my/sign-in/join/confirm')).body).toContain('Apvienošana nav sākta');
  const { person, join } = await joining('vaditajs', 'izglitiba');
  const shown = (await person.open('/my/sign-in/join/confirm')).body;
  expect(shown).toContain('izglitiba (');
  expect(shown).toContain('vaditajs (');
  await owner(KEY, [from, 'key of izglitiba']);
  expect((await join()).location).toBe('/sign-in?to=%2Fmy%2Frights');
  await t.runDueJobs();
  const belongs = async (table: string, more = '') => (await owner(`select user_id from ${table} ${more}`)).rows.map((row) => row.user_id);
  expect(await belongs('access.requirement_met', `where key = 'course:x'`)).toEqual([into]);
  expect(await belongs('access.right_request', `where role_code = 'auditor' and state = 'submitted'`)).toEqual([into]);
  expect(await belongs('authentication.passkey', `where credential_id = 'key of izglitiba'`)).toEqual([into]);
  expect(await t.perform(signInByProof, { proof: E_SIGNED, visitor: VISITOR })).toMatchObject({ kind: 'signed-in', userId: into });
  expect(await belongs('authentication.outside_identity', `where subject_key = 'journal' and unlinked_at is null`)).toEqual([]);
  const { rows } = await owner(`select state, state_reason from access.app_user where login = 'izglitiba'`);
  expect(rows).toEqual([{ state: 'suspended', state_reason: 'Apvienots ar kontu vaditajs' }]);
  expect((await visitor(t).signIn('izglitiba', DEMO_PASSWORD)).status).toBe(422);
  const back = visitor(t);
  const entry = await t.perform(signInByProof, { proof: E_SIGNED, visitor: VISITOR });
  back.cookies.set('session', 'token' in entry ? entry.token : '');
  expect((await back.open('/my/sign-in/history')).body).toMatch(/Apvienotie konti[^]*izglitiba[^]*tiesības: 1, piekļuves atslēgas: 1, saistītās identitātes: 1/);
  expect((await back.open('/my/sign-in')).body).toContain('atslēga (no konta izglitiba)');
  expect((await visitor(t).signIn('vaditajs', DEMO_PASSWORD)).location).toMatch(/^\/sign-in\/second/);
  expect((await owner(`select g.id from access.role_grant g join access.role_grant old on old.role_code = g.role_code and old.place_key = g.place_key
    where g.user_id = $1 and g.ended_at is null and old.user_id = $2 and old.ended_reason like 'Apvienots%'`, [into, from])).rowCount).toBe(1);
  await expect(t.perform(reactivateUser, { id: from }, actorWith([manageUsers])), 'its password alone would open it again').rejects.toMatchObject({ code: 'joined-account' });
});

test('guessing another account’s password while joining is held back as at any sign-in', async () => {
  const person = visitor(t, '192.0.2.77');
  await person.signIn('iestades.administrators', DEMO_PASSWORD);
  await confirm('iestades.administrators', ELSE);
  await person.send('/my/sign-in/join', {});
  for (let n = 0; n < 5; n += 1) await person.signIn('pasvaldibas.administrators', `nav ${n}`);
  expect((await person.signIn('pasvaldibas.administrators', DEMO_PASSWORD)).status).toBe(429);
});
