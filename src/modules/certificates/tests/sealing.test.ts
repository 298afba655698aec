import { setTimeout as pauseFor } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SignApi } from '../../../../simulators/sign-api/simulator.js';
import { usualBehaviour } from '../../../../simulators/trust-services/simulator.js';
import { openPublications } from '../../exams/actions/publish-results.js';
import { refusalOf } from '../../education/tests/made-up-schools.js';
import { isoDate } from '#kernel/iso-date.js';
import { scopeOf } from '#platform/actions/permission.js';
import type { Subscription } from '#platform/events/event.js';
import { certificatesOf, checkContainer, longTermPolicy } from '#platform/documents/public.js';
import { countUnsealed } from '../actions/count-unsealed.js';
import { goOn, openOrder, orderSealing, pause } from '../actions/order-sealing.js';
import { mendName } from '../actions/mend-name.js';
import { openSendOut, recordHandOvers, sendOut } from '../actions/send-out.js';
import { viewSittingCertificates } from '../actions/view-certificates.js';
import { trySeal } from '../actions/try-seal.js';
import { viewSealing } from '../actions/view-sealings.js';
import { certificateWork } from '../actions/waiting-work.js';
import { watchSealings } from '../jobs/seal.js';
import { lookForUnsealed, tellingUnsealed } from '../jobs/tell-of-unsealed.js';
import { sealCertificates } from '../permissions.js';
import { runSealing } from '../seal/run-sealing.js';
import { PUBLISHED_AT, SEALED_ON, sealingSchool, type SealingSchool } from './sealing-school.js';

const NOON = `${SEALED_ON}T12:00:00+03:00`;
const LATER = `${SEALED_ON}T12:30:00+03:00`;
let s: SealingSchool;
beforeEach(async () => void (s = await sealingSchool()));
afterEach(() => s.close());

/** What the start page of those who seal says. */
const stopped = () => certificateWork.find(({ name }) => name === 'certificates.stopped-sealings')!.count({ tx: s.t.database.read, actor: s.agency, scope: scopeOf(s.agency, sealCertificates), today: isoDate(SEALED_ON), now: new Date(NOON), installation: s.t.platform.installation });
const states = (sealingId: string) => s.rows<{ state: string; n: number }>('select state, count(*)::int as n from certificates.certificate where sealing_id = $1 group by state order by state', [sealingId]);
const stateOf = async (id: string) => (await s.rows<{ state: string; stuck_lv: string }>('select state, stuck_lv from certificates.sealing where id = $1', [id]))[0]!;
const good = [90, 20] as const;

