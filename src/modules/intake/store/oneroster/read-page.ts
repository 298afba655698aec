import { z } from 'zod';
import { every, some, type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { type ColumnKind, type Condition, MOST_COUNTED, MOST_PASSED_OVER, type RestQuery } from '../../domain/oneroster/rest-query.js';
import type { PageKey } from '../../domain/oneroster/page-key.js';
import type { AssessedOutcome, ObjectFile } from '../../domain/oneroster/rest-json.js';
import { readResultId } from '../../domain/oneroster/source-id.js';
import type { ExportedRecord } from '../../domain/oneroster/write-csv.js';
import { STATEMENTS } from './collections.js';
import { resultLearningObjectiveIds } from './gradebook.js';
import type { RosterScope } from './roster-scope.js';
import { enrollments } from './rostering.js';

const RecordRow = z.record(z.string(), z.unknown());
const CountRow = z.object({ total: z.number() });

export interface RecordPage {
  readonly records: readonly ExportedRecord[];
  /** Null where the list is of several institutions and longer than `MOST_COUNTED`. */
  readonly total: number | null;
  /** Where the next page begins; null where there is none. */
  readonly next: PageKey | null;
}

/** Of which schools a page is, what else holds for it, and after which record it begins. */
export interface Wanted {
  readonly scope: RosterScope;
  readonly where: readonly Sql[];
  /** Whether the list may go from institution to institution: it is of all records of the scope, and each is of one. */
  readonly isWide: boolean;
  readonly after: PageKey | null;
}

/**
 * One page of a list, by key, and how many there are; they are counted once, for the first page, and only where it does not tell it itself.
 * Of several institutions a page reads those that its records are of, in the order of their identifiers, and not all of them; a list that is
 * to be sorted otherwise reads all.
 */
export async function readPage(tx: Read, file: ObjectFile, { scope, where, isWide, after }: Wanted, { limit, offset, sort, filter }: RestQuery): Promise<RecordPage> {
  const conditions = [...where, ...(filter ? [(filter.joinedBy === 'or' ? some : every)(filter.conditions.map(conditionOf))] : [])];
  const passed = after ? 0 : offset;
  const bySchool = isWide && isOfSchools(file, scope);
  const page = sort ? sortedPage(file, scope, conditions, sort, after) : bySchool ? pageBySchool(file, scope, conditions, after) : pageById(file, scope, conditions, after);
  const found = await tx.all(RecordRow, sql`${page} limit ${limit + 1} offset ${passed}`);
  const records = found.slice(0, limit);
  const last = found.length > limit ? records.at(-1) : undefined;
  const isWhole = !last && (records.length > 0 || offset === 0);
  const total = after ? after.total : isWhole ? passed + records.length : bySchool ? await countSome(tx, file, scope, conditions) : await countAll(tx, file, scope, conditions);
  return { records, total, next: last ? keyOf(last, total, sort !== null) : null };
}

/** Lists whose records are of an institution each; where only one is asked for, nothing is gained by going through them. */
const isOfSchools = (file: ObjectFile, { institutionIds }: RosterScope): boolean => file !== 'academicSessions' && file !== 'categories' && institutionIds.length > 1;

/** How many passed over are too many where a list is of several institutions. */
export const mayPassOver = (file: ObjectFile, scope: RosterScope, offset: number): boolean => offset <= MOST_PASSED_OVER || !isOfSchools(file, scope);

function pageBySchool(file: ObjectFile, scope: RosterScope, conditions: readonly Sql[], after: PageKey | null): Sql {
  const from = after?.school ? sql`where s.id >= ${after.school}::uuid` : sql``;
  const further = after?.school ? [sql`(school.id > ${after.school}::uuid or o.sourced_id > ${after.id})`] : [];
  return sql`select o.*, school.id::text as page_school from (select distinct s.id from unnest(${[...scope.institutionIds]}::uuid[]) s(id) ${from} order by s.id) school
    cross join lateral (${STATEMENTS[file]({ ...scope, school: sql`school.id` })}) o where ${every([...conditions, ...further])} order by school.id, o.sourced_id`;
}

const pageById = (file: ObjectFile, scope: RosterScope, conditions: readonly Sql[], after: PageKey | null): Sql =>
  sql`select o.* from (${STATEMENTS[file](scope)}) o where ${every([...conditions, ...(after ? [sql`o.sourced_id > ${after.id}`] : [])])} order by o.sourced_id`;

function sortedPage(file: ObjectFile, scope: RosterScope, conditions: readonly Sql[], { column, kind, descends }: NonNullable<RestQuery['sort']>, after: PageKey | null): Sql {
  const value = comparable(column, kind);
  const order = descends ? sql`${value} desc nulls last` : sql`${value} asc nulls first`;
  return sql`select o.*, ${value}::text as page_sort from (${STATEMENTS[file](scope)}) o where ${every([...conditions, ...(after ? [comesAfter(value, kind, descends, after)] : [])])} order by ${order}, o.sourced_id`;
}

/** Whether a record stands after the last one of the page before; what has no value stands first, or last where the order descends. */
function comesAfter(value: Sql, kind: ColumnKind, descends: boolean, { sortedBy, id }: PageKey): Sql {
  const sameValue = sql`o.sourced_id > ${id}`;
  if (sortedBy === null || sortedBy === undefined) return descends ? sql`(${value} is null and ${sameValue})` : sql`(${value} is not null or ${sameValue})`;
  const last = typed(kind, sortedBy);
  return descends ? sql`(${value} is null or ${value} < ${last} or (${value} = ${last} and ${sameValue}))` : sql`(coalesce(${value} > ${last}, false) or (coalesce(${value} = ${last}, false) and ${sameValue}))`;
}

const keyOf = (last: ExportedRecord, total: number | null, isSorted: boolean): PageKey => ({
  school: (last['pageSchool'] as string | undefined) ?? null, id: String(last['sourcedId']), total, ...(isSorted && { sortedBy: (last['pageSort'] as string | null) ?? null }),
});

const countAll = async (tx: Read, file: ObjectFile, scope: RosterScope, conditions: readonly Sql[]): Promise<number> =>
  (await tx.first(CountRow, sql`select count(*)::int as total from (${STATEMENTS[file](scope)}) o where ${every(conditions)}`))!.total;

/** Counts school after school, and stops where there are too many: what a list of the whole country holds is not worth reading all of it. */
async function countSome(tx: Read, file: ObjectFile, scope: RosterScope, conditions: readonly Sql[]): Promise<number | null> {
  const { total } = (await tx.first(CountRow, sql`select count(*)::int as total from (${pageBySchool(file, scope, conditions, null)} limit ${MOST_COUNTED + 1}) counted`))!;
  return total > MOST_COUNTED ? null : total;
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
  return sql`${left} ${sql.raw(operator === '!=' ? 'is distinct from' : operator)} ${typed(kind, value)}`;
}

const typed = (kind: ColumnKind, value: string): Sql => (kind === 'instant' ? sql`${value}::timestamptz` : kind === 'day' ? sql`${value}::date` : kind === 'number' ? sql`${value}::numeric` : sql`${value}`);

const OutcomeRow = z.object({ resultSourcedId: z.string(), source: z.string(), code: z.string(), value: z.string() });

/** The learning outcomes assessed under the results of a page. */
export async function outcomesOfResults(tx: Read, whole: RosterScope, results: readonly string[]): Promise<ReadonlyMap<string, readonly AssessedOutcome[]>> {
  if (results.length === 0) return new Map();
  const its = results.flatMap((id) => readResultId(id) ?? []);
  const scope: RosterScope = { ...whole, institutionIds: [...new Set(its.map(({ institutionId }) => institutionId))], persons: sql`${[...new Set(its.map(({ personId }) => personId))]}::uuid[]` };
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
