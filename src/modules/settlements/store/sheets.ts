import { z } from 'zod';
import { foundingUnitOn } from '#modules/institutions/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { Day, IdRow, isParty, type Parties, type Recording } from './rows.js';

const InstitutionRow = z.object({ id: z.string(), regNr: z.string(), name: z.string(), unitId: z.number() });
export type InstitutionRow = z.infer<typeof InstitutionRow>;

/** An institution whose actual founder on a day is one of the parties. */
export const findInstitution = (tx: Read, regNr: string, parties: Parties, day: IsoDate): Promise<InstitutionRow | undefined> =>
  tx.first(
    InstitutionRow,
    sql`select i.id, i.reg_nr, i.name, f.unit_id from institutions.institution i cross join lateral (select ${foundingUnitOn(sql`i.id`, sql`${day}::date`)} as unit_id) f
      where i.reg_nr = ${regNr} and f.unit_id is not null and ${isParty(sql`f.unit_id`, parties)}`,
  );

const SheetRow = z.object({ id: z.string(), version: z.number(), state: z.enum(['draft', 'approved', 'replaced']), recordedAt: z.date(), approvedAt: z.date().nullable(), includedCents: z.number(), allCents: z.number() });
export type SheetRow = z.infer<typeof SheetRow>;

/** The cost sheets of an institution for a year, the newest first. */
export const listSheets = (tx: Read, institutionId: string, year: number): Promise<SheetRow[]> =>
  tx.all(
    SheetRow,
    sql`select s.id, s.version, s.state, s.recorded_at, s.approved_at, coalesce(sum(i.cents) filter (where i.included), 0)::bigint as included_cents, coalesce(sum(i.cents), 0)::bigint as all_cents
      from settlements.cost_sheet s left join settlements.cost_item i on i.sheet_id = s.id
      where s.institution_id = ${institutionId} and s.year = ${year} group by s.id order by s.version desc`,
  );

const ItemRow = z.object({ id: z.string(), code: z.string(), title: z.string(), cents: z.number(), included: z.boolean(), reason: z.string() });
export type ItemRow = z.infer<typeof ItemRow>;

export const listItems = (tx: Read, sheetId: string): Promise<ItemRow[]> =>
  tx.all(ItemRow, sql`select id, code, title, cents, included, reason from settlements.cost_item where sheet_id = ${sheetId} order by code`);

/** Opens the draft of an institution's year, with the items of the version before; gives the one that is open already. Locked until the end of the transaction. */
export async function openDraft(tx: Write, institution: Pick<InstitutionRow, 'id' | 'unitId'>, year: number, { at, by }: Recording): Promise<string> {
  const draft = () => tx.first(IdRow, sql`select id from settlements.cost_sheet where institution_id = ${institution.id} and year = ${year} and state = 'draft' for update`);
  const open = await draft();
  if (open) return open.id;
  await tx.run(sql`insert into settlements.cost_sheet (institution_id, unit_id, year, version, state, recorded_at, recorded_by)
    select ${institution.id}::uuid, ${institution.unitId}::int, ${year}::int, coalesce(max(s.version), 0) + 1, 'draft', ${at}::timestamptz, ${by} from settlements.cost_sheet s where s.institution_id = ${institution.id} and s.year = ${year}
    on conflict do nothing`);
  const made = (await draft())!;
  await tx.run(sql`insert into settlements.cost_item (sheet_id, code, title, cents, included, reason)
    select ${made.id}::uuid, i.code, i.title, i.cents, i.included, i.reason from settlements.cost_item i join settlements.cost_sheet s on s.id = i.sheet_id
    where s.institution_id = ${institution.id} and s.year = ${year} and s.state = 'approved' on conflict do nothing`);
  return made.id;
}

export type NewItem = Omit<ItemRow, 'id'>;