test('everyone who reached the threshold gets a sealed certificate under a number, and nobody else does', async () => {
  const { entries } = await s.examined([good, [40, 10], [2, 1]]);
  expect((await refusalOf(s.publish(''))).text.lv).toContain('Neapzīmogoti sertifikāti: 2');
  await s.publish('Zīmogs vēl remontā');
  const { publications: [published], certificates } = await s.when(NOON, openPublications, { year: '2025' }, s.agency);
  expect([published, certificates.get(s.eventId)]).toMatchObject([{ unsealed: 2, despite: 'Zīmogs vēl remontā' }, { due: 2, missing: 2, none: 2, drafted: 0, unfit: 0 }]);
  const [manager, head] = [await s.as('exam-manager'), await s.as('exam-head')];
  const told = () => s.rows<{ user_id: string; link: string; subject_lv: string }>('select user_id, link, subject_lv from platform.notice where user_id = any($1) order by told_at, link desc', [[manager.id, head.id]]);
  const morning = (at: string) => lookForUnsealed.run({ platform: s.at(at), now: new Date(at) }, {});
  await morning('2026-06-24T08:07:00+03:00');
  expect(await told()).toEqual([]);
  for (const _ of [1, 2]) await morning('2026-06-25T08:07:00+03:00');
  const [subject, out] = ['Līdz rezultātu paziņošanai jāapzīmogo sertifikāti: 2', 'Rezultāti paziņoti, bet sertifikāti nav apzīmogoti: 2'];
  const [toSeal, toSee] = ['/certificates/sealings?year=2025', '/certificates'];
  expect(await told()).toEqual([{ user_id: manager.id, link: toSeal, subject_lv: subject }, { user_id: head.id, link: toSee, subject_lv: subject }]);
  const context = { platform: s.at(PUBLISHED_AT), now: new Date(PUBLISHED_AT) };
  const tell = (publicationId = published!.id) => s.t.database.transaction((tx) => (tellingUnsealed as unknown as Subscription<object>).handle({ ...context, tx }, { publicationId, year: 2025, stage: 'basic', term: 'main', eventId: null }, 'event'));
  for (const _ of [1, 2]) await tell();
  expect((await told()).slice(2)).toEqual([{ user_id: manager.id, link: toSeal, subject_lv: out }, { user_id: head.id, link: toSee, subject_lv: out }]);
  const unsealed = (at: string) => countUnsealed({ tx: s.t.database.read, today: isoDate(at.slice(0, 10)), now: new Date(at) });
  expect([await unsealed(NOON), await unsealed(PUBLISHED_AT), await unsealed('2026-09-02T09:00:00+03:00')]).toEqual([0, 2, 2]);
  const id = await s.order();
  expect(await runSealing(s.at(NOON), id, 60_000)).toBe('done');
  expect(await unsealed(PUBLISHED_AT)).toBe(0);
  await tell('00000000-0000-7000-8000-0000000000c1');
  expect(await told()).toHaveLength(4);
  const rows = await s.rows<{ entry_id: string; number: string; version: number; state: string; content: Buffer; edoc_sha256: string }>(
    'select c.entry_id, c.number, c.version, c.state, f.content, c.edoc_sha256 from certificates.certificate c join platform.file f on f.id = c.file_id order by c.total desc');
  expect(rows.map(({ entry_id }) => entry_id)).toEqual(entries.slice(0, 2));
  for (const { number, version, state } of rows) {
    expect(number).toMatch(/^2026\/\d{12}-MAT09$/);
    expect({ version, state }).toEqual({ version: 1, state: 'released' });
  }
  const anchors = certificatesOf(s.trust.settings.authorities);
  const report = await checkContainer(new Uint8Array(rows[0]!.content), longTermPolicy({ signing: anchors, timeStamping: anchors }), new Date(NOON));
  expect(report.passed).toBe(true);
  expect(report.signatures.map(({ level }) => level)).toEqual(['B-LT']);
  expect(report.files.map(({ name }) => name)).toEqual([`${rows[0]!.number.replace('/', '_')}.pdf`]);
  // Two about the seal, for the trial and for the batch, and one about its authority for both.
  expect(s.trust.asked.answers).toBe(3);
  await expect(s.rows('update certificates.certificate set edoc_sha256 = $1', ['0'.repeat(64)])).rejects.toThrow(/has been released/);
  await expect(s.rows('delete from certificates.certificate')).rejects.toThrow(/has been released/);
});

test('before a sealing everything is tried on a probe, and what fails is told in words', async () => {
  await s.examined([good]);
  const id = await s.order();
  Object.assign(s.trust.behaviour, { status: 'revoked' });
  expect(await runSealing(s.at(NOON), id, 60_000)).toBe('stuck');
  expect((await stateOf(id)).stuck_lv).toMatch(/atsaukts/);
  expect(await stopped()).toBe(1);
  expect(await states(id)).toEqual([{ state: 'drafted', n: 1 }]);
  const { sealing } = await s.when(NOON, viewSealing, { id }, s.agency);
  expect(sealing.preflight?.filter(({ passed }) => !passed).map(({ step }) => step)).toEqual(['revocation']);
  const tried = async () => (await s.when(NOON, trySeal, {}, s.agency)).steps.map(({ step, passed }) => [step, passed]);
  expect(await tried()).toEqual([['open', true], ['certificate', true], ['seal', true], ['time-stamp', true], ['revocation', false], ['authorities', true]]);
  Object.assign(s.trust.behaviour, usualBehaviour());
  const { steps } = await s.when(NOON, trySeal, {}, s.agency);
  expect(steps.every(({ passed, tookMs }) => passed && tookMs >= 0)).toBe(true);
  expect(steps.flatMap(({ told }) => (told && 'at' in told ? [told.at] : []))).toEqual([new Date(NOON), new Date(NOON)]);
  expect(await runSealing(s.at(LATER), id, 60_000)).toBe('not mine');
  await s.when(LATER, goOn, { id }, s.agency);
  expect(await stopped()).toBe(0);
  expect(await runSealing(s.at(LATER), id, 60_000)).toBe('done');
});

