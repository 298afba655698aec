import { afterAll, beforeAll, expect, test } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { registerMadeUpPeople } from '#modules/persons/public.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { fillWithUsers, userIdOf } from '../../access/tests/made-up-country.js';
import { confirmAccount } from '../actions/confirm-account.js';
import { signInByProof } from '../actions/sign-in-by-proof.js';
import type { Proof } from '../domain/proof.js';
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

test('two accounts of one person are joined after both are proven; the rights go over and the other is closed', async () => {
  const person = visitor(t);
  await person.signIn('vaditajs', DEMO_PASSWORD);
  const join = (login: string, password = DEMO_PASSWORD) => person.send('/my/sign-in/join', { login, password, code: '' });
  expect((await join('izglitiba', 'nepareiza')).body).toContain('nav pareizs');
  expect((await join('vaditajs')).body).toContain('šis pats konts');
  expect((await join('iestades.administrators')).body).toContain('citai personai');
  expect((await join('izglitiba')).location).toBe('/my/sign-in');
  await t.runDueJobs();
  const rights = (await person.open('/my/rights')).body;
  expect(rights).toContain('Pašvaldības izglītības speciālists');
  const { rows } = await owner(`select state, state_reason from access.app_user where login = 'izglitiba'`);
  expect(rows).toEqual([{ state: 'suspended', state_reason: 'Apvienots ar kontu vaditajs' }]);
  expect((await visitor(t).signIn('izglitiba', DEMO_PASSWORD)).status).toBe(422);
});

test('guessing another account’s password while joining is held back', async () => {
  const person = visitor(t, '192.0.2.77');
  await person.signIn('vaditajs', DEMO_PASSWORD);
  for (let n = 0; n < 5; n += 1) await person.send('/my/sign-in/join', { login: 'operators', password: `nav ${n}`, code: '' });
  expect((await person.send('/my/sign-in/join', { login: 'operators', password: DEMO_PASSWORD, code: '' })).body).toContain('Pārāk daudz');
});
