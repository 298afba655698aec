import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { isProtected } from './rights.js';
import { holdsOn } from './rows.js';

/** A mother of a living child, to be the resident of a demonstration; undefined where the register has none. */
export const findSomeParent = (tx: Read, today: IsoDate): Promise<{ id: string; name: string } | undefined> =>
  tx.first(
    z.object({ id: z.string(), name: z.string() }),
    sql`select p.id, n.given || ' ' || n.family as name
      from persons.guardianship g
      join persons.person p on p.id = g.guardian_id and p.sex = 'female' and p.died_on is null and not ${isProtected(today)}
      join persons.person child on child.id = g.child_id and child.died_on is null
      join persons.name n on n.person_id = p.id and ${holdsOn('n', today)}
      where g.kind = 'parent' and ${holdsOn('g', today)}
      order by g.id limit 1`,
  );