test('an authority above the seal that is revoked stops a sealing beforehand', async () => {
  await s.examined([good]);
  const id = await s.order();
  s.trust.behaviour.authority = 'revoked';
  expect(await runSealing(s.at(NOON), id, 60_000)).toBe('stuck');
  expect((await stateOf(id)).stuck_lv).toMatch(/izdevējs ir atsaukts/);
  const { sealing } = await s.when(NOON, viewSealing, { id }, s.agency);
  expect(sealing.preflight?.filter(({ passed }) => !passed).map(({ step }) => step)).toEqual(['authorities']);
});

test('a service that is down holds the sealing up, those who seal are told once, and it goes on by itself', async () => {
  await s.examined([good, good]);
  const id = await s.order();
  Object.assign(s.trust.behaviour, { down: true });
  expect(await runSealing(s.at(NOON), id, 60_000)).toBe('stuck');
  const watcher = await s.as('exam-manager');
  await watchSealings.run({ platform: s.at(NOON), now: new Date(NOON) }, {});
  await watchSealings.run({ platform: s.at(NOON), now: new Date(NOON) }, {});
  expect(await s.rows('select kind, link from platform.notice where user_id = $1', [watcher.id])).toEqual([{ kind: 'certificates.stuck', link: `/certificates/sealings/${id}` }]);
  Object.assign(s.trust.behaviour, usualBehaviour());
  expect(await runSealing(s.at(LATER), id, 60_000)).toBe('done');
  expect(await states(id)).toEqual([{ state: 'released', n: 2 }]);
});

test.each([
  ['before it stamps', { skewMs: 3_600_000 }, /pulkstenis/],
  ['before it answers', { answerAgeMs: 3_600_000 }, /vecāka/],
] as const)('a trust service that goes wrong %s lets nothing out', async (_, behaviour, words) => {
  await s.examined([good]);
  const id = await s.order();
  Object.assign(s.trust.behaviour, behaviour);
  const running = s.at(NOON);
  // The responder is waited for until the clock says that it was long enough.
  const impatient = { ...running, clock: { ...running.clock, now: (() => { let at = Date.parse(NOON); return () => new Date((at += 5_000)); })() } };
  expect(await runSealing(impatient, id, 60_000)).toBe('stuck');
  expect((await stateOf(id)).stuck_lv).toMatch(words);
  expect((await states(id)).filter(({ state }) => state === 'released')).toEqual([]);
});

test('while a batch waits for an answer that is younger than its time stamps the next is stamped, and nothing is given free before', async () => {
  const PUPILS = 22;
  await s.examined(Array.from({ length: PUPILS }, () => good));
  const id = await s.order();
  const run = runSealing(s.at(NOON), id, 60_000);
  const until = async (look: () => boolean | Promise<boolean>) => {
    while (!(await look())) await pauseFor(20);
  };
  // One stamp is of the trial before: the answer about the first batch is asked for when all of it is stamped.
  await until(() => s.trust.asked.stamps > 1);
  s.trust.behaviour.answerAgeMs = 60_000;
  await until(async () => (await states(id)).some(({ state, n }) => state === 'stamped' && n === PUPILS));
  await pauseFor(600);
  expect(await states(id)).toEqual([{ state: 'stamped', n: PUPILS }]);
  s.trust.behaviour.answerAgeMs = 0;
  expect(await run).toBe('done');
  expect(await states(id)).toEqual([{ state: 'released', n: PUPILS }]);
  expect(await s.rows('select sealed_in_runs from certificates.sealing')).toEqual([{ sealed_in_runs: PUPILS }]);
});

test('a paused sealing stands, keeps what is done, and goes on where it was', async () => {
  await s.examined([good, good]);
  const id = await s.order();
  await s.when(NOON, pause, { id }, s.agency);
  expect(await runSealing(s.at(NOON), id, 60_000)).toBe('not mine');
  expect((await refusalOf(s.when(NOON, pause, { id }, s.agency))).code).toBe('not-to-pause');
  await s.when(NOON, goOn, { id }, s.agency);
  expect(await runSealing(s.at(NOON), id, 60_000)).toBe('done');
  expect((await refusalOf(s.when(NOON, goOn, { id }, s.agency))).code).toBe('not-to-resume');
});

