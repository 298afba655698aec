import { type Sql, sql } from '#platform/db/sql.js';
import type { AbsenceRecord, MarkRecord, OutcomeRecord, RecordKind, Records } from '../domain/record.js';

/** A column that a record's kind alone has. */
interface ValueColumn {
  readonly column: string;
  readonly type: string;
  /** Nothing said means that what is there stays. */
  readonly optional: boolean;
  /** It only comes along with the value: from another source, another one makes no other record. */
  readonly comesAlong?: boolean;
}

/** How a kind of record lies in its table. */
export interface Shape {
  readonly table: string;
  /** What makes a record one, beside school year and institution. */
  readonly keys: readonly string[];
  readonly values: readonly ValueColumn[];
  /** What the record is of, as `record_before` keeps it. */
  readonly item: (alias: string) => Sql;
  /** The value in words, for whoever has to decide between two. */
  readonly words: (alias: string) => Sql;
}

const said = (column: string, type: string): ValueColumn => ({ column, type, optional: false });
const maybe = (column: string, type: string): ValueColumn => ({ column, type, optional: true });
/** The day of decision: a package of OneRoster must name one even where the register has none, so it says little about the record. */
const DECIDED_ON: ValueColumn = { column: 'decided_on', type: 'date', optional: true, comesAlong: true };

export const SHAPES: Readonly<Record<RecordKind, Shape>> = {
  mark: {
    table: 'marks.mark',
    keys: ['person_id', 'subject_id', 'period'],
    values: [said('scale', 'text'), said('value', 'text'), maybe('language', 'text'), maybe('course_id', 'int'), DECIDED_ON],
    item: (alias) => sql.ref(`${alias}.subject_id`),
    words: (alias) => sql.ref(`${alias}.value`),
  },
  outcome: {
    table: 'marks.outcome_mark',
    keys: ['person_id', 'outcome_id', 'period'],
    values: [said('scale', 'text'), said('value', 'text'), DECIDED_ON],
    item: (alias) => sql.ref(`${alias}.outcome_id`),
    words: (alias) => sql.ref(`${alias}.value`),
  },
  absence: {
    table: 'marks.absence',
    keys: ['person_id', 'period'],
    values: [said('justified_lessons', 'smallint'), said('unjustified_lessons', 'smallint'), maybe('unjustified_days', 'smallint'), said('reason_group', 'text')],
    item: () => sql`0`,
    words: (alias) => sql`(${sql.ref(`${alias}.justified_lessons`)} || ' + ' || ${sql.ref(`${alias}.unjustified_lessons`)})`,
  },
};

/**
 * Records as rows of a query: `row` (their place, from 1), the columns of their kind, `membership_id`, `class_id`, `source_record`, `reason`. A dozen
 * records are of one person, and a school's year says some hundred different things: each goes over once, and a record only as two numbers.
 */
export function incomingRows(of: Records): Sql {
  const [whose, said] = [eachOnce<AnyRecord>(PERSON), eachOnce<AnyRecord>(saidColumns(of.kind))];
  const [who, what]: [number[], number[]] = [[], []];
  for (const record of of.records) {
    who.push(whose.numberOf(record));
    what.push(said.numberOf(record));
  }
  const sources = of.records.map(({ sourceRecord }) => sourceRecord ?? '');
  return sql`select p.person_id, p.membership_id, p.class_id, s.*, i.source_record, i.row
    from unnest(${numbers(who)}, ${numbers(what)}, ${plainTexts(sources)}) with ordinality as i (who, what, source_record, row)
    join unnest(${whose.arrays()}) with ordinality as p (${whose.names}, who) on p.who = i.who
    join unnest(${said.arrays()}) with ordinality as s (${said.names}, what) on s.what = i.what`;
}

type AnyRecord = Records['records'][number];

interface Column<R> {
  readonly column: string;
  readonly type: string;
  readonly of: (record: R) => unknown;
}

const column = <R>(name: string, type: string, of: (record: R) => unknown): Column<R> => ({ column: name, type, of });

const PERSON: readonly Column<AnyRecord>[] = [
  column('person_id', 'uuid', ({ personId }) => personId),
  column('membership_id', 'uuid', ({ membershipId }) => membershipId),
  column('class_id', 'uuid', ({ classId }) => classId),
];

const SHARED: readonly Column<AnyRecord>[] = [column('period', 'text', ({ period }) => period), column('reason', 'text', ({ reason }) => reason ?? null)];

const MARK: readonly Column<MarkRecord>[] = [
  column('subject_id', 'int', ({ subjectId }) => subjectId),
  column('scale', 'text', ({ scale }) => scale),
  column('value', 'text', ({ value }) => value),
  column('language', 'text', ({ language }) => language ?? null),
  column('course_id', 'int', ({ courseId }) => courseId ?? null),
  column('decided_on', 'date', ({ decidedOn }) => decidedOn ?? null),
];

const OUTCOME: readonly Column<OutcomeRecord>[] = [
  column('outcome_id', 'int', ({ outcomeId }) => outcomeId),
  column('scale', 'text', ({ scale }) => scale),
  column('value', 'text', ({ value }) => value),
  column('decided_on', 'date', ({ decidedOn }) => decidedOn ?? null),
];

const ABSENCE: readonly Column<AbsenceRecord>[] = [
  column('justified_lessons', 'smallint', ({ justifiedLessons }) => justifiedLessons),
  column('unjustified_lessons', 'smallint', ({ unjustifiedLessons }) => unjustifiedLessons),
  column('unjustified_days', 'smallint', ({ unjustifiedDays }) => unjustifiedDays ?? null),
  column('reason_group', 'text', ({ reasonGroup }) => reasonGroup ?? ''),
];

const OWN = { mark: MARK, outcome: OUTCOME, absence: ABSENCE };

/** What is said of whoever it is said of; the records are of the kind that is asked for. */
const saidColumns = (kind: RecordKind): readonly Column<AnyRecord>[] => [...SHARED, ...(OWN[kind] as readonly Column<AnyRecord>[])];

/** Numbers from 1 for whatever differs in some columns, and those columns of each as arrays. Maps in maps: making one key of them takes longer. */
function eachOnce<R>(columns: readonly Column<R>[]) {
  type Level = Map<unknown, Level | number>;
  const first: Level = new Map();
  const known: R[] = [];
  const last = columns.length - 1;
  return {
    numberOf(record: R): number {
      let level = first;
      for (let at = 0; at < last; at += 1) {
        const value = columns[at]!.of(record);
        let next = level.get(value) as Level | undefined;
        if (!next) level.set(value, (next = new Map()));
        level = next;
      }
      const value = columns[last]!.of(record);
      const before = level.get(value) as number | undefined;
      if (before !== undefined) return before;
      level.set(value, known.push(record));
      return known.length;
    },
    arrays: (): Sql => sql.join(columns.map(({ type, of }) => sql`${`{${known.map((record) => elementOf(of(record))).join(',')}}`}::${sql.raw(type)}[]`)),
    names: sql.join(columns.map((one) => sql.ref(one.column))),
  };
}

/** Arrays as PostgreSQL reads them; written here, which takes a third of the time of the driver's own way. */
const numbers = (values: readonly number[]): Sql => sql`${`{${values.join(',')}}`}::int[]`;

const plainTexts = (values: readonly string[]): Sql => {
  const quoted = /["\\]/.test(values.join(' ')) ? values.map((value) => value.replaceAll(/["\\]/g, String.raw`\$&`)) : values;
  return sql`${`{"${quoted.join('","')}"}`}::text[]`;
};

function elementOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return typeof value === 'number' ? String(value) : `"${String(value).replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
