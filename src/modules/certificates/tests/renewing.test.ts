import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, type Someone } from '../../education/tests/made-up-schools.js';
import type { InvalidInput } from '#kernel/errors.js';
import { archivalPolicy, certificatesOf, checkContainer } from '#platform/documents/public.js';
import type { Actor } from '#platform/actions/actor.js';
import { actorWith } from '#test/test-platform.js';
import { confirmFormWords, makeForm, previewForm, takeBackForm, viewForm, viewForms } from '../actions/forms.js';
import { downloadForSchool, handOutSitting, readHandedOut } from '../actions/hand-out.js';
import { downloadOwn } from '../actions/own-certificates.js';
import { orderRenewal, pauseRenewing, resumeRenewing, viewProofs } from '../actions/renewals.js';
import { viewCertificate } from '../actions/view-certificates.js';
import { runRenewal } from '../archive/run-renewal.js';
import { lookForDue } from '../jobs/renew.js';
import { watchSealings } from '../jobs/seal.js';
import { runSealing } from '../seal/run-sealing.js';
import { PUBLISHED_AT, SEALED_ON, sealingSchool, type SealingSchool } from './sealing-school.js';

const WHY = 'own-pupils';
const NIGHT: Readonly<Record<string, string>> = { early: '2026-12-01T03:17:00+02:00', due: '2027-03-01T03:17:00+02:00', last: '2027-12-20T03:17:00+02:00', again: '2033-06-01T03:17:00+03:00' };
let s: SealingSchool;
let pupils: Someone[];
let sittingId: string;
/** What pupils, in their order, were given first. */
let before: { id: string; person_id: string; edoc_sha256: string; file_id: string }[];

beforeAll(async () => {
  s = await sealingSchool();
  await s.stampsUntil('2028-01-01');
  ({ pupils, sittingId } = await s.examined([[90, 20], [80, 18], [70, 16], [60, 14]]));
  expect(await runSealing(s.at(`${SEALED_ON}T12:00:00+03:00`), await s.order(), 60_000)).toBe('done');
  await s.publish();
  before = await s.rows('select id, person_id, edoc_sha256, file_id from certificates.certificate order by total desc');
});
afterAll(() => s.close());

const refused = async (work: Promise<unknown>) => (await refusalOf(work)).code;
const resident = (personId: string): Actor => ({ ...actorWith([], {}, personId), id: '00000000-0000-7000-8000-0000000000c1' });
const look = (at: string) => lookForDue.run({ platform: s.at(at), now: new Date(at) }, {});
const watch = (at: string) => watchSealings.run({ platform: s.at(at), now: new Date(at) }, {});
const renewals = () => s.rows<{ id: string; state: string; stuck_lv: string }>('select id, state, stuck_lv from certificates.renewal order by id');
const proofs = () => s.rows<{ certificate_id: string; sha256: string; stamps: number; until: string; fault_lv: string }>(
  `select p.certificate_id, p.sha256, p.stamps, to_char(p.good_until at time zone 'UTC', 'YYYY-MM-DD') as until, p.fault_lv from certificates.proof p join certificates.certificate c on c.id = p.certificate_id order by c.total desc`);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const believed = async (bytes: Buffer, at: string) => {
  const anchors = certificatesOf(s.trust.settings.authorities);
  return (await checkContainer(new Uint8Array(bytes), archivalPolicy({ signing: anchors, timeStamping: anchors }), new Date(at))).passed;
};

test('every night it is worked out until when proofs last; nothing is stamped before it must be', async () => {
  const stamps = s.trust.asked.stamps;
  await look(NIGHT['early']!);
  expect((await proofs()).map(({ stamps: n, until }) => [n, until])).toEqual(Array.from({ length: 4 }, () => [0, '2028-01-01']));
  expect(await renewals()).toEqual([]);
  expect(s.trust.asked.stamps).toBe(stamps);
  // As if somebody had been wrong about one of them: it is not renewed in time.
  await s.rows(`update certificates.proof set good_until = '2033-12-01' where certificate_id = $1`, [before[3]!.id]);
});

test('stamps that last no longer are not asked for; when a proof ends within a month, those who seal are told', async () => {
  await look(NIGHT['due']!);
  const [renewal] = await renewals();
  expect(await runRenewal(s.at(NIGHT['due']!), renewal!.id, 60_000)).toBe('done');
  expect((await proofs()).map(({ stamps }) => stamps)).toEqual([0, 0, 0, 0]);
  expect(await renewals()).toEqual([]);
  await look(NIGHT['last']!);
  const [second] = (await renewals()) as unknown as [{ id: string }];
  expect(await runRenewal(s.at(NIGHT['last']!), second.id, 60_000)).toBe('stuck');
  expect((await renewals())[0]!.stuck_lv).toMatch(/beidzas mēneša laikā/);
  const manager = await s.as('exam-manager');
  await watch(NIGHT['last']!);
  await watch(NIGHT['last']!);
  expect(await s.rows('select subject_lv, link from platform.notice where user_id = $1', [manager.id])).toEqual([{ subject_lv: 'Arhīva laika zīmogu pievienošana ir aizķērusies', link: '/certificates/proofs' }]);
});

