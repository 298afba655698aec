import { afterAll, beforeAll, expect, test } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { applyReformToMap, defineReform, findUnit, getReformInMotion, listUnitsOn, type ReformChange, setReformState } from '#modules/territories/public.js';
import { systemActor } from '#platform/actions/actor.js';
import { enqueuer } from '#platform/jobs/job.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { fillWithUsers, userIdOf } from '../../access/tests/made-up-country.js';
import { addOpenId } from '../actions/connections.js';
import { endSessionsOfClosed, listHandovers, takeOverConnection } from '../actions/handovers.js';
import { signInByProof } from '../actions/sign-in-by-proof.js';
import { tellOfCeasingConnections } from '../actions/tell-of-ceasing.js';
import { subjectKeyOf } from '../actions/whose-proof.js';
import type { Proof } from '../domain/proof.js';
import { leadProgramme } from '../permissions.js';
import { authenticationInReform } from '../reform-participant.js';

const DAY = isoDate('2027-07-01');
const NIGHT = systemActor('test');
const VISITOR = { address: '198.51.100.7', addressPrefix: '198.51.100.0/24', device: 'Firefox' };
const ISSUER = 'https://login.example.lv/tenant/v2.0';
const FORM = { title: 'Entra ID', issuer: ISSUER, clientId: 'vienkopus', clientSecret: 'noslepums-1', scopes: 'profile', personCodeClaim: '', acrLevels: '', mustSay: '' };
const PROOF: Proof = { method: 'openid', issuer: ISSUER, subject: 'dace', personCode: null, name: 'Dace', level: 'low', amr: ['pwd'], evidence: {} };

let t: TestPlatform;
let reformId: string;
let ceasing: number;
let split: number;
let connection: string;
let ofSplit: string;
let userId: string;
let foreseen: ReformChange[];
const owner = (statement: string, values: unknown[] = []) => t.database.pool.query(statement, values);
const leaderOf = (...unitIds: number[]) => ({ ...actorWith([leadProgramme], { everywhere: false, unitIds }), id: userId });
const signIn = () => t.perform(signInByProof, { proof: PROOF, visitor: VISITOR, via: { connection, groups: [] } });

beforeAll(async () => {
  t = await testPlatform();
  const { units } = await fillWithUsers(t);
  const now = t.platform.clock.now();
  userId = await userIdOf(t, 'izglitiba');
  ceasing = units[0]!;
  const all = (await listUnitsOn(t.database.read, isoDate('2026-11-21'))).filter((unit) => unit.kind === 'municipality');
  const a = all.find((unit) => unit.unitId === ceasing)!;
  const [b, c] = all.filter((unit) => unit.unitId !== ceasing) as [typeof a, typeof a];
  split = b.unitId;
  await t.database.transaction(async (tx) => {
    reformId = await defineReform(
      tx,
      {
        titleLv: 'Izmēģinājuma reforma', titleEn: 'Trial reform', effective: DAY, legalBasis: 'Izdomāts likums', madeUp: true,
        units: [{ atvk: '0099000', name: 'Jaunais novads', kind: 'municipality', iso: 'LV-999' }, { atvk: '0099100', name: c.name, kind: 'municipality', iso: c.iso }],
        successions: [
          { from: a.atvk, to: '0099000', extent: 'whole', parts: [] },
          { from: b.atvk, to: '0099000', extent: 'part', parts: ['Izdomātais pagasts'] },
          { from: b.atvk, to: '0099100', extent: 'part', parts: ['Otrais pagasts'] },
          { from: c.atvk, to: '0099100', extent: 'whole', parts: [] },
        ],
      },
      'test',
      now,
    );
    await setReformState(tx, reformId, 'prepared', now);
  });
  const add = (unitId: number, title: string) => t.perform(addOpenId, { unit: String(unitId), ...FORM, title }, leaderOf(unitId));
  connection = await add(ceasing, 'Entra ID');
  ofSplit = await add(split, 'Otra Entra ID');
  await add(c.unitId, 'Trešā Entra ID');
  await owner(`update authentication.connection set opened_at = now(), opened_by = 'test'`);
  await owner('update authentication.connection_setting set issuer = $1 where connection_id <> $2', ['https://login.example.lv/cits/v2.0', connection]);
  expect(await signIn()).toEqual({ kind: 'nobody' });
  await owner(`insert into authentication.outside_identity (user_id, method, issuer, subject_key, subject, linked_at, linked_how) values ($1, 'openid', $2, $3, '', now(), 'signed-in')`, [userId, ISSUER, subjectKeyOf({ installation: t.platform.installation }, PROOF)]);
  expect(await signIn()).toMatchObject({ kind: 'signed-in', userId });
});
afterAll(() => t.close());

test('before the day everybody who signs in by such an account is told, once', async () => {
  const reform = await getReformInMotion(t.database.read, reformId);
  for (const told of [1, 1]) {
    expect(await t.database.transaction((tx) => tellOfCeasingConnections({ tx, now: t.platform.clock.now(), enqueue: enqueuer(tx, t.platform.jobs) }, reform))).toBe(told);
  }
  const { rows } = await owner(`select user_id, body_lv from platform.notice where kind = 'authentication.municipal-account'`);
  expect(rows).toEqual([{ user_id: userId, body_lv: expect.stringContaining('01.07.2027') }]);
});

