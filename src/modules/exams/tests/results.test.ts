import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf } from '../../education/tests/made-up-schools.js';
import type { Actor } from '#platform/actions/actor.js';
import { fixedClock } from '#kernel/clock.js';
import { actorWith } from '#test/test-platform.js';
import { countResults } from '../actions/count-results.js';
import { annulEntry, recordFact } from '../actions/entry-facts.js';
import { markAttendance } from '../actions/exam-day.js';
import { confirmPublication, openPublications, setPublication, takeBackPublication } from '../actions/publish-results.js';
import { scorePercent } from '../domain/scoring.js';
import { announceResults } from '../jobs/announce-results.js';
import { annul, keepResults, publishResults } from '../permissions.js';
import { listCertifiable, publicationOf, resultsOfPerson, visibleEntries } from '../public.js';
import { EXAM_DAY, type ExamSchools, examSchools, waitsOf } from './exam-schools.js';

let s: ExamSchools;
let agency: Actor;
let second: Actor;
const AT = '2026-06-26T09:00:00+03:00';
const THE_DAY = { year: 2025, stage: 'basic', term: 'main', on: '2026-06-26', time: '09:00', basis: 'Aģentūras rīkojums Nr. 7, izdomāts' };

beforeAll(async () => {
  s = await examSchools();
  agency = { ...actorWith([keepResults, publishResults, annul]), id: '00000000-0000-7000-8000-0000000000a1' };
  second = { ...agency, id: '00000000-0000-7000-8000-0000000000a2' };
});
afterAll(() => s.t.close());

const refused = async (work: Promise<unknown>) => (await refusalOf(work)).code;
const points = (entryId: string, part: number, halfPoints: number) =>
  s.rows(`insert into exams.work (entry_id, part, state, half_points, points_from, changed_at, changed_by) values ($1, $2, 'received', $3, 'import', now(), 'test')
    on conflict (entry_id, part) do update set half_points = excluded.half_points`, [entryId, part, halfPoints]);

/** Pupils on the list of mathematics of grade 9 who were all present, with what they earned; null took no part. */
async function examined(earned: readonly (readonly [number, number] | null)[]): Promise<{ entries: string[]; persons: string[]; eventId: string }> {
  const pupils = [];
  for (const _ of earned) pupils.push(await s.pupil());
  const sittingId = await s.sittingOf('MAT09', pupils);
  const entries = await Promise.all(pupils.map((pupil) => s.entryOf(sittingId, pupil)));
  const marks = entries.flatMap((entryId, at) => [1, 2].map((part) => ({ entryId, part, mark: earned[at] ? 'present' : 'absent' })));
  await s.on(EXAM_DAY, markAttendance, { id: sittingId, marks, rest: false }, s.superuser);
  for (const [at, pair] of earned.entries()) for (const [index, halfPoints] of (pair ?? []).entries()) await points(entries[at]!, index + 1, halfPoints);
  return { entries, persons: pupils.map(({ id }) => id), eventId: await s.eventOf('MAT09') };
}
const count = (eventId: string) => s.on('2026-06-10', countResults, { eventId }, agency);
const versionsOf = (entryId: string) => s.rows<{ version: number; total: number; why: string; holds: boolean }>('select version, total, why, superseded_at is null as holds from exams.result where entry_id = $1 order by version', [entryId]);

test('a whole exam is counted as the pure rule counts, one is left out whose points are not all there, and who was absent has no result', async () => {
  const { entries, eventId } = await examined([[86, 6], [0, 0], null, [120, 40]]);
  await s.rows('delete from exams.work where entry_id = $1 and part = 2', [entries[3]]);
  expect(await count(eventId)).toMatchObject({ recorded: 2, changed: 0 });
  const rows = await s.rows<{ entry_id: string; half_points: number[]; per_cents: number[]; total: number; rule: string }>('select entry_id, half_points, per_cents, total, rule from exams.result where entry_id = any($1) order by total desc', [entries]);
  expect(rows).toEqual([
    { entry_id: entries[0], half_points: [86, 6], per_cents: [71, 15], total: 57, rule: 'weighted-floor-1' },
    { entry_id: entries[1], half_points: [0, 0], per_cents: [0, 0], total: 0, rule: 'weighted-floor-1' },
  ]);
});