/** Puts an item into a draft; one of the same economic code is replaced. */
export const putItem = (tx: Write, sheetId: string, { code, title, cents, included, reason }: NewItem): Promise<number> =>
  tx.run(sql`insert into settlements.cost_item (sheet_id, code, title, cents, included, reason) values (${sheetId}, ${code}, ${title}, ${cents}, ${included}, ${reason})
    on conflict on constraint one_item_of_an_economic_code do update set title = excluded.title, cents = excluded.cents, included = excluded.included, reason = excluded.reason`);

export const removeItem = (tx: Write, sheetId: string, itemId: string): Promise<number> => tx.run(sql`delete from settlements.cost_item where id = ${itemId} and sheet_id = ${sheetId}`);

/** Approves the draft of a year; the one that was approved before is replaced. Undefined where no draft with items is open. */
export async function approveDraft(tx: Write, institutionId: string, year: number, version: number, { at, by }: Recording): Promise<{ id: string } | undefined> {
  const draft = await tx.first(
    IdRow,
    sql`select s.id from settlements.cost_sheet s where s.institution_id = ${institutionId} and s.year = ${year} and s.version = ${version} and s.state = 'draft'
      and exists (select from settlements.cost_item i where i.sheet_id = s.id) for update`,
  );
  if (!draft) return undefined;
  await tx.run(sql`update settlements.cost_sheet set state = 'replaced' where institution_id = ${institutionId} and year = ${year} and state = 'approved'`);
  await tx.run(sql`update settlements.cost_sheet set state = 'approved', approved_at = ${at}, approved_by = ${by} where id = ${draft.id}`);
  return draft;
}

const RateableRow = z.object({
  institutionId: z.string(), regNr: z.string(), name: z.string(), unitId: z.number(), sheetId: z.string().nullable(), includedCents: z.number().nullable(), draft: z.boolean(),
  snapshotId: z.string().nullable(), learners: z.number().nullable(), elsewhere: z.number().nullable(), snapshotDay: Day.nullable(),
});
/** An institution with what a rate is made of: its approved costs of the year and its newest count. */
export type RateableRow = z.infer<typeof RateableRow>;

/** The institutions of the parties (by actual founder) that have something of a year's costs or of a count. */
export const listRateable = (tx: Read, parties: Parties, countedOn: IsoDate, day: IsoDate): Promise<RateableRow[]> =>
  tx.all(
    RateableRow,
    sql`with known as (
        select institution_id from settlements.cost_sheet where year = extract(year from ${countedOn}::date) union select institution_id from settlements.count_snapshot where day = ${countedOn}::date
      )
      select i.id as institution_id, i.reg_nr, i.name, f.unit_id, a.id as sheet_id, a.included_cents,
        exists (select from settlements.cost_sheet d where d.institution_id = i.id and d.year = extract(year from ${countedOn}::date) and d.state = 'draft') as draft,
        n.id as snapshot_id, n.learners, n.elsewhere, n.day as snapshot_day
      from known k join institutions.institution i on i.id = k.institution_id
      cross join lateral (select ${foundingUnitOn(sql`i.id`, sql`${day}::date`)} as unit_id) f
      left join lateral (
        select s.id, (select coalesce(sum(t.cents) filter (where t.included), 0)::bigint from settlements.cost_item t where t.sheet_id = s.id) as included_cents
        from settlements.cost_sheet s where s.institution_id = i.id and s.year = extract(year from ${countedOn}::date) and s.state = 'approved'
      ) a on true
      left join lateral (
        select c.id, c.learners, c.day, (select count(*)::int from settlements.snapshot_learner l where l.snapshot_id = c.id and l.unit_id <> c.unit_id) as elsewhere
        from settlements.count_snapshot c where c.institution_id = i.id and c.day = ${countedOn}::date order by c.version desc limit 1
      ) n on true
      where f.unit_id is not null and ${isParty(sql`f.unit_id`, parties)} order by i.name collate platform.latvian, i.reg_nr`,
  );
