import { actorOf, findUserByLogin } from '#modules/access/public.js';
import { type IsoDate, isoDate } from '#kernel/iso-date.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { keepPupils } from '../permissions.js';
import { findYearOn, listYearChoices } from '../store/choices.js';
import { findDeadline, putDeadline } from '../store/deadlines.js';
import { giveClass } from '../store/taught-classes.js';
import { insertPosition } from '../store/teachers.js';

const LOADER = 'made-up data';
const BASIS = 'Izdomāts demonstrācijai: semestra vērtējumus var ievadīt jau tagad';

interface Moment {
  readonly today: IsoDate;
  readonly recordedAt: Date;
}

/** Opens the entry of the semester that goes on, on whatever day somebody looks at the demonstration. */
export async function openDemoEntry(tx: Write, { today, recordedAt }: Moment): Promise<void> {
  const year = await findYearOn(tx, today);
  if (year === undefined) return;
  const rule = await findDeadline(tx, year, today < (await startsOf(tx, year)).second ? 'S1' : 'S2');
  if (rule?.opensOn && today < rule.opensOn) await putDeadline(tx, { ...rule, opensOn: isoDate(`${today.slice(0, 7)}-01`), legalBasis: BASIS, verified: false }, { recordedAt, recordedBy: LOADER });
}

/** Gives the demonstration's teacher a class and two subjects, one of which nobody has marked yet: done after marks were made up. */
export async function giveDemoTeacher(tx: Write, login: string, { today, recordedAt }: Moment): Promise<void> {
  const year = await findYearOn(tx, today);
  const institutionId = await demoSchoolOf(tx, today);
  const user = await findUserByLogin(tx, login);
  const personId = user && (await actorOf(tx, user.id, today)).personId;
  if (year === undefined || !institutionId || !personId) return;
  await insertPosition(tx, { personId, institutionId, positionCode: 'teacher', workload: 1, validFrom: (await startsOf(tx, year)).first }, { recordedAt, recordedBy: LOADER });
  await giveClass(tx, { institutionId, year, personId, grade: 5, subjects: ['Matemātika', 'Teātra māksla'] });
}

async function startsOf(tx: Read, year: number): Promise<{ first: IsoDate; second: IsoDate }> {
  const { startsOn, secondSemesterStartsOn } = (await listYearChoices(tx)).find((one) => one.year === year)!;
  return { first: startsOn, second: secondSemesterStartsOn };
}

async function demoSchoolOf(tx: Read, today: IsoDate): Promise<string | undefined> {
  const secretary = await findUserByLogin(tx, 'lietvedis');
  return secretary && (await actorOf(tx, secretary.id, today)).scopes.get(keepPupils.name)?.institutionIds[0];
}
