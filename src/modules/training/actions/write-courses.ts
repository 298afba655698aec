import { z } from 'zod';
import { isRequired, ownUserId } from '#modules/access/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Conflict, type FieldError, invalid, InvalidInput, NotFound } from '#kernel/errors.js';
import { fill, type Text } from '#kernel/text.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { notify } from '#platform/notices/notify.js';
import { differences, parseCourse, type Problem } from '../domain/course-text.js';
import { courseKey } from '../domain/validity.js';
import { coursePublished } from '../events.js';
import { writeCourses } from '../permissions.js';
import {
  type CourseText, findNewestVersion, forgetVerdicts, insertCourse, insertDraft, insertTrial, listTrials, listWritten, lockDraft, publishVersion, setRetired, type TrialRow, updateDraft, type VersionRow, type WrittenRow,
} from '../store/courses.js';
import { findActiveUser } from '../store/users.js';
import { LINE, NO_ACTIVE_LOGIN, NO_DRAFT, NO_SUCH_COURSE, NOT_TRIED, NOT_YOUR_OWN, STILL_REQUIRED } from '../texts.js';

export type { WrittenRow };

export const listCourses = readAction({
  name: 'training.list-courses',
  title: { lv: 'Apskatīti rakstāmie kursi', en: 'Courses in writing looked at' },
  permission: writeCourses,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: ({ tx }): Promise<WrittenRow[]> => listWritten(tx),
});

export interface CourseInWriting {
  /** The draft, else the newest published version; undefined for a course that is still to be written. */
  readonly version: VersionRow | undefined;
  readonly trials: readonly TrialRow[];
  readonly retired: boolean;
}

/** A course with those who try its draft, for whoever writes it. */
export const openCourse = readAction({
  name: 'training.open-course',
  title: { lv: 'Atvērts rakstāms kurss', en: 'Course opened for writing' },
  permission: writeCourses,
  input: z.object({ courseId: z.uuid().optional() }),
  async run({ tx }, { courseId }): Promise<CourseInWriting> {
    if (!courseId) return { version: undefined, trials: [], retired: false };
    const version = await findNewestVersion(tx, courseId);
    if (!version) throw new NotFound('no-such-course', NO_SUCH_COURSE);
    const written = (await listWritten(tx)).find((one) => one.courseId === courseId);
    return { version, trials: await listTrials(tx, version.id), retired: written?.retired ?? false };
  },
  audit: ({ input }) => ({ facts: { course: input.courseId ?? null } }),
});

const words = (most: number) => z.string().trim().max(most).default('');
const Months = emptyAsNull(z.coerce.number().int().min(1).max(120));
const CourseInput = z.object({
  courseId: z.uuid().optional(),
  titleLv: z.string().trim().min(3).max(200),
  titleEn: words(200),
  aboutLv: words(1_000),
  aboutEn: words(1_000),
  textLv: z.string().min(1).max(100_000),
  textEn: z.string().trim().max(100_000).default(''),
  passPercent: z.coerce.number().int().min(1).max(100),
  validMonths: Months,
});

/** Keeps a course's draft; where the newest version is published, a new one begins. What was said of an earlier draft is forgotten. */
export const saveCourse = writeAction({
  name: 'training.save-course',
  title: { lv: 'Saglabāts kursa melnraksts', en: 'Draft of a course saved' },
  permission: writeCourses,
  input: CourseInput,
  async run({ tx, actor, now }, { courseId, ...text }) {
    refuseProblems(text);
    const by = ownUserId(actor);
    const id = courseId ?? (await insertCourse(tx, by, now));
    if (courseId && !(await findNewestVersion(tx, courseId))) throw new NotFound('no-such-course', NO_SUCH_COURSE);
    const draft = await lockDraft(tx, id);
    if (!draft) return { courseId: id, versionId: await insertDraft(tx, id, text, by, now) };
    await updateDraft(tx, draft.id, text, by, now);
    await forgetVerdicts(tx, draft.id);
    return { courseId: id, versionId: draft.id };
  },
  audit: ({ output }) => ({ facts: { ...output } }),
});

/** @throws InvalidInput with the line of each problem beside the text it stands in. */
function refuseProblems({ textLv, textEn, titleEn }: Omit<CourseText, 'id'>): void {
  const lv = parseCourse(textLv);
  const en = textEn === '' ? null : parseCourse(textEn);
  const fields: FieldError[] = [...fieldsOf('textLv', lv.problems), ...fieldsOf('textEn', en?.problems ?? [])];
  if (fields.length === 0 && en) fields.push(...fieldsOf('textEn', differences(lv, en)));
  if (en && titleEn === '') fields.push({ field: 'titleEn', message: TITLE_TOO });
  if (fields.length > 0) throw new InvalidInput(fields);
}

