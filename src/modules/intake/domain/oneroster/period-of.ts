import { nameKey } from '#modules/education/public.js';
import type { KnownFacts } from './known.js';

/** Which period mark a line item carries, or why it carries none. */
export type PeriodOf = { readonly year: number; readonly period: 'S1' | 'S2' | 'YEAR' | 'EXAM' | 'POST' | 'FINAL'; readonly isNamed: boolean } | { readonly unclear: 'session' };

type Session = Pick<KnownFacts['academicSessions'], 'type' | 'title' | 'from' | 'to'>;

/**
 * The period of a line item from its session's days and its category: semesters are S1 and S2; a term, or a type of one's own, that spans
 * the year (or is called so) is the year, since a line item may not hang on a schoolYear. Post-examinations, examinations and final marks
 * are told by the category. `isNamed` where category or title say that it is the mark of the period and no single piece of work.
 */
export function periodOf(session: Session, category: string, title: string): PeriodOf {
  const year = schoolYearOf(session.from);
  if (year === null || session.type === 'schoolYear') return { unclear: 'session' };
  const kinds = [nameKey(category), nameKey(title)];
  const says = (...words: string[]) => kinds.some((kind) => words.some((word) => kind.includes(word)));
  if (says('pecparbaudijum', 'postexam', 'reexam')) return { year, period: 'POST', isNamed: true };
  if (says('valstsparbaudijum', 'centralizetaiseksamen', 'stateexam')) return { year, period: 'EXAM', isNamed: true };
  if (says('galavertejum', 'galigaisvertejum', 'finalmark', 'finalgrade')) return { year, period: 'FINAL', isNamed: true };
  const period = spanOf(session, year);
  if (period === null) return { unclear: 'session' };
  return { year, period, isNamed: says(...(period === 'YEAR' ? YEAR_WORDS : SEMESTER_WORDS)) };
}

const SEMESTER_WORDS = ['semestra', 'semestr', 'semester', 'pusgad', 'liecib', 'perioda', 'summativ'];
const YEAR_WORDS = ['gada', 'gads', 'yearmark', 'yeargrade', 'annual', 'liecib', 'summativ'];

/** The calendar year in which the school year of a day starts; days from July belong to the next one. */
export function schoolYearOf(day: string): number | null {
  const found = /^(\d{4})-(\d{2})-\d{2}$/.exec(day);
  return found ? Number(found[1]) - (Number(found[2]) < 7 ? 1 : 0) : null;
}

/** A span of the year by its first and last month: only what can be nothing else. */
function spanOf({ type, title, from, to }: Session, year: number): 'S1' | 'S2' | 'YEAR' | null {
  const first = monthsIn(year, from);
  const last = monthsIn(year, to);
  if (last < first) return null;
  const isYear = first <= OCTOBER && last >= APRIL;
  if (isYear) return type === 'semester' ? null : 'YEAR';
  if (/^(gads|gadavertejums|year|yearmark)$/.test(nameKey(title)) && type !== 'semester') return 'YEAR';
  if (last - first < SHORTEST_SEMESTER) return null;
  if (first <= OCTOBER && last <= JANUARY) return 'S1';
  return first >= DECEMBER && last >= APRIL ? 'S2' : null;
}

/** Months since September of the school year. */
const monthsIn = (year: number, day: string): number => (Number(day.slice(0, 4)) - year) * 12 + Number(day.slice(5, 7)) - 9;
const OCTOBER = 1;
const DECEMBER = 3;
const JANUARY = 4;
const APRIL = 7;
const SHORTEST_SEMESTER = 2;
