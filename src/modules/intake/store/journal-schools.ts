import { z } from 'zod';
import { ofScope } from '#modules/education/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { JOURNAL_STATES } from '../domain/journal.js';
import { coversDay, Day, IdRow, nameOfUser } from './rows.js';

const BindingRow = z.object({
  id: z.string(), journalId: z.string(), code: z.string(), name: z.string(), vendor: z.string(), state: z.enum(JOURNAL_STATES), userId: z.string().nullable(),
  institutionId: z.string(), validFrom: Day, validTo: Day.nullable(), confirmedAt: z.date(), confirmedBy: z.string(), lastBatchAt: z.date().nullable(),
});
export type BindingRow = z.infer<typeof BindingRow>;

const selectBindings = (where: Sql): Sql => sql`select s.id, s.journal_id, j.code, j.name, j.vendor, j.state, j.user_id, s.institution_id, s.valid_from, s.valid_to, s.confirmed_at, ${nameOfUser(sql`s.confirmed_by`)} as confirmed_by,
    (select max(b.received_at) from intake.batch b where b.journal_id = s.journal_id and b.institution_id = s.institution_id) as last_batch_at
  from intake.journal_school s join intake.journal j on j.id = s.journal_id where ${where}`;

/** Which e-journals a school has confirmed, those of the past too. */
export const listBindingsOf = (tx: Read, institutionId: string): Promise<BindingRow[]> =>
  tx.all(BindingRow, sql`${selectBindings(sql`s.institution_id = ${institutionId}`)} order by s.valid_to nulls first, s.valid_from desc, s.id`);

export const findBinding = (tx: Read, id: string, scope: Scope): Promise<BindingRow | undefined> =>
  tx.first(BindingRow, selectBindings(sql`s.id = ${id} and ${ofScope(sql`s.institution_id`, scope)}`));

/** The same, locked until the transaction ends. */
export const lockBinding = (tx: Write, id: string, scope: Scope): Promise<BindingRow | undefined> =>
  tx.first(BindingRow, sql`${selectBindings(sql`s.id = ${id} and ${ofScope(sql`s.institution_id`, scope)}`)} for update of s`);

const SchoolOfJournal = z.object({
  institutionId: z.string(), regNr: z.string(), school: z.string(), validFrom: Day, validTo: Day.nullable(), rows: z.number(), waiting: z.number(), refused: z.number(), lastBatchAt: z.date().nullable(),
});
export type SchoolOfJournal = z.infer<typeof SchoolOfJournal>;

/** The schools of an e-journal on a day in the order of their names, with what it sent for them; `after` is the name and id last shown. */
export const listSchoolsOf = (tx: Read, journalId: string, today: IsoDate, after: readonly [string, string] | null, limit: number): Promise<SchoolOfJournal[]> =>
  tx.all(
    SchoolOfJournal,
    sql`with page as (
        select s.institution_id, i.reg_nr, i.name as school, s.valid_from, s.valid_to from intake.journal_school s join institutions.institution i on i.id = s.institution_id
        where s.journal_id = ${journalId} and ${coversDay('s', today)}
          ${after ? sql`and (i.name collate platform.latvian, i.id) > (${after[0]} collate platform.latvian, ${after[1]}::uuid)` : sql``}
        order by i.name collate platform.latvian, i.id limit ${limit}
      )
      select p.*, coalesce(c.rows, 0)::int as rows, coalesce(c.waiting, 0)::int as waiting, coalesce(c.refused, 0)::int as refused, c.last_batch_at from page p left join lateral (
        select sum(b.row_count) as rows, sum(b.waiting) as waiting, sum(b.refused) as refused, max(b.received_at) as last_batch_at
        from intake.batch b where b.institution_id = p.institution_id and b.journal_id = ${journalId} and not b.is_dry_run and not b.is_sandbox
      ) c on true order by p.school collate platform.latvian, p.institution_id`,
  );

const ListedSchool = z.object({ id: z.string(), regNr: z.string(), name: z.string(), journals: z.array(z.string()), waiting: z.number(), lastBatchAt: z.date().nullable() });
export type IntakeSchool = z.infer<typeof ListedSchool>;

/** Schools of a scope that have an e-journal today or sent something, with how much waits there. */
export const listIntakeSchools = (tx: Read, scope: Scope, words: string, today: IsoDate, after: readonly [string, string] | null, limit: number): Promise<IntakeSchool[]> =>
  tx.all(
    ListedSchool,
    sql`with page as (
        select i.id, i.reg_nr, i.name from institutions.institution i
        where ${ofScope(sql`i.id`, scope)} and ${words === '' ? sql`true` : sql`i.search_key like '%' || platform.search_key(${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}) || '%'`}
          and (exists (select from intake.journal_school s where s.institution_id = i.id) or exists (select from intake.batch b where b.institution_id = i.id))
          ${after ? sql`and (i.name collate platform.latvian, i.id) > (${after[0]} collate platform.latvian, ${after[1]}::uuid)` : sql``}
        order by i.name collate platform.latvian, i.id limit ${limit}
      )
      select p.*, array(select distinct j.name from intake.journal_school s join intake.journal j on j.id = s.journal_id where s.institution_id = p.id and ${coversDay('s', today)} order by 1) as journals,
        coalesce(c.waiting, 0)::int as waiting, c.last_batch_at
      from page p left join lateral (
        select sum(b.waiting) filter (where not b.is_dry_run and not b.is_sandbox) as waiting, max(b.received_at) as last_batch_at from intake.batch b where b.institution_id = p.id
      ) c on true order by p.name collate platform.latvian, p.id`,
  );

export const insertBinding = async (tx: Write, binding: { readonly journalId: string; readonly institutionId: string; readonly validFrom: IsoDate }, by: string, now: Date): Promise<string> =>
  (await tx.first(
    IdRow,
    sql`insert into intake.journal_school (journal_id, institution_id, valid_from, confirmed_at, confirmed_by)
      values (${binding.journalId}, ${binding.institutionId}, ${binding.validFrom}::date, ${now}, ${by}) returning id`,
  ))!.id;

export const endBinding = (tx: Write, id: string, validTo: IsoDate, by: string, now: Date): Promise<number> =>
  tx.run(sql`update intake.journal_school set valid_to = ${validTo}::date, ended_at = ${now}, ended_by = ${by} where id = ${id}`);