test('one exam is sealed by one sealing at a time, and sealing again changes nothing that holds', async () => {
  await s.examined([good]);
  const id = await s.order();
  expect((await refusalOf(s.order())).code).toBe('goes-on');
  await runSealing(s.at(NOON), id, 60_000);
  const before = await s.rows('select * from certificates.certificate');
  const again = await s.order();
  expect(await runSealing(s.at(LATER), again, 60_000)).toBe('done');
  expect(await s.rows('select * from certificates.certificate')).toEqual(before);
});

test('an exam without results is not sealed', async () => {
  expect((await refusalOf(s.when(NOON, orderSealing, { year: 2025, eventId: s.eventId, issuedOn: SEALED_ON }, s.agency))).code).toBe('nothing-to-seal');
  expect((await refusalOf(s.when(NOON, openOrder, { year: 2024, eventId: s.eventId }, s.agency))).code).toBe('no-such-exam');
});

test('a name that cannot be printed waits for a person, holds up nobody else, and is printed as they say', async () => {
  const { pupils } = await s.examined([good, good]);
  await s.rows(`update persons.name set family = 'Šmidtа' where person_id = $1`, [pupils[0]!.id]);
  const id = await s.order();
  expect(await runSealing(s.at(NOON), id, 60_000)).toBe('done');
  expect(await states(id)).toEqual([{ state: 'drafted', n: 1 }, { state: 'released', n: 1 }]);
  const { unfit } = await s.when(NOON, viewSealing, { id }, s.agency);
  expect(unfit.map(({ personId, unfitLv }) => ({ personId, letter: unfitLv.includes('U+0430') }))).toEqual([{ personId: pupils[0]!.id, letter: true }]);
  const mend = (family: string) => s.when(NOON, mendName, { id: unfit[0]!.id, given: 'Anna', family, why: 'Burts а ir kirilicā; latviski raksta a' }, s.agency);
  expect(JSON.stringify((await refusalOf(mend('Šmidtа'))).text)).toContain('U+0430');
  await mend('Šmidta');
  expect(await runSealing(s.at(LATER), id, 60_000)).toBe('done');
  expect(await s.rows(`select page->>'holder' as holder, state from certificates.certificate where person_id = $1`, [pupils[0]!.id])).toEqual([{ holder: 'Anna Šmidta', state: 'released' }]);
});

test('a school sends word once to whom it can reach, a run that breaks off has told nobody, and several who got theirs are recorded at once', async () => {
  const { pupils, sittingId } = await s.examined([good, good, good, good]);
  expect(await runSealing(s.at(NOON), await s.order(), 60_000)).toBe('done');
  await s.publish();
  const user = (personId: string, email: string) => s.rows(`insert into access.app_user (login, name, email, person_id, person_proven, recorded_at, recorded_by) values ('u' || $1::uuid::text, 'Lietotājs', $2, $1::uuid, true, now(), 'test')`, [personId, email]);
  const parentOf = async (childId: string, email: string) => {
    const parent = await s.child('1985-01-01');
    await s.rows(`insert into persons.guardianship (child_id, guardian_id, kind, valid_from, basis, recorded_at, recorded_by) values ($1, $2, 'parent', '2010-05-05', 'test', now(), 'test')`, [childId, parent.id]);
    await user(parent.id, email);
  };
  await user(pupils[0]!.id, 'pats@example.lv');
  for (const [at, email] of [[0, 'lieks@example.lv'], [1, 'vecaks@example.lv'], [3, '']] as const) await parentOf(pupils[at]!.id, email);
  const certificates = await s.rows<{ id: string; person_id: string }>('select id, person_id from certificates.certificate');
  const of = (at: number) => certificates.find(({ person_id }) => person_id === pupils[at]!.id)!.id;
  const send = (at = PUBLISHED_AT, actor = s.school) => s.when(at, sendOut, { id: sittingId }, actor);
  const code = async (work: Promise<unknown>) => (await refusalOf(work)).code;
  const note = (chosen: string | string[], at = PUBLISHED_AT) => s.when(at, recordHandOvers, { id: sittingId, chosen, how: 'handed over', remark: 'Absolventam' }, s.school);
  const told = () => s.rows<{ to_address: string; subject: string; body: string }>('select to_address, subject, body from platform.outbox_mail order by to_address');
  const ledger = () => s.rows(`select certificate_id, how, channel from certificates.hand_out where channel = 'message'`);

  expect([await code(send(NOON)), await code(note(of(2), NOON)), await code(send(PUBLISHED_AT, s.otherSchool))]).toEqual(['nobody-to-send', 'no-such-certificate', 'no-such-sitting']);
  const { waiting } = await s.when(PUBLISHED_AT, openSendOut, { id: sittingId }, s.school);
  expect(Object.fromEntries(waiting.map(({ certificate, goesTo }) => [certificate.id, goesTo]))).toEqual({ [of(0)]: 'holder', [of(1)]: 'representative', [of(2)]: null, [of(3)]: null });

  const owner = new pg.Client({ connectionString: s.t.ownerUrl });
  await owner.connect();
  await owner.query(`alter table platform.outbox_mail add constraint breaks_off check (to_address <> 'vecaks@example.lv')`);
  await expect(send()).rejects.toThrow();
  expect([await told(), await ledger()]).toEqual([[], []]);
  await owner.query('alter table platform.outbox_mail drop constraint breaks_off');
  await owner.end();
  const runs = await Promise.allSettled([send(), send()]);
  expect(runs.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await told()).map((mail) => mail.to_address)).toEqual(['pats@example.lv', 'vecaks@example.lv']);
  const { subject, body } = (await told())[0]!;
  expect(body).toContain('http://localhost/my/certificates');
  expect(subject + body).not.toMatch(new RegExp(`${pupils[0]!.family}|${of(0)}|\\d{6}`));
  expect(await ledger()).toHaveLength(2);

  // Word that was sent is no certificate that was received.
  const missing = async () => (await s.when(PUBLISHED_AT, viewSittingCertificates, { id: sittingId, show: 'missing' }, s.school, 'own-pupils')).certificates;
  expect((await missing()).map(({ family }) => family)).toEqual(pupils.map(({ family }) => family).toSorted());
  expect(await code(note([of(2), '00000000-0000-7000-8000-000000000001']))).toBe('no-such-certificate');
  await note([of(2), of(3)]);
  expect((await missing()).map(({ id }) => id).sort()).toEqual([of(0), of(1)].sort());
});

