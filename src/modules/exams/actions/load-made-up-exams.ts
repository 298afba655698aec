import { findUserByLogin } from '#modules/access/public.js';
import { schoolYearOn, yearName } from '#modules/education/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Write } from '#platform/db/transaction.js';
import { listExamYears, listSessions } from '../store/catalogue.js';
import { copyYear } from '../store/keep-catalogue.js';
import { insertEvents, insertMadeUpDays, insertMadeUpEntries, insertMadeUpFacts, insertMadeUpRooms, joinWhole } from '../store/load-made-up.js';

export interface MadeUpExams {
  readonly seed: number;
  readonly today: IsoDate;
  readonly now: Date;
}

/**
 * Makes up the exams of last year, which are over, and of the year that goes on, whose lists are being made until its session begins; by statements over all pupils, so that
 * the whole country takes no more of them than a demonstration. @returns how many entries and marks of participation
 */
export async function loadMadeUpExams(tx: Write, { seed, today, now }: MadeUpExams): Promise<{ entries: number; marks: number }> {
  const year = await schoolYearOn(tx, today);
  const [leader, head] = [await findUserByLogin(tx, 'virslietotajs'), await findUserByLogin(tx, 'vaditajs')];
  if (year === undefined || !leader || !head) return { entries: 0, marks: 0 };
  for (let latest = (await listExamYears(tx))[0] ?? year; latest < year; latest += 1) {
    await copyYear(tx, latest, `Pieņemts pēc ${yearName(latest).lv} mācību gada parauga`, { recordedAt: now, recordedBy: 'made-up data' });
  }
  await joinWhole(tx, true);
  let [entries, marks] = [0, 0];
  for (const one of [year - 1, year]) {
    const begins = (await listSessions(tx, one)).map(({ startsOn }) => startsOn).sort()[0];
    const of = { year: one, isAhead: begins === undefined || today < begins, today, now, seed, leaderId: leader.id, headId: head.id };
    await insertEvents(tx, one, now);
    entries += await insertMadeUpEntries(tx, of);
    await insertMadeUpFacts(tx, of);
    await insertMadeUpRooms(tx, of);
    marks += await insertMadeUpDays(tx, of);
  }
  await joinWhole(tx, false);
  return { entries, marks };
}
