import type { Scope } from '#platform/actions/actor.js';
import { type Sql, some, sql } from '#platform/db/sql.js';

/**
 * Condition that a row's organisation lies in a scope. `alias` is the row's table, with `unit_id` and `institution_id`;
 * a scope of municipalities must have been widened by their institutions (`widenScope`).
 */
export const inScope = (alias: string, scope: Scope): Sql =>
  scope.everywhere
    ? sql`true`
    : some([
        ...(scope.unitIds.length > 0 ? [sql`${sql.ref(`${alias}.unit_id`)} = any(${[...scope.unitIds]}::int[])`] : []),
        ...(scope.institutionIds.length > 0 ? [sql`${sql.ref(`${alias}.institution_id`)} = any(${[...scope.institutionIds]}::uuid[])`] : []),
      ]);
