import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { fillWithUsers, userIdOf } from '../../access/tests/made-up-country.js';
import { CONTEXT_WORDS } from '../domain/guessable.js';
import { KEPT_BYTES, LEAKED_PASSWORDS } from '../domain/leaked-passwords.js';
import { hashOfToken } from '../domain/token.js';
import { visitor } from './browser-like.js';

/** OWASP ASVS 5.0, 6.2: passwords. What each point is shown by stands in docs/security/asvs-5.md. */
let t: TestPlatform;
const owner = (statement: string, values: unknown[] = []) => t.database.pool.query(statement, values);

beforeAll(async () => {
  t = await testPlatform();
  await fillWithUsers(t);
});
afterAll(() => t.close());
beforeEach(() => owner('delete from authentication.sign_in_attempt'));

let links = 0;

/** A link as it is mailed to a new user. */
async function linkFor(login: string): Promise<string> {
  const token = `link-${(links += 1)}`;
  const now = t.platform.clock.now();
  await owner(`insert into authentication.password_link (token_hash, user_id, expires_at, created_at) values ($1, $2, $3::timestamptz + interval '1 hour', $3)`, [hashOfToken(token), await userIdOf(t, login), now]);
  return `/set-password/${token}`;
}

/** Chooses a password by a link, as a new user does. */
const choose = async (login: string, password: string) => visitor(t).send(await linkFor(login), { password, again: password });

const GUESSED = 'pārāk viegli uzminama';

test('a password known from leaks is refused, though it is long enough', async () => {
  for (const password of ['1qaz2wsx3edc4rfv', 'qazwsxedcrfvtgb', 'Q1W2E3R4T5Y6U7I8', 'masterofpuppets', 'wwejudgementday', '122333444455555']) {
    const answer = await choose('lietvedis', password);
    expect([password, answer.status, answer.body.includes(GUESSED)]).toEqual([password, 422, true]);
  }
});

test('the list of leaked passwords is longer than three thousand, each known by its own hash', () => {
  const bytes = Buffer.from(LEAKED_PASSWORDS.join(''), 'base64');
  const hashes = new Set(Array.from({ length: bytes.length / KEPT_BYTES }, (_, n) => bytes.subarray(n * KEPT_BYTES, (n + 1) * KEPT_BYTES).toString('hex')));
  expect(bytes.length % KEPT_BYTES).toBe(0);
  expect(hashes.size).toBe(9_728 + 5_000);
});

test('words of this place and the user’s own names count for nothing', async () => {
  for (const password of ['Vienkopus Latvija 2026', 'Pašvaldības skola 12345', 'pasvaldibas-izglitiba!', 'Dace Rakstvede 2026', 'ParoleParoleParole1', 'aaaaaaaaaaaaaaaaaaaa']) {
    const answer = await choose('lietvedis', password);
    expect([password, answer.status, answer.body.includes(GUESSED)]).toEqual([password, 422, true]);
  }
  for (const word of CONTEXT_WORDS) expect([word, (await choose('lietvedis', `${word} ${word} ${word} ${word} 1`)).status]).toEqual([word, 422]);
});

test.each([
  ['small letters only', 'zirgsskapismakonis'],
  ['digits only', '604719358264017'],
  ['capitals only', 'ZIRGSSKAPISMAKONIS'],
  ['spaces and signs', '~ ` ! @ # $ % ^ & * ('],
  ['letters with marks', 'žņaudzējčūskāķēķī'],
  ['other writing and pictures', 'лошадь шкаф облако 🐴'],
])('a password of %s will do: nothing is said of its kinds of characters', async (_, password) => {
  expect(await choose('lietvedis', password)).toMatchObject({ status: 303, location: '/sign-in' });
  expect((await visitor(t).signIn('lietvedis', password)).status).toBe(303);
});