/** So many are named at once, in the order of their lines; the rest are counted. */
const NAMED = 5;

/** All that is wrong with a text in one message, so that it is put right at once. */
function fieldsOf(field: string, problems: readonly Problem[]): FieldError[] {
  if (problems.length === 0) return [];
  const said = problems.slice(0, NAMED).map(({ line, text }) => (line === 0 ? text : { lv: fill(LINE, { line, words: text.lv }).lv, en: fill(LINE, { line, words: text.en }).en }));
  const all = problems.length > NAMED ? [...said, fill(AND_MORE, { n: problems.length - NAMED })] : said;
  return [{ field, message: { lv: all.map(({ lv }) => lv).join(' '), en: all.map(({ en }) => en).join(' ') } }];
}

const AND_MORE: Text = { lv: 'Kļūdu ir vēl: {n}.', en: 'There are more: {n}.' };

const TITLE_TOO: Text = { lv: 'Kursam ir teksts angliski, tāpēc vajag arī nosaukumu angliski.', en: 'The course has an English text, so it needs an English title too.' };

/** Asks a user to try the draft; they are told, and find it in the program. */
export const askToTry = writeAction({
  name: 'training.ask-to-try',
  title: { lv: 'Uzaicināts kursa izmēģinātājs', en: 'Someone asked to try a course' },
  permission: writeCourses,
  input: z.object({ courseId: z.uuid(), login: z.string().trim().min(1).max(100) }),
  async run({ tx, actor, now, enqueue }, { courseId, login }) {
    const by = ownUserId(actor);
    const draft = await lockDraft(tx, courseId);
    if (!draft) throw invalid('login', NO_DRAFT);
    const user = await findActiveUser(tx, login);
    if (!user) throw invalid('login', NO_ACTIVE_LOGIN);
    if (user.id === by) throw invalid('login', NOT_YOUR_OWN);
    await insertTrial(tx, draft.id, user.id, by, now);
    await notify(
      { tx, enqueue, now },
      {
        userId: user.id,
        email: user.email || null,
        kind: 'training.asked-to-try',
        subject: fill(TRY, { title: draft.titleLv }),
        body: fill(TRY_BODY, { title: draft.titleLv }),
        link: `/training/drafts/${draft.id}`,
        onceKey: `training.try:${draft.id}`,
      },
    );
    return { versionId: draft.id, userId: user.id };
  },
  audit: ({ output }) => ({ facts: { ...output } }),
});

/** Publishes the draft once someone else has tried it and found it fit; it is taken from now on and never changes. */
export const publishCourse = writeAction({
  name: 'training.publish-course',
  title: { lv: 'Publicēts mācību kurss', en: 'Course published' },
  permission: writeCourses,
  input: z.object({ courseId: z.uuid() }),
  async run({ tx, actor, now, announce }, { courseId }) {
    const draft = await lockDraft(tx, courseId);
    if (!draft) throw new Conflict('no-draft', NO_DRAFT);
    if (!(await listTrials(tx, draft.id)).some((trial) => trial.verdict === 'fit')) throw new Conflict('not-tried', NOT_TRIED);
    await publishVersion(tx, draft.id, ownUserId(actor), now);
    await announce(coursePublished, { courseId, number: draft.number });
    return { versionId: draft.id, number: draft.number };
  },
  audit: ({ input, output }) => ({ facts: { course: input.courseId, ...output } }),
});

/** Offers a course no more, or again; refused while a role asks for it. */
export const retireCourse = writeAction({
  name: 'training.retire-course',
  title: { lv: 'Mainīts, vai kursu piedāvā', en: 'Course taken out of or into the offer' },
  permission: writeCourses,
  input: z.object({ courseId: z.uuid(), retired: z.enum(['yes', 'no']) }),
  async run({ tx, actor, now, today }, { courseId, retired }) {
    if (retired === 'yes' && (await isRequired(tx, courseKey(courseId), today))) throw new Conflict('still-required', STILL_REQUIRED);
    await setRetired(tx, courseId, retired === 'yes', ownUserId(actor), now);
  },
  audit: ({ input }) => ({ facts: { ...input } }),
});

const TRY: Text = { lv: 'Lūdzam izmēģināt kursu “{title}”', en: 'Please try the course “{title}”' };
const TRY_BODY: Text = {
  lv: 'Kurss “{title}” vēl nav publicēts. Izlasiet to un pasakiet, vai tas ir derīgs.',
  en: 'The course “{title}” has not been published yet. Read it and say whether it is fit.',
};
