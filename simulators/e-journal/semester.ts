import { createHash } from 'node:crypto';
import type { RosterClass, RosterPupil } from './roster.js';

/** One request to the intake: what it says once, its rows, and what is deliberately wrong in it. */
export interface Parcel {
  readonly title: string;
  readonly path: string;
  readonly head: { readonly institution: string; readonly year: number; readonly kind: 'mark' | 'outcome' | 'absence' };
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** The codes that a right answer has. */
  readonly expects: readonly string[];
}

export interface Semester {
  readonly institution: string;
  /** A school that never confirmed the journal. */
  readonly stranger: string;
  readonly year: number;
  /** The month that goes on, such as M11. */
  readonly month: string;
  readonly classes: readonly RosterClass[];
}

const PATH = '/api/intake/batches';
/** A personal code that is nobody's. */
const NOBODY = '45059999999';

/** The same number for the same words, so that a semester sent again is the same semester. */
const luckOf = (words: string): number => createHash('sha256').update(words).digest().readUInt32BE(0);
const markOf = (pupil: RosterPupil, subject: string): string => String(4 + (luckOf(`${pupil.code} ${subject}`) % 7));
const inverted = (mark: string): string => String(14 - Number(mark));

/** "Zaļais žurnāls" writes names as teachers like them, classes without dots, and counts absences by months. */
const OWN_NAMES: Readonly<Record<string, string>> = { 'Angļu valoda': 'Svešvaloda (angļu)', 'Sports un veselība': 'Sports un veselības mācība', 'Dizains un tehnoloģijas': 'Dizains un tehn.' };

/** What it leaves out: what the school's first journal sends of grade 5, and what teachers write in Vienkopus themselves. */
const FIRST_JOURNALS = ['Matemātika', 'Angļu valoda', 'Sports un veselība', 'Datorika'];
export const zalaisSends = (grade: number, subject: string): boolean =>
  grade >= 5 && subject !== 'Teātra māksla' && !(grade === 5 && FIRST_JOURNALS.includes(subject)) && !(grade === 6 && subject === 'Matemātika');

export function semesterOfZalais({ institution, year, month, classes }: Semester): Parcel[] {
  const marked = classes.filter(({ grade }) => grade >= 5);
  const marks = marked.flatMap(({ title, grade, subjects, pupils }) =>
    pupils.flatMap((pupil) => subjects.filter(({ name }) => zalaisSends(grade, name)).map(({ name }) => ({ record: `z-${luckOf(`${pupil.code} ${name}`)}`, pupil: pupil.code, familyName: pupil.family, class: title.replace('.', '').toUpperCase(), subject: OWN_NAMES[name] ?? name, period: 'S1', value: markOf(pupil, name) }))),
  );
  const [any, other] = marked.flatMap(({ pupils }) => pupils);
  const small = classes.find(({ grade }) => grade === 2)?.pupils[0];
  const wrong = any && other ? [
    { record: 'z-nobody', pupil: NOBODY, familyName: 'Nezināms', subject: 'Matemātika', period: 'S1', value: '7' },
    { record: 'z-misnamed', pupil: any.code, familyName: 'Cits-Uzvārds', subject: 'Matemātika', period: 'S1', value: '7' },
    { record: 'z-eleven', pupil: any.code, familyName: any.family, subject: 'Mūzika', period: 'YEAR', value: '11' },
    { record: 'z-summer', pupil: other.code, familyName: other.family, subject: 'Matemātika', period: 'POST', value: '8', decidedOn: `${year}-07-15` },
    { record: 'z-class', pupil: other.code, familyName: other.family, class: '99Z', subject: 'Literatūra', period: 'S1', value: '8' },
  ] : [];
  const inSecond = small ? [{ record: 'z-second', pupil: small.code, familyName: small.family, subject: 'Matemātika', period: 'S1', value: '7' }] : [];
  const months = marked.flatMap(({ pupils }) => pupils).map((pupil) => ({ record: `k-${luckOf(pupil.code + month)}`, pupil: pupil.code, period: month, justifiedLessons: 1 + (luckOf(pupil.code + month) % 12), unjustifiedLessons: luckOf(month + pupil.code) % 3 }));
  const broken = any ? [{ record: 'k-sum', pupil: any.code, period: ['M09', 'M10', 'M11', 'M12'].includes(month) ? 'S1' : 'S2', justifiedLessons: 0, unjustifiedLessons: 0 }] : [];
  return [
    { title: '1. semestra vērtējumi: nosaukumi, kā raksta skolotāji', path: PATH, head: { institution, year, kind: 'mark' }, rows: [...marks, ...wrong, ...inSecond], expects: ['VI-101', 'VI-102', 'VI-201', 'VI-203', 'VI-204'] },
    { title: 'Šī mēneša kavējumi, un semestris, kas ar tiem nesaskan', path: PATH, head: { institution, year, kind: 'absence' }, rows: [...months, ...broken], expects: ['VI-211'] },
    { title: 'Tas pats uz veco adresi (iestatījums nav mainīts)', path: '/api/v0/intake/batches', head: { institution, year, kind: 'absence' }, rows: months.slice(0, 5), expects: ['VI-106'] },
  ];
}

