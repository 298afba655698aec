import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { isNowhere } from '#platform/actions/actor.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { SIGNED_IN, scopeOf } from '#platform/actions/permission.js';
import { writeCourses } from '../permissions.js';
import { answerTrial, findVersion, listTrials, type TrialRow, type VersionRow } from '../store/courses.js';
import { NO_DRAFT, NO_SUCH_COURSE } from '../texts.js';

export interface Draft {
  readonly version: VersionRow;
  /** What the reader said, if they were asked to try it. */
  readonly own: TrialRow | undefined;
}

/** A whole version with its right answers: for those who write, and those who were asked to try it. */
export const readDraft = readAction({
  name: 'training.read-draft',
  title: { lv: 'Lasīts kursa melnraksts', en: 'Draft of a course read' },
  permission: SIGNED_IN,
  input: z.object({ versionId: z.uuid() }),
  audit: NOT_PERSONAL,
  async run({ tx, actor }, { versionId }): Promise<Draft> {
    const version = await findVersion(tx, versionId);
    const own = version && (await listTrials(tx, versionId)).find((trial) => trial.userId === ownUserId(actor));
    if (!version || (!own && isNowhere(scopeOf(actor, writeCourses)))) throw new NotFound('no-such-course', NO_SUCH_COURSE);
    return { version, own };
  },
});

/** Says of a draft whether it is fit to be published; may be said anew until it is. */
export const judgeDraft = writeAction({
  name: 'training.judge-draft',
  title: { lv: 'Novērtēts kursa melnraksts', en: 'Draft of a course judged' },
  permission: SIGNED_IN,
  input: z.object({ versionId: z.uuid(), verdict: z.enum(['fit', 'unfit']), remark: z.string().trim().max(2_000).default('') }),
  async run({ tx, actor, now }, { versionId, verdict, remark }) {
    const version = await findVersion(tx, versionId);
    if (!version) throw new NotFound('no-such-course', NO_SUCH_COURSE);
    if (version.publishedAt) throw new Conflict('no-draft', NO_DRAFT);
    if ((await answerTrial(tx, versionId, ownUserId(actor), verdict, remark, now)) === 0) throw new NotFound('no-such-course', NO_SUCH_COURSE);
  },
  audit: ({ input }) => ({ facts: { version: input.versionId, verdict: input.verdict } }),
});
