import { type RawBuilder, sql as tag } from 'kysely';

/** A piece of SQL with bound values; pieces nest. */
export type Sql = RawBuilder<unknown>;

/** A whole statement, ready to be sent. */
export type Statement = Pick<Sql, 'execute'>;

/** The SQL tag: values are always bound, never pasted. Names from code go through `sql.ref`, `sql.table`, `sql.raw`. */
export const sql = tag;

/** Pieces joined by `and`; no pieces is true. */
export const every = (pieces: readonly Sql[]): Sql => (pieces.length === 0 ? sql`true` : sql`(${sql.join(pieces, sql` and `)})`);

/** Pieces joined by `or`; no pieces is false: nothing asked for, nothing shown. */
export const some = (pieces: readonly Sql[]): Sql => (pieces.length === 0 ? sql`false` : sql`(${sql.join(pieces, sql` or `)})`);

/**
 * A list of values whose length the planner does not see: else a statement that is sent again and again with lists is planned anew each time, which for a short one takes
 * ten times as long as running it. In `any(…)` it needs its type once more (`::uuid[]`), else it is taken for rows.
 */
export const listOf = (values: readonly unknown[], type: string): Sql => asList(sql`${[...values]}`, type);

/** The same of one value that is a list. */
export const asList = (list: Sql, type: string): Sql => sql`(select ${list}::${sql.raw(type)}[])`;
