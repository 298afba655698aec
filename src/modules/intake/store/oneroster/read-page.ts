import { z } from 'zod';
import { every, some, type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import type { ColumnKind, Condition, RestQuery } from '../../domain/oneroster/rest-query.js';
import type { AssessedOutcome, ObjectFile } from '../../domain/oneroster/rest-json.js';
import type { ExportedRecord } from '../../domain/oneroster/write-csv.js';
import { STATEMENTS } from './collections.js';
import { resultLearningObjectiveIds } from './gradebook.js';
import type { RosterScope } from './roster-scope.js';
import { enrollments } from './rostering.js';

const RecordRow = z.record(z.string(), z.unknown());
const CountRow = z.object({ total: z.number() });

export interface RecordPage {
  readonly records: readonly ExportedRecord[];
  readonly total: number;
}

/** One page of a collection, and how many there are; counted only where the page does not tell it. */
export async function readPage(tx: Read, file: ObjectFile, scope: RosterScope, where: readonly Sql[], { limit, offset, sort, filter }: RestQuery): Promise<RecordPage> {
  const conditions = every([...where, ...(filter ? [(filter.joinedBy === 'or' ? some : every)(filter.conditions.map(conditionOf))] : [])]);
  const from = sql`from (${STATEMENTS[file](scope)}) o where ${conditions}`;
  const order = sort ? sql`${comparable(sort.column, sort.kind)} ${sort.descends ? sql`desc nulls last` : sql`asc nulls first`}, o.sourced_id` : sql`o.sourced_id`;
  const records = await tx.all(RecordRow, sql`select o.* ${from} order by ${order} limit ${limit} offset ${offset}`);
  if (records.length < limit && (records.length > 0 || offset === 0)) return { records, total: offset + records.length };
  return { records, total: (await tx.first(CountRow, sql`select count(*)::int as total ${from}`))!.total };
}

const snake = (column: string): string => column.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A column as a value that can be compared; what is no number is none. `status` follows from the record. */
function comparable(column: string, kind: ColumnKind): Sql {
  if (column === 'status') return sql`case when coalesce((to_jsonb(o) ->> 'is_withdrawn')::boolean, false) then 'tobedeleted' else 'active' end`;
  const value = sql.ref(`o.${snake(column)}`);
  switch (kind) {
    case 'instant':
      return sql`${value}`;
    case 'day':
      return sql`${value}`;
    case 'number':
      return sql`nullif(${value}::text, '')::numeric`;
    case 'words':
      return sql`${value}::text`;
  }
}

function conditionOf({ column, kind, operator, value }: Condition): Sql {
  const left = comparable(column, kind);
  if (operator === '~') return sql`${left}::text ilike '%' || ${value.replaceAll(/[\\%_]/g, String.raw`\$&`)} || '%'`;
  const right = kind === 'instant' ? sql`${value}::timestamptz` : kind === 'day' ? sql`${value}::date` : kind === 'number' ? sql`${value}::numeric` : sql`${value}`;
  return sql`${left} ${sql.raw(operator === '!=' ? 'is distinct from' : operator)} ${right}`;
}

const OutcomeRow = z.object({ resultSourcedId: z.string(), source: z.string(), code: z.string(), value: z.string() });

/** The learning outcomes assessed under the results of a page. */
export async function outcomesOfResults(tx: Read, scope: RosterScope, results: readonly string[]): Promise<ReadonlyMap<string, readonly AssessedOutcome[]>> {
  if (results.length === 0) return new Map();
  const rows = await tx.all(
    OutcomeRow,
    sql`select o.result_sourced_id, o.source, o.learning_objective_id as code, o.text_score as value from (${resultLearningObjectiveIds(scope)}) o
      where o.result_sourced_id = any(${[...results]}::text[]) and not o.is_withdrawn order by o.learning_objective_id`,
  );
  return Map.groupBy(rows, (row) => row.resultSourcedId);
}

/** Condition that a user is enrolled in a class of one's own identifier, in a role. */
export const enrolledIn = (scope: RosterScope, classId: string, role: string): Sql =>
  sql`o.sourced_id in (select e.user_sourced_id from (${enrollments(scope)}) e where e.class_sourced_id = ${classId} and e.role = ${role})`;

/** Condition that a class is one in which a person is enrolled. */
export const classOf = (scope: RosterScope, personId: string, role: string | null): Sql =>
  sql`o.sourced_id in (select e.class_sourced_id from (${enrollments({ ...scope, personId })}) e where e.user_sourced_id = ${personId} ${role === null ? sql`` : sql`and e.role = ${role}`})`;

export const hasRole = (role: string): Sql => sql`o.roles @> ${JSON.stringify([{ role }])}::jsonb`;

const YearRow = z.object({ year: z.number() });
export const findYearOfClass = async (tx: Read, classes: Sql, classId: string): Promise<number | undefined> =>
  (await tx.first(YearRow, sql`select c.year from ${classes} c where c.id = ${classId}::uuid`))?.year;
