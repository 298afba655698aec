import { createHash } from 'node:crypto';
import { parseCsvObjects } from 'hucre/csv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { userIdOf } from '../../access/tests/made-up-country.js';
import { refusalOf } from '../../education/tests/made-up-schools.js';
import { annulEntry } from '../../exams/actions/entry-facts.js';
import { viewSittingResults } from '../../exams/actions/view-results.js';
import { annul, seeCodes, seeResults, seeSittings, seeStatistics } from '../../exams/permissions.js';
import { checkClaimHere, checkHere, readRevoked, readTrust } from '../../checking/actions/check-here.js';
import { claimAddress } from '../../checking/actions/claims.js';
import { askReport } from '../../workspace/actions/ask-report.js';
import type { Someone } from '../../education/tests/made-up-schools.js';
import type { Actor, Scope } from '#platform/actions/actor.js';
import type { Permission } from '#platform/actions/permission.js';
import { perform } from '#platform/actions/perform.js';
import { openRevoked } from '#platform/documents/browser.js';
import { actorWith } from '#test/test-platform.js';
import { countChanges, takeChanges, viewReceivers } from '../actions/changes.js';
import { downloadForSchool, handOutSitting, lookInsideCertificate, readHandedOut, recordHandOver } from '../actions/hand-out.js';
import { askForPaper, moveRequest, openRequest, recordPayment, viewRequests, withdrawRequest } from '../actions/paper.js';
import { goOn } from '../actions/order-sealing.js';
import { downloadOwn, viewOwnCertificates } from '../actions/own-certificates.js';
import { openSchoolCertificates, viewCertificate, viewSittingCertificates } from '../actions/view-certificates.js';
import { handOut, readChanges } from '../permissions.js';
import { claimedOf } from '../domain/paper.js';
import { runSealing } from '../seal/run-sealing.js';
import { countStates } from '../store/sealings.js';
import { tellEntry, tellPublished } from '../store/changes.js';
import { askedReport, expectChoicesOfTheirOwn, expectSameRowsOnBothMaps } from './asked-report.js';
import { cellsInOffice } from './cells-in-office.js';
import { PUBLISHED_AT, SEALED_ON, sealingSchool, type SealingSchool } from './sealing-school.js';

const BEFORE = '2026-06-26T08:59:59+03:00';
const NOON = `${SEALED_ON}T12:00:00+03:00`;
const WHY = 'own-pupils';
type ClaimedRow = Parameters<typeof claimedOf>[0];
let s: SealingSchool;
let pupils: Someone[];
let entries: string[];
let sittingId: string;
let certificates: { id: string; person_id: string; number: string; edoc_sha256: string }[];
let parent: Someone;
/** The program of the education register. */
let register: Actor;

const resident = (personId: string): Actor => ({ ...actorWith([], {}, personId), id: '00000000-0000-7000-8000-0000000000c1' });
const refused = async (work: Promise<unknown>) => (await refusalOf(work)).code;
const ofPupil = (at: number) => certificates.find(({ person_id }) => person_id === pupils[at]!.id)!;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  s = await sealingSchool();
  register = { ...actorWith([readChanges]), id: await userIdOf(s.t, 'auditors') };
  ({ pupils, entries, sittingId } = await s.examined([[90, 20], [80, 18], [70, 16], [60, 14]]));
  parent = await s.child('1985-01-01');
  await s.rows(`insert into persons.guardianship (child_id, guardian_id, kind, valid_from, basis, recorded_at, recorded_by) values ($1, $2, 'parent', '2010-05-05', 'test', now(), 'test')`, [pupils[0]!.id, parent.id]);
  expect(await runSealing(s.at(NOON), await s.order(), 60_000)).toBe('done');
  certificates = await s.rows('select id, person_id, number, edoc_sha256 from certificates.certificate');
  await s.publish();
});
afterAll(() => s.close());

