import { type Sql, sql } from './sql.js';

/** What rows stand in order of, the last telling all apart. All go in one direction, so that a place among them is one comparison. */
export interface Keyset {
  readonly keys: readonly Sql[];
  readonly descending: boolean;
}

/** What stands after `order by`. */
export const inKeyOrder = ({ keys, descending }: Keyset): Sql => sql.join(keys.map((key) => (descending ? sql`${key} desc` : key)));

/** Whether a row stands after the one whose keys a query reads; none does where that one is not found. */
export const standsAfter = ({ keys, descending }: Keyset, from: Sql): Sql => sql`(${sql.join(keys)}) ${descending ? sql`<` : sql`>`} (select ${sql.join(keys)} ${from})`;
