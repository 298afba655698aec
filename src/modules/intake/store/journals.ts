import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { JOURNAL_STATES, type JournalState } from '../domain/journal.js';
import { coversDay, IdRow } from './rows.js';

const JournalRow = z.object({
  id: z.string(), code: z.string(), name: z.string(), vendor: z.string(), state: z.enum(JOURNAL_STATES), reason: z.string(),
  userId: z.string().nullable(), login: z.string().nullable(), recordedAt: z.date(),
});
export type JournalRow = z.infer<typeof JournalRow>;

const selectJournals = (more: Sql, where: Sql): Sql => sql`select j.id, j.code, j.name, j.vendor, j.state, j.reason, j.user_id, u.login, j.recorded_at ${more}
  from intake.journal j left join access.app_user u on u.id = j.user_id where ${where}`;

export const findJournal = (tx: Read, code: string): Promise<JournalRow | undefined> => tx.first(JournalRow, selectJournals(sql``, sql`j.code = ${code}`));

/** The e-journal that a technical user sends for. */
export const findJournalOfMachine = (tx: Read, userId: string): Promise<JournalRow | undefined> => tx.first(JournalRow, selectJournals(sql``, sql`j.user_id = ${userId}::uuid`));

/** The e-journals whose contact a user is. */
export const listJournalsOfContact = (tx: Read, userId: string): Promise<JournalRow[]> =>
  tx.all(JournalRow, sql`${selectJournals(sql``, sql`exists (select from intake.journal_contact c where c.journal_id = j.id and c.user_id = ${userId}::uuid and c.ended_at is null)`)} order by j.name collate platform.latvian, j.id`);

export const listAllJournals = (tx: Read): Promise<JournalRow[]> => tx.all(JournalRow, sql`${selectJournals(sql``, sql`true`)} order by j.name collate platform.latvian, j.id`);

/** Those that a school can still confirm. */
export const listRegistered = (tx: Read): Promise<JournalRow[]> =>
  tx.all(JournalRow, sql`${selectJournals(sql``, sql`j.state = 'registered'`)} order by j.name collate platform.latvian, j.id`);

const ListedJournal = JournalRow.extend({ schools: z.number(), lastCallAt: z.date().nullable(), oldCalls: z.number() });
export type ListedJournal = z.infer<typeof ListedJournal>;

/** All e-journals of the country (some tens), with the schools of today and the calls of old addresses since a day. */
export const listJournals = (tx: Read, today: IsoDate, since: IsoDate): Promise<ListedJournal[]> =>
  tx.all(
    ListedJournal,
    sql`${selectJournals(
      sql`, (select count(distinct s.institution_id) from intake.journal_school s where s.journal_id = j.id and ${coversDay('s', today)})::int as schools,
        (select max(c.last_at) from intake.journal_call c where c.journal_id = j.id) as last_call_at,
        (select coalesce(sum(c.calls), 0) from intake.journal_call c join intake.moved_address m on starts_with(c.path, m.old_path) where c.journal_id = j.id and c.day >= ${since}::date)::int as old_calls`,
      sql`true`,
    )} order by j.state = 'closed', j.name collate platform.latvian, j.id`,
  );

export interface JournalFacts {
  readonly name: string;
  readonly vendor: string;
  readonly userId: string | null;
}

export const insertJournal = async (tx: Write, journal: JournalFacts & { readonly code: string }, by: string, now: Date): Promise<string> =>
  (await tx.first(
    IdRow,
    sql`insert into intake.journal (code, name, vendor, user_id, state, recorded_at, recorded_by)
      values (${journal.code}, ${journal.name}, ${journal.vendor}, ${journal.userId}, 'registered', ${now}, ${by}) returning id`,
  ))!.id;

export const updateJournal = (tx: Write, id: string, { name, vendor, userId }: JournalFacts): Promise<number> =>
  tx.run(sql`update intake.journal set name = ${name}, vendor = ${vendor}, user_id = ${userId} where id = ${id}`);

/** Changes the state unless it has changed meanwhile; tells how many rows that was. */
export const setJournalState = (tx: Write, id: string, was: JournalState, state: JournalState, reason: string): Promise<number> =>
  tx.run(sql`update intake.journal set state = ${state}, reason = ${reason} where id = ${id} and state = ${was}`);

const ContactRow = z.object({ id: z.string(), journalId: z.string(), name: z.string(), email: z.string(), login: z.string().nullable() });
export type ContactRow = z.infer<typeof ContactRow>;

/** Whom to tell at the vendors of these e-journals. */
export const listContacts = (tx: Read, journalIds: readonly string[]): Promise<ContactRow[]> =>
  tx.all(
    ContactRow,
    sql`select c.id, c.journal_id, c.name, c.email, u.login from intake.journal_contact c left join access.app_user u on u.id = c.user_id
      where c.journal_id = any(${[...journalIds]}::uuid[]) and c.ended_at is null order by c.recorded_at, c.id`,
  );

const AddressRow = z.object({ email: z.string() });

/** Addresses of the contacts of every e-journal that is not closed, each once. */
export const listContactAddresses = async (tx: Read): Promise<string[]> =>
  (await tx.all(AddressRow, sql`select distinct c.email from intake.journal_contact c join intake.journal j on j.id = c.journal_id where c.ended_at is null and j.state <> 'closed' order by 1`)).map(({ email }) => email);

export const insertContact = (tx: Write, contact: { readonly journalId: string; readonly name: string; readonly email: string; readonly userId: string | null }, by: string, now: Date): Promise<void> =>
  tx.insert('intake.journal_contact', { ...contact, recordedAt: now, recordedBy: by });

export const endContactRow = (tx: Write, journalId: string, id: string, by: string, now: Date): Promise<number> =>
  tx.run(sql`update intake.journal_contact set ended_at = ${now}, ended_by = ${by} where id = ${id} and journal_id = ${journalId} and ended_at is null`);

/** Whether a user is someone of the register of persons, and so no technical user. */
export const isPerson = async (tx: Read, userId: string): Promise<boolean> =>
  (await tx.first(z.object({ known: z.boolean() }), sql`select person_id is not null as known from access.app_user where id = ${userId}`))?.known ?? false;