test('with a new authority it goes on: files get a stamp, the earlier ones and what was given of them stay', async () => {
  await s.stampsUntil('2034-01-01');
  const own = resident(pupils[0]!.id);
  expect(sha256((await s.when(PUBLISHED_AT, downloadOwn, { id: before[0]!.id }, own)).content)).toBe(before[0]!.edoc_sha256);
  await s.when(NIGHT['last']!, handOutSitting, { id: sittingId }, s.school, WHY);
  const [{ id: renewalId }] = (await renewals()) as unknown as [{ id: string }];

  Object.assign(s.trust.behaviour, { down: true });
  await s.when(NIGHT['last']!, resumeRenewing, { id: renewalId }, s.agency);
  expect(await runRenewal(s.at(NIGHT['last']!), renewalId, 60_000)).toBe('stuck');
  expect((await renewals())[0]!.stuck_lv).toMatch(/neatbild/);
  Object.assign(s.trust.behaviour, { down: false });
  await s.when(NIGHT['last']!, pauseRenewing, { id: renewalId }, s.agency);
  expect(await runRenewal(s.at(NIGHT['last']!), renewalId, 60_000)).toBe('not mine');
  expect((await refusalOf(s.when(NIGHT['last']!, pauseRenewing, { id: renewalId }, s.agency))).code).toBe('not-to-pause');
  expect((await refusalOf(s.when(NIGHT['last']!, orderRenewal, {}, s.agency))).code).toBe('renewal-goes-on');
  await s.when(NIGHT['last']!, resumeRenewing, { id: renewalId }, s.agency);
  expect(await runRenewal(s.at(NIGHT['last']!), renewalId, 60_000)).toBe('done');

  const now = await proofs();
  expect(now.map(({ stamps, until }) => [stamps, until])).toEqual([[1, '2034-01-01'], [1, '2034-01-01'], [1, '2034-01-01'], [0, '2033-12-01']]);
  const kept = await s.rows<{ sha256: string; content: Buffer }>('select f.sha256, f.content from platform.file f where f.id = any($1)', [before.map(({ file_id }) => file_id)]);
  expect(new Set(kept.map(({ content }) => sha256(content)))).toEqual(new Set(before.map(({ edoc_sha256 }) => edoc_sha256)));
  expect(await s.rows('select id, person_id, edoc_sha256, file_id from certificates.certificate order by total desc')).toEqual(before);

  const given = (await s.when('2030-01-01T12:00:00+02:00', downloadOwn, { id: before[0]!.id }, own)).content;
  expect(sha256(given)).toBe(now[0]!.sha256);
  expect([await believed(given, '2030-01-01T12:00:00Z'), await believed(kept[0]!.content, '2030-01-01T12:00:00Z')]).toEqual([true, false]);
  const card = await s.when('2030-01-01T12:00:00+02:00', viewCertificate, { id: before[0]!.id }, s.school, WHY);
  expect(card.handOuts.map(({ how, sha256: hash, stamps }) => [how, hash, stamps])).toEqual([
    ['downloaded', now[0]!.sha256, 1], ['downloaded with the sitting', before[0]!.edoc_sha256, 0], ['downloaded', before[0]!.edoc_sha256, 0],
  ]);
  expect(card.archiveStamps.map(({ place, sha256: hash }) => [place, hash])).toEqual([[1, now[0]!.sha256]]);
});

test('whoever began to fetch a sitting before a stamp came gets the very files that the ledger names', async () => {
  const { entries } = await s.when(NIGHT['last']!, readHandedOut, { id: sittingId }, s.school, WHY);
  const files = await Promise.all(entries.map(({ content }) => content()));
  expect(new Set(files.map((file) => sha256(file!.content)))).toEqual(new Set(before.map(({ edoc_sha256 }) => edoc_sha256)));
  expect(sha256((await s.when(NIGHT['last']!, downloadForSchool, { id: before[1]!.id }, s.school, WHY)).content)).toBe((await proofs())[1]!.sha256);
});

