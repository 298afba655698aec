import { actorOf, findUserByLogin } from '#modules/access/public.js';
import { readSchoolBook, type SchoolBook, schoolYearOn } from '#modules/education/public.js';
import { findByRegNr } from '#modules/institutions/public.js';
import { receiveBatch } from '#modules/intake/actions/receive-batch.js';
import { monthEnd, type Period } from '#modules/marks/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { perform, type Platform } from '#platform/actions/perform.js';

/** Names as a made-up e-journal writes them: the classifier has none of them. */
const ODD_NAMES = ['Angļu val. (1. svešvaloda)', 'Sporta nodarbības', 'Programmēšana un datorika'] as const;
const KNOWN_NAME = 'Matemātika';
/** In these grades marks come, in these absences, from classes that the journal calls its own way. */
const MARKED_GRADE = 5;
const ABSENT_GRADE = 6;

/**
 * The first batches of a made-up e-journal, through the very door by which the real ones come: some rows are taken, and others wait on the
 * school's desk for what a name means. Safe to repeat: a batch has its key.
 */
export async function makeUpBatches(platform: Platform, { regNr, login }: { readonly regNr: string; readonly login: string }): Promise<void> {
  const { read } = platform.database;
  const today = platform.clock.today();
  const [user, school, year] = [await findUserByLogin(read, login), await findByRegNr(read, regNr), await schoolYearOn(read, today)];
  const book = school && year !== undefined ? await readSchoolBook(read, school.id, year) : undefined;
  if (!user || !book) return;
  const actor = { ...(await actorOf(read, user.id, today)), kind: 'machine' as const };
  const sent = { mark: marksOf(book, today), absence: absencesOf(book, today) };
  for (const kind of ['mark', 'absence'] as const) {
    if (sent[kind].length > 0) await perform(platform, receiveBatch, { institution: regNr, year, kind, 'idempotency-key': `first-${kind}`, rows: sent[kind] }, { actor });
  }
}

/** The first semester where its entry is open, else final marks, which wait for no day. */
function marksOf(book: SchoolBook, today: IsoDate): object[] {
  const opens = book.days.rule('S1')?.opensOn;
  const period = opens && opens <= today ? 'S1' : 'FINAL';
  return pupilsOf(book, MARKED_GRADE, today).flatMap(({ code, title }, number) =>
    [KNOWN_NAME, ...ODD_NAMES].map((subject, at) => ({ record: `${period}-${number}-${at}`, pupil: code, class: title, subject, period, value: String(4 + ((number + 3 * at) % 6)), ...(period === 'FINAL' && { decidedOn: today }) })),
  );
}

function absencesOf(book: SchoolBook, today: IsoDate): object[] {
  const months = (['M09', 'M10'] as const satisfies readonly Period[]).filter((month) => monthEnd(book.days.year, month) < today);
  return pupilsOf(book, ABSENT_GRADE, today).flatMap(({ code, title }, number) =>
    months.map((period) => ({ record: `${period}-${number}`, pupil: code, class: oddTitle(title), period, justifiedLessons: (number * 5) % 14, unjustifiedLessons: number % 9 === 0 ? 3 : 0 })),
  );
}

/** “6.a” as the journal has it: “6 a klase”. */
const oddTitle = (title: string): string => `${title.replaceAll('.', ' ').trim()} klase`;

function pupilsOf({ classes, placements, knownAs }: SchoolBook, grade: number, today: IsoDate): { readonly code: string; readonly title: string }[] {
  const titles = new Map(classes.filter((one) => one.kind === 'class' && one.grade === grade).map(({ id, title }) => [id, title]));
  const codes = new Map(knownAs.map(({ personId, codes: all }) => [personId, all[0]]));
  return placements
    .filter(({ classId, validFrom, validTo }) => titles.has(classId) && validFrom <= today && validTo === null)
    .flatMap(({ personId, classId }) => {
      const code = codes.get(personId);
      return code ? [{ code, title: titles.get(classId)! }] : [];
    });
}
