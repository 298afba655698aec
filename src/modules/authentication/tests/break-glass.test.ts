import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorOf } from '#modules/access/public.js';
import type { Actor } from '#platform/actions/actor.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { fillWithUsers, userIdOf } from '../../access/tests/made-up-country.js';
import { readBreakGlass, reportBreakGlassUse, sealAccount } from '../actions/break-glass.js';
import { signInByProof } from '../actions/sign-in-by-proof.js';
import type { Proof } from '../domain/proof.js';
import { keyedHash } from '../domain/token.js';
import { visitor } from './browser-like.js';

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

test('a sealed account needs two keys, opens by no password alone, alarms at each use, and each use is reported once', async () => {
  const id = await userIdOf(t, 'operators');
  await expect(t.perform(sealAccount, { login: 'operators', reason: 'Dienai, kad viss cits nestrādā' }, keeper)).rejects.toMatchObject({ fields: [{ field: 'login' }] });
  await owner(`insert into authentication.passkey (user_id, credential_id, public_key, counter, transports, synced, name, added_at) select $1, 'key ' || n, '', 0, '{}', false, 'atslēga ' || n, now() from generate_series(1, 2) n`, [id]);
  await t.perform(sealAccount, { login: 'operators', reason: 'Dienai, kad viss cits nestrādā' }, keeper);
  expect((await visitor(t).signIn('operators', DEMO_PASSWORD)).location).toMatch(/^\/sign-in\/second/);

  await owner(`insert into authentication.outside_identity (user_id, method, issuer, subject_key, subject, linked_at, linked_how) values ($1, 'smart-id', 'smart-id', $2, '', now(), 'signed-in')`, [
    id,
    keyedHash(t.platform.installation.keyFor('look-up of outside identities'), `smart-id\u0000one`),
  ]);
  expect(await t.perform(signInByProof, { proof: PROOF, visitor: { address: '203.0.113.5', addressPrefix: '203.0.113.0/24', device: 'Firefox' } })).toMatchObject({ kind: 'signed-in' });
  await t.runDueJobs();
  const { rows } = await owner(`select n.subject_lv, u.login from platform.notice n join access.app_user u on u.id::text = n.user_id::text where n.kind = 'authentication.break-glass'`);
  expect(rows).toEqual([{ subject_lv: 'TRAUKSME: lietots avārijas konts', login: 'administrators' }]);

  const { uses } = await t.perform(readBreakGlass, {}, keeper);
  expect(uses).toHaveLength(1);
  await t.perform(reportBreakGlassUse, { id: uses[0]!.id, isTest: 'yes', words: 'Ceturkšņa pārbaude' }, keeper);
  await expect(t.perform(reportBreakGlassUse, { id: uses[0]!.id, words: 'Vēlreiz' }, keeper)).rejects.toMatchObject({ code: 'already-reported' });
  expect((await t.perform(readBreakGlass, {}, keeper)).accounts[0]!.testedAt).toEqual(t.platform.clock.now());
});
