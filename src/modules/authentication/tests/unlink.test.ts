import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Refusal } from '#kernel/errors.js';
import { isoDate } from '#kernel/iso-date.js';
import { actorOf } from '#modules/access/public.js';
import { registerMadeUpPeople } from '#modules/persons/public.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { fillWithUsers, userIdOf } from '../../access/tests/made-up-country.js';
import { confirmAccount } from '../actions/confirm-account.js';
import { resetMeans } from '../actions/means-of-user.js';
import { signInByProof } from '../actions/sign-in-by-proof.js';
import { relinkIdentity, unlinkIdentity } from '../actions/unlink-identity.js';
import type { Proof } from '../domain/proof.js';
import { visitor } from './browser-like.js';

let t: TestPlatform;
const owner = (statement: string, values: unknown[] = []) => t.database.pool.query(statement, values);
const VISITOR = { address: '198.51.100.7', addressPrefix: '198.51.100.0/24', device: 'Firefox' };
const ANDRIS: Proof = { method: 'eparaksts', issuer: 'eparaksts', subject: 'PNOLV-540344-83847', personCode: '54034483847', name: 'ANDRIS VADONIS', level: 'high', amr: ['mfa'], evidence: { serial: '1' } };
const EMILS: Proof = { ...ANDRIS, subject: 'emils', personCode: '49049930011', name: 'EMĪLS PARAUGS' };

const actorNamed = async (login: string) => actorOf(t.database.read, await userIdOf(t, login), t.platform.clock.today());
const signIn = (proof: Proof) => t.perform(signInByProof, { proof, visitor: VISITOR });
const identityOf = async (userId: string) => (await owner('select id from authentication.outside_identity where user_id = $1 and unlinked_at is null', [userId])).rows[0]?.id as string | undefined;
const refusalOf = (work: Promise<unknown>) => work.then(() => { throw new Error('it was not refused'); }, (refusal: Refusal) => refusal);

beforeAll(async () => {
  t = await testPlatform();
  await fillWithUsers(t);
  const people = [
    { given: 'Andris', family: 'Vadonis', code: '54034483847', bornOn: isoDate('1972-03-14'), sex: 'male' },
    { given: 'Emīls', family: 'Paraugs', code: '49049930011', bornOn: isoDate('1999-04-09'), sex: 'male' },
  ] as const;
  await t.database.transaction((tx) => registerMadeUpPeople(tx, people, t.platform.clock.today(), t.platform.clock.now()));
  await owner(`update access.app_user set person_id = (select person_id from persons.code where code = '54034483847') where login = 'vaditajs'`);
});
afterAll(() => t.close());

