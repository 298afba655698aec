import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { IdRow, type Recording } from './rows.js';

/** Holds an institution's licences until the transaction ends: the closings of one institution follow each other. */
export const lockLicencesOf = (tx: Write, institutionId: string): Promise<unknown> => tx.first(IdRow, sql`select id from institutions.institution where id = ${institutionId} for no key update`);

/**
 * Ends whatever reaches beyond a closing on that day, and takes back what was to begin later; both stay as what was believed.
 * @returns how many licences
 */
export async function cutLicences(tx: Write, institutionId: string, closedOn: IsoDate, { recordedAt, recordedBy }: Recording): Promise<number> {
  const cut = (
    await tx.all(
      IdRow,
      sql`update education.licence set superseded_at = ${recordedAt}
        where institution_id = ${institutionId} and superseded_at is null and (valid_to is null or valid_to > ${closedOn}::date) returning id`,
    )
  ).map(({ id }) => id);
  if (cut.length === 0) return 0;
  await putInPlace(tx, sql`select o.id, o.institution_id, o.programme_code, o.licence_nr, o.valid_from, ${closedOn}::date as valid_to from education.licence o where o.id = any(${cut}::uuid[]) and o.valid_from < ${closedOn}::date`, { recordedAt, recordedBy });
  await tx.run(sql`insert into education.licence_cut_by_closing (licence_id, closed_on, recorded_at, recorded_by)
    select id, ${closedOn}::date, ${recordedAt}::timestamptz, ${recordedBy} from unnest(${cut}::uuid[]) id`);
  return cut.length;
}

/**
 * Gives back what an earlier word of the closing cut, unless somebody has changed the licence since: then their word stands.
 * @param closedOn the closing as it is recorded now; null when there is none
 */
export async function liftCuts(tx: Write, institutionId: string, closedOn: IsoDate | null, { recordedAt, recordedBy }: Recording): Promise<number> {
  const lifted = (
    await tx.all(
      z.object({ id: z.string(), shortened: z.string().nullable() }),
      sql`update education.licence_cut_by_closing c set lifted_at = ${recordedAt} from education.licence o
        where o.id = c.licence_id and o.institution_id = ${institutionId} and c.lifted_at is null and c.closed_on is distinct from ${closedOn}::date
        returning o.id, o.superseded_by as shortened`,
    )
  );
  if (lifted.length === 0) return 0;
  const shortened = lifted.flatMap((one) => one.shortened ?? []);
  const untouched = (await tx.all(IdRow, sql`update education.licence set superseded_at = ${recordedAt} where id = any(${shortened}::uuid[]) and superseded_at is null returning id`)).map(({ id }) => id);
  const whole = lifted.filter((one) => one.shortened === null || untouched.includes(one.shortened));
  return putInPlace(
    tx,
    sql`select coalesce(o.superseded_by, o.id) as id, o.institution_id, o.programme_code, o.licence_nr, o.valid_from, o.valid_to from education.licence o
      where o.id = any(${whole.map(({ id }) => id)}::uuid[]) and not exists (select from education.licence n where n.institution_id = o.institution_id and n.programme_code = o.programme_code
        and n.superseded_at is null and daterange(n.valid_from, n.valid_to) && daterange(o.valid_from, o.valid_to))`,
    { recordedAt, recordedBy },
  );
}

/** Registers licences in the place of others: `which` gives `id` of the one replaced, and what the new one is. */
async function putInPlace(tx: Write, which: ReturnType<typeof sql>, { recordedAt, recordedBy }: Recording): Promise<number> {
  const put = await tx.all(
    z.object({ id: z.string(), replaced: z.string() }),
    sql`with wanted as materialized (${which}),
      put as (insert into education.licence (institution_id, programme_code, licence_nr, valid_from, valid_to, recorded_at, recorded_by)
        select institution_id, programme_code, licence_nr, valid_from, valid_to, ${recordedAt}::timestamptz, ${recordedBy} from wanted returning id, programme_code, valid_from)
      select put.id, wanted.id as replaced from put join wanted using (programme_code, valid_from)`,
  );
  await tx.run(sql`update education.licence o set superseded_by = p.id from unnest(${put.map(({ id }) => id)}::uuid[], ${put.map(({ replaced }) => replaced)}::uuid[]) p (id, replaced) where o.id = p.replaced`);
  return put.length;
}

/** How many members an institution has on its last day or later who have no end before the closing. */
export const countMembersBeyond = async (tx: Read, institutionId: string, closedOn: IsoDate): Promise<number> =>
  (await tx.first(
    z.object({ n: z.number() }),
    sql`select count(*)::int as n from education.membership m where m.institution_id = ${institutionId} and m.superseded_at is null and (m.valid_to is null or m.valid_to > ${closedOn}::date)`,
  ))!.n;
