import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Write } from '#platform/db/transaction.js';

const MovedRow = z.object({ oldId: z.string(), newId: z.string().nullable() });

/**
 * Ends what rights a user holds today or later and gives the same ones to another from today on, where that one does not hold
 * them already. Gives the ended and the new grants; `newId` is null where nothing had to be given.
 */
export const moveGrants = (tx: Write, from: string, into: string, today: IsoDate, reason: string, by: string, now: Date): Promise<z.infer<typeof MovedRow>[]> =>
  tx.all(
    MovedRow,
    sql`with held as (
        select g.* from access.role_grant g where g.user_id = ${from} and (g.valid_to is null or g.valid_to > ${today}) for update
      ), ended as (
        update access.role_grant g set valid_to = greatest(g.valid_from, ${today}::date), ended_at = ${now}, ended_by = ${by}, ended_reason = ${reason}
        from held h where h.id = g.id returning g.id
      ), given as (
        insert into access.role_grant (user_id, role_code, everywhere, unit_id, institution_id, valid_from, valid_to, granted_to, basis, basis_file_id, confirmed_on, recorded_at, recorded_by)
        select ${into}, h.role_code, h.everywhere, h.unit_id, h.institution_id, greatest(h.valid_from, ${today}::date), h.valid_to, h.granted_to, h.basis, h.basis_file_id, h.confirmed_on, ${now}, ${by}
        from held h where not exists (select from access.role_grant o where o.user_id = ${into} and o.role_code = h.role_code and o.place_key = h.place_key
          and daterange(o.valid_from, o.valid_to) && daterange(greatest(h.valid_from, ${today}::date), h.valid_to))
        returning id, role_code, place_key
      )
      select e.id as old_id, n.id as new_id from ended e join held h on h.id = e.id left join given n on n.role_code = h.role_code and n.place_key = h.place_key`,
  );

/** What a user has met of what roles ask for (courses passed) counts for another from now on. */
export const moveMet = (tx: Write, from: string, into: string): Promise<number> => tx.run(sql`update access.requirement_met set user_id = ${into} where user_id = ${from} and withdrawn_at is null`);

/** Undecided requests go on as another's, where that one has not asked for the same. */
export const moveRequests = (tx: Write, from: string, into: string): Promise<number> =>
  tx.run(sql`update access.right_request q set user_id = ${into} where q.user_id = ${from} and q.state = 'submitted'
    and not exists (select from access.right_request o where o.user_id = ${into} and o.state = 'submitted' and o.role_code = q.role_code and o.place_key = q.place_key)`);
