import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import type { Waiting } from '#platform/actions/work-kind.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

export interface NewMisfit {
  readonly reformId: string;
  readonly effective: IsoDate;
  /** The municipalities (bodies) that the reform concerns, as far as they exist. */
  readonly unitIds: readonly number[];
}

const Id = z.object({ id: z.string() });

/** Notes that a prepared reform no longer fits the map; undefined where that is known already. */
export const beginMisfit = async (tx: Write, { reformId, effective, unitIds }: NewMisfit, now: Date): Promise<string | undefined> =>
  (await tx.first(
    Id,
    sql`insert into reforms.misfit (reform_id, effective, unit_ids, began_at) values (${reformId}, ${effective}, ${[...unitIds]}::int[], ${now})
      on conflict (reform_id) where ended_at is null do nothing returning id`,
  ))?.id;

/** Notes that a reform fits again; undefined where it was not known to misfit. */
export const endMisfit = async (tx: Write, reformId: string, now: Date): Promise<string | undefined> =>
  (await tx.first(Id, sql`update reforms.misfit set ended_at = ${now} where reform_id = ${reformId} and ended_at is null returning id`))?.id;

/** Ends what is open of reforms that are prepared no longer. */
export const endMisfitsExceptOf = (tx: Write, prepared: readonly string[], now: Date): Promise<number> =>
  tx.run(sql`update reforms.misfit set ended_at = ${now} where ended_at is null and reform_id <> all(${[...prepared]}::uuid[])`);

const concerns = (scope: Scope): Sql => (scope.everywhere ? sql`true` : sql`unit_ids && ${[...scope.unitIds]}::int[]`);

/** How many prepared reforms that are known not to fit concern municipalities of a scope, and the first of their days. */
export async function countMisfits(tx: Read, scope: Scope): Promise<Waiting> {
  const Row = z.object({ count: z.number(), due: z.string().nullable() });
  const { count, due } = (await tx.first(Row, sql`select count(*)::int as count, min(effective) as due from reforms.misfit where ended_at is null and ${concerns(scope)}`))!;
  return { count, due: due as IsoDate | null };
}
