import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readConfig } from '#app/config.js';
import { isoDate } from '#kernel/iso-date.js';
import { registerMadeUpPeople } from '#modules/persons/public.js';
import { installation } from '#platform/actions/installation.js';
import { perform } from '#platform/actions/perform.js';
import { ANONYMOUS } from '#platform/actions/actor.js';
import { actorOf } from '#modules/access/public.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { fillWithUsers, userIdOf } from '../../access/tests/made-up-country.js';
import { confirmAccount } from '../actions/confirm-account.js';
import { attestInPerson } from '../actions/confirm-again.js';
import { readMyHistory } from '../actions/my-history.js';
import { makeRecoveryCodes } from '../actions/recovery-codes.js';
import { signIn } from '../actions/sign-in.js';
import { signInByProof } from '../actions/sign-in-by-proof.js';
import { waysOfSession } from '../domain/factors.js';
import { codeAt, newCodeSecret } from '../domain/one-time-code.js';
import { NO_POLICY } from '../domain/policy.js';
import type { Proof } from '../domain/proof.js';
import { newRecoveryCodes } from '../domain/recovery-code.js';
import { newToken } from '../domain/token.js';
import { replacePolicy } from '../store/policies.js';
import { visitor } from './browser-like.js';

/** OWASP ASVS 5.0, 6.3 to 6.5: accounts, getting back in, codes. What each point is shown by stands in docs/security/asvs-5.md. */
let t: TestPlatform;
let usersAtFirst: number;
const owner = (statement: string, values: unknown[] = []) => t.database.pool.query(statement, values);
const PASSWORD = 'zirgs skapis mākonis';

beforeAll(async () => {
  t = await testPlatform();
  usersAtFirst = (await owner('select 1 from access.app_user')).rowCount!;
  await fillWithUsers(t);
});
afterAll(() => t.close());
beforeEach(() => owner('delete from authentication.sign_in_attempt'));

const actorNamed = async (login: string) => actorOf(t.database.read, await userIdOf(t, login), t.platform.clock.today());

/** As if the last code had been used half a minute ago: the clock of these tests stands still. */
const letACodePass = () => owner('update authentication.code_generator set last_step = last_step - 1');

