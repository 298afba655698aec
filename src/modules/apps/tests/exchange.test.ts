import * as jose from 'jose';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { actorWith } from '#test/test-platform.js';
import { changeSigningKey } from '../actions/signing-keys.js';
import { manageProvider } from '../permissions.js';
import { browserOf } from './browser.js';
import { type ListeningProgram, listeningProgram } from './program.js';
import { webProgram } from './web-program.js';

let t: ListeningProgram;
let web: Awaited<ReturnType<typeof webProgram>>;
let asked = 0;

beforeAll(async () => {
  t = await listeningProgram();
  web = await webProgram(t);
  t.database.pool.on('acquire', () => (asked += 1));
});
afterEach(() => void vi.useRealTimers());
afterAll(() => t.close());

/** Someone who is signed in and has entered the program before. */
async function regular(login = 'lietvedis') {
  const person = browserOf(t);
  await web.enter(person, login);
  return person;
}

/** A code that has not been exchanged yet, and its exchange as a program does it. */
async function codeOf(person: Awaited<ReturnType<typeof regular>>) {
  const { url, verifier } = await web.ask();
  const code = (await person.open(url)).url.searchParams.get('code')!;
  const exchange = async (given = code) => {
    const answer = await fetch(web.config.serverMetadata().token_endpoint!, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${web.id}:${web.secret}`)}` },
      body: new URLSearchParams({ grant_type: 'authorization_code', code: given, redirect_uri: web.back, code_verifier: verifier }),
    });
    return { status: answer.status, body: (await answer.json()) as Readonly<Record<string, string>> };
  };
  return { code, exchange };
}

test('who has entered a program before enters it again with five statements', async () => {
  // The signing keys are read again after a second, which on a slow machine may pass in between.
  vi.useFakeTimers({ toFake: ['performance'] });
  const person = await regular();
  const counts: number[] = [];
  for (let entry = 0; entry < 3; entry += 1) {
    const before = asked;
    const { exchange } = await codeOf(person);
    expect((await exchange()).status).toBe(200);
    counts.push(asked - before);
  }
  // What is written in groups now and then, such as looks, may fall among the statements of an entry, but not of each.
  expect(Math.min(...counts)).toBe(5);
});

test('of two who bring one code at the same moment one gets tokens', async () => {
  const { exchange } = await codeOf(await regular());
  const both = await Promise.all([exchange(), exchange(), exchange()]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
  for (const { status, body } of both) if (status === 400) expect(body['error']).toBe('invalid_grant');
});

test('a code tells nobody what it stands for, and one that was changed is none', async () => {
  const { code, exchange } = await codeOf(await regular());
  const bytes = Buffer.from(code, 'base64url');
  expect(bytes.toString('latin1')).not.toContain(web.id);
  for (const at of [0, 20, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    expect(await exchange(changed.toString('base64url'))).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  }
  expect((await exchange()).status).toBe(200);
});

test('a code that was used is not good again in another spelling', async () => {
  const { code, exchange } = await codeOf(await regular());
  expect((await exchange()).status).toBe(200);
  const lastSigns = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].map((sign) => code.slice(0, -1) + sign);
  const bytes = Buffer.from(code, 'base64url');
  const spellings = [`${code}=`, `${code}.`, `${code} `, `.${code}`, code.replaceAll('-', '+').replaceAll('_', '/'), ...lastSigns].filter((other) => other !== code && Buffer.from(other, 'base64url').equals(bytes));
  expect(spellings.length).toBeGreaterThan(3);
  for (const other of spellings) expect(await exchange(other)).toMatchObject({ status: 400, body: { error: expect.stringMatching(/invalid_grant|invalid_request/) } });
});

test('a code of someone who has been suspended since, or signed out, is none', async () => {
  const suspended = await codeOf(await regular('izglitiba'));
  await t.database.pool.query(`update access.app_user set state = 'suspended' where id = $1`, [await t.userId('izglitiba')]);
  expect(await suspended.exchange()).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  const signedOut = await codeOf(await regular('vaditajs'));
  await t.database.pool.query(`delete from apps.artifact where model = 'Session' and account_id = $1`, [await t.userId('vaditajs')]);
  expect(await signedOut.exchange()).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});

test('nothing of a code is kept but that it was used, until it has ended', async () => {
  const { exchange } = await codeOf(await regular());
  const kept = async () => (await t.database.pool.query(`select payload, secret, account_id, consumed_at is not null as used, expires_at from apps.artifact where model = 'AuthorizationCode' order by consumed_at desc`)).rows;
  const before = (await kept()).length;
  await exchange();
  const [newest, ...older] = await kept();
  expect(older).toHaveLength(before);
  expect(newest).toMatchObject({ payload: {}, secret: null, account_id: null, used: true });
});

test('no program is entered with a signature of a key that was withdrawn, though nobody has asked for the keys since', async () => {
  const person = await regular();
  const signer = async () => jose.decodeProtectedHeader((await (await codeOf(person)).exchange()).body['id_token']!).kid;
  const leaked = await signer();
  const { made } = await t.perform(changeSigningKey, { leaked: 'true', why: 'Atrasta žurnālā' }, actorWith([manageProvider]));
  expect(await signer()).toBe(made);
  expect(made).not.toBe(leaked);
});
