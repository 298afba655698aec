import { classTitleKey } from '#modules/education/public.js';
import type { SchoolBook } from '#modules/education/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Known } from './known.js';

/** Where a package and the register disagree about who learns in which class. The register stays as it is: a person decides. */
export interface RosterDifferences {
  /** Students of the package whom the school has not enrolled; the sender's identifiers. */
  readonly notEnrolled: readonly string[];
  /** Pupils of the register whom a whole package does not have. */
  readonly notSent: readonly string[];
  readonly otherClass: readonly { readonly personId: string; readonly theirs: string; readonly ours: string }[];
  /** How many students are named by neither code nor number. */
  readonly withoutCode: number;
}

export const SAME: RosterDifferences = { notEnrolled: [], notSent: [], otherClass: [], withoutCode: 0 };

/** Compares the students of a package with the pupils of a day. @param isWhole the package tells of all students, so that missing ones are missed */
export function rosterDifferences(known: Known, book: SchoolBook, day: IsoDate, isWhole: boolean): RosterDifferences {
  const persons = personsOf(book);
  const ours = classesOn(book, day);
  const theirs = new Map<string, string>();
  for (const { student, class: id } of known.own('enrollments').values()) {
    if (student === '') continue;
    const its = known.find('classes', id);
    if (its?.kind === 'homeroom' || !theirs.has(student)) theirs.set(student, its?.kind === 'homeroom' ? its.title : '');
  }
  const sent = new Set<string>();
  const notEnrolled: string[] = [];
  const otherClass: { personId: string; theirs: string; ours: string }[] = [];
  let withoutCode = 0;
  for (const [student, title] of theirs) {
    const pupil = known.find('users', student)?.pupil ?? '';
    if (pupil === '') {
      withoutCode += 1;
      continue;
    }
    const personId = persons.get(plain(pupil));
    const place = personId === undefined ? undefined : ours.get(personId);
    if (personId === undefined || !place) {
      notEnrolled.push(student);
      continue;
    }
    sent.add(personId);
    if (title !== '' && classTitleKey(title) !== place.key) otherClass.push({ personId, theirs: title, ours: place.title });
  }
  const notSent = isWhole && theirs.size > 0 ? [...ours.keys()].filter((personId) => !sent.has(personId)) : [];
  return { notEnrolled, notSent, otherClass, withoutCode };
}

const plain = (pupil: string): string => pupil.replaceAll(/[\s-]/g, '').toUpperCase();

function personsOf({ knownAs, numbers }: SchoolBook): ReadonlyMap<string, string> {
  const persons = new Map<string, string>();
  for (const { personId, number } of numbers) persons.set(plain(number), personId);
  for (const { personId, codes } of knownAs) for (const code of codes) persons.set(plain(code), personId);
  return persons;
}

/** The class of everyone who is in one on a day; groups are not in packages. */
function classesOn({ classes, placements }: SchoolBook, day: IsoDate): ReadonlyMap<string, { title: string; key: string }> {
  const titles = new Map(classes.filter(({ kind }) => kind === 'class' || kind === 'special').map(({ id, title, titleKey }) => [id, { title, key: titleKey }]));
  const found = new Map<string, { title: string; key: string }>();
  for (const { personId, classId, validFrom, validTo } of placements) {
    const its = titles.get(classId);
    if (its && validFrom <= day && (validTo === null || validTo > day)) found.set(personId, its);
  }
  return found;
}
