import { findUserByLogin } from '#modules/access/public.js';
import { schoolYearOn, yearName } from '#modules/education/public.js';
import { instantInRiga } from '#kernel/clock.js';
import { addDays, type IsoDate } from '#kernel/iso-date.js';
import type { Write } from '#platform/db/transaction.js';
import { listExamYears, listSessions } from '../store/catalogue.js';
import { copyYear } from '../store/keep-catalogue.js';
import { insertCounted } from '../store/count-results.js';
import { insertEvents, insertMadeUpDays, insertMadeUpEntries, insertMadeUpFacts, insertMadeUpRooms, joinWhole, type MadeUpYear } from '../store/load-made-up.js';
import { insertMadeUpPublications, insertMadeUpWorks, listEventsHeld } from '../store/load-made-up-results.js';
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
  return results;
}