test('counting again changes nothing; where points changed there is a second version, and the first stays', async () => {
  const { entries, eventId } = await examined([[50, 10], [60, 12]]);
  await count(eventId);
  expect(await count(eventId)).toMatchObject({ recorded: 0, changed: 0, ended: 0 });
  await points(entries[0]!, 1, 52);
  expect(await count(eventId)).toMatchObject({ recorded: 0, changed: 1 });
  expect(await versionsOf(entries[0]!)).toEqual([
    { version: 1, total: scorePercent(PARTS, new Map([[1, 50], [2, 10]])).total, why: 'first', holds: false },
    { version: 2, total: scorePercent(PARTS, new Map([[1, 52], [2, 10]])).total, why: 're-count', holds: true },
  ]);
  expect(await versionsOf(entries[1]!)).toHaveLength(1);
  expect(await s.rows(`select payload->>'version' as version from platform.event where name = 'exams.result-changed' and payload->>'entryId' = $1`, [entries[0]])).toEqual([{ version: '2' }]);
});
const PARTS = [{ number: 1, maxHalfPoints: 120, weight: 75 }, { number: 2, maxHalfPoints: 40, weight: 25 }];

test('the statement and the pure rule agree on every pair of points that was tried', async () => {
  const tried = Array.from({ length: 12 }, (_, at) => [(at * 37) % 121, (at * 11) % 41] as const);
  const { entries, eventId } = await examined(tried);
  await count(eventId);
  const found = await s.rows<{ id: string; total: number; per_cents: number[] }>('select entry_id as id, total, per_cents from exams.result where entry_id = any($1)', [entries]);
  expect(entries.map((id) => found.find((row) => row.id === id))).toEqual(entries.map((id, at) => {
    const { total, parts } = scorePercent(PARTS, new Map(tried[at]!.map((halfPoints, index) => [index + 1, halfPoints])));
    return { id, total, per_cents: parts };
  }));
});

test('a part from which someone is exempt is left out of the total, and the result says so', async () => {
  const pupil = await s.pupil();
  const sittingId = await s.sittingOf('MAT09', [pupil]);
  const entryId = await s.entryOf(sittingId, pupil);
  await s.t.perform(recordFact, { id: entryId, kind: 'exempt', ground: 'specialist-opinion', parts: [2], documentNr: '1-9/7', documentDate: '2026-02-02' }, s.superuser);
  await s.on(EXAM_DAY, markAttendance, { id: sittingId, marks: [{ entryId, part: 1, mark: 'present' }], rest: false }, s.superuser);
  await points(entryId, 1, 60);
  await count(await s.eventOf('MAT09'));
  expect(await s.rows('select half_points, per_cents, total, rule from exams.result where entry_id = $1', [entryId])).toEqual([{ half_points: [60, null], per_cents: [50, null], total: 50, rule: 'weighted-floor-of-rest-1' }]);
  expect(scorePercent(PARTS, new Map([[1, 60]]), new Set([2]))).toMatchObject({ parts: [50, null], total: 50, rule: 'weighted-floor-of-rest-1' });
});

test('the database refuses a result of somebody absent, a second one that holds, and a version rewritten', async () => {
  const { entries, eventId } = await examined([[10, 10], null]);
  await count(eventId);
  const insert = `insert into exams.result (entry_id, version, scoring_id, rule, half_points, per_cents, total, why, recorded_at, recorded_by)
    select $1, $2::int, s.id, 'x', '{0,0}', '{0,0}', 0, case $2::int when 1 then 'first' else 're-count' end, now(), 'x' from exams.scoring s limit 1`;
  await expect(s.rows(insert, [entries[1], 1])).rejects.toMatchObject({ constraint: 'nobody_absent_has_a_result' });
  await expect(s.rows(insert, [entries[0], 2])).rejects.toMatchObject({ constraint: 'one_result_of_an_entry' });
  await expect(s.rows('update exams.result set total = 100 where entry_id = $1', [entries[0]])).rejects.toMatchObject({ constraint: 'versions_stay' });
});

