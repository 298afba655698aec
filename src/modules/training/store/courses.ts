import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { IdRow } from './rows.js';

const VersionRow = z.object({
  id: z.string(),
  courseId: z.string(),
  number: z.number(),
  titleLv: z.string(),
  titleEn: z.string(),
  aboutLv: z.string(),
  aboutEn: z.string(),
  textLv: z.string(),
  textEn: z.string(),
  passPercent: z.number(),
  validMonths: z.number().nullable(),
  changedAt: z.date(),
  publishedAt: z.date().nullable(),
});
/** One version of a course with its whole text. */
export type VersionRow = z.infer<typeof VersionRow>;

const VERSION = sql`v.id, v.course_id, v.number, v.title_lv, v.title_en, v.about_lv, v.about_en, v.text_lv, v.text_en, v.pass_percent, v.valid_months, v.changed_at, v.published_at`;

export const findVersion = (tx: Read, id: string): Promise<VersionRow | undefined> =>
  tx.first(VersionRow, sql`select ${VERSION} from training.course_version v where v.id = ${id}`);

/** The version that is taken now; undefined while none is published or the course is retired. */
export const findOfferedVersion = (tx: Read, courseId: string): Promise<VersionRow | undefined> =>
  tx.first(
    VersionRow,
    sql`select ${VERSION} from training.course_version v join training.course c on c.id = v.course_id
      where v.course_id = ${courseId} and c.retired_at is null and v.published_at is not null order by v.number desc limit 1`,
  );

/** The newest published version, also of a course that is offered no more: whoever was present at what counts as it has passed it. */
export const findPublishedVersion = (tx: Read, courseId: string): Promise<VersionRow | undefined> =>
  tx.first(VersionRow, sql`select ${VERSION} from training.course_version v where v.course_id = ${courseId} and v.published_at is not null order by v.number desc limit 1`);

/** The draft of a course, else its newest version. */
export const findNewestVersion = (tx: Read, courseId: string): Promise<VersionRow | undefined> =>
  tx.first(VersionRow, sql`select ${VERSION} from training.course_version v where v.course_id = ${courseId} order by v.number desc limit 1`);

/** The draft of a course, locked until the transaction ends. */
export const lockDraft = (tx: Write, courseId: string): Promise<VersionRow | undefined> =>
  tx.first(VersionRow, sql`select ${VERSION} from training.course_version v where v.course_id = ${courseId} and v.published_at is null for update`);

const OfferedRow = z.object({
  courseId: z.string(),
  titleLv: z.string(),
  titleEn: z.string(),
  aboutLv: z.string(),
  aboutEn: z.string(),
  validMonths: z.number().nullable(),
});
export type OfferedRow = z.infer<typeof OfferedRow>;

/** The courses that can be taken, each in its newest published version. */
export const listOffered = (tx: Read): Promise<OfferedRow[]> =>
  tx.all(
    OfferedRow,
    sql`select course_id, title_lv, title_en, about_lv, about_en, valid_months from (
        select distinct on (v.course_id) v.* from training.course_version v join training.course c on c.id = v.course_id
        where c.retired_at is null and v.published_at is not null order by v.course_id, v.number desc) v
      order by title_lv collate platform.latvian, course_id`,
  );

const WrittenRow = z.object({
  courseId: z.string(),
  titleLv: z.string(),
  titleEn: z.string(),
  number: z.number(),
  changedAt: z.date(),
  publishedAt: z.date().nullable(),
  retired: z.boolean(),
  fit: z.number(),
  asked: z.number(),
});
export type WrittenRow = z.infer<typeof WrittenRow>;

/** Every course in its newest version, draft or not, with how many were asked to try it and how many found it fit. */
export const listWritten = (tx: Read): Promise<WrittenRow[]> =>
  tx.all(
    WrittenRow,
    sql`select v.course_id, v.title_lv, v.title_en, v.number, v.changed_at, v.published_at, c.retired_at is not null as retired,
        (select count(*) from training.trial t where t.course_version_id = v.id and t.verdict = 'fit') as fit,
        (select count(*) from training.trial t where t.course_version_id = v.id) as asked
      from (select distinct on (course_id) * from training.course_version order by course_id, number desc) v join training.course c on c.id = v.course_id
      order by v.changed_at desc, v.course_id`,
  );

