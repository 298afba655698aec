import { parseCsvObjects } from 'hucre/csv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takePreschoolSnapshot } from '#modules/education/public.js';
import type { InvalidInput } from '#kernel/errors.js';
import { isoDate } from '#kernel/iso-date.js';
import type { Actor } from '#platform/actions/actor.js';
import { findRequest } from '#platform/reports/report-request.js';
import { readFile } from '#platform/reports/report-run.js';
import { actorWith } from '#test/test-platform.js';
import { askReport } from '../../workspace/actions/ask-report.js';
import { enrol } from '../../education/actions/enrol.js';
import { seeStatistics } from '../../education/permissions.js';
import { BASIC, refusalOf, type Schools, schools } from '../../education/tests/made-up-schools.js';
import { recountStandings, countStandings } from '../jobs/count-standings.js';
import { seeCompleteness } from '../permissions.js';
import { takeRecords } from '../store/take.js';

const PRESCHOOL = '01011111';

let s: Schools;
const members: { personId: string; membershipId: string; classId: string }[] = [];
const ALL = actorWith([seeStatistics, seeCompleteness]);
const staffOf = (at: number): Actor => ({ ...s.other, scopes: new Map([...s.other.scopes].map(([name, scope]) => [name, { ...scope, institutionIds: [s.institutions[at]!] }])) });

/** Seven pupils in 5.a of the first school, three in 6.a of the second, one in 7.a of the third. */
beforeAll(async () => {
  s = await schools({ now: '2027-01-20T10:00:00+02:00' });
  for (const [at, title, pupils] of [[0, '5.a', 7], [1, '6.a', 3], [2, '7.a', 1]] as const) {
    const classId = await s.aClass(s.regNrs[at]!, title);
    for (let n = 0; n < pupils; n += 1) {
      const who = await s.child();
      const { id } = await s.t.perform(enrol, { regNr: s.regNrs[at], code: who.code, family: who.family, programmeCode: BASIC, from: '2026-09-01', classId }, staffOf(at));
      members.push({ personId: who.id, membershipId: id, classId });
    }
  }
});
afterAll(() => s.t.close());

async function report(kind: string, answers: object, actor: Actor = ALL): Promise<{ rows: Record<string, string>[]; about: Record<string, string>; state: string; failure: string | null }> {
  const { requestId } = await s.t.perform(askReport, { kind, ...answers, format: 'csv', lang: 'en' }, actor);
  await s.t.runDueJobs();
  const request = (await findRequest(s.t.database.primary, requestId))!;
  const chunks: Buffer[] = [];
  if (request.state === 'done') for await (const chunk of readFile(s.t.database.read, { requestId, runId: request.runId! })) chunks.push(chunk);
  const rows = parseCsvObjects(Buffer.concat(chunks).toString(), { header: true }).data as unknown as Record<string, string>[];
  return { rows, about: Object.fromEntries(request.about.map(({ label, value }) => [label, value])), state: request.state, failure: request.failureEn };
}

const absence = (n: number, unjustifiedLessons: number, period = 'S1') =>
  s.t.database.transaction((tx) =>
    takeRecords(tx, { kind: 'absence', records: [{ row: n, ...members[n]!, period, justifiedLessons: 0, unjustifiedLessons }] }, {
      institutionId: s.institutions[n < 7 ? 0 : n < 10 ? 1 : 2]!, year: 2026, channel: 'manual', journalId: null, batchId: null, at: new Date('2027-01-10T10:00:00Z'), by: 'test', reason: 'entered-again',
    }));

test('learners by grade: numbers of the day, small ones hidden with a partner, and the file says where its municipalities come from', async () => {
  const { rows, about } = await report('learners-by-grade', { on: '2026-12-01' });
  const of = (at: number) => rows.find((row) => row['Registration number'] === s.regNrs[at])!;
  expect(of(0)['Grade 5']).toBe('7');
  expect(of(1)['Grade 6']).toBe('');
  expect(of(2)['Grade 7']).toBe('');
  expect(of(1)['Total']).toBe('');
  expect(about['Municipality by']).toBe('actual founder (not the address) on 01.12.2026.');
  expect(about['Hidden numbers']).toContain('below 5');
  expect((await report('learners-by-grade', { on: '2026-08-01' })).rows).toEqual([]);
});