test('until the instant of publication pupil, parent and school see nothing, and from it on they do', async () => {
  const own = (at: string, who: Someone, person?: string) => s.when(at, viewOwnCertificates, { person }, resident(who.id)).then((shown) => shown.certificates.length);
  const school = (at: string) => s.when(at, viewSittingCertificates, { id: sittingId }, s.school, WHY).then((shown) => shown.certificates.length);
  const id = ofPupil(0).id;
  expect([await own(BEFORE, pupils[0]!), await own(BEFORE, parent, pupils[0]!.id), await school(BEFORE)]).toEqual([0, 0, 0]);
  expect(await refused(s.when(BEFORE, downloadOwn, { id }, resident(pupils[0]!.id)))).toBe('no-such-certificate');
  expect(await refused(s.when(BEFORE, viewCertificate, { id }, s.school, WHY))).toBe('no-such-certificate');
  expect(await refused(s.when(BEFORE, downloadForSchool, { id }, s.school, WHY))).toBe('no-such-certificate');
  expect(await refused(s.when(BEFORE, handOutSitting, { id: sittingId }, s.school, WHY))).toBe('nothing-to-hand-out');
  expect((await s.when(BEFORE, openSchoolCertificates, { regNr: s.regNrs[0], year: '2025' }, s.school)).sittings).toEqual([]);
  expect(await s.rows('select id from certificates.hand_out')).toEqual([]);
  expect([await own(PUBLISHED_AT, pupils[0]!), await own(PUBLISHED_AT, parent, pupils[0]!.id), await school(PUBLISHED_AT)]).toEqual([1, 1, 4]);
});

test('the agency sees before publication how far certificates are, and the content only with a reason that is logged for the holder', async () => {
  const shown = await s.when(BEFORE, viewSittingCertificates, { id: sittingId }, s.agency, 'quality');
  expect(shown.certificates.map(({ state, isVisible }) => ({ state, isVisible }))).toEqual(Array.from({ length: 4 }, () => ({ state: 'released', isVisible: false })));
  const { id, person_id: personId, edoc_sha256: kept } = ofPupil(1);
  expect(await refused(s.when(BEFORE, lookInsideCertificate, { id }, s.agency))).toBe('invalid-input');
  const { content } = await s.when(BEFORE, lookInsideCertificate, { id }, s.agency, 'quality');
  expect(sha256(content)).toBe(kept);
  expect(await s.rows(`select reason from audit.entry where action = 'certificates.look-inside' and $1 = any(subjects)`, [personId])).toEqual([{ reason: 'quality' }]);
});

test('the report of results has what the screen has, codes where the right to them reaches, and opens in LibreOffice with codes as text, per cents as numbers and days as days', async () => {
  const ofSchool = (more: readonly Permission[]): Actor => ({ ...actorWith([seeResults, ...more], { everywhere: false, institutionIds: [s.institutions[0]!] }), id: '00000000-0000-7000-8000-0000000000b7' });
  const file = await askedReport(s, 'exam-results', { event: s.eventId }, ofSchool([seeCodes]));
  const screen = await s.when(PUBLISHED_AT, viewSittingResults, { id: sittingId }, ofSchool([seeSittings, seeCodes]), WHY);
  const rows = await cellsInOffice(file);
  const column = (header: string) => rows[0]!.findIndex(({ text }) => text === header);
  const shown = (row: (typeof rows)[number], header: string) => row[column(header)]!;
  expect(rows.slice(1).map((row) => [shown(row, 'Personas kods').text.replace('-', ''), shown(row, 'Uzvārds').text, Number(shown(row, 'Vērtējums kopā').text), shown(row, 'Sertifikāta numurs').text])).toEqual(
    screen.rows.map((row) => [row.personCode, row.family, row.total, certificates.find(({ person_id }) => person_id === row.personId)!.number]),
  );
  const types = (row: (typeof rows)[number]) => ['Personas kods', 'Kārtotāja numurs', 'Vērtējums 1. daļā', 'Vērtējums 2. daļā', 'Vērtējums kopā', 'Sertifikāta numurs', 'Norises diena'].map((header) => shown(row, header).type);
  expect(new Set(rows.slice(1).map((row) => types(row).join(' ')))).toEqual(new Set(['string string float float float string date']));
  expect(await s.rows(`select facts->>'codes' as codes, cardinality(subjects) as people from audit.entry where action = 'platform.report-people' order by id desc limit 1`)).toEqual([{ codes: 'true', people: 4 }]);
  expect((await cellsInOffice(await askedReport(s, 'exam-results', { event: s.eventId }, ofSchool([]))))[0]!.map(({ text }) => text)).not.toContain('Personas kods');
  await expect(askedReport(s, 'exam-results', { event: s.eventId, examKind: 'monitoring work' }, ofSchool([]))).rejects.toMatchObject({ fields: [{ field: 'event' }] });
  await expectChoicesOfTheirOwn(s);
});

