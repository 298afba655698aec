import { sql } from '#platform/db/sql.js';
import type { Write } from '#platform/db/transaction.js';
import type { ClassifierData, ClassifierFile } from '../domain/classifier-data.js';

interface Target {
  readonly table: string;
  /** Columns with their types, as the rows of the file have them. */
  readonly columns: string;
  /** Whether the table keeps who recorded a row, and when. */
  readonly recorded: boolean;
  /** What to say where nothing forbids a row twice: rows are then added to an empty table alone. */
  readonly onlyWhereEmpty?: boolean;
}

/** In the order in which they refer to each other. */
const TARGETS: Readonly<Record<ClassifierFile, Target>> = {
  'school-years': { table: 'school_year', columns: 'year smallint, starts_on date, first_semester_ends_on date, second_semester_starts_on date, source text, verified boolean', recorded: true },
  'year-ends': { table: 'year_end', columns: 'year smallint, grade smallint, ends_on date, source text, verified boolean', recorded: true },
  breaks: { table: 'school_break', columns: 'year smallint, season text, starts_on date, ends_on date, source text, verified boolean', recorded: true },
  deadlines: {
    table: 'deadline',
    columns: 'year smallint, matter text, rule text, due_on date, working_days smallint, opens_on date, corrections_until date, legal_basis text, verified boolean',
    recorded: true,
  },
  programmes: {
    table: 'programme',
    columns: 'code text, name_lv text, name_en text, stage text, from_grade smallint, to_grade smallint, language text, form text, source text, verified boolean',
    recorded: false,
  },
  'programme-code-parts': { table: 'programme_code_part', columns: 'place text, value text, name_lv text, name_en text, source text, verified boolean', recorded: false },
  subjects: { table: 'subject', columns: 'id integer, name text, name_en text, name_key text, area text, is_language boolean, valid_from date, source text', recorded: false },
  courses: { table: 'course', columns: 'subject_id integer, name text, kind text, level text, authorship text, valid_from date, source text', recorded: false },
  scales: { table: 'scale', columns: 'code text, name_lv text, name_en text, is_numeric boolean', recorded: false },
  'scale-values': { table: 'scale_value', columns: 'scale text, value text, position smallint, points numeric, passes boolean, is_assessment boolean, name_lv text, name_en text', recorded: false },
  'scale-rules': {
    table: 'scale_rule',
    columns: 'from_year smallint, to_year smallint, from_grade smallint, to_grade smallint, subject_id integer, record text, period text, scale text, legal_basis text, verified boolean',
    recorded: true,
    onlyWhereEmpty: true,
  },
  outcomes: { table: 'outcome', columns: 'code text, subject_id integer, from_grade smallint, to_grade smallint, text_lv text, text_en text, made_up boolean, source text', recorded: false },
  'end-reasons': {
    table: 'end_reason',
    columns: 'code text, parent text, name_lv text, name_en text, definition_lv text, definition_en text, example_lv text, example_en text, needs_comment boolean, verified boolean, position smallint',
    recorded: false,
  },
};

/** Adds the rows that are not there yet; what an operator has recorded stays. Returns how many were added. */
export async function loadClassifierRows(tx: Write, data: ClassifierData, at: Date, by: string): Promise<number> {
  let added = 0;
  for (const [file, { table, columns, recorded, onlyWhereEmpty = false }] of Object.entries(TARGETS) as [ClassifierFile, Target][]) {
    const names = sql.raw(columns.split(', ').map((column) => column.split(' ')[0]!).join(', '));
    const into = sql.table(`education.${table}`);
    added += await tx.run(sql`insert into ${into} (${names}${recorded ? sql`, recorded_at, recorded_by` : sql``})
      select ${names}${recorded ? sql`, ${at}::timestamptz, ${by}` : sql``} from jsonb_to_recordset(${JSON.stringify(data[file])}::jsonb) as row(${sql.raw(columns)})
      where ${onlyWhereEmpty ? sql`not exists (select from ${into})` : sql`true`}
      on conflict do nothing`);
  }
  return added;
}