test('a day of which no school year is known is refused beside its field, and no file is made', async () => {
  const asked = () => s.rows<{ n: number }>('select count(*)::int as n from platform.report_request');
  const before = await asked();
  const refusal = (await refusalOf(report('learners-by-grade', { on: '2050-01-01' }))) as InvalidInput;
  expect(refusal.fields.map(({ field, message }) => [field, message.lv])).toEqual([['on', expect.stringContaining('Dienai 01.01.2050. reģistrā nav mācību gada. Izvēlieties dienu no ') as unknown]]);
  expect(((await refusalOf(report('preschool-snapshot', { on: '2050-01-01' }))) as InvalidInput).fields[0]!.message.en).toContain('There is no snapshot of this day');
  expect(await asked()).toEqual(before);
});

test('a report is cut to the right of its asker: a school has its own row alone', async () => {
  const { rows } = await report('learners-by-grade', {}, actorWith([seeStatistics], { everywhere: false, institutionIds: [s.institutions[0]!] }));
  expect(rows.map((row) => row['Registration number'])).toEqual([s.regNrs[0]]);
});

test('on another edition of the map a school stands where its founder was then; one founded later in the municipality its founder is there, of a merged one where its address lies, else it cannot be told', async () => {
  const [merged] = await s.rows<{ target: string; old: string; name: string; edition: string }>(
    `select l.target_atvk as target, l.atvk as old, v.name, e.edition from territories.lineage l join territories.unit_version v on v.atvk = l.atvk
     cross join lateral (select max(o.edition)::date as edition from territories.lineage o where o.edition < '2021-07-01') e
     where l.edition = '2021-07-01' and l.part = '' and l.atvk <> l.target_atvk and daterange(v.valid_from, v.valid_to) @> e.edition
       and exists (select from territories.lineage b where b.edition = e.edition and b.atvk = l.target_atvk and b.part = '' and b.target_atvk is null) order by l.atvk limit 1`);
  const [before] = await s.rows<{ unit_id: number }>(`select unit_id from institutions.founder where institution_id = $1 and role = 'actual'`, [s.institutions[0]]);
  await s.rows(`update institutions.founder set unit_id = (select unit_id from territories.unit_version where atvk = $2 order by valid_from desc limit 1) where institution_id = $1 and role = 'actual'`, [s.institutions[0], merged!.target]);
  const on = async (edition: string) => {
    const { rows, about } = await report('learners-by-grade', { on: '2026-12-01', edition });
    return { unit: rows.find((row) => row['Registration number'] === s.regNrs[0])!['Municipality'], about };
  };
  expect((await on(merged!.edition)).unit, 'the body was there, under the same name').toBe((await on('2026-12-01')).unit);
  await s.rows(`update institutions.institution set founded_on = '2022-01-01' where id = $1`, [s.institutions[0]]);
  expect((await on(merged!.edition)).unit).toBe('cannot be told from data');
  await s.rows(`insert into institutions.address (institution_id, kind, atvk, street, valid_from, recorded_at, recorded_by) values ($1, 'legal', $2, 'Skolas iela 1', '2010-09-01', now(), 'test')`, [s.institutions[0], merged!.old]);
  const old = await on(merged!.edition);
  expect(old.unit).toBe(merged!.name);
  expect(old.about['Map of municipalities']).toMatch(/^edition from /);
  expect(old.about['Municipality by']).toContain('on another map');
  const today = await on('2026-12-01');
  expect(today.unit).not.toBe(merged!.name);
  expect(today.about['Municipality by']).not.toContain('on another map');
  const absences = await report('long-absences', { year: '2026', semester: 'S1', edition: merged!.edition });
  expect(absences.about['Map of municipalities']).toBe(old.about['Map of municipalities']);
  await s.rows(`update institutions.founder set unit_id = $2 where institution_id = $1 and role = 'actual'`, [s.institutions[0], before!.unit_id]);
});