test('an identity is taken off after a confirmation and a fresh proof; it opens the account no more, until its owner links it again', async () => {
  const userId = await userIdOf(t, 'vaditajs');
  await t.perform(confirmAccount, { proof: ANDRIS, present: 'none' }, await actorNamed('vaditajs'));
  expect(await signIn(ANDRIS)).toMatchObject({ kind: 'signed-in', userId });
  const [person, elsewhere] = [visitor(t), visitor(t, '192.0.2.9')];
  for (const one of [person, elsewhere]) await one.signIn('vaditajs', DEMO_PASSWORD);
  const path = `/my/sign-in/identities/${await identityOf(userId)}/unlink`;
  expect((await person.open('/my/sign-in')).body).toContain(path);
  expect((await person.open(path)).body).toMatch(/Pēc tam varēsiet pierakstīties ar[^]*Parole/);

  await owner(`update authentication.session set fresh_until = $1::timestamptz - interval '1 minute'`, [t.platform.clock.now()]);
  expect((await person.send(path, {})).location).toMatch(/^\/sign-in\/again/);
  await person.send('/sign-in/again/password', { password: DEMO_PASSWORD, to: path, level: 'low' });
  expect((await person.send(path, {})).location).toBe('/my/sign-in');

  expect([(await person.open('/my/rights')).status, (await elsewhere.open('/my/rights')).status]).toEqual([200, 401]);
  expect(await signIn(ANDRIS)).toEqual({ kind: 'taken-back' });
  expect((await owner(`select body_lv from platform.notice where user_id = $1 and subject_lv = 'Noņemts pierakstīšanās līdzeklis: eParaksts'`, [userId])).rowCount).toBe(1);
  expect((await owner(`select 1 from audit.entry where action = 'authentication.unlink-identity' and facts ->> 'method' = 'eparaksts'`)).rowCount).toBe(1);
  expect((await person.open('/my/sign-in')).body).toContain('eParaksts, atsaistīta');
  expect((await person.open('/my/sign-in/history')).body).toContain('(jūs pats)');

  const actor = await actorNamed('vaditajs');
  expect(await t.perform(relinkIdentity, { proof: { ...ANDRIS, subject: 'cits' }, present: 'none' }, actor)).toBe('not-theirs');
  expect(await t.perform(relinkIdentity, { proof: ANDRIS, present: 'none' }, await actorNamed('izglitiba'))).toBe('not-theirs');
  expect(await t.perform(relinkIdentity, { proof: ANDRIS, present: 'none' }, actor)).toBe('linked');
  expect(await signIn(ANDRIS)).toMatchObject({ kind: 'signed-in', userId });
});

test('the last way in is kept, and the page says what to add first', async () => {
  const first = await signIn(EMILS);
  const userId = 'userId' in first ? first.userId : '';
  const actor = await actorOf(t.database.read, userId, t.platform.clock.today());
  const id = (await identityOf(userId))!;
  expect(await refusalOf(t.perform(unlinkIdentity, { id, present: 'none' }, actor))).toMatchObject({ code: 'last-way-in' });

  const person = visitor(t);
  person.cookies.set('session', 'token' in first ? first.token : '');
  const page = (await person.open(`/my/sign-in/identities/${id}/unlink`)).body;
  expect(page).toContain('Šo identitāti vēl nevar atsaistīt');
  expect(page).toContain('/my/sign-in/passkeys');

  await owner(`insert into authentication.passkey (user_id, credential_id, public_key, counter, transports, synced, name, added_at) values ($1, 'x', '', 0, '{}', false, 'tālrunis', now())`, [userId]);
  expect(await t.perform(unlinkIdentity, { id, present: 'none' }, actor)).toBe('eparaksts');
  expect(await signIn(EMILS)).toEqual({ kind: 'taken-back' });
});

test('a password that the municipality has switched off is no way in', async () => {
  const userId = await userIdOf(t, 'vaditajs');
  const actor = await actorNamed('vaditajs');
  const id = (await identityOf(userId))!;
  const { rows } = await owner('select f.unit_id from institutions.founder f join access.app_user u on u.institution_id = f.institution_id where u.id = $1', [userId]);
  await owner(`insert into authentication.password_end (unit_id, kind, at, by_user) values ($1, 'ended', $2, 'test')`, [rows[0].unit_id, t.platform.clock.now()]);
  expect(await refusalOf(t.perform(unlinkIdentity, { id, present: 'none' }, actor))).toMatchObject({ code: 'last-way-in' });
});

test('nobody takes off somebody else’s identity, and what an administrator reset is linked again by the personal code', async () => {
  const userId = await userIdOf(t, 'vaditajs');
  const id = (await identityOf(userId))!;
  expect(await refusalOf(t.perform(unlinkIdentity, { id, present: 'none' }, await actorNamed('izglitiba')))).toMatchObject({ code: 'no-such-identity' });
  await t.perform(resetMeans, { id: userId, lost: 'all', how: 'zvanīja' }, await actorNamed('pasvaldibas.administrators'));
  expect(await signIn(ANDRIS)).toMatchObject({ kind: 'signed-in', userId });
});