test('on the day connections of bodies that cease are closed as foretold, those of bodies that go on stay', async () => {
  foreseen = await Array.fromAsync(await authenticationInReform.plan(t.database.read, await getReformInMotion(t.database.read, reformId)));
  expect(foreseen.map(({ label, effect }) => [label, effect]).toSorted()).toEqual([['Entra ID', 'ends'], ['Otra Entra ID', 'ends'], ['Trešā Entra ID', 'continues']]);
  const now = t.platform.clock.now();
  const happened = await t.database.transaction(async (tx) => Array.fromAsync(await authenticationInReform.apply(tx, await applyReformToMap(tx, reformId, now), now)));
  expect(happened).toEqual(foreseen);
  expect(await signIn()).toEqual({ kind: 'nobody' });
  expect((await owner('select count(*)::int as n from authentication.connection_setting where secrets is not null')).rows[0].n).toBe(1);
});

test('sessions begun by them end, and others do not', async () => {
  const open = async () => (await owner('select count(*)::int as n from authentication.session where user_id = $1 and ended_at is null', [userId])).rows[0].n as number;
  await owner(`insert into authentication.session (id, user_id, awaits, level, amr, proven_at, fresh_until, created_at, last_used_at, idle_minutes, expires_at, device, address_prefix)
    select repeat('a', 64), $1, 'nothing', 'low', '{pwd}', now(), now(), now(), now(), 30, now() + interval '1 day', '', ''`, [userId]);
  expect(await open()).toBe(2);
  expect(await t.perform(endSessionsOfClosed, {}, NIGHT)).toBe(1);
  expect(await open()).toBe(1);
  expect(await t.perform(endSessionsOfClosed, {}, NIGHT)).toBe(0);
});

test('each successor sees what it may take over, and nobody else does', async () => {
  const [coming, goingOn] = [(await findUnit(t.database.read, '0099000'))!.unitId, (await findUnit(t.database.read, '0099100'))!.unitId];
  const seenBy = async (...unitIds: number[]) => (await t.perform(listHandovers, {}, leaderOf(...unitIds))).map(({ title, toName }) => [title, toName]);
  expect(await seenBy(coming)).toEqual([['Entra ID', 'Jaunais novads'], ['Otra Entra ID', 'Jaunais novads']]);
  expect(await seenBy(goingOn)).toEqual([['Otra Entra ID', (await findUnit(t.database.read, '0099100'))!.name]]);
  expect(await seenBy(ceasing)).toEqual([]);
});

test('a connection is taken over with its secrets entered anew, by one successor; who was linked signs in again', async () => {
  const [coming, goingOn] = [(await findUnit(t.database.read, '0099000'))!.unitId, (await findUnit(t.database.read, '0099100'))!.unitId];
  await owner('update access.app_user set unit_id = $1 where unit_id = $2', [coming, ceasing]);
  const offered = await t.perform(listHandovers, {}, leaderOf(coming));
  const [first, second] = offered.map(({ id }) => id) as [string, string];
  await expect(t.perform(takeOverConnection, { id: first, ...FORM }, leaderOf(goingOn))).rejects.toMatchObject({ code: 'no-such-handover' });
  await expect(t.perform(takeOverConnection, { id: first, ...FORM, clientSecret: '' }, leaderOf(coming))).rejects.toMatchObject({ fields: [{ field: 'clientSecret' }] });
  expect(await t.perform(takeOverConnection, { id: first, ...FORM }, leaderOf(coming))).toEqual({ unitId: coming, connectionId: connection });
  expect(await signIn()).toEqual({ kind: 'nobody' });
  await owner(`update authentication.connection set opened_at = now(), opened_by = 'test' where id = $1`, [connection]);
  expect(await signIn()).toMatchObject({ kind: 'signed-in', userId });
  await expect(t.perform(takeOverConnection, { id: first, ...FORM }, leaderOf(coming))).rejects.toMatchObject({ code: 'no-such-handover' });

  const [other] = (await t.perform(listHandovers, {}, leaderOf(goingOn))) as [(typeof offered)[number]];
  await t.perform(takeOverConnection, { id: second, ...FORM }, leaderOf(coming));
  await expect(t.perform(takeOverConnection, { id: other.id, ...FORM }, leaderOf(goingOn))).rejects.toMatchObject({ code: 'no-such-handover' });
  expect((await owner('select unit_id, closed_at from authentication.connection where id = $1', [ofSplit])).rows).toEqual([{ unit_id: coming, closed_at: null }]);
  const { rows } = await owner('select from_unit_id, to_unit_id, taken_by from authentication.connection_handover where taken_at is not null order by from_unit_id = $1 desc', [ceasing]);
  expect(rows).toEqual([{ from_unit_id: ceasing, to_unit_id: coming, taken_by: userId }, { from_unit_id: split, to_unit_id: coming, taken_by: userId }]);
});
