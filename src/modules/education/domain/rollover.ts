import type { Block } from './promotion.js';
import { nextTitle } from './class-title.js';

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
 * The school's first proposal for one pupil: the next class under the next title, the same class again for whoever the rules block,
 * and leaving after the last grade of the programme. The school reviews and changes it; the head's order decides.
 */
export function proposeFor({ membershipId, personId, classId, title, grade, lastGrade, blocks }: PupilAtYearEnd): Proposal {
  const of = { membershipId, personId, fromClassId: classId };
  if (blocks.length > 0) return { ...of, fate: 'repeat', toTitle: title, toGrade: grade };
  if (grade >= lastGrade) return { ...of, fate: 'leave', toTitle: null, toGrade: null };
  return { ...of, fate: 'promote', toTitle: nextTitle(title, grade) ?? `${grade + 1}. ${title}`, toGrade: grade + 1 };
}