test('a second renewal years later lengthens it again; what came too late is set aside with the reason and holds up nothing', async () => {
  await s.stampsUntil('2050-01-01');
  await look(NIGHT['again']!);
  const second = (await renewals())[1]!;
  expect(await runRenewal(s.at(NIGHT['again']!), second.id, 60_000)).toBe('done');
  const now = await proofs();
  expect(now.map(({ stamps, until }) => [stamps, until])).toEqual([[2, '2050-01-01'], [2, '2050-01-01'], [2, '2050-01-01'], [0, '2033-12-01']]);
  expect(now[3]!.fault_lv).toMatch(/vairs nav derīgs/);
  const [{ content }] = (await s.rows<{ content: Buffer }>('select f.content from platform.file f join certificates.proof p on p.file_id = f.id where p.certificate_id = $1', [before[0]!.id])) as [{ content: Buffer }];
  expect(await believed(content, '2045-01-01T00:00:00Z')).toBe(true);
  const shown = await s.when(NIGHT['again']!, viewProofs, {}, s.agency);
  expect(shown).toMatchObject({ due: 0, faults: 1, endings: [{ year: 2050, proofs: 3, archived: 3 }], faulty: [{ id: before[3]!.id }] });
  expect(await s.rows('select count(*)::int as n from certificates.archive_stamp')).toEqual([{ n: 6 }]);
});

test('a new form holds from a day on, leaves those that were used as they are, and is confirmed by somebody else', async () => {
  const [before] = (await s.when('2026-06-13T12:00:00+03:00', viewForms, {}, s.agency)).forms.filter(({ stage }) => stage === 'basic');
  const used = before!.used;
  const words = { stage: 'basic', validFrom: '2026-09-01', issuer: 'Izdomāta aģentūra', title: 'Sertifikāts', statements: 'ir kārtojis(-usi) eksāmenu\n{subject}', outcome: '{total} %', partHead: 'Daļa', valueHead: 'Vērtējums', place: 'Rīga, {issued}', attestation: 'Apzīmogots', notices: '', legalBasis: 'Izdomāti noteikumi Nr. 1' };
  const make = (changes: object = {}, at = '2026-08-01T12:00:00+03:00') => s.when(at, makeForm, { ...words, ...changes }, s.agency);
  const fieldsOf = async (changes: object) => ((await refusalOf(make(changes))) as InvalidInput).fields.map(({ field }) => field);
  expect(await fieldsOf({ outcome: '{kopā} %' })).toEqual(['outcome', 'outcome']);
  expect(await fieldsOf({ statements: 'eksāmens', place: 'Rīga' })).toEqual(['statements', 'place']);
  expect(await fieldsOf({ issuer: 'Aģentūrа' })).toEqual(['statements']);
  expect(await fieldsOf({ validFrom: '2026-08-01' })).toEqual(['validFrom']);
  expect(await refused(make({ validFrom: SEALED_ON }, '2026-06-01T12:00:00+03:00'))).toBe('form-is-used');

  const { id } = await make();
  expect(await refused(make({ validFrom: '2026-08-15' }))).toBe('form-planned');
  const [planned, shortened] = (await s.when('2026-08-01T12:00:00+03:00', viewForms, {}, s.agency)).forms.filter(({ stage }) => stage === 'basic');
  expect(planned).toMatchObject({ id, validFrom: '2026-09-01', validTo: null, verified: false, used: 0 });
  expect(shortened).toMatchObject({ validFrom: before!.validFrom, validTo: '2026-09-01', title: before!.title, used });
  expect(await s.rows('select distinct f.id, f.title from certificates.certificate c join certificates.form f on f.id = c.form_id')).toEqual([{ id: before!.id, title: before!.title }]);
  await expect(s.rows('update certificates.form set title = $1', ['Cits'])).rejects.toThrow(/the words of form/);

  const head = { ...s.agency, id: '00000000-0000-7000-8000-0000000000b9' };
  const page = await s.when('2026-08-01T12:00:00+03:00', previewForm, { id }, head);
  expect(page.subarray(0, 5).toString()).toBe('%PDF-');
  expect(await refused(s.when('2026-08-01T12:00:00+03:00', confirmFormWords, { id }, s.agency))).toBe('by-another');
  await s.when('2026-08-01T12:00:00+03:00', confirmFormWords, { id }, head);
  expect((await s.when('2026-08-01T12:00:00+03:00', viewForm, { id }, head)).form.verified).toBe(true);
  expect(await refused(s.when('2026-08-01T12:00:00+03:00', confirmFormWords, { id }, head))).toBe('is-confirmed');
  expect(await refused(s.when('2026-09-01T12:00:00+03:00', takeBackForm, { id }, head))).toBe('not-planned');
  await s.when('2026-08-01T12:00:00+03:00', takeBackForm, { id }, head);
  const [again] = (await s.when('2026-08-01T12:00:00+03:00', viewForms, {}, s.agency)).forms.filter(({ stage }) => stage === 'basic');
  expect(again).toMatchObject({ validFrom: before!.validFrom, validTo: null, title: before!.title, used });
});
