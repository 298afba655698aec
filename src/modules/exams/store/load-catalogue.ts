import { sql } from '#platform/db/sql.js';
import type { Write } from '#platform/db/transaction.js';
import type { CatalogueFile, CatalogueRows } from '../domain/catalogue-data.js';
import { levelOf } from '../domain/exam-words.js';
import type { Recording } from './rows.js';

export type Catalogue = { readonly [File in CatalogueFile]: CatalogueRows<File> };

/** Adds the exams that every installation begins with; a year or an exam that is there already stays as it is. @returns how many exams */
export async function loadCatalogueRows(tx: Write, { exams, parts, thresholds, sessions }: Catalogue, { recordedAt, recordedBy }: Recording): Promise<number> {
  const rows = exams.flatMap(({ from_year, to_year, ...exam }) => Array.from({ length: to_year - from_year + 1 }, (_, at) => ({ year: from_year + at, level: levelOf(exam.code), ...exam })));
  const ofCodes = parts.flatMap(({ codes, ...part }) => codes.map((code) => ({ code, ...part })));
  const by = sql`${recordedAt}::timestamptz, ${recordedBy}::text`;
  const made = await tx.run(sql`insert into exams.exam (year, code, kind, level, name_lv, locative_lv, name_en, is_language, certainty, source, recorded_at, recorded_by)
    select year, code, kind, level, name_lv, locative_lv, name_en, is_language, certainty, source, ${by}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(year smallint, code text, kind text, level text, name_lv text, locative_lv text, name_en text, is_language boolean, certainty text, source text)
    on conflict do nothing`);
  await tx.run(sql`with given as (
      select * from jsonb_to_recordset(${JSON.stringify(ofCodes)}::jsonb) as r(code text, number smallint, name_lv text, name_en text, max_points integer, weight smallint, legal_basis text, verified boolean)
    ), made as (
      insert into exams.scoring (exam_id, version, legal_basis, verified, recorded_at, recorded_by)
      select distinct on (x.id) x.id, 1, g.legal_basis, g.verified, ${by} from exams.exam x join given g on g.code = x.code
      where not exists (select from exams.scoring s where s.exam_id = x.id) order by x.id returning id, exam_id)
    insert into exams.part (scoring_id, number, name_lv, name_en, max_half_points, weight)
    select m.id, g.number, g.name_lv, g.name_en, g.max_points, g.weight from made m join exams.exam x on x.id = m.exam_id join given g on g.code = x.code`);
  await tx.run(sql`insert into exams.threshold (year, level, percent, legal_basis, verified, recorded_at, recorded_by)
    select r.year, r.level, r.percent, r.legal_basis, r.verified, ${by} from jsonb_to_recordset(${JSON.stringify(thresholds)}::jsonb) as r(year smallint, level text, percent smallint, legal_basis text, verified boolean)
    where not exists (select from exams.threshold t where t.year = r.year and t.level = r.level)`);
  await tx.run(sql`insert into exams.session (year, stage, applications_until, changes_until, starts_on, ends_on, announced_on, legal_basis, verified, recorded_at, recorded_by)
    select r.year, r.stage, r.applications_until, r.changes_until, r.starts_on, r.ends_on, r.announced_on, r.legal_basis, r.verified, ${by}
    from jsonb_to_recordset(${JSON.stringify(sessions)}::jsonb)
      as r(year smallint, stage text, applications_until date, changes_until date, starts_on date, ends_on date, announced_on date, legal_basis text, verified boolean) on conflict do nothing`);
  return made;
}