/** "Klases soma" sends outcomes and numeric identifiers, some of them wrong, the year late and the second semester early. */
export function semesterOfKlasesSoma({ institution, stranger, year, classes }: Semester, outcomesOf: (grade: number) => readonly string[]): Parcel[] {
  const outcomes = classes.filter(({ grade }) => grade === 2 || grade === 3).flatMap(({ grade, pupils }) =>
    pupils.flatMap((pupil) => outcomesOf(grade).map((outcome) => ({ record: `s-${luckOf(pupil.code + outcome)}`, pupil: pupil.code, familyName: pupil.family, outcome, period: 'S1', value: 'STAP'[luckOf(outcome + pupil.code) % 4] }))),
  );
  const first = classes.find(({ grade }) => grade <= 3)?.pupils[0];
  const unknown = first ? [{ record: 's-unknown', pupil: first.code, familyName: first.family, outcome: 'XX.9.9', period: 'S1', value: 'T' }] : [];
  // Another value than the first journal's is a mistake only where that one sends the subject.
  const older = classes.find(({ grade, subjects }) => grade >= 5 && zalaisSends(grade, 'Matemātika') && subjects.some(({ name }) => name === 'Matemātika'));
  const pupils = older?.pupils ?? [];
  const maths = older?.subjects.find(({ name }) => name === 'Matemātika');
  const second = maths ? pupils.slice(0, 3).map((pupil) => ({ record: `s-other-${luckOf(pupil.code)}`, pupil: pupil.code, familyName: pupil.family, subjectId: maths.id, period: 'S1', value: inverted(markOf(pupil, maths.name)) })) : [];
  const wrongIds = pupils.slice(0, 2).map((pupil) => ({ record: `s-id-${luckOf(pupil.code)}`, pupil: pupil.code, familyName: pupil.family, subjectId: 123_456, period: 'S1', value: '8' }));
  const early = maths ? pupils.slice(0, 2).map((pupil) => ({ record: `s-early-${luckOf(pupil.code)}`, pupil: pupil.code, familyName: pupil.family, subjectId: maths.id, period: 'S2', value: '8' })) : [];
  const late = maths ? pupils.map((pupil) => ({ record: `s-late-${luckOf(pupil.code)}`, pupil: pupil.code, familyName: pupil.family, subjectId: maths.id, period: 'YEAR', value: markOf(pupil, 'gads') })) : [];
  return [
    { title: 'Sasniedzamie rezultāti 2. un 3. klasei', path: PATH, head: { institution, year, kind: 'outcome' }, rows: [...outcomes, ...unknown], expects: ['VI-105'] },
    { title: 'Vērtējumi ar skaitļiem priekšmetu vietā', path: PATH, head: { institution, year, kind: 'mark' }, rows: [...second, ...wrongIds, ...early], expects: ['VI-101', 'VI-207', 'VI-208'] },
    { title: 'Pagājušā gada vērtējumi, nosūtīti par vēlu', path: PATH, head: { institution, year: year - 1, kind: 'mark' }, rows: late, expects: ['VI-206'] },
    { title: 'Skolai, kas šo žurnālu nav apstiprinājusi', path: PATH, head: { institution: stranger, year, kind: 'outcome' }, rows: unknown, expects: ['VI-103'] },
  ].filter(({ rows }) => rows.length > 0) as Parcel[];
}
