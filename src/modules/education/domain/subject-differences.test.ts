import { describe, expect, test } from 'vitest';
import { differencesOf, type KnownCourse, type KnownSubject } from './subject-differences.js';
import { readCourses, readSubjects, textOf } from './subject-files.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const SUBJECTS = 'Macibu_prieksmeta_ID,Macibu_prieksmeta_nosaukums,OCE_indeksacijai\n12,Matemātika,A\n13,"Svešvaloda (angļu)",B\n';
const COURSES = 'Macibu_prieksmeta_ID,Macibu_prieksmeta_kursa_nosaukums,Kursa_veids,Autoriba,Macibu_joma\n12,Matemātika I,Optimālais,Standarta kurss,Matemātika\n12,Matemātika II,Augstākais,Skolas kurss,Matemātika\n';

const subject = (id: number, name: string, changes: Partial<KnownSubject> = {}): KnownSubject => ({ id, name, area: '', validTo: null, ...changes });
const compare = (subjects: KnownSubject[], file: string | null, courses: KnownCourse[] = [], coursesFile: string | null = null) =>
  differencesOf({ subjects, courses, subjectsFile: file === null ? null : readSubjects(bytes(file)), coursesFile: coursesFile === null ? null : readCourses(bytes(coursesFile)) });

describe('reading the files', () => {
  test('both shapes of the open data are read, by their headers', () => {
    expect(readSubjects(bytes(SUBJECTS))).toEqual({ lines: [{ id: 12, name: 'Matemātika' }, { id: 13, name: 'Svešvaloda (angļu)' }], problems: [] });
    expect(readCourses(bytes(COURSES)).lines).toMatchObject([{ level: 'optimal', authorship: 'standard', kind: 'Optimālais' }, { level: 'highest', authorship: 'own', area: 'Matemātika' }]);
  });

  test('semicolons, a byte order mark and other columns do not matter', () => {
    expect(readSubjects(bytes('\ufeffX;Macibu_prieksmeta_nosaukums;Macibu_prieksmeta_ID\r\n1;Mūzika;7\r\n')).lines).toEqual([{ id: 7, name: 'Mūzika' }]);
  });

  test('what is no UTF-8 is read by the Baltic code page', () => {
    expect(textOf(Uint8Array.of(0x4d, 0x61, 0x74, 0x65, 0x6d, 0xe2, 0x74, 0x69, 0x6b, 0x61))).toBe('Matemātika');
    expect(textOf(bytes('Matemātika'))).toBe('Matemātika');
  });

  test('a wrong line is told by its number, and the file without its columns too', () => {
    expect(readSubjects(bytes('Macibu_prieksmeta_ID,Macibu_prieksmeta_nosaukums\nx,Mūzika\n5,\n5,Sports\n5,Ētika\n')).problems.map(({ line }) => line)).toEqual([2, 3, 5]);
    expect(readSubjects(bytes('ID,Nosaukums\n1,Mūzika\n')).problems[0]!.words.lv).toMatch(/nav kolonnu: Macibu_prieksmeta_ID/);
  });
});

describe('what would change', () => {
  test('new, renamed and missing subjects are told apart by their identifier', () => {
    const found = compare([subject(13, 'Angļu valoda'), subject(900_001, 'Latviešu valoda')], SUBJECTS);
    expect(found.added).toEqual([{ id: 12, name: 'Matemātika', area: '' }]);
    expect(found.changed).toMatchObject([{ id: 13, name: 'Svešvaloda (angļu)', was: { name: 'Angļu valoda', ended: false } }]);
    expect(found.ended.map(({ id }) => id)).toEqual([900_001]);
  });

  test('the same file again changes nothing', () => {
    const known = [subject(12, 'Matemātika', { area: 'Matemātika' }), subject(13, 'Svešvaloda (angļu)')];
    const courses: KnownCourse[] = [
      { id: 1, subjectId: 12, name: 'Matemātika I', kind: 'Optimālais', level: 'optimal', authorship: 'standard', validTo: null },
      { id: 2, subjectId: 12, name: 'Matemātika II', kind: 'Augstākais', level: 'highest', authorship: 'own', validTo: null },
    ];
    expect(compare(known, SUBJECTS, courses, COURSES)).toMatchObject({ added: [], changed: [], ended: [], unchanged: 2, coursesAdded: [], coursesChanged: [], coursesEnded: [], coursesUnchanged: 2, problems: [] });
  });

  test('a file with a wrong line ends nothing, since the rest of it may be missing too', () => {
    expect(compare([subject(900_001, 'Latviešu valoda')], `${SUBJECTS}x,Mūzika,\n`).ended).toEqual([]);
    expect(compare([subject(900_001, 'Latviešu valoda')], 'Macibu_prieksmeta_ID,Macibu_prieksmeta_nosaukums\n').ended).toEqual([]);
  });

  test('courses alone end no subject, and a course of an unknown subject is told and left out', () => {
    const found = compare([subject(900_001, 'Latviešu valoda')], null, [], COURSES);
    expect(found).toMatchObject({ ended: [], added: [], coursesAdded: [], problems: [{ file: 'courses', words: { lv: expect.stringContaining('12') } }] });
  });

  test('an ended subject that is in the file again holds again', () => {
    expect(compare([subject(12, 'Matemātika', { validTo: '2025-01-01' })], SUBJECTS).changed).toMatchObject([{ id: 12, was: { ended: true } }]);
  });
});
