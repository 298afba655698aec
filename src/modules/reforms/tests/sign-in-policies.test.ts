import { afterAll, beforeAll, expect, test } from 'vitest';
import { PARTICIPANTS } from '../participants.js';
import { fixedClock } from '#kernel/clock.js';
import type { Refusal } from '#kernel/errors.js';
import { isoDate } from '#kernel/iso-date.js';
import { applyReformToMap, defineReform, findUnit, getReformInMotion, listUnitsOn, setReformState } from '#modules/territories/public.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { fillWithUsers, userIdOf } from '../../access/tests/made-up-country.js';
import { signedIn } from '../../workspace/tests/signed-in.js';
import { changePolicy } from '../../authentication/actions/change-policy.js';
import { endPasswords, endPasswordsThatAreDue } from '../../authentication/actions/end-passwords.js';
import { policyOfUser } from '../../authentication/actions/policy-of-user.js';
import { readBoard } from '../../authentication/actions/read-board.js';
import { FACTORS } from '../../authentication/domain/factors.js';
import { authenticationModule } from '../../authentication/module.js';
import { leadProgramme, seeProgramme } from '../../authentication/permissions.js';

const DAY = isoDate('2027-07-01');
const AFTER = '2027-07-02T09:00:00+03:00';
const NIGHT = systemActor('test');
let t: TestPlatform;
let later: Platform;
let names: Readonly<Record<'a' | 'b', string>>;
let coming: number;
const owner = (statement: string, values: unknown[] = []) => t.database.pool.query(statement, values);
const leader = { ...actorWith([leadProgramme, seeProgramme]), id: '00000000-0000-7000-8000-000000000001' };
const refusalOf = (work: Promise<unknown>) => work.then(() => { throw new Error('it was not refused'); }, (refusal: Refusal) => refusal);

/** How somebody signs in the day after the reform: by whose days, and how far. */
async function how(login: string) {
  const { rows } = await owner('select id, unit_id, institution_id from access.app_user where login = $1', [login]);
  const { unit_id: unitId, institution_id: institutionId, id } = rows[0] as { id: string; unit_id: number | null; institution_id: string | null };
  const { policy, stage } = await policyOfUser(t.database.read, { id, unitId, institutionId }, isoDate('2027-07-02'), new Date(AFTER));
  return { stage, from: policy.secondFactorFrom, idle: policy.idleMinutes };
}

const addUser = (login: string, place: { unitId?: number; institutionId?: string }) =>
  owner(`insert into access.app_user (login, name, email, unit_id, institution_id, recorded_at, recorded_by) values ($1, $1, '', $2, $3, now(), 'test')`, [login, place.unitId ?? null, place.institutionId ?? null]);

beforeAll(async () => {
  t = await testPlatform();
  later = { ...t.platform, clock: fixedClock(AFTER) };
  const { units, institutions } = await fillWithUsers(t);
  const now = t.platform.clock.now();
  const all = (await listUnitsOn(t.database.read, isoDate('2026-11-21'))).filter((unit) => unit.kind === 'municipality');
  const [a, b] = [all.find((unit) => unit.unitId === units[0])!, all.find((unit) => unit.unitId === units[1])!];
  names = { a: a.name, b: b.name };
  await addUser('b.skola', { institutionId: institutions[2]! });
  await addUser('b.pasvaldiba', { unitId: b.unitId });
  const policy = { allowed: [...FACTORS], basis: 'Rīkojums Nr. 1', sure: 'yes' };
  await t.perform(changePolicy, { ...policy, unit: a.unitId, secondFactorFrom: '2026-12-01', passwordsEndOn: '2026-12-01', idleMinutes: '20' }, leader);
  await owner(`insert into authentication.password_end (unit_id, kind, at, by_user) values ($1, 'ended', now(), 'test')`, [a.unitId]);
  await t.perform(changePolicy, { ...policy, unit: b.unitId, secondFactorFrom: '2027-08-15', idleMinutes: '60' }, leader);
  await t.database.transaction(async (tx) => {
    const reformId = await defineReform(
      tx,
      {
        titleLv: 'Izmēģinājuma reforma', titleEn: 'Trial reform', effective: DAY, legalBasis: 'Izdomāts likums', madeUp: true,
        units: [{ atvk: '0099000', name: 'Jaunais novads', kind: 'municipality', iso: 'LV-999' }],
        successions: [a, b].map(({ atvk }) => ({ from: atvk, to: '0099000', extent: 'whole', parts: [] })),
      },
      'test',
      now,
    );
    await setReformState(tx, reformId, 'prepared', now);
    const motion = await getReformInMotion(tx, reformId);
    const foretold = [];
    for (const participant of PARTICIPANTS) foretold.push(await Array.fromAsync(await participant.plan(tx, motion)));
    const applied = await applyReformToMap(tx, reformId, now);
    for (const [at, participant] of PARTICIPANTS.entries()) expect([participant.name, await Array.fromAsync(await participant.apply(tx, applied, now))]).toEqual([participant.name, foretold[at]]);
    const policies = foretold.flat().filter(({ kind }) => kind === 'policy').map(({ before, effect }) => [before, effect]);
    expect(policies.toSorted()).toEqual([[names.a, 'ends'], [names.b, 'ends']].toSorted());
  });
  coming = (await findUnit(t.database.read, '0099000'))!.unitId;
  await addUser('jauns', { unitId: coming });
});
afterAll(() => t.close());