test('the report of certificate numbers names personal codes only where the right to codes reaches', async () => {
  const numbers = async (more: readonly Permission[]) => {
    const asker = { ...actorWith([handOut, ...more], { everywhere: false, institutionIds: [s.institutions[0]!] }), id: '00000000-0000-7000-8000-0000000000b7' };
    return (parseCsvObjects((await askedReport(s, 'certificate-numbers', { year: 2025 }, asker, 'csv')).toString(), { header: true }).data as unknown as Record<string, string>[]).map((row) => [row['Sertifikāta numurs'] ?? row['Numurs'], row['Personas kods']?.replace('-', '')]);
  };
  const codes = await s.rows<{ code: string }>('select code from persons.code where person_id = any($1)', [pupils.map(({ id }) => id)]);
  expect(new Set((await numbers([seeCodes])).map(([, code]) => code))).toEqual(new Set(codes.map(({ code }) => code)));
  expect(await numbers([])).toEqual((await numbers([seeCodes])).map(([number]) => [number, undefined]));
});

test('the report in numbers has the totals of the screen, graduates and others apart; small numbers stay hidden whoever asks for what, and other schools get no row', async () => {
  const asking = (scope: Partial<Scope>): Actor => ({ ...actorWith([seeStatistics, seeResults, seeSittings], { everywhere: false, ...scope }), id: '00000000-0000-7000-8000-0000000000b7' });
  const asked = { year: 2025, stage: 'basic' };
  const rowsFor = async (scope: Partial<Scope>, answers: object = {}) =>
    parseCsvObjects((await askedReport(s, 'exam-outcomes', { ...asked, ...answers }, asking(scope), 'csv')).toString(), { header: true }).data as unknown as Record<string, string>[];
  const own = { institutionIds: [s.institutions[0]!] };
  const smallest = (n: number) => s.rows(`update exams.parameter set numbers = array[$1::int] where name = 'smallest-number'`, [n]);
  const COUNTS = ['Sasniedza slieksni', 'Nesasniedza slieksni', 'Atbrīvoti', 'Starptautiskais sertifikāts', 'Bez rezultāta', 'Kārtotāji kopā'];
  const countsOf = (row: Record<string, string>) => COUNTS.map((header) => row[header]);

  const hidden = await rowsFor({ everywhere: true });
  expect(hidden.map((row) => [...countsOf(row), row['Vidējais kopvērtējums, %']])).toEqual([['', '', '', '', '', '', '']]);
  expect([await rowsFor(own), await rowsFor({ everywhere: true }, { regNr: s.regNrs[0] })]).toEqual([hidden, hidden]);
  expect(await rowsFor({ institutionIds: [s.institutions[1]!] })).toEqual([]);
  expect([await rowsFor({ everywhere: true }, { on: '2026-06-25' }), await rowsFor({ everywhere: true }, { stage: 'secondary' })]).toEqual([[], []]);

  await smallest(1);
  const { rows: screen } = await s.when(PUBLISHED_AT, viewSittingResults, { id: sittingId }, asking(own), WHY);
  expect((await rowsFor(own)).map(countsOf)).toEqual([[String(screen.filter(({ total }) => total !== null).length), '0', '0', '0', '0', String(screen.length)]]);
  // Whoever has no place in grade 9 of the school is no graduate of it.
  const left = await s.rows<{ id: string }>(`update education.placement set superseded_at = now() where person_id = $1 and superseded_at is null returning id`, [pupils[3]!.id]);
  const [head, ...apart] = await cellsInOffice(await askedReport(s, 'exam-outcomes', asked, asking(own)));
  const at = (header: string) => head!.findIndex(({ text }) => text === header);
  const types = ['Iestādes reģistrācijas Nr.', 'Mācību gads', 'Norises diena', ...COUNTS, 'Vidējais kopvērtējums, %'];
  expect(apart.map((row) => types.map((header) => row[at(header)]!.type).join(' '))).toEqual(Array.from({ length: 2 }, () => `string string date${' float'.repeat(7)}`));
  expect(apart.map((row) => [row[at('Absolventi vai pretendenti')]!.text, row[at('Kārtotāji kopā')]!.text])).toEqual([['Absolventi', '3'], ['Pretendenti', '1']]);
  await s.rows('update education.placement set superseded_at = null where id = any($1)', [left.map(({ id }) => id)]);
  await smallest(5);

  await expect(askedReport(s, 'exam-outcomes', { ...asked, on: '2026-06-27' }, asking(own))).rejects.toMatchObject({ fields: [{ field: 'on' }] });
  await expect(askedReport(s, 'exam-outcomes', { ...asked, year: 1999 }, asking(own))).rejects.toMatchObject({ fields: [{ field: 'year' }] });
  expect(await refused(s.when(PUBLISHED_AT, askReport, { kind: 'exam-outcomes', ...asked, format: 'csv', lang: 'lv' }, s.school))).toBe('no-right');
});

