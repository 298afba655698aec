import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { NotFound } from '#kernel/errors.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { ACTION_TITLES, NO_SUCH_SUBJECT } from '../texts/classifiers.js';
import { type CourseRow, findSubject, listCourses, listSubjectBefore, searchSubjects, type SubjectBefore, type SubjectRow } from '../store/subjects.js';
import { listOutcomes, listScaleRules, type OutcomeRow, type RuleRow } from '../store/scales.js';

export type { CourseRow, SubjectRow };

const PAGE = 60;

export interface FoundSubjects {
  readonly total: number;
  readonly subjects: readonly SubjectRow[];
  /** What `after` of the next page is; null on the last page. */
  readonly next: number | null;
}

/** Subjects in Latvian order, those that hold today unless all are asked for. */
export const findSubjects = readAction({
  name: 'education.find-subjects',
  title: ACTION_TITLES.showSubjects,
  permission: ANYONE,
  input: z.object({ q: z.string().trim().max(200).default(''), state: z.preprocess((raw) => raw || 'open', z.enum(['open', 'all'])), after: emptyAsNull(z.coerce.number().int()) }),
  audit: NOT_PERSONAL,
  async run({ tx, today }, { q, state, after }): Promise<FoundSubjects> {
    const words = q.split(/\s+/).filter(Boolean).slice(0, 8);
    const { total, rows } = await searchSubjects(tx, { words, on: state === 'all' ? null : today }, after, PAGE + 1);
    const subjects = rows.slice(0, PAGE);
    return { total, subjects, next: rows.length > PAGE ? subjects.at(-1)!.id : null };
  },
});

export interface ShownSubject {
  readonly subject: SubjectRow;
  readonly courses: readonly CourseRow[];
  readonly outcomes: readonly OutcomeRow[];
  /** Rules of scales for this very subject; the general ones hold besides. */
  readonly rules: readonly RuleRow[];
  readonly before: readonly SubjectBefore[];
}

export const showSubject = readAction({
  name: 'education.show-subject',
  title: ACTION_TITLES.showSubjects,
  permission: ANYONE,
  input: z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) }),
  audit: NOT_PERSONAL,
  async run({ tx }, { id }): Promise<ShownSubject> {
    const subject = await findSubject(tx, id);
    if (!subject) throw new NotFound('no-such-subject', NO_SUCH_SUBJECT);
    return {
      subject,
      courses: await listCourses(tx, id),
      outcomes: (await listOutcomes(tx, null)).filter(({ subjectId }) => subjectId === id),
      rules: (await listScaleRules(tx)).filter(({ subjectId }) => subjectId === id),
      before: await listSubjectBefore(tx, id),
    };
  },
});

/** All courses, for machines. */
export const listAllCourses = readAction({
  name: 'education.list-courses',
  title: ACTION_TITLES.showSubjects,
  permission: ANYONE,
  input: z.object({ subjectId: emptyAsNull(z.coerce.number().int()) }),
  audit: NOT_PERSONAL,
  run: ({ tx }, { subjectId }): Promise<CourseRow[]> => listCourses(tx, subjectId),
});
