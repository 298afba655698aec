import type { IsoDate } from '#kernel/iso-date.js';
import { every, type Sql, sql } from '#platform/db/sql.js';

/** Of which institutions and school year records are wanted, and of which class, person, subject or period alone. */
export interface RosterScope {
  readonly institutionIds: readonly string[];
  readonly year: number;
  readonly today: IsoDate;
  /** One institution after the other, where a statement is asked for each of `institutionIds`: the column that names it. */
  readonly school?: Sql | undefined;
  /** These people alone, as an array of the database. */
  readonly persons?: Sql | undefined;
  readonly classId?: string | undefined;
  readonly personId?: string | undefined;
  readonly subjectId?: number | undefined;
  readonly period?: string | undefined;
}

/** Conditions of a scope on the columns that a query has for it. */
export const within = (scope: RosterScope, columns: { institution?: string; year?: string; class?: string; person?: string; subject?: string; period?: string }): Sql =>
  every([
    ...(columns.institution ? [scope.school ? sql`${sql.ref(columns.institution)} = ${scope.school}` : sql`${sql.ref(columns.institution)} = any(${[...scope.institutionIds]}::uuid[])`] : []),
    ...(columns.year ? [sql`${sql.ref(columns.year)} = ${scope.year}::smallint`] : []),
    ...(columns.class && scope.classId ? [sql`${sql.ref(columns.class)} = ${scope.classId}::uuid`] : []),
    ...(columns.person && scope.personId ? [sql`${sql.ref(columns.person)} = ${scope.personId}::uuid`] : []),
    ...(columns.person && scope.persons ? [sql`${sql.ref(columns.person)} = any(${scope.persons})`] : []),
    ...(columns.subject && scope.subjectId !== undefined ? [sql`${sql.ref(columns.subject)} = ${scope.subjectId}::int`] : []),
    ...(columns.period && scope.period ? [sql`${sql.ref(columns.period)} = ${scope.period}`] : []),
  ]);