const REGISTERED = 'string 2025./2026.|date 10.02.2026.';
test('the report of entries names the school year, the day of registration and earlier certificates in the column of their subject; it, results and numbers have the same rows on every map', async () => {
  const asker: Actor = { ...actorWith([seeResults]), id: '00000000-0000-7000-8000-0000000000b7' };
  const rows = await cellsInOffice(await askedReport(s, 'exam-applicants', { from: '2026-01-01', to: '2026-12-31' }, asker));
  const at = (header: string) => rows[0]!.findIndex(({ text }) => text === header);
  expect(rows.slice(1).map((row) => [row[at('Mācību gads')]!, row[at('Reģistrēts')]!].map(({ type, text }) => `${type} ${text}`).join('|'))).toEqual(Array.from({ length: 4 }, () => REGISTERED));
  expect(rows.slice(1).map((row) => [row[at('Matemātika')]!, row[at('Latviešu valoda')]!].map(({ type, text }) => `${type} ${text}`).join('|')).sort()).toEqual(certificates.map(({ number }) => `string ${number}| `).sort());
  await expectSameRowsOnBothMaps(s);
});

test('another school, another pupil and a stranger get nothing', async () => {
  const { id } = ofPupil(0);
  expect(await refused(s.when(PUBLISHED_AT, viewSittingCertificates, { id: sittingId }, s.otherSchool, WHY))).toBe('no-such-sitting');
  expect(await refused(s.when(PUBLISHED_AT, viewCertificate, { id }, s.otherSchool, WHY))).toBe('no-such-certificate');
  expect(await refused(s.when(PUBLISHED_AT, downloadForSchool, { id }, s.otherSchool, WHY))).toBe('no-such-certificate');
  expect(await refused(s.when(PUBLISHED_AT, downloadOwn, { id }, resident(pupils[1]!.id)))).toBe('no-such-certificate');
  expect(await refused(s.when(PUBLISHED_AT, viewOwnCertificates, { person: pupils[0]!.id }, resident(pupils[1]!.id)))).toBe('not-your-child');
  expect(await refused(s.when(PUBLISHED_AT, lookInsideCertificate, { id }, s.school, WHY))).toBe('no-right');
});

const facts = (at: string, after?: string | null, limit = 100) => s.when(at, takeChanges, { limit, after: after ?? undefined }, register);