test('a snapshot of preschool children stays as it was, whatever is corrected or taken again', async () => {
  for (const [bornOn, times] of [['2021-03-03', 6], ['2020-03-03', 5]] as const) {
    for (let n = 0; n < times; n += 1) {
      const child = await s.child(bornOn);
      await s.t.perform(enrol, { regNr: s.regNrs[0], code: child.code, family: child.family, programmeCode: PRESCHOOL, from: '2026-09-01' }, s.secretary);
    }
  }
  const take = () => s.t.database.transaction((tx) => takePreschoolSnapshot(tx, isoDate('2027-01-01'), new Date()));
  expect(await take()).toBe(1);
  const before = await report('preschool-snapshot', { on: '2027-01-01' });
  expect(before.rows.map((row) => [row['Registration number'], row['Aged 5'], row['Aged 6'], row['Total']])).toEqual([[s.regNrs[0], '6', '5', '11']]);
  expect(before.about['Data']).toContain('snapshot');
  await s.rows(`delete from education.membership where programme_code = $1`, [PRESCHOOL]);
  expect(await take()).toBe(0);
  expect((await report('preschool-snapshot', { on: '2027-01-01' })).rows).toEqual(before.rows);
  expect(((await refusalOf(report('preschool-snapshot', { on: '2026-12-01' }))) as InvalidInput).fields[0]!.message.en).toContain('no snapshot');
});

test('long absences: more than 20 lessons, by months too; a municipality that entered nothing is told from zero', async () => {
  for (let n = 0; n < 6; n += 1) await absence(n, n < 4 ? 21 : 20);
  for (const month of ['M09', 'M10', 'M11', 'M12']) await absence(6, 6, month);
  await recountStandings.run({ platform: s.t.platform, now: s.t.platform.clock.now() }, {});
  await countStandings.run({ platform: s.t.platform, now: s.t.platform.clock.now() }, {});
  const founders = await s.rows<{ institution_id: string; name: string }>(
    `select f.institution_id, v.name from institutions.founder f join territories.unit_version v on v.unit_id = f.unit_id and v.valid_to is null where f.institution_id = any($1::uuid[])`, [s.institutions]);
  const unitOf = (at: number) => founders.find((row) => row.institution_id === s.institutions[at])!.name;
  const { rows, about } = await report('long-absences', { year: '2026', semester: 'S1' });
  const of = (at: number) => rows.find((row) => row['Municipality'] === unitOf(at))!;
  expect(of(0)['Grades 1–9']).toBe('5');
  const alone = [1, 2].find((at) => unitOf(at) !== unitOf(0))!;
  expect(of(alone)).toMatchObject({ Entry: 'not entered', 'Grades 1–9': '', Total: '', 'Of them entered nothing': '1' });
  expect(about['Limit']).toContain('more than 20 lessons');
});

test('children are counted by their age on the last day of the semester, however much later the report is made', async () => {
  // Seven who were six in December, and six who were four.
  for (const [bornOn, children] of [['2020-01-10', 7], ['2022-01-10', 6]] as const) {
    for (let n = 0; n < children; n += 1) {
      const child = await s.child(bornOn);
      const { id } = await s.t.perform(enrol, { regNr: s.regNrs[0], code: child.code, family: child.family, programmeCode: PRESCHOOL, from: '2026-09-01' }, s.secretary);
      const record = { row: n, personId: child.id, membershipId: id, classId: null, period: 'S1', justifiedLessons: 0, unjustifiedLessons: 0, unjustifiedDays: 25 };
      await s.t.database.transaction((tx) =>
        takeRecords(tx, { kind: 'absence', records: [record] }, { institutionId: s.institutions[0]!, year: 2026, channel: 'manual', journalId: null, batchId: null, at: new Date('2027-01-10T10:00:00Z'), by: 'test', reason: 'entered-again' }));
    }
  }
  const { rows } = await report('long-absences', { year: '2026', semester: 'S1' });
  // On 20 January, the day of the report, the seven are of age seven and the six of age five.
  expect(rows.map((row) => row['Aged 5–6 in preschool']).filter((value) => value !== '' && value !== '0')).toEqual(['7']);
});

test('completeness as a report has the very numbers of the board, by kind of record', async () => {
  const { rows, about } = await report('completeness', { year: '2026', period: 'S1' });
  const first = rows.find((row) => row['Registration number'] === s.regNrs[0] && row['Records'] === 'Absences')!;
  expect(first).toMatchObject({ Expected: '7', Received: '7', Missing: '0' });
  expect(about).toMatchObject({ 'School year': '2026/2027', Period: 'Semester 1' });
});
