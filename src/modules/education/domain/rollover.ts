import type { ClassKind } from './class-kinds.js';
import { nextTitle } from './class-title.js';
import { classTitleKey } from './names.js';
import type { Block } from './promotion.js';

/** What becomes of a pupil at the end of a school year. */
export const FATES = ['promote', 'repeat', 'leave', 'stay'] as const;
export type Fate = (typeof FATES)[number];

export interface PupilAtYearEnd {
  readonly membershipId: string;
  readonly personId: string;
  readonly classId: string;
  readonly title: string;
  readonly grade: number;
  /** The last grade of the programme they learn in. */
  readonly lastGrade: number;
  readonly blocks: readonly Block[];
}

export interface Proposal {
  readonly membershipId: string;
  readonly personId: string;
  readonly fromClassId: string;
  readonly fate: Fate;
  /** Title and grade of next year's class; null for those who leave. */
  readonly toTitle: string | null;
  readonly toGrade: number | null;
}

/**
 * The school's first proposal for one pupil: the next class under the next title, the same class again for whoever the rules block, leaving
 * after the last grade of the programme, and nothing yet while what the decision needs is not there. The school reviews and changes it; the head's order decides.
 */
export function proposeFor({ membershipId, personId, classId, title, grade, lastGrade, blocks }: PupilAtYearEnd): Proposal {
  const of = { membershipId, personId, fromClassId: classId };
  if (blocks.some(({ waits }) => waits)) return { ...of, fate: 'stay', toTitle: null, toGrade: null };
  if (blocks.length > 0) return { ...of, fate: 'repeat', toTitle: title, toGrade: grade };
  if (grade >= lastGrade) return { ...of, fate: 'leave', toTitle: null, toGrade: null };
  return { ...of, fate: 'promote', toTitle: nextTitle(title, grade) ?? `${grade + 1}. ${title}`, toGrade: grade + 1 };
}

/** A class of a grade, of this year or of the next. */
export interface GradeClass {
  readonly title: string;
  readonly grade: number;
  readonly kind: ClassKind;
}

/**
 * The classes that next year can have: those made for it already, and what follows from this year's, each under its next title and, for repeaters,
 * under its own. Of one title there is one class, as the register of classes has it.
 */
export function nextYearClasses(made: readonly GradeClass[], thisYear: readonly GradeClass[]): GradeClass[] {
  const known = new Map<string, GradeClass>();
  const following = thisYear.flatMap((one) => {
    const title = nextTitle(one.title, one.grade);
    return title === null ? [] : [{ ...one, title, grade: one.grade + 1 }];
  });
  for (const one of [...made, ...following, ...thisYear]) if (!known.has(classTitleKey(one.title))) known.set(classTitleKey(one.title), one);
  return [...known.values()];
}

/** In which of them someone may be who goes on or repeats: of the grade that follows, or of the same, and of the kind of their class. */
export function classesFor(fate: Fate, from: { readonly grade: number; readonly kind: ClassKind }, classes: readonly GradeClass[]): GradeClass[] {
  const grade = fate === 'promote' ? from.grade + 1 : fate === 'repeat' ? from.grade : null;
  return classes.filter((one) => one.grade === grade && one.kind === from.kind).toSorted((a, b) => (a.title < b.title ? -1 : 1));
}
