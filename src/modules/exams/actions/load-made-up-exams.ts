import { createHash } from 'node:crypto';
import { findUserByLogin } from '#modules/access/public.js';
import { schoolYearOn, yearName } from '#modules/education/public.js';
import { instantInRiga } from '#kernel/clock.js';
import { findByRegNr } from '#modules/institutions/public.js';
import { listSomeAdults } from '#modules/persons/public.js';
import { addDays, type IsoDate, isoDate } from '#kernel/iso-date.js';
import type { Write } from '#platform/db/transaction.js';
import { decideAppealRow } from '../store/appeals.js';
import { appoint } from '../store/assessments.js';
import { listExams, listExamYears, listParts, listSessions } from '../store/catalogue.js';
import { copyYear } from '../store/keep-catalogue.js';
import { insertCounted, supersedeChanged } from '../store/count-results.js';
import { insertEvents, insertMadeUpDays, insertMadeUpEntries, insertMadeUpFacts, insertMadeUpRooms, joinWhole, laySessions, type MadeUpOther, type MadeUpYear } from '../store/load-made-up.js';
import { insertAgreeing, insertOpenAppeal, leaveHalfAssessed, listEventsUnderWay, lowerNearThreshold, publishEarly } from '../store/load-made-up-session.js';
import { insertMadeUpAppeal, insertMadeUpPublications, insertMadeUpWorks, listEventsHeld, listMadeUpContested, type MadeUpAppeal, raiseMadeUpPoints } from '../store/load-made-up-results.js';
import { advanceImport, answerRows, insertImport, listCandidates } from '../store/imports.js';
import { insertScan, listUnscanned } from '../store/scans.js';
import { listVersions } from '../store/results.js';
import { MADE_UP_PAGES, madeUpScan } from '../domain/made-up-scan.js';
import { judgePoints } from '../domain/judge-points.js';
import { pointsInWords } from '../domain/scoring.js';
import type { Recording } from '../store/rows.js';
import { listUniversities } from '../store/sittings.js';
import { countingOf } from './count-results.js';

export interface MadeUpExams {
  readonly seed: number;
  readonly today: IsoDate;
  readonly now: Date;
}

/**
 * Makes up the exams of last year, which are over, and of the year that goes on. Where nobody knows its days they are laid around today: the session of secondary school is under
 * way, and grade 9 is still being registered. By statements over all pupils, so that the whole country takes no more of them than a demonstration. @returns how many entries, marks
 * of participation and results
 */
export async function loadMadeUpExams(tx: Write, { seed, today, now }: MadeUpExams): Promise<{ entries: number; marks: number; results: number }> {
  const year = await schoolYearOn(tx, today);
  const [leader, head] = [await findUserByLogin(tx, 'virslietotajs'), await findUserByLogin(tx, 'vaditajs')];
  if (year === undefined || !leader || !head) return { entries: 0, marks: 0, results: 0 };
  const known = (await listExamYears(tx))[0] ?? year;
  for (let latest = known; latest < year; latest += 1) {
    await copyYear(tx, latest, `Pieņemts pēc ${yearName(latest).lv} mācību gada parauga`, { recordedAt: now, recordedBy: 'made-up data' });
  }
  if (known < year) await laySessions(tx, year, today);
  await joinWhole(tx, true);
  let [entries, marks, results] = [0, 0, 0];
  for (const one of [year - 1, year]) {
    const begins = (await listSessions(tx, one)).map(({ startsOn }) => startsOn).sort()[0];
    const others = one === year ? [] : await makeUpOthers(tx, one, today);
    const of = { year: one, others, isAhead: begins === undefined || today < begins, isUnderWay: one === year && known < year, today, now, seed, leaderId: leader.id, headId: head.id };
    await insertEvents(tx, of);
    entries += await insertMadeUpEntries(tx, of);
    await insertMadeUpFacts(tx, of);
    await insertMadeUpRooms(tx, of);
    marks += await insertMadeUpDays(tx, of);
    await insertMadeUpWorks(tx, of);
    results += of.isUnderWay ? await makeUpSessionUnderWay(tx, of) : await makeUpResults(tx, of);
  }
  await joinWhole(tx, false);
  return { entries, marks, results };
}

