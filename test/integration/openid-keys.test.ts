import * as jose from 'jose';
import { expect, test } from 'vitest';
import { changeSigningKey, renewSigningKeys } from '../../src/modules/apps/actions/signing-keys.js';
import { manageProvider } from '../../src/modules/apps/permissions.js';
import { besideAWebProgram } from '../../src/modules/apps/tests/beside-a-web-program.js';
import { browserOf } from '../../src/modules/apps/tests/browser.js';
import { actorWith } from '../test-platform.js';

const here = besideAWebProgram();
const administrator = actorWith([manageProvider]);

const published = async () => ((await (await fetch(here.web.config.serverMetadata().jwks_uri!)).json()) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid);
const signer = async () => jose.decodeProtectedHeader((await here.web.enter(browserOf(here.t), 'lietvedis')).tokens.id_token!).kid!;
/** Lets time pass for the keys: all that was is so many days older. */
const age = (days: number) => here.t.database.pool.query(`update apps.signing_key set signs_from = signs_from - make_interval(days => $1)`, [days]);

test('a key is renewed after its days: published first, then signing, the old one published until its tokens end', async () => {
  const first = await signer();
  expect(await published()).toEqual([first]);
  await here.t.perform(renewSigningKeys, {}, administrator);
  expect(await published()).toEqual([first]);
  await age(88);
  await here.t.perform(renewSigningKeys, {}, administrator);
  const [signs, next] = await published();
  expect(signs).toBe(first);
  expect(next).toBeTruthy();
  const { keys } = (await (await fetch(here.web.config.serverMetadata().jwks_uri!)).json()) as jose.JSONWebKeySet;
  expect(await signer()).toBe(first);
  const held = (await here.web.enter(browserOf(here.t), 'lietvedis')).tokens.id_token!;
  await age(2);
  expect(await published()).toEqual([next, first]);
  expect(await signer()).toBe(next);
  // A program that has kept the keys since then believes what the new one signs.
  const now = (await here.web.enter(browserOf(here.t), 'lietvedis')).tokens.id_token!;
  await jose.jwtVerify(now, jose.createLocalJWKSet({ keys }), { issuer: here.t.issuer.href });
  // A token of the old key is still believed.
  await jose.jwtVerify(held, jose.createRemoteJWKSet(new URL(here.web.config.serverMetadata().jwks_uri!)), { issuer: here.t.issuer.href });
  await age(2);
  await here.t.perform(renewSigningKeys, {}, administrator);
  expect(await published()).toEqual([next]);
});

test('an administrator makes a new key by a button; where the old one may have leaked it is gone at once', async () => {
  const before = await signer();
  await here.t.perform(changeSigningKey, {}, administrator);
  expect(await published()).toHaveLength(2);
  expect(await signer()).toBe(before);
  await here.t.perform(changeSigningKey, { leaked: 'true', why: 'Atrasta žurnālā' }, administrator);
  const now = await published();
  expect(now).toHaveLength(1);
  expect(now).not.toContain(before);
  expect(await signer()).toBe(now[0]);
});
