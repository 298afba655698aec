import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { Day, yearOn } from './rows.js';

/** What forms about pupils choose from; the classifiers themselves are kept elsewhere in this module. */

const YearRow = z.object({ year: z.number(), startsOn: Day, firstSemesterEndsOn: Day, secondSemesterStartsOn: Day, endsBefore: Day });
export type YearRow = z.infer<typeof YearRow>;

/** School years, the latest first; a year lasts until the next begins, the last known one for a calendar year. */
export const listYearChoices = (tx: Read): Promise<YearRow[]> =>
  tx.all(
    YearRow,
    sql`select y.year, y.starts_on, y.first_semester_ends_on, y.second_semester_starts_on,
        coalesce((select n.starts_on from education.school_year n where n.year = y.year + 1), (y.starts_on + interval '1 year')::date) as ends_before
      from education.school_year y order by y.year desc`,
  );

export const findYearOn = async (tx: Read, day: IsoDate): Promise<number | undefined> =>
  (await tx.first(z.object({ year: z.number().nullable() }), sql`select ${yearOn(day)} as year`))?.year ?? undefined;

const ProgrammeRow = z.object({ code: z.string(), nameLv: z.string(), nameEn: z.string(), stage: z.string(), fromGrade: z.number().nullable(), toGrade: z.number().nullable(), form: z.string() });
export type ProgrammeRow = z.infer<typeof ProgrammeRow>;
const PROGRAMME = sql`p.code, p.name_lv, p.name_en, p.stage, p.from_grade, p.to_grade, p.form`;

/** Programmes that an institution is licensed for on a day. */
export const listLicensedProgrammes = (tx: Read, institutionId: string, day: IsoDate): Promise<ProgrammeRow[]> =>
  tx.all(
    ProgrammeRow,
    sql`select ${PROGRAMME} from education.programme p where exists (select from education.licence l
        where l.institution_id = ${institutionId} and l.programme_code = p.code and l.superseded_at is null and l.valid_from <= ${day}::date and (l.valid_to is null or l.valid_to > ${day}::date))
      order by p.stage, p.code`,
  );

const SubjectRow = z.object({ id: z.number(), name: z.string(), nameEn: z.string() });
export type SubjectChoice = z.infer<typeof SubjectRow>;

export const listSubjectChoices = (tx: Read, day: IsoDate): Promise<SubjectChoice[]> =>
  tx.all(SubjectRow, sql`select s.id, s.name, s.name_en from education.subject s where s.valid_from <= ${day}::date and (s.valid_to is null or s.valid_to > ${day}::date) order by s.name collate platform.latvian, s.id`);

const EndReasonRow = z.object({
  code: z.string(), parent: z.string().nullable(), nameLv: z.string(), nameEn: z.string(), definitionLv: z.string(), definitionEn: z.string(),
  exampleLv: z.string(), exampleEn: z.string(), needsComment: z.boolean(), verified: z.boolean(), isGroup: z.boolean(),
});
export type EndReasonRow = z.infer<typeof EndReasonRow>;

/** Reasons and sub-reasons; a reason with sub-reasons (`isGroup`) is not chosen itself. */
export const listEndReasonChoices = (tx: Read): Promise<EndReasonRow[]> =>
  tx.all(
    EndReasonRow,
    sql`select r.code, r.parent, r.name_lv, r.name_en, r.definition_lv, r.definition_en, r.example_lv, r.example_en, r.needs_comment, r.verified,
        exists (select from education.end_reason c where c.parent = r.code) as is_group
      from education.end_reason r left join education.end_reason g on g.code = r.parent
      order by coalesce(g.position, r.position), r.parent is not null, r.position, r.code`,
  );

const PositionKindRow = z.object({ code: z.string(), nameLv: z.string(), nameEn: z.string() });
export type PositionKindRow = z.infer<typeof PositionKindRow>;
export const listPositionKinds = (tx: Read): Promise<PositionKindRow[]> =>
  tx.all(PositionKindRow, sql`select k.code, k.name_lv, k.name_en from education.position_kind k order by k.name_lv collate platform.latvian`);