/** Graduates of earlier years at the universities, and a few externs at the demonstration's school. */
async function makeUpOthers(tx: Write, year: number, today: IsoDate): Promise<MadeUpOther[]> {
  const [universities, school] = [await listUniversities(tx, today, UNIVERSITIES), await findByRegNr(tx, DEMO_SCHOOL)];
  const adults = await listSomeAdults(tx, { from: isoDate(`${year - 26}-01-01`), to: isoDate(`${year - 20}-01-01`) }, universities.length * GRADUATES + EXTERNS, today);
  return adults.flatMap((personId, at): MadeUpOther[] => {
    const isExtern = at < EXTERNS;
    const institutionId = isExtern ? school?.id : universities[(at - EXTERNS) % universities.length];
    if (!institutionId) return [];
    if (isExtern) return [{ personId, institutionId, candidateAs: 'extern', letBy: `Izdomāts rīkojums 1-8/${at + 1}`, codes: ['LAT09', 'MAT09'] }];
    return [{ personId, institutionId, candidateAs: 'former graduate', letBy: `Izdomāts atestāts AV ${10_001 + at}`, codes: at % 3 === 0 ? ['LATOL', 'MATOL'] : ['MATOL', 'ANGOL'] }];
  });
}
const DEMO_SCHOOL = '9900000001';
const UNIVERSITIES = 5;
/** Of each university; enough that a report need not hide all of them. */
const GRADUATES = 36;
const EXTERNS = 2;

/** Results of the exams that are over, by the way all results are counted, and when they are published. */
async function makeUpResults(tx: Write, of: MadeUpYear): Promise<number> {
  const [manager, head] = [await findUserByLogin(tx, 'eksameni'), await findUserByLogin(tx, 'eksamenuvaditajs')];
  if (manager && head) await insertMadeUpPublications(tx, of, { setBy: manager.id, confirmedBy: head.id });
  let results = 0;
  for (const { eventId, announcedOn } of await listEventsHeld(tx, of.year, of.today)) {
    const counted = announcedOn ? instantInRiga(addDays(announcedOn, -9), '12:00:00') : of.now;
    results += await count(tx, eventId, of, counted < of.now ? counted : of.now);
  }
  if (results > 0) await makeUpAppeals(tx, of);
  return results;
}

async function count(tx: Write, eventId: string, { today }: MadeUpYear, recordedAt: Date): Promise<number> {
  const { counting } = await countingOf(tx, eventId, today);
  return (await insertCounted(tx, counting, 're-count', '', { recordedAt, recordedBy: 'made-up data' })).length;
}

/**
 * A session in its fourth week. Of one exam the results are out already and contested; of another they are counted, and some lack a point to the threshold; of the rest the works are
 * in the hands of assessors. @returns how many results
 */
async function makeUpSessionUnderWay(tx: Write, of: MadeUpYear): Promise<number> {
  const users: string[] = [];
  for (const login of [...IN_SESSION, 'eksameni', 'eksamenuvaditajs']) users.push((await findUserByLogin(tx, login))?.id ?? '');
  const [first, second, third, setBy, confirmedBy] = users;
  if (!first || !second || !third || !setBy || !confirmedBy) return 0;
  const by = { recordedAt: of.now, recordedBy: 'made-up data' };
  const events = await listEventsUnderWay(tx, of);
  const another = await findUserByLogin(tx, ANOTHER_ASSESSOR);
  await appointFor(tx, of.year, events.map(({ code }) => code), [first, second, third, ...(another ? [another.id] : [])], by);
  let results = 0;
  for (const { eventId, code, isFirst } of events) {
    if (!isFirst && code === 'LATOL') {
      await leaveHalfAssessed(tx, eventId, [first, second, third]);
      await makeUpScans(tx, eventId, by);
      continue;
    }
    await makeUpScans(tx, eventId, by);
    if (!isFirst) await lowerNearThreshold(tx, eventId, of.year);
    await insertAgreeing(tx, eventId, [first, second]);
    results += await count(tx, eventId, of, instantInRiga(addDays(of.today, -COUNTED_DAYS_AGO), '12:00:00'));
    if (!isFirst) await makeUpImport(tx, eventId, of);
    if (!isFirst) continue;
    await publishEarly(tx, eventId, of, { setBy, confirmedBy });
    await insertOpenAppeal(tx, eventId, of);
  }
  return results;
}

/** Scans of the first works of an event: enough for whoever tries it, however many works a whole country has. */
async function makeUpScans(tx: Write, eventId: string, by: Recording): Promise<void> {
  for (const { workId, candidateCode, part } of await listUnscanned(tx, eventId, SCANNED)) {
    const content = madeUpScan(candidateCode, part);
    await insertScan(tx, { workId, sha256: createHash('sha256').update(content).digest('hex'), type: 'application/pdf', pages: MADE_UP_PAGES, content }, by);
  }
}

