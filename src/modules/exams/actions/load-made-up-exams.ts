import { findUserByLogin } from '#modules/access/public.js';
import { schoolYearOn, yearName } from '#modules/education/public.js';
import { instantInRiga } from '#kernel/clock.js';
import { addDays, type IsoDate } from '#kernel/iso-date.js';
import type { Write } from '#platform/db/transaction.js';
import { decideAppealRow } from '../store/appeals.js';
import { appoint } from '../store/assessments.js';
import { listExams, listExamYears, listSessions } from '../store/catalogue.js';
import { copyYear } from '../store/keep-catalogue.js';
import { insertCounted, supersedeChanged } from '../store/count-results.js';
import { insertEvents, insertMadeUpDays, insertMadeUpEntries, insertMadeUpFacts, insertMadeUpRooms, joinWhole, type MadeUpYear } from '../store/load-made-up.js';
import { insertMadeUpAppeal, insertMadeUpPublications, insertMadeUpWorks, listEventsHeld, listMadeUpContested, type MadeUpAppeal, raiseMadeUpPoints } from '../store/load-made-up-results.js';
import { listVersions } from '../store/results.js';
import { countingOf } from './count-results.js';

export interface MadeUpExams {
  readonly seed: number;
  readonly today: IsoDate;
  readonly now: Date;
}

/**
 * Makes up the exams of last year, which are over, and of the year that goes on, whose lists are being made until its session begins; by statements over all pupils, so that
 * the whole country takes no more of them than a demonstration. @returns how many entries, marks of participation and results
 */
export async function loadMadeUpExams(tx: Write, { seed, today, now }: MadeUpExams): Promise<{ entries: number; marks: number; results: number }> {
  const year = await schoolYearOn(tx, today);
  const [leader, head] = [await findUserByLogin(tx, 'virslietotajs'), await findUserByLogin(tx, 'vaditajs')];
  if (year === undefined || !leader || !head) return { entries: 0, marks: 0, results: 0 };
  for (let latest = (await listExamYears(tx))[0] ?? year; latest < year; latest += 1) {
    await copyYear(tx, latest, `Pieņemts pēc ${yearName(latest).lv} mācību gada parauga`, { recordedAt: now, recordedBy: 'made-up data' });
  }
  await joinWhole(tx, true);
  let [entries, marks, results] = [0, 0, 0];
  for (const one of [year - 1, year]) {
    const begins = (await listSessions(tx, one)).map(({ startsOn }) => startsOn).sort()[0];
    const of = { year: one, isAhead: begins === undefined || today < begins, today, now, seed, leaderId: leader.id, headId: head.id };
    await insertEvents(tx, one, now);
    entries += await insertMadeUpEntries(tx, of);
    await insertMadeUpFacts(tx, of);
    await insertMadeUpRooms(tx, of);
    marks += await insertMadeUpDays(tx, of);
    results += await makeUpResults(tx, of);
  }
  await joinWhole(tx, false);
  return { entries, marks, results };
}

/** Works of the exams that are over, their results by the way all results are counted, and when they are published. */
async function makeUpResults(tx: Write, of: MadeUpYear): Promise<number> {
  await insertMadeUpWorks(tx, of);
  const [manager, head] = [await findUserByLogin(tx, 'eksameni'), await findUserByLogin(tx, 'eksamenuvaditajs')];
  if (manager && head) await insertMadeUpPublications(tx, of, { setBy: manager.id, confirmedBy: head.id });
  let results = 0;
  for (const { eventId, announcedOn } of await listEventsHeld(tx, of.year, of.today)) {
    const counted = announcedOn ? instantInRiga(addDays(announcedOn, -9), '12:00:00') : of.now;
    const { counting } = await countingOf(tx, eventId, of.today);
    results += (await insertCounted(tx, counting, 're-count', '', { recordedAt: counted < of.now ? counted : of.now, recordedBy: 'made-up data' })).length;
  }
  if (results > 0) await makeUpAppeals(tx, of);
  return results;
}

/** Who makes up commissions and assesses in the demonstration. */
const AGENCY = ['eksameni', 'eksamenuvaditajs', 'klasifikatori'] as const;
const ASSESSORS = ['vertetajs', 'skolotajs'] as const;

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
  for (const exam of await listExams(tx, of.year)) for (const { userId, partIn } of members) if (partIn === 'assessor') await appoint(tx, userId, exam.id, by);
  for (const [at, one] of (await listMadeUpContested(tx, of)).entries()) {
    const decidedOn = addDays(one.publishedOn, 20);
    if (decidedOn > of.today) continue;
    const id = await insertMadeUpAppeal(tx, one, members, of.now);
    const raised = at === 0 ? await raiseByAppeal(tx, one, of) : null;
    const explanation = raised ? 'Komisija ieskaita risinājumu: pirmajā daļā par diviem punktiem vairāk.' : 'Vērtējums atbilst vērtēšanas kritērijiem.';
    await decideAppealRow(tx, id, { outcome: raised ? 'raise' : 'keep', decisionNr: `4-1/${at + 1}`, decidedOn, explanation, resultAfter: raised }, by);
  }
}

async function raiseByAppeal(tx: Write, { entryId, eventId }: MadeUpAppeal, of: MadeUpYear): Promise<string | null> {
  await raiseMadeUpPoints(tx, entryId, 4);
  const { counting } = await countingOf(tx, eventId, of.today, [entryId]);
  const by = { recordedAt: of.now, recordedBy: 'made-up data' };
  await supersedeChanged(tx, counting, by);
  await insertCounted(tx, counting, 'appeal', '4-1/1', by);
  return (await listVersions(tx, entryId)).find(({ supersededAt }) => supersededAt === null)?.id ?? null;
}