test('an installation cannot ask for fewer than eight characters, whatever its limit says', async () => {
  const before = await owner(`select numbers from access.parameter where name = 'password-least-length'`);
  await owner(`update access.parameter set numbers = '{3}' where name = 'password-least-length'`);
  expect((await choose('lietvedis', 'zirg7ķs')).body).toContain('vismaz 8 rakstzīmes');
  expect((await choose('lietvedis', 'zirg7ķsa')).status).toBe(303);
  await owner(`update access.parameter set numbers = $1 where name = 'password-least-length'`, [before.rows[0].numbers]);
  expect((await choose('lietvedis', 'zirg7ķsamākoni')).body).toContain('vismaz 15 rakstzīmes');
});

test('a password is checked as it was typed: no cut, no trimming, no change of case', async () => {
  const password = ` Zirgs Skapis ${'mākonis pļava '.repeat(20)} `;
  expect(password.length).toBeGreaterThan(250);
  expect((await choose('lietvedis', password)).status).toBe(303);
  for (const other of [password.trim(), password.toLowerCase(), password.slice(0, -1), password.slice(0, 72), password.slice(0, 64), `${password}x`]) {
    expect((await visitor(t, '192.0.2.1').signIn('lietvedis', other)).status).not.toBe(303);
    await owner('delete from authentication.sign_in_attempt');
  }
  expect((await visitor(t).signIn('lietvedis', password)).status).toBe(303);
});

test('a password set many years ago still signs in', async () => {
  await owner(`update authentication.password set changed_at = '2009-07-01' where user_id = $1`, [await userIdOf(t, 'vaditajs')]);
  expect(await visitor(t).signIn('vaditajs', DEMO_PASSWORD)).toMatchObject({ status: 303, location: '/my/rights' });
});

test('a changed password needs the present one, and guessing that is held back', async () => {
  const person = visitor(t, '192.0.2.60');
  await person.signIn('izglitiba', DEMO_PASSWORD);
  const change = (current: string) => person.send('/my/sign-in/password', { current, password: 'zirgs skapis mākonis', again: 'zirgs skapis mākonis' });
  expect((await change('')).status).toBe(422);
  for (let n = 0; n < 5; n += 1) expect(await change(`nepareiza ${n}`)).toMatchObject({ status: 422, body: expect.stringContaining('Pašreizējā parole nav pareiza') });
  expect((await change(DEMO_PASSWORD)).status).toBe(429);
  await owner('delete from authentication.sign_in_attempt');
  expect((await change(DEMO_PASSWORD)).status).toBe(303);
  expect((await visitor(t).signIn('izglitiba', DEMO_PASSWORD)).status).toBe(422);
  expect((await visitor(t).signIn('izglitiba', 'zirgs skapis mākonis')).status).toBe(303);
});

test('every field for a password hides what is typed, and lets a manager of passwords fill it in', async () => {
  const person = visitor(t);
  await person.signIn('vaditajs', DEMO_PASSWORD);
  await owner(`insert into authentication.code_generator (user_id, secret, confirmed_at) values ($1, '\\x00', now())`, [await userIdOf(t, 'vaditajs')]);
  await owner(`insert into authentication.confirmation (user_id, person_id, method, confirmed_at, evidence) select id, person_id, 'smart-id', now(), '\\x00' from access.app_user where login = 'vaditajs' and person_id is not null`);
  const pages = [
    [visitor(t), '/sign-in', 1],
    [visitor(t), await linkFor('vaditajs'), 2],
    [person, '/my/sign-in/password', 3],
    [person, '/sign-in/again', 1],
  ] as const;
  for (const [who, path, fields] of pages) {
    const { body } = await who.open(path);
    const inputs = [...body.matchAll(/<input [^>]*>/g)].map(([tag]) => tag);
    const secret = inputs.filter((tag) => /name="(password|current|again)"/.test(tag));
    expect([path, secret.length]).toEqual([path, fields]);
    for (const tag of secret) {
      expect(tag).toMatch(/type="password"/);
      expect(tag).toMatch(/autocomplete="(current|new)-password"/);
      expect(tag).not.toMatch(/\son\w+=|maxlength|readonly/);
    }
  }
  await owner(`delete from authentication.code_generator where secret = '\\x00'`);
});
