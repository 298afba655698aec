import { actorOf, findUserByLogin } from '#modules/access/public.js';
import { daysOfYear, listCountedClasses, schoolYearOn } from '#modules/education/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { termsOf } from '../domain/completeness.js';
import { madeUpStateOf, type MadeUpState } from '../domain/made-up-states.js';
import { MONTHS, monthEnd } from '../domain/periods.js';
import { enterMarks } from '../permissions.js';
import { insertMadeUpMarks, listPreschoolsOf, listSchoolsOf } from '../store/made-up-marks.js';
import { insertNilReport } from '../store/nil-reports.js';
import { touchStanding } from '../store/standing.js';
import { preparedFrom } from './standing-days.js';

export interface MadeUpMarks {
  readonly seed: number;
  readonly today: IsoDate;
  readonly now: Date;
  /** Registration number of the school for which the made-up e-journals send. */
  readonly journalRegNr: string;
}

/** As many schools as are enough to look at; the others are those that entered nothing. */
const MOST_SCHOOLS = 40;
const LOADER = 'made-up data';

/** Makes up the marks and absences of last year and of the semester that goes on, for schools in every state of completeness. @returns how many records */
export async function loadMadeUpMarks(tx: Write, { seed, today, now, journalRegNr }: MadeUpMarks): Promise<number> {
  const year = await schoolYearOn(tx, today);
  if (year === undefined) return 0;
  const own = await ownSchool(tx, today);
  let records = 0;
  for (const of of [year - 1, year]) {
    for (const [place, { id, regNr }] of (await listSchoolsOf(tx, of, MOST_SCHOOLS)).entries()) {
      const state = madeUpStateOf(place, id === own ? 'own' : regNr === journalRegNr ? 'journal' : 'other');
      records += await fillYear(tx, id, of, of === year, state, { seed: seed + place, today, now });
    }
    for (const id of await listPreschoolsOf(tx, of, MOST_SCHOOLS / 2)) await reportNils(tx, id, of, { today, now });
  }
  return records;
}

async function fillYear(tx: Write, institutionId: string, year: number, goesOn: boolean, state: MadeUpState, { seed, today, now }: Omit<MadeUpMarks, 'journalRegNr'>): Promise<number> {
  const days = await daysOfYear(tx, year);
  if (!days) return 0;
  // A year that is over is looked at from its last day, when everybody was still in class.
  const asOf = goesOn ? today : (days.endsOn({ grade: 12 }) ?? today);
  const semester = today < days.secondSemesterStartsOn ? 'S1' : 'S2';
  const classes = (await listCountedClasses(tx, institutionId, year)).filter(({ grade }) => grade !== null);
  const gradeOf = new Map(classes.map(({ id, grade }) => [id, grade]));
  const terms = termsOf(classes, days, asOf, await preparedFrom(tx, today)).filter(
    ({ classId, record, period }) => !goesOn || (period === semester && !state.leftToJournals?.({ record, period, grade: gradeOf.get(classId)! })),
  );
  const made = await insertMadeUpMarks(tx, { institutionId, year, terms, state, share: goesOn ? state.now : state.before, seed, now });
  if (state.absences === 'nil') await reportNils(tx, institutionId, year, { today, now });
  await touchStanding(tx, institutionId, year, now);
  return made;
}

/** Says of the months that are over that nobody was absent without justification. */
async function reportNils(tx: Write, institutionId: string, year: number, { today, now }: Pick<MadeUpMarks, 'today' | 'now'>): Promise<void> {
  for (const period of MONTHS.slice(0, 9).filter((month) => monthEnd(year, month) < today)) await insertNilReport(tx, { institutionId, year, period }, now, LOADER);
}

/** The school of the demonstration's secretary. */
async function ownSchool(tx: Read, today: IsoDate): Promise<string | undefined> {
  const secretary = await findUserByLogin(tx, 'lietvedis');
  return secretary && (await actorOf(tx, secretary.id, today)).scopes.get(enterMarks.name)?.institutionIds[0];
}
