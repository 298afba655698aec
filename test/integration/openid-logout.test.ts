import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as jose from 'jose';
import * as openid from 'openid-client';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { suspendUser } from '../../src/modules/access/actions/users.js';
import { manageUsers } from '../../src/modules/access/permissions.js';
import { sendLogout } from '../../src/modules/apps/jobs/send-logout.js';
import { browserOf } from '../../src/modules/apps/tests/browser.js';
import { type ListeningProgram, listeningProgram } from '../../src/modules/apps/tests/program.js';
import { TELL_ALONE } from '../../src/modules/apps/tests/tell-alone.js';
import { webProgram } from '../../src/modules/apps/tests/web-program.js';
import { actorWith } from '../test-platform.js';

let t: ListeningProgram;
let web: Awaited<ReturnType<typeof webProgram>>;
let receiver: Awaited<ReturnType<typeof startReceiver>>;

/** A program's own address for notices of sign-out, on real HTTP. */
async function startReceiver() {
  const heard: string[] = [];
  let answer: number | 'cut' | 'never' = 200;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      heard.push(new URLSearchParams(body).get('logout_token') ?? '');
      if (answer === 'never') return;
      if (answer === 'cut') return void response.destroy();
      response.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    heard,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/backchannel`,
    answers: (what: typeof answer) => (answer = what),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The job in a process of its own, which can be killed. */
const startTelling = ({ ownerUrl, address }: ListeningProgram, noticeId: string) =>
  spawn(process.execPath, ['--import', 'tsx', TELL_ALONE], {
    env: { ...process.env, OWNER_URL: ownerUrl, PUBLIC_URL: address, NOTICE_ID: noticeId },
    stdio: ['ignore', 'ignore', 'inherit'],
  });

beforeAll(async () => {
  t = await listeningProgram();
  receiver = await startReceiver();
  web = await webProgram(t, { backChannelUri: receiver.address });
});
afterAll(async () => {
  await receiver.stop();
  await t.close();
});
beforeEach(() => {
  receiver.heard.length = 0;
  receiver.answers(200);
});

const isFor = async (token: string, claims: openid.IDToken) => {
  const keys = jose.createRemoteJWKSet(new URL(web.config.serverMetadata().jwks_uri!));
  const { payload } = await jose.jwtVerify(token, keys, { issuer: t.issuer.href, audience: web.id, typ: 'logout+jwt' });
  expect(payload).toMatchObject({ sub: claims.sub, sid: claims['sid'], events: { 'http://schemas.openid.net/event/backchannel-logout': {} } });
  expect(payload).not.toHaveProperty('nonce');
  return payload.jti!;
};

/** Signs out in the program itself, by the button that every page has. */
async function signOut(person: ReturnType<typeof browserOf>) {
  const page = await person.open('/my/sessions');
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)![1]!;
  await person.once(new URL('/sign-out', t.address), { _csrf: csrf });
}

describe('a program is told (OpenID Connect Back-Channel Logout 1.0)', () => {
  test('when the person signs out here', async () => {
    const person = browserOf(t);
    const { tokens } = await web.enter(person, 'lietvedis');
    await signOut(person);
    await t.runDueJobs();
    expect(receiver.heard).toHaveLength(1);
    await isFor(receiver.heard[0]!, tokens.claims()!);
  });

  test('when an administrator suspends the user, also of a session begun anew; their refresh tokens end with it', async () => {
    const person = browserOf(t);
    const { tokens } = await web.enter(person, 'operators', { scope: 'openid offline_access', prompt: 'consent' });
    await t.database.pool.query(`update apps.artifact set session_id = null where model = 'Session'`);
    await t.perform(suspendUser, { id: await t.userId('operators'), why: 'Darba attiecības izbeigtas' }, actorWith([manageUsers]));
    await t.runDueJobs();
    expect(receiver.heard).toHaveLength(1);
    await isFor(receiver.heard[0]!, tokens.claims()!);
    await t.database.pool.query(`update access.app_user set state = 'active' where login = 'operators'`);
    await expect(openid.refreshTokenGrant(web.config, tokens.refresh_token!)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  test('not when a surer session takes the place of the old one; but when that one ends', async () => {
    const person = browserOf(t);
    await web.enter(person, 'vaditajs');
    const again = await person.open('/sign-in/again?to=/my/rights');
    await person.send(again, { password: 'vienkopus-demo-2026' }, '/sign-in/again/password');
    await t.runDueJobs();
    expect(receiver.heard).toHaveLength(0);
    await signOut(person);
    await t.runDueJobs();
    expect(receiver.heard).toHaveLength(1);
  });

  test('until it hears, and by the same name each time: a repeat is known as one', async () => {
    const person = browserOf(t);
    const { tokens } = await web.enter(person, 'lietvedis');
    receiver.answers('cut');
    await signOut(person);
    await expect(t.runDueJobs()).rejects.toThrow('not told');
    receiver.answers(503);
    const { rows } = await t.database.pool.query<{ id: string }>('select id from apps.logout_notice where delivered_at is null');
    expect(rows).toHaveLength(1);
    const again = () => sendLogout.run({ platform: t.platform, now: t.platform.clock.now() }, { noticeId: rows[0]!.id });
    await expect(again()).rejects.toThrow('503');
    receiver.answers(200);
    await again();
    await again();
    expect(receiver.heard).toHaveLength(3);
    const names = new Set(await Promise.all(receiver.heard.map((token) => isFor(token, tokens.claims()!))));
    expect(names.size).toBe(1);
  });

  test('a worker killed while the program hears tells once more, by the same name', async () => {
    const person = browserOf(t);
    const { tokens } = await web.enter(person, 'lietvedis');
    receiver.answers('never');
    await person.open(openid.buildEndSessionUrl(web.config, { id_token_hint: tokens.id_token! })).then((page) => person.send(page, { logout: 'yes' }));
    const noticeId = (await t.database.pool.query<{ id: string }>('select id from apps.logout_notice where delivered_at is null')).rows[0]!.id;
    const worker = startTelling(t, noticeId);
    await expect.poll(() => receiver.heard.length, { timeout: 20_000 }).toBe(1);
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    const { rows } = await t.database.pool.query('select attempts, delivered_at from apps.logout_notice where id = $1', [noticeId]);
    expect(rows).toEqual([{ attempts: 1, delivered_at: null }]);
    receiver.answers(200);
    await t.runDueJobs();
    await t.runDueJobs();
    expect(receiver.heard).toHaveLength(2);
    const names = await Promise.all(receiver.heard.map((token) => isFor(token, tokens.claims()!)));
    expect(names).toEqual([noticeId, noticeId]);
  });
});

describe('sign-out that a program asks for (OpenID Connect RP-Initiated Logout 1.0)', () => {
  const leave = (tokens: { id_token?: string }, more: Record<string, string> = {}) =>
    openid.buildEndSessionUrl(web.config, { id_token_hint: tokens.id_token!, post_logout_redirect_uri: 'https://portals.example.lv/izrakstijies', state: 'turpinat', ...more });

  test('asks the person, ends the session here and in the programs, and leads back', async () => {
    const person = browserOf(t);
    const { tokens } = await web.enter(person, 'lietvedis');
    const page = await person.open(leave(tokens));
    expect(page.body).toContain('Vai izrakstīties?');
    expect(page.headers.get('content-security-policy')).toMatch(/form-action [^;]*https:\/\/portals\.example\.lv/);
    const back = await person.send(page, { logout: 'yes' });
    expect(back.url.href).toBe('https://portals.example.lv/izrakstijies?state=turpinat');
    expect((await person.open('/my/sessions')).status).toBe(401);
    await t.runDueJobs();
    expect(receiver.heard).toHaveLength(1);
    await isFor(receiver.heard[0]!, tokens.claims()!);
    await expect(openid.fetchUserInfo(web.config, tokens.access_token, tokens.claims()!.sub)).rejects.toMatchObject({ status: 401 });
  });

  test('who stays, stays signed in', async () => {
    const person = browserOf(t);
    const { tokens } = await web.enter(person, 'lietvedis');
    await person.send(await person.open(leave(tokens)), {});
    expect((await person.open('/my/sessions')).status).toBe(200);
  });

  test('leads nowhere that was not registered', async () => {
    const person = browserOf(t);
    const { tokens } = await web.enter(person, 'lietvedis');
    expect((await person.open(leave(tokens, { post_logout_redirect_uri: 'https://evil.example/' }))).status).toBe(400);
    // A hint that cannot be believed, as one signed by a key that has leaked, leaves the person a way out.
    const told = await person.open(leave(tokens, { id_token_hint: 'e30.e30.e30' }));
    expect([told.status, told.body.includes('Jūs vēl neesat izrakstījies'), told.body.includes(`${t.issuer.href}/session/end"`)]).toEqual([400, true, true]);
    expect((await browserOf(t).open(leave(tokens, { id_token_hint: 'e30.e30.e30' }))).body).toContain('Jūs neesat pierakstījies');
    expect((await person.open('/oidc/session/end')).body).toContain('Vai izrakstīties?');
  });
});
