import { classTitleKey } from './names.js';

const LETTERS = 'abcdefghijklmnoprstuvz';
const GROUPS = 'Bitītes;Lācīši;Zvirbulīši;Taurenīši;Sprīdīši;Pūcītes;Vāverītes;Zvaniņi;Saulītes;Rūķīši;Ežuki;Mārītes;Kamenītes;Zīļuki;Sienāzīši;Gailīši;Pērlītes;Avotiņi;Burbulīši;Kastanīši'.split(';');
const MOST_GROUPS = 60;

/** Titles of made-up classes by grade and number, and of preschool groups by number alone. */
export function madeUpTitles(): { grade: number | null; letter: number; title: string; key: string }[] {
  const classes = Array.from({ length: 12 }, (_, at) => at + 1).flatMap((grade) => [...LETTERS].map((letter, at) => ({ grade, letter: at + 1, title: `${grade}.${letter}` })));
  const groups = Array.from({ length: MOST_GROUPS }, (_, at) => ({ grade: null, letter: at + 1, title: `${GROUPS[at % GROUPS.length]}${at < GROUPS.length ? '' : ` ${Math.floor(at / GROUPS.length) + 1}`}` }));
  return [...classes, ...groups].map((one) => ({ ...one, key: classTitleKey(one.title) }));
}

/** What made-up classes learn: names of the subject classifier and the grades. */
export const MADE_UP_LESSONS = (
  [
    ['Latviešu valoda', 1, 9], ['Literatūra', 5, 9], ['Latviešu valoda un literatūra', 10, 12], ['Angļu valoda', 1, 12], ['Vācu valoda', 6, 12], ['Matemātika', 1, 12], ['Dabaszinības', 1, 6],
    ['Bioloģija', 7, 12], ['Fizika', 8, 12], ['Ķīmija', 8, 12], ['Ģeogrāfija', 7, 12], ['Sociālās zinības', 1, 9], ['Vēsture', 7, 9], ['Vēsture un sociālās zinātnes', 10, 12],
    ['Datorika', 4, 9], ['Dizains un tehnoloģijas', 1, 9], ['Vizuālā māksla', 1, 9], ['Mūzika', 1, 9], ['Sports un veselība', 1, 12],
  ] as const
).map(([name, fromGrade, toGrade], turn) => ({ name, fromGrade, toGrade, turn }));

export const EXEMPT_FROM = 'Sports un veselība';
