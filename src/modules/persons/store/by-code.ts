import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import type { PersonCode } from '#kernel/person-code.js';
import { sharedFirst } from '#platform/db/sharing.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

const FoundRow = z.object({ id: z.string(), name: z.string() });

/** Someone alive by a code that is or ever was theirs, with today's name: for whoever has proven that the code is their own. */
export const findOwner = (tx: Read, code: PersonCode, today: IsoDate): Promise<z.infer<typeof FoundRow> | undefined> =>
  ownerOf(tx, code, today);

const ownerOf = sharedFirst(
  FoundRow,
  ['text', 'date'],
  (code, today) => sql`select p.id, n.given || ' ' || n.family as name from persons.code c
      join persons.person p on p.id = c.person_id and p.died_on is null
      join persons.name n on n.person_id = p.id and n.superseded_at is null and n.valid_from <= ${today} and (n.valid_to is null or n.valid_to > ${today})
      where c.code = ${code} and c.superseded_at is null`,
);