describe('through SignAPI', () => {
  let service: SignApi;
  beforeEach(async () => void (service = await s.throughSignApi()));
  afterEach(() => service.stop());
  const anchors = () => certificatesOf(s.trust.settings.authorities);

  test('what comes back is checked and released, and a lost answer seals nothing twice', async () => {
    await s.examined([good, good]);
    const id = await s.order();
    // The first call seals the probe.
    service.behaviour.losesAnswerTo = 2;
    expect(await runSealing(s.at(NOON), id, 60_000)).toBe('stuck');
    expect(await states(id)).toEqual([{ state: 'rendered', n: 2 }]);
    expect(await s.rows('select begun_as is not null as begun from certificates.certificate')).toEqual([{ begun: true }, { begun: true }]);
    expect(await runSealing(s.at(LATER), id, 60_000)).toBe('done');
    expect(await states(id)).toEqual([{ state: 'released', n: 2 }]);
    expect([service.asked['sealed'], s.trust.asked.stamps]).toEqual([4, 0]);
    const [{ content, begun_as: begun }] = (await s.rows<{ content: Buffer; begun_as: string | null }>('select f.content, c.begun_as from certificates.certificate c join platform.file f on f.id = c.file_id')) as [{ content: Buffer; begun_as: string | null }];
    const report = await checkContainer(new Uint8Array(content), longTermPolicy({ signing: anchors(), timeStamping: anchors() }), new Date(LATER));
    expect([report.passed, report.signatures.map(({ level }) => level), begun]).toEqual([true, ['B-LT'], null]);
    const { sealing } = await s.when(LATER, viewSealing, { id }, s.agency);
    expect(sealing.preflight?.map(({ step, passed }) => [step, passed])).toEqual([['certificate', true], ['service', true]]);
  });

  test('a signature over something else lets nothing out, is told in words, and is asked for anew when a person says so', async () => {
    await s.examined([good]);
    const id = await s.order();
    service.behaviour.signs = 'other digest';
    expect(await runSealing(s.at(NOON), id, 60_000)).toBe('stuck');
    expect((await stateOf(id)).stuck_lv).toMatch(/nevar uzticēties/);
    expect((await states(id)).filter(({ state }) => state === 'released')).toEqual([]);
    expect(await runSealing(s.at(LATER), id, 60_000)).toBe('not mine');
    service.behaviour.signs = 'asked';
    await s.when(LATER, goOn, { id }, s.agency);
    expect(await runSealing(s.at(LATER), id, 60_000)).toBe('done');
  });
});