export interface CourseText {
  readonly titleLv: string;
  readonly titleEn: string;
  readonly aboutLv: string;
  readonly aboutEn: string;
  readonly textLv: string;
  readonly textEn: string;
  readonly passPercent: number;
  readonly validMonths: number | null;
}

export async function insertCourse(tx: Write, by: string, now: Date): Promise<string> {
  return (await tx.first(IdRow, sql`insert into training.course (recorded_at, recorded_by) values (${now}, ${by}) returning id`))!.id;
}

/** Begins the next version of a course, as a draft. */
export async function insertDraft(tx: Write, courseId: string, text: CourseText, by: string, now: Date): Promise<string> {
  const row = await tx.first(
    IdRow,
    sql`insert into training.course_version (course_id, number, title_lv, title_en, about_lv, about_en, text_lv, text_en, pass_percent, valid_months, changed_at, changed_by)
      select ${courseId}, coalesce(max(number), 0) + 1, ${text.titleLv}, ${text.titleEn}, ${text.aboutLv}, ${text.aboutEn}, ${text.textLv}, ${text.textEn},
        ${text.passPercent}::integer, ${text.validMonths}::integer, ${now}::timestamptz, ${by}
      from training.course_version where course_id = ${courseId} returning id`,
  );
  return row!.id;
}

export const updateDraft = (tx: Write, versionId: string, text: CourseText, by: string, now: Date): Promise<number> =>
  tx.run(sql`update training.course_version set title_lv = ${text.titleLv}, title_en = ${text.titleEn}, about_lv = ${text.aboutLv}, about_en = ${text.aboutEn},
      text_lv = ${text.textLv}, text_en = ${text.textEn}, pass_percent = ${text.passPercent}, valid_months = ${text.validMonths}, changed_at = ${now}, changed_by = ${by}
    where id = ${versionId} and published_at is null`);

export const publishVersion = (tx: Write, versionId: string, by: string, now: Date): Promise<number> =>
  tx.run(sql`update training.course_version set published_at = ${now}, published_by = ${by} where id = ${versionId} and published_at is null`);

export const setRetired = (tx: Write, courseId: string, retired: boolean, by: string, now: Date): Promise<number> =>
  tx.run(sql`update training.course set retired_at = ${retired ? now : null}, retired_by = ${retired ? by : null} where id = ${courseId} and (retired_at is null) = ${retired}`);

const TrialRow = z.object({ userId: z.string(), name: z.string(), login: z.string(), verdict: z.enum(['none', 'fit', 'unfit']), remark: z.string(), answeredAt: z.date().nullable() });
export type TrialRow = z.infer<typeof TrialRow>;

/** Who was asked to try a version, and what they said. */
export const listTrials = (tx: Read, versionId: string): Promise<TrialRow[]> =>
  tx.all(
    TrialRow,
    sql`select t.user_id, u.name, u.login, t.verdict, t.remark, t.answered_at from training.trial t join access.app_user u on u.id = t.user_id
      where t.course_version_id = ${versionId} order by t.invited_at, t.user_id`,
  );

export const insertTrial = (tx: Write, versionId: string, userId: string, by: string, now: Date): Promise<number> =>
  tx.run(sql`insert into training.trial (course_version_id, user_id, invited_at, invited_by) values (${versionId}, ${userId}, ${now}, ${by}) on conflict do nothing`);

export const answerTrial = (tx: Write, versionId: string, userId: string, verdict: 'fit' | 'unfit', remark: string, now: Date): Promise<number> =>
  tx.run(sql`update training.trial set verdict = ${verdict}, remark = ${remark}, answered_at = ${now} where course_version_id = ${versionId} and user_id = ${userId}`);

/** A draft that was changed is to be tried anew: what was said before was said of another text. */
export const forgetVerdicts = (tx: Write, versionId: string): Promise<number> =>
  tx.run(sql`update training.trial set verdict = 'none', remark = '', answered_at = null where course_version_id = ${versionId} and verdict <> 'none'`);

/** Drafts somebody was asked to try and has not judged yet. */
export const listToTry = (tx: Read, userId: string): Promise<VersionRow[]> =>
  tx.all(
    VersionRow,
    sql`select ${VERSION} from training.trial t join training.course_version v on v.id = t.course_version_id
      where t.user_id = ${userId} and t.verdict = 'none' and v.published_at is null order by t.invited_at`,
  );