/** A file of points that was brought in: what was known already changes nothing, and two of its rows are refused. */
async function makeUpImport(tx: Write, eventId: string, { now, today }: MadeUpYear): Promise<void> {
  const candidates = new Map((await listCandidates(tx, eventId, now)).map((one) => [one.candidateCode, one]));
  const known = [...candidates.values()].filter(({ halfPoints }) => Object.keys(halfPoints).length > 0).slice(0, 5);
  const { event } = await countingOf(tx, eventId, today);
  const rows = known.map(({ candidateCode, halfPoints }, at) => ({ line: at + 2, candidateCode, points: Object.fromEntries(Object.entries(halfPoints).map(([part, half]) => [part, pointsInWords(half, 'lv')])) }));
  const wrong = rows.slice(0, 1).flatMap(({ candidateCode, points }) => [{ line: rows.length + 2, candidateCode: `${candidateCode.slice(0, -2)}99`, points }, { line: rows.length + 3, candidateCode: '7331', points: { ...points, 1: '999' } }]);
  if (rows.length === 0) return;
  const by = { recordedAt: now, recordedBy: 'made-up data' };
  const id = await insertImport(tx, { eventId, key: `made-up-${event.code}`, contentHash: 'made-up', source: 'csv', fileName: `${event.code}.csv` }, [...rows, ...wrong], by);
  const judge = judgePoints(await listParts(tx, event.examId), candidates, new Set());
  await answerRows(tx, id, [...rows, ...wrong].map((row) => ({ line: row.line, judged: judge(row) })));
  await advanceImport(tx, id, now);
}

/** Two who have assessed, and one whom the demonstration lets go on. */
const IN_SESSION = ['skolotajs', 'izglitiba', 'vertetajs'] as const;
/** With one of the three, two are left who may sit over what the others assessed. */
const ANOTHER_ASSESSOR = 'vertetajs.otrais';
const COUNTED_DAYS_AGO = 7;
const SCANNED = 60;

/** Who makes up commissions and assesses in the demonstration. */
const AGENCY = ['eksameni', 'eksamenuvaditajs', 'apelacijas'] as const;
const ASSESSORS = ['vertetajs', 'skolotajs'] as const;
const CONTESTED = ['MATOL', 'LATOL'] as const;

/** Assessors of the year's exams, and a few appeals that were decided: two marks stay, one is raised. */
async function makeUpAppeals(tx: Write, of: MadeUpYear): Promise<void> {
  const by = { recordedAt: of.now, recordedBy: 'made-up data' };
  const members: { userId: string; partIn: string }[] = [];
  for (const [logins, partIn] of [[AGENCY, 'agency'], [ASSESSORS, 'assessor']] as const) {
    for (const login of logins) {
      const user = await findUserByLogin(tx, login);
      if (user) members.push({ userId: user.id, partIn });
    }
  }
  if (members.length < AGENCY.length + ASSESSORS.length) return;
  await appointFor(tx, of.year, CONTESTED, members.flatMap(({ userId, partIn }) => (partIn === 'assessor' ? [userId] : [])), by);
  for (const [at, one] of (await listMadeUpContested(tx, of, CONTESTED)).entries()) {
    const decidedOn = addDays(one.publishedOn, 20);
    if (decidedOn > of.today) continue;
    const id = await insertMadeUpAppeal(tx, one, members, of.now);
    const raised = at === 0 ? await raiseByAppeal(tx, one, of) : null;
    const explanation = raised ? 'Komisija ieskaita risinājumu: pirmajā daļā par diviem punktiem vairāk.' : 'Vērtējums atbilst vērtēšanas kritērijiem.';
    await decideAppealRow(tx, id, { outcome: raised ? 'raise' : 'keep', decisionNr: `4-1/${at + 1}`, decidedOn, explanation, resultAfter: raised }, by);
  }
}

async function appointFor(tx: Write, year: number, codes: readonly string[], users: readonly string[], by: Recording): Promise<void> {
  for (const { id, code } of await listExams(tx, year)) if (codes.includes(code)) for (const userId of users) await appoint(tx, userId, id, by);
}

async function raiseByAppeal(tx: Write, { entryId, eventId }: MadeUpAppeal, of: MadeUpYear): Promise<string | null> {
  await raiseMadeUpPoints(tx, entryId, 4);
  const { counting } = await countingOf(tx, eventId, of.today, [entryId]);
  const by = { recordedAt: of.now, recordedBy: 'made-up data' };
  await supersedeChanged(tx, counting, by);
  await insertCounted(tx, counting, 'appeal', '4-1/1', by);
  return (await listVersions(tx, entryId)).find(({ supersededAt }) => supersededAt === null)?.id ?? null;
}