test('the feed of facts tells nothing before the instant; from it on the register reads on by its cursor, each fact once, and its numbers agree', async () => {
  const publication = { year: 2025, stage: 'basic', term: 'main', eventId: null };
  const tell = (at: string) => s.t.database.transaction((tx) => tellPublished(tx, publication, new Date(at)));
  expect([await tell(BEFORE), await tell(PUBLISHED_AT), await tell(PUBLISHED_AT)]).toEqual([0, 8, 0]);
  expect((await facts(BEFORE)).changes).toEqual([]);
  await expect.poll(async () => (await facts(PUBLISHED_AT)).changes.length, { timeout: 20_000 }).toBe(8);
  const read: Awaited<ReturnType<typeof facts>>['changes'] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page = await facts(PUBLISHED_AT, after, 3);
    read.push(...page.changes);
    ({ next: after, more } = page);
  }
  expect(new Set(read.map(({ id }) => id)).size).toBe(8);
  const of = (kind: string) => read.filter((one) => one.kind === kind).map(({ personId, total, parts, certificateNumber, edocSha256 }) => ({ personId, total, parts, certificateNumber, edocSha256 })).sort((a, b) => (a.personId < b.personId ? -1 : 1));
  const byPerson = certificates.toSorted((a, b) => (a.person_id < b.person_id ? -1 : 1));
  expect(of('certificate.issued')).toEqual(byPerson.map(({ person_id: personId, number: certificateNumber, edoc_sha256: edocSha256 }) => ({ personId, total: null, parts: null, certificateNumber, edocSha256 })));
  expect(of('result.published').find(({ personId }) => personId === pupils[0]!.id)).toMatchObject({ total: 68, parts: [75, 50] });
  expect((await s.when(PUBLISHED_AT, countChanges, { year: 2025 }, register)).exams).toEqual([{ year: 2025, examCode: 'MAT09', results: 4, exempt: 0, replaced: 0, certificates: 4 }]);
  expect(await refused(s.when(PUBLISHED_AT, takeChanges, { after: 'nowhere' }, register))).toBe('invalid-input');
  expect(await refused(s.when(PUBLISHED_AT, takeChanges, {}, s.school))).toBe('no-right');
  expect(await s.rows(`select facts->>'purpose' as purpose from audit.entry where action = 'certificates.take-changes' and $1 = any(subjects) limit 1`, [pupils[0]!.id])).toEqual([{ purpose: 'register' }]);
  expect((await s.when(PUBLISHED_AT, viewReceivers, {}, s.agency)).universities).toEqual([]);
});

test('whoever downloads gets the stored bytes, and the ledger says who, when, which way and which hash', async () => {
  const { id, edoc_sha256: kept } = ofPupil(0);
  const files = [await s.when(PUBLISHED_AT, downloadOwn, { id }, resident(pupils[0]!.id)), await s.when(PUBLISHED_AT, downloadOwn, { id }, resident(parent.id)), await s.when(PUBLISHED_AT, downloadForSchool, { id }, s.school, WHY)];
  expect(files.map(({ content }) => sha256(content))).toEqual([kept, kept, kept]);
  const { handOuts, certificate } = await s.when(PUBLISHED_AT, viewCertificate, { id }, s.school, WHY);
  expect(handOuts.map(({ how, channel, sha256: hash, at }) => ({ how, channel, hash, at: at.toISOString() })).slice(0, 3)).toEqual(
    ['school', 'representative', 'own'].map((channel) => ({ how: 'downloaded', channel, hash: kept, at: new Date(PUBLISHED_AT).toISOString() })));
  expect(certificate.hasIt).toBe(true);
});

test('who has not got theirs is told apart, and what was given another way is recorded', async () => {
  const waiting = async () => (await s.when(PUBLISHED_AT, viewSittingCertificates, { id: sittingId }, s.school, WHY)).certificates.filter(({ hasIt }) => !hasIt).map(({ personId }) => personId).sort();
  const others = [1, 2, 3].map((at) => pupils[at]!.id).sort();
  expect(await waiting()).toEqual(others);
  const { files } = await s.when(PUBLISHED_AT, handOutSitting, { id: sittingId }, s.school, WHY);
  expect(files).toHaveLength(4);
  expect(await waiting()).toEqual(others);
  await s.when(PUBLISHED_AT, recordHandOver, { id: ofPupil(1).id, how: 'sent', remark: 'Uz e-adresi' }, s.school);
  expect(await waiting()).toEqual([2, 3].map((at) => pupils[at]!.id).sort());
  expect((await s.when(PUBLISHED_AT, openSchoolCertificates, { regNr: s.regNrs[0], year: '2025' }, s.school)).sittings.map(({ ready, notReached }) => ({ ready, notReached }))).toEqual([{ ready: 4, notReached: 2 }]);
});

test('the files of a sitting come one after another, named by their numbers', async () => {
  const { entries: files } = await s.when(PUBLISHED_AT, readHandedOut, { id: sittingId }, s.school, WHY);
  expect(files.map(({ path }) => path)).toEqual(certificates.map(({ number }) => `${number.replace('/', '_')}.edoc`).sort());
  expect(sha256((await files[0]!.content())!.content)).toBe(certificates.find(({ number }) => number.replace('/', '_') === files[0]!.path.slice(0, -5))!.edoc_sha256);
});