test('results are seen from the very instant that one set and another confirmed, and a second before nothing is', async () => {
  const { entries, persons, eventId } = await examined([[86, 6], null]);
  await count(eventId);
  const tx = s.t.database.primary;
  const seen = async (at: string) => [(await visibleEntries(tx, entries, new Date(at))).size, (await resultsOfPerson(tx, persons[0]!, new Date(at))).length];
  const { id } = await s.on('2026-06-20', setPublication, THE_DAY, agency);
  expect(await seen('2026-07-30T12:00:00Z')).toEqual([0, 0]);
  expect(await refused(s.on('2026-06-20', confirmPublication, { id }, agency))).toBe('nobody-confirms-their-own-publication');
  const waits = async (actor: Actor, day = '2026-06-20') => waitsOf(s, 'exams.publications-to-confirm', actor, day);
  expect([await waits(agency), await waits(second), await waits(second, '2026-06-27')]).toMatchObject([{ count: 0 }, { count: 1, due: '2026-06-26' }, { count: 0 }]);
  const { me, others, publications: [proposed] } = await s.on('2026-06-20', openPublications, {}, second);
  expect([me, proposed!.setById, others.includes('Valdis Apstiprins')]).toEqual([second.id, agency.id, true]);
  await s.on('2026-06-20', confirmPublication, { id, whyUnsealed: 'Bez sertifikātiem' }, second);
  expect(await publicationOf(tx, { year: 2025, stage: 'basic', term: 'main' })).toMatchObject({ visibleFrom: new Date(AT) });
  expect([await seen('2026-06-26T08:59:59.999+03:00'), await seen(AT)]).toEqual([[0, 0], [1, 1]]);
  expect(await resultsOfPerson(tx, persons[0]!, new Date(AT))).toMatchObject([{ outcome: 'result', total: 57, parts: [{ number: 1, perCent: 71 }, { number: 2, perCent: 15 }], threshold: 15, reachesThreshold: true }]);
  expect(await resultsOfPerson(tx, persons[1]!, new Date(AT))).toMatchObject([{ outcome: 'absent', total: null, parts: [] }]);
  expect(await resultsOfPerson(tx, persons[0]!, new Date(AT), new Date('2026-06-27T00:00:00Z'))).toEqual([]);
  expect(await refused(s.on('2026-06-27', takeBackPublication, { id }, agency))).toBe('lies-behind');
  expect(await refused(s.on('2026-06-27', setPublication, THE_DAY, agency))).toBe('invalid-input');
  await expect(s.rows(`update exams.publication set superseded_at = '2026-06-27', superseded_by = 'x' where id = $1`, [id])).rejects.toMatchObject({ constraint: 'what_is_published_stays' });
  const { toPublish, publications } = await s.on('2026-06-27', openPublications, { year: '2025' }, agency);
  expect(publications).toMatchObject([{ id, visibleFrom: new Date(AT) }]);
  expect(toPublish.find(({ eventId: one }) => one === eventId)!.takers).toBeGreaterThan(0);

  await s.t.perform(annulEntry, { id: entries[0], ground: 'rules-broken', documentNr: '5', documentDate: '2026-06-01' }, s.manager);
  expect(await seen(AT)).toEqual([0, 1]);
  expect(await resultsOfPerson(tx, persons[0]!, new Date(AT))).toMatchObject([{ outcome: 'annulled', total: null }]);
  expect(await listCertifiable(tx, { entryIds: entries }, null, 10)).toEqual([]);
});

test('that results are published is told once, at the instant, by a job', async () => {
  const at = (moment: string) => announceResults.run({ platform: { ...s.t.platform, clock: fixedClock(moment) }, now: new Date(moment) }, {});
  const told = () => s.rows(`select payload->>'stage' as stage from platform.event where name = 'exams.results-published'`);
  await at('2026-06-26T08:59:59+03:00');
  expect(await told()).toEqual([]);
  await at('2026-06-26T09:00:30+03:00');
  await at('2026-06-26T09:01:30+03:00');
  expect(await told()).toEqual([{ stage: 'basic' }]);
});

test('whoever makes certificates is told of each result page by page, with the threshold of its year', async () => {
  const { entries, eventId } = await examined([[120, 40], [10, 2]]);
  await count(eventId);
  const tx = s.t.database.primary;
  const [first] = await listCertifiable(tx, { entryIds: entries }, null, 1);
  const rest = await listCertifiable(tx, { entryIds: entries }, first!.entryId, 10);
  expect([first!, ...rest].map(({ total, reachesThreshold }) => [total, reachesThreshold]).sort()).toEqual([[100, true], [7, false]].sort());
  expect(first).toMatchObject({ code: 'MAT09', year: 2025, locativeLv: 'matemātikā', version: 1, threshold: 15, institutionId: s.institutions[0] });
});

