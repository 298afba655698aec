import { z } from 'zod';
import { listOwnRequirements, ownUserId, type OwnRequirementRow } from '#modules/access/public.js';
import { NotFound } from '#kernel/errors.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import type { Read } from '#platform/db/transaction.js';
import { parseCourse, questionsOf } from '../domain/course-text.js';
import { courseKey, toRenew } from '../domain/validity.js';
import { type AttemptRow, findOpenAttempt } from '../store/attempts.js';
import { findOfferedVersion, type VersionRow } from '../store/courses.js';
import { listResultsOf, type ResultRow } from '../store/results.js';
import { NO_SUCH_COURSE } from '../texts.js';

export interface CourseToTake {
  readonly version: VersionRow;
  readonly pages: number;
  readonly questions: number;
  readonly open: AttemptRow | undefined;
  readonly results: readonly ResultRow[];
  /** What one passed, where it ends soon. */
  readonly ending: ResultRow | undefined;
  /** The rights of one's own that ask for it. */
  readonly askedBy: readonly OwnRequirementRow[];
}

/** What a course is about, and how one stands with it. */
export const readCourse = readAction({
  name: 'training.read-course',
  title: { lv: 'Apskatīts mācību kurss', en: 'Course looked at' },
  permission: SIGNED_IN,
  input: z.object({ courseId: z.uuid() }),
  audit: NOT_PERSONAL,
  async run({ tx, actor, today }, { courseId }): Promise<CourseToTake> {
    const userId = ownUserId(actor);
    const version = await getOfferedVersion(tx, courseId);
    const { pages } = parseCourse(version.textLv);
    const results = (await listResultsOf(tx, userId)).filter((result) => result.courseId === courseId);
    return {
      version,
      pages: pages.length,
      questions: questionsOf(pages).length,
      open: await findOpenAttempt(tx, courseId, userId),
      results,
      ending: toRenew(results, today)[0],
      askedBy: (await listOwnRequirements(tx, userId, today)).filter((one) => one.key === courseKey(courseId)),
    };
  },
});

/** @throws NotFound when the course is not offered. */
export async function getOfferedVersion(tx: Read, courseId: string): Promise<VersionRow> {
  const version = await findOfferedVersion(tx, courseId);
  if (!version) throw new NotFound('no-such-course', NO_SUCH_COURSE);
  return version;
}