test('a parent acts for a child until the day of the eighteenth birthday, and not on it', async () => {
  const look = (day: string) => s.when(`${day}T12:00:00+03:00`, viewOwnCertificates, { person: pupils[0]!.id }, resident(parent.id));
  expect((await look('2028-05-04')).certificates).toHaveLength(1);
  expect(await refused(look('2028-05-05'))).toBe('not-your-child');
  expect(await refused(s.when('2028-05-05T12:00:00+03:00', downloadOwn, { id: ofPupil(0).id }, resident(parent.id)))).toBe('no-such-certificate');
});

test('a copy on paper goes from state to state, its fee is that of the day of asking, and delivering it stands in the ledger', async () => {
  const { id } = ofPupil(2);
  const holder = resident(pupils[2]!.id);
  const ask = (more: object) => s.when(PUBLISHED_AT, askForPaper, { id, reason: 'foreign-university', delivery: 'posted', address: 'Izdomu iela 1', ...more }, holder);
  expect(await refused(ask({ address: '' }))).toBe('invalid-input');
  expect(await refused(ask({ reason: 'other' }))).toBe('invalid-input');
  await ask({});
  expect(await refused(ask({}))).toBe('one-open-request-of-a-certificate');
  const { requests: [request] } = await s.when(PUBLISHED_AT, viewRequests, {}, s.agency);
  // Ten working days of state institutions, whose 22 June was moved to Saturday, 27 June.
  expect(request).toMatchObject({ state: 'submitted', feeCents: 1350, dueOn: '2026-07-09' });
  const step = (to: string, remark = '') => s.when(PUBLISHED_AT, moveRequest, { id: request!.id, to, remark }, s.agency);
  expect(await refused(step('delivered'))).toBe('not-this-step');
  await step('accepted');
  expect(await refused(s.when(PUBLISHED_AT, withdrawRequest, { id: request!.id }, holder))).toBe('not-this-step');
  const pay = (paidOn: string) => s.when(PUBLISHED_AT, recordPayment, { id: request!.id, paidOn, paidDocument: 'MU-17' }, s.agency);
  expect([await refused(step('printed')), await refused(pay('2026-06-25')), (await pay('2026-06-26')).id, await refused(pay('2026-06-26'))]).toEqual(['not-paid', 'invalid-input', request!.id, 'not-this-step']);
  expect((await s.when(PUBLISHED_AT, openRequest, { id: request!.id }, s.agency)).feeBasis?.basis).toContain('13,50 EUR');
  await step('printed');
  await step('delivered', 'Ierakstīta vēstule');
  expect(await s.rows(`select how, channel from certificates.hand_out where certificate_id = $1 and channel = 'paper'`, [id])).toEqual([{ how: 'sent', channel: 'paper' }]);
  expect(await s.rows('select state from certificates.paper_step where request_id = $1 order by id', [request!.id])).toEqual(['submitted', 'accepted', 'printed', 'delivered'].map((state) => ({ state })));
});