test('until the successor decides everybody signs in as where they came from, and newcomers by the strictest', async () => {
  const ofA = { stage: 'password-off', from: '2026-12-01', idle: 20 };
  expect(await how('lietvedis')).toEqual(ofA);
  expect(await how('izglitiba')).toEqual(ofA);
  const ofB = { stage: 'encouraged', from: '2027-08-15', idle: 60 };
  expect(await how('b.skola')).toEqual(ofB);
  expect(await how('b.pasvaldiba')).toEqual(ofB);
  expect(await how('jauns')).toEqual(ofA);
});

test('the board shows what each predecessor had, and the leaders are told once', async () => {
  await owner(`insert into access.role_grant (user_id, role_code, unit_id, valid_from, confirmed_on, basis, recorded_at, recorded_by)
    select id, 'municipality-user-administrator', $1, '2027-07-01', '2027-07-01', 'Rīkojums', now(), 'test' from access.app_user where login = 'izglitiba'`, [coming]);
  for (let night = 0; night < 2; night += 1) await perform(later, endPasswordsThatAreDue, {}, { actor: NIGHT });
  const told = await owner(`select body_lv from platform.notice where user_id = $1 and kind = 'authentication.programme'`, [await userIdOf(t, 'izglitiba')]);
  expect(told.rows).toEqual([{ body_lv: expect.stringContaining(names.a) }]);
  expect((await owner(`select unit_id, kind from authentication.password_end order by at`)).rows).toHaveLength(1);
  const board = await perform(later, readBoard, { unit: coming }, { actor: leader });
  expect(board.offers.map(({ fromName, ended, decided, toIsNew }) => ({ fromName, ended, decided, toIsNew }))).toEqual(
    [{ fromName: names.a, ended: true, decided: true, toIsNew: true }, { fromName: names.b, ended: false, decided: true, toIsNew: true }].toSorted((x, y) => x.fromName.localeCompare(y.fromName, 'lv')),
  );
  const browser = await signedIn(later, leader, authenticationModule);
  const page = (await browser.get(`/sign-in-programme/${coming}`)).text;
  for (const words of ['Par kārtību pēc reformas vēl nav izlemts', names.a, names.b, 'izslēgtas', 'stingrākais no visām', 'Pieņemt šo']) expect([words, page.includes(words)]).toEqual([words, true]);
  const form = (await browser.get(`/sign-in-programme/${coming}/policy?adopt=${board.offers.find(({ ended }) => ended)!.id}`)).text;
  for (const words of [`Sākts ar kārtību, kas bija spēkā: ${names.a}`, 'value="2026-12-01"', 'name="adopted"']) expect([words, form.includes(words)]).toEqual([words, true]);
});

test('passwords do not end by adopting while somebody would be locked out, nor open again unnoticed', async () => {
  const { offers } = await perform(later, readBoard, { unit: coming }, { actor: leader });
  const ofA = offers.find(({ ended }) => ended)!;
  const decide = (more: Record<string, unknown>) => perform(later, changePolicy, { unit: coming, allowed: [...FACTORS], basis: 'Lēmums Nr. 2', ...more }, { actor: leader });
  expect(await refusalOf(perform(later, endPasswords, { unit: coming }, { actor: leader }))).toMatchObject({ code: 'policy-not-decided' });
  const adopt = { secondFactorFrom: '2026-12-01', passwordsEndOn: '2026-12-01', idleMinutes: '20', sure: 'yes' };
  expect(await refusalOf(decide({ ...adopt, adopted: ofA.id }))).toMatchObject({ code: 'users-would-be-locked-out' });
  expect(await refusalOf(decide(adopt))).toMatchObject({ fields: [{ field: 'secondFactorFrom' }, { field: 'passwordsEndOn' }] });
  const opened = await refusalOf(decide({ secondFactorFrom: '2027-08-15' }));
  expect(opened).toMatchObject({ fields: [{ field: 'sure', message: { lv: expect.stringContaining(`${names.a}, paroles jau bija izslēgtas un ar šo kārtību atkal derēs`) } }] });
  expect((await how('lietvedis')).stage).toBe('password-off');

  await owner(`insert into authentication.passkey (user_id, credential_id, public_key, counter, transports, synced, name, added_at)
    select id, 'key ' || id, '', 0, '{}', false, 'atslēga', now() from access.app_user`);
  expect(await decide({ ...adopt, adopted: ofA.id })).toEqual({ settled: 2 });
  for (const login of ['lietvedis', 'izglitiba', 'b.skola', 'b.pasvaldiba', 'jauns']) expect([login, await how(login)]).toEqual([login, { stage: 'password-off', from: '2026-12-01', idle: 20 }]);
  expect((await owner('select outcome, decided_by from authentication.policy_handover order by outcome')).rows).toEqual([{ outcome: 'adopted', decided_by: leader.id }, { outcome: 'replaced', decided_by: leader.id }]);
  expect(await refusalOf(decide({ ...adopt, adopted: ofA.id }))).toMatchObject({ code: 'no-such-policy-offered' });
});