/** Turns on one-time codes and gives their secret. */
async function turnCodesOn(login: string) {
  const person = visitor(t);
  await person.signIn(login, DEMO_PASSWORD);
  await person.send('/my/sign-in/code', {});
  const secret = /([A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec((await person.open('/my/sign-in/code')).body)![0].replaceAll(' ', '');
  await person.send('/my/sign-in/code/confirm', { code: codeAt(secret, t.platform.clock.now()) });
  return secret;
}

/** The address of the newest link that a user was sent. */
async function linkOf(login: string) {
  const { rows } = await owner(`select body_lv from platform.notice where user_id = $1 and kind = 'authentication.password-link' order by told_at desc, id desc limit 1`, [await userIdOf(t, login)]);
  return /\/set-password\/[\w-]+/.exec(rows[0].body_lv)![0];
}

async function reset(login: string, lost: string) {
  const administrator = visitor(t, '192.0.2.30');
  await administrator.signIn('pasvaldibas.administrators', DEMO_PASSWORD);
  return administrator.send(`/access/users/${await userIdOf(t, login)}/means`, { lost, how: 'klātienē pēc pases' });
}

test('a program just installed has no users, and made-up ones cannot sign in where the data are real', async () => {
  expect(usersAtFirst).toBe(0);
  const real = { ...t.platform, installation: installation({ ...readConfig({ NODE_ENV: 'test' }), production: true }, 'the secret of the tests') };
  const input = { login: 'administrators', password: DEMO_PASSWORD, visitor: { address: '192.0.2.1', addressPrefix: '192.0.2.0/24', device: 'Firefox' } };
  expect(await perform(real, signIn, input, { actor: ANONYMOUS })).toEqual({ kind: 'wrong' });
  expect(await perform(t.platform, signIn, input, { actor: ANONYMOUS })).toMatchObject({ kind: 'signed-in' });
});

test('a link for choosing a password is good once and for its hours; it is no password itself', async () => {
  expect((await reset('izglitiba', 'nothing')).status).toBe(303);
  const link = await linkOf('izglitiba');
  const token = link.split('/').at(-1)!;
  expect(token).toMatch(/^[\w-]{43}$/);
  expect((await visitor(t).signIn('izglitiba', token)).status).toBe(422);
  const { rows } = await owner('select expires_at - created_at as lasts from authentication.password_link order by created_at desc limit 1');
  expect(rows[0].lasts).toEqual(expect.objectContaining({ days: 3 }));
  expect((await visitor(t).send(link, { password: PASSWORD, again: PASSWORD })).status).toBe(303);
  expect((await visitor(t).send(link, { password: `${PASSWORD} cits`, again: `${PASSWORD} cits` })).body).toContain('Saite ir izmantota');
  const told = await owner(`select subject_lv from platform.notice where user_id = $1 and kind = 'authentication.factor-changed'`, [await userIdOf(t, 'izglitiba')]);
  expect(told.rows, 'of another password its owner hears').toEqual([{ subject_lv: 'Nomainīta parole' }]);
  await reset('izglitiba', 'nothing');
  await owner(`update authentication.password_link set expires_at = $1::timestamptz - interval '1 second' where used_at is null`, [t.platform.clock.now()]);
  expect((await visitor(t).send(await linkOf('izglitiba'), { password: PASSWORD, again: PASSWORD })).body).toContain('Saite ir izmantota');
  const { body } = await visitor(t).open(await linkOf('izglitiba'));
  expect([body.includes('Saite vairs neder'), body.includes('name="password"')], 'before anything is typed').toEqual([true, false]);
});

test('a forgotten password is chosen anew without going around the second factor', async () => {
  const secret = await turnCodesOn('izpilddirektors');
  await reset('izpilddirektors', 'nothing');
  expect((await visitor(t).send(await linkOf('izpilddirektors'), { password: PASSWORD, again: PASSWORD })).location).toBe('/sign-in');
  const person = visitor(t);
  expect((await person.signIn('izpilddirektors', PASSWORD)).location).toMatch(/^\/sign-in\/second/);
  expect((await person.open('/my/rights')).status).toBe(401);
  await letACodePass();
  const next = codeAt(secret, t.platform.clock.now());
  expect((await person.send('/sign-in/code', { code: next, to: '/' })).status).toBe(303);
  expect((await person.open('/my/rights')).status).toBe(200);
});

test('an account that was confirmed has no rights after a reset until it is confirmed again as surely; a mailed password alone gives nothing', async () => {
  const id = await userIdOf(t, 'lietvedis');
  const proof = (level: 'high' | 'substantial'): Proof => ({ method: 'smart-id', issuer: 'smart-id', subject: `PNOLV-540344-83847`, personCode: '54034483847', name: 'X', level, amr: ['mfa'], evidence: { serial: '1' } });
  await t.database.transaction((tx) => registerMadeUpPeople(tx, [{ given: 'Andris', family: 'Vadonis', code: '54034483847', bornOn: isoDate('1972-03-14'), sex: 'male' }], t.platform.clock.today(), t.platform.clock.now()));
  await owner(`update access.app_user set person_id = (select person_id from persons.code where code = '54034483847') where id = $1`, [id]);
  const confirm = async (level: 'high' | 'substantial') => t.perform(confirmAccount, { proof: proof(level), present: 'none' }, await actorNamed('lietvedis'));
  expect(await confirm('high')).toEqual({ kind: 'confirmed' });
  expect((await reset('lietvedis', 'all')).status).toBe(303);
  await visitor(t).send(await linkOf('lietvedis'), { password: PASSWORD, again: PASSWORD });

  const person = visitor(t);
  expect((await person.signIn('lietvedis', PASSWORD)).location).toBe('/my/sign-in');
  expect((await person.open('/my/sign-in')).body).toContain('Apstipriniet kontu no jauna');
  for (const path of ['/my/rights', '/persons']) expect((await person.open(path)).location ?? '').toContain('/my/sign-in');
  await person.send('/my/sign-in/code', {}, '/my/sign-in');
  const secret = /([A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec((await person.open('/my/sign-in/code')).body)?.[0]?.replaceAll(' ', '');
  if (secret) await person.send('/my/sign-in/code/confirm', { code: codeAt(secret, t.platform.clock.now()) }, '/my/sign-in');
  expect((await owner('select 1 from authentication.code_generator where user_id = $1 and confirmed_at is not null', [id])).rowCount).toBe(0);
  await expect(t.perform(makeRecoveryCodes, { present: 'none' }, await actorNamed('lietvedis'))).rejects.toMatchObject({ code: 'confirm-first' });

  expect(await confirm('substantial')).toEqual({ kind: 'too-weak' });
  const visit = { address: '192.0.2.7', addressPrefix: '192.0.2.0/24', device: 'Firefox' };
  expect(await t.perform(signInByProof, { proof: proof('substantial'), visitor: visit })).toMatchObject({ kind: 'enrolment', userId: id });
  expect(await t.perform(signInByProof, { proof: proof('high'), visitor: visit })).toMatchObject({ kind: 'signed-in', userId: id });
  expect((await visitor(t).signIn('lietvedis', PASSWORD)).location).toBe('/my/rights');
});

test('two administrators who saw the person give a reset account its rights back; one alone, or its owner, cannot', async () => {
  const id = await userIdOf(t, 'lietvedis');
  await reset('lietvedis', 'nothing');
  const attest = async (login: string) => t.perform(attestInPerson, { id, evidence: 'pase, domē, 22. novembrī' }, await actorNamed(login));
  const entered = async () => (await visitor(t).signIn('lietvedis', PASSWORD)).location;
  await attest('pasvaldibas.administrators');
  await expect(attest('pasvaldibas.administrators')).rejects.toMatchObject({ code: 'checked-by-you' });
  expect(await entered()).toBe('/my/sign-in');
  await expect(t.perform(attestInPerson, { id, evidence: 'pase, domē, 22. novembrī' }, { ...(await actorNamed('administrators')), id })).rejects.toMatchObject({ code: 'own-account' });
  const page = visitor(t, '192.0.2.30');
  await page.signIn('pasvaldibas.administrators', DEMO_PASSWORD);
  expect((await page.open(`/access/users/${id}/means`)).body).toContain('jāapstiprina no jauna');
  await attest('administrators');
  expect(await entered()).toBe('/my/rights');
  await expect(attest('administrators')).rejects.toMatchObject({ code: 'nothing-to-confirm' });
  expect((await page.open(`/access/users/${id}/means`)).body).toContain('klātienē, divu administratoru');
});

test('nothing is kept that a question or a hint could be made of', async () => {
  const { rows } = await owner(`select table_name || '.' || column_name as column from information_schema.columns
    where (table_schema = 'authentication' or (table_schema = 'access' and table_name = 'app_user')) and column_name ~ '(hint|question|answer|birth|mother|pet)'`);
  expect(rows).toEqual([]);
  for (const path of ['/sign-in', '/sign-in/second', '/set-password/x']) expect((await visitor(t).open(path)).body).not.toMatch(/jautājum|mājien/i);
});

test('a recovery code serves once, for its own user, in place of the second factor only', async () => {
  await turnCodesOn('auditors');
  await turnCodesOn('operators');
  const { codes: [first, second] } = await t.perform(makeRecoveryCodes, { present: 'none' }, await actorNamed('auditors'));
  const half = async (login: string) => {
    const person = visitor(t);
    await person.signIn(login, DEMO_PASSWORD);
    return person;
  };
  expect((await visitor(t).send('/sign-in/recovery-code', { recovery: first! })).location).toBe('/sign-in');
  expect((await (await half('operators')).send('/sign-in/recovery-code', { recovery: first! })).status).toBe(422);
  expect((await (await half('auditors')).send('/sign-in/recovery-code', { recovery: first! })).status).toBe(303);
  expect((await (await half('auditors')).send('/sign-in/recovery-code', { recovery: first! })).status).toBe(422);
  expect((await (await half('auditors')).send('/sign-in/recovery-code', { recovery: second! })).status).toBe(303);
  await t.perform(makeRecoveryCodes, { present: 'none' }, await actorNamed('auditors'));
  expect((await (await half('auditors')).send('/sign-in/recovery-code', { recovery: second! })).status).toBe(422);
});

test('guessing codes of either kind is held back after five tries', async () => {
  for (const [path, field, wrong] of [['/sign-in/code', 'code', '000000'], ['/sign-in/recovery-code', 'recovery', '0000-0000-0000-0000-0000-0000']] as const) {
    const person = visitor(t, '192.0.2.90');
    await person.signIn('operators', DEMO_PASSWORD);
    // Five digits are no code and no try.
    if (field === 'code') expect((await person.send(path, { code: '12345' })).body).toContain('Kodā ir seši cipari');
    for (let n = 0; n < 5; n += 1) expect((await person.send(path, { [field]: wrong })).status).toBe(422);
    expect((await person.send(path, { [field]: wrong })).status).toBe(429);
  }
});

test('the second step must be done within its minutes', async () => {
  const person = visitor(t);
  await person.signIn('operators', DEMO_PASSWORD);
  const { rows } = await owner(`select expires_at - created_at as lasts from authentication.session where awaits = 'second-factor' order by created_at desc limit 1`);
  expect(rows[0].lasts).toEqual(expect.objectContaining({ minutes: 10 }));
  await owner(`update authentication.session set expires_at = $1::timestamptz - interval '1 second' where awaits = 'second-factor'`, [t.platform.clock.now()]);
  expect((await person.send('/sign-in/code', { code: '000000' })).location).toBe('/sign-in');
});

test('all that happened at one’s own door stands in one’s history and in the audit log, by its own name, and in nobody else’s', async () => {
  const person = visitor(t, '192.0.2.77');
  await owner('delete from authentication.session');
  expect((await person.signIn('auditors', 'nepareizi')).status).toBe(422);
  const { codes: [code, another] } = await t.perform(makeRecoveryCodes, { present: 'none' }, await actorNamed('auditors'));
  await person.signIn('auditors', DEMO_PASSWORD);
  expect((await person.sendRaw('/sign-in/recovery-code', { recovery: code! })).status).toBe(303);
  await visitor(t, '192.0.2.77').signIn('auditors', DEMO_PASSWORD);
  const guessing = visitor(t, '192.0.2.77');
  await guessing.signIn('auditors', DEMO_PASSWORD);
  expect((await guessing.sendRaw('/sign-in/recovery-code', { recovery: code! })).status).toBe(422);
  const stopped = visitor(t, '192.0.2.77');
  await stopped.signIn('auditors', DEMO_PASSWORD);
  await t.database.transaction((tx) => replacePolicy(tx, null, { ...NO_POLICY, allowed: ['passkey', 'smart-id'], basis: 'Rīkojums' }, 'test', t.platform.clock.now()));
  expect((await stopped.sendRaw('/sign-in/recovery-code', { recovery: another! })).status).toBe(403);
  expect((await visitor(t, '192.0.2.77').signIn('auditors', DEMO_PASSWORD)).status).toBe(403);
  // The clock of these tests stands still: what comes after the right passwords is to come after them.
  await owner(`update authentication.sign_in_attempt set at = at - interval '1 second'`);
  for (let n = 0; n < 7; n += 1) await visitor(t, '192.0.2.77').signIn('auditors', 'nepareizi');

  const { signIns, failed } = await t.perform(readMyHistory, {}, await actorNamed('auditors'));
  expect(signIns.map((one) => waysOfSession(one).map(({ en }) => en))).toEqual([['Password', 'Recovery codes']]);
  const happened = failed.map(({ by, what }) => `${by.map(({ en }) => en).join(' + ')}: ${what.en}`);
  expect(happened.filter((one) => one === 'Password: Wrong')).toHaveLength(6);
  expect([...new Set(happened)].sort()).toEqual(['Password: Refused: this means is not allowed here', 'Password: The second step was not finished', 'Password: Too many tries: not looked at any more', 'Password: Wrong', 'Recovery codes: Refused: this means is not allowed here', 'Recovery codes: Wrong']);
  expect(happened.filter((one) => one.includes('Too many'))).toHaveLength(1);
  expect(new Set(failed.map(({ addressPrefix, device }) => `${device} ${addressPrefix}`))).toEqual(new Set(['lightMyRequest 192.0.2.0/24']));
  const id = await userIdOf(t, 'auditors');
  const { rows } = await owner(`select distinct concat_ws(' ', facts->>'factor', facts->>'outcome') as outcome from audit.entry where facts->>'user' = $1 and facts->>'network' = '192.0.2.0/24'`, [id]);
  expect(rows.map(({ outcome }) => outcome)).toEqual(expect.arrayContaining(['password wrong', 'password throttled', 'password second-factor', 'password factor-not-allowed', 'recovery-code wrong', 'recovery-code signed-in', 'recovery-code second-not-allowed']));
  // What nobody ended is over all the same when its time is.
  await owner(`update authentication.session set last_used_at = last_used_at - interval '1 day'`);
  expect((await t.perform(readMyHistory, {}, await actorNamed('auditors'))).signIns.map(({ endedWhy }) => endedWhy)).toEqual(['ran-out']);
  expect((await t.perform(readMyHistory, {}, await actorNamed('izglitiba'))).failed).toEqual([]);
  await owner('delete from authentication.policy');
});

test('codes, their secrets and tokens are random in every place and never come twice', () => {
  const makers = [newToken, newCodeSecret, () => newRecoveryCodes()[0]!];
  const bits = [256, 160, 120];
  for (const [n, make] of makers.entries()) {
    const made = Array.from({ length: 400 }, make);
    expect(new Set(made).size).toBe(400);
    const letters = made.map((one) => one.replaceAll('-', n === 0 ? '-' : ''));
    expect(letters[0]!.length * (n === 0 ? 6 : 5)).toBeGreaterThanOrEqual(bits[n]!);
    for (let place = 0; place < letters[0]!.length - 1; place += 1) expect(new Set(letters.map((one) => one[place])).size).toBeGreaterThan(15);
  }
});