test('a changed result makes the next version under the same number and revokes the one before; one that is gone is only revoked', async () => {
  const versions = (at: number) => s.rows<{ version: number; state: string; revoked: boolean; total: number }>('select version, state, revoked_at is not null as revoked, total from certificates.certificate where entry_id = $1 order by version', [entries[at]]);
  const numbers = () => s.rows('select number from certificates.number order by number');
  const before = await numbers();
  const first = (await versions(3))[0]!.total;
  await s.points(entries[3]!, 1, 100);
  await s.count();
  await s.t.runDueJobs();
  const [open] = await s.rows<{ id: string }>(`select id from certificates.sealing where state <> 'done'`);
  // The jobs of tests run without a seal, and say so.
  expect(await s.rows('select stuck_en from certificates.sealing where id = $1', [open!.id])).toEqual([{ stuck_en: expect.stringContaining('no seal set up') }]);
  const { next } = await facts('2026-07-20T12:00:00+03:00');
  await s.when('2026-07-20T12:10:00+03:00', goOn, { id: open!.id }, s.agency);
  expect(await runSealing(s.at('2026-07-20T12:10:00+03:00'), open!.id, 60_000)).toBe('done');
  const after = await versions(3);
  expect(after.map(({ version, state, revoked }) => ({ version, state, revoked }))).toEqual([{ version: 1, state: 'released', revoked: true }, { version: 2, state: 'released', revoked: false }]);
  await s.t.database.transaction((tx) => tellEntry(tx, entries[3]!, new Date('2026-07-20T12:15:00+03:00')));
  await expect.poll(async () => (await facts('2026-07-20T12:20:00+03:00', next)).changes.map(({ kind, certificateVersion, total }) => [kind, certificateVersion ?? total]), { timeout: 20_000 }).toEqual([['certificate.revoked', 1], ['certificate.issued', 2], ['result.changed', after[1]!.total]]);
  expect(after[1]!.total).toBeGreaterThan(first);
  expect(await numbers()).toEqual(before);
  // Whoever checks either file, or a printed copy of either, learns which one is revoked, and since when; the list of it names nobody.
  const [old, latest] = await s.rows<{ content: Buffer; claim: ClaimedRow }>(`select f.content, jsonb_build_object('number', c.number, 'version', c.version, 'total', c.total, 'issuedOn', c.issued_on, 'page', c.page) as claim from certificates.certificate c join platform.file f on f.id = c.file_id where c.entry_id = $1 order by c.version`, [entries[3]]);
  const check = async (content: Buffer) => (await s.when('2026-07-21T12:00:00+03:00', checkHere, { file: { name: 'a.edoc', type: 'application/zip', content } }, s.school)).report;
  expect(await check(old!.content)).toMatchObject({ passed: true, revocation: { on: '2026-07-20' } });
  expect(await check(latest!.content)).toMatchObject({ passed: true, revocation: { on: null } });
  const checkCopy = async ({ claim }: { claim: ClaimedRow }) => {
    const { installation } = s.at('2026-07-19T12:00:00+03:00');
    const address = await s.t.database.transaction((tx) => claimAddress({ tx, installation, now: new Date() }, claimedOf(claim)));
    return (await s.when('2026-07-21T12:00:00+03:00', checkClaimHere, { claim: address }, s.school)).revocation?.on;
  };
  expect([await checkCopy(old!), await checkCopy(latest!)]).toEqual(['2026-07-20', null]);
  const words = await s.when('2026-07-21T12:00:00+03:00', readRevoked, {}, s.school);
  const { revokedKey } = await s.when('2026-07-21T12:00:00+03:00', readTrust, {}, s.school);
  expect((await openRevoked(words, revokedKey))?.documents).toEqual([{ file: expect.stringMatching(/^[0-9a-f]{64}$/), claim: expect.any(String), on: '2026-07-20' }]);
  const counts = await countStates(s.t.database.read, (await s.rows<{ id: string }>('select id from certificates.sealing')).map(({ id }) => id));
  expect(counts.reduce((sum, { n, revoked }) => sum + n - revoked, 0)).toBe(4);
  expect(await s.rows(`select count(*)::int as n from platform.event where name = 'certificates.certificate-revoked'`)).toEqual([{ n: 1 }]);
  const shown = await s.when('2026-07-21T12:00:00+03:00', viewOwnCertificates, {}, resident(pupils[3]!.id));
  expect(shown.certificates.map(({ version, revokedAt }) => ({ version, revokedAt }))).toEqual([{ version: 2, revokedAt: null }]);

  await perform(s.at('2026-07-22T12:00:00+03:00'), annulEntry, { id: entries[2], ground: 'rules-broken', documentNr: 'A-1', documentDate: '2026-07-22' }, { actor: { ...actorWith([annul]), id: s.agency.id }, reason: null });
  await s.t.runDueJobs();
  expect((await versions(2)).map(({ version, revoked }) => ({ version, revoked }))).toEqual([{ version: 1, revoked: true }]);
  expect((await s.when('2026-07-22T12:20:00+03:00', viewOwnCertificates, {}, resident(pupils[2]!.id))).certificates).toEqual([]);
  const ofAnnulled = async () => (await facts('2026-07-22T12:20:00+03:00')).changes.filter(({ personId }) => personId === pupils[2]!.id);
  await expect.poll(async () => (await ofAnnulled()).map(({ kind, outcome, total }) => [kind, outcome, total]), { timeout: 20_000 }).toEqual([['result.published', 'annulled', null], ['certificate.issued', 'annulled', null], ['certificate.revoked', 'annulled', null]]);
});
