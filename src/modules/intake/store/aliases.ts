import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { coversDay, IdRow, nameOfUser } from './rows.js';
import type { NameKind } from './waiting-names.js';

const DecidedRow = z.object({ nameKey: z.string(), subjectId: z.number(), own: z.boolean(), journals: z.array(z.string()), schools: z.number() });
export type DecidedName = z.infer<typeof DecidedRow>;

/** What was decided about names before: by the school itself (also what it ended), by journals for all of their schools, by how many other schools. */
export const listDecided = (tx: Read, keys: readonly string[], institutionId: string): Promise<DecidedName[]> =>
  tx.all(
    DecidedRow,
    sql`select s.name_key, s.subject_id, bool_or(s.institution_id = ${institutionId} and s.ended_at is null) is true as own,
        coalesce(array_agg(distinct s.journal_id::text) filter (where s.institution_id is null and s.ended_at is null), '{}') as journals,
        count(distinct s.institution_id) filter (where s.institution_id <> ${institutionId} and s.ended_at is null)::int as schools
      from intake.subject_alias s where s.name_key = any(${[...keys]}::text[]) group by s.name_key, s.subject_id`,
  );

export interface NewSubjectAlias {
  /** Null for what an e-journal means everywhere. */
  readonly institutionId: string | null;
  readonly journalId: string | null;
  readonly name: string;
  readonly nameKey: string;
  readonly subjectId: number;
  readonly isOffered: boolean;
}

export const insertSubjectAlias = async (tx: Write, alias: NewSubjectAlias, by: string, now: Date): Promise<string> =>
  (await tx.first(
    IdRow,
    sql`insert into intake.subject_alias (institution_id, journal_id, name, name_key, subject_id, is_offered, confirmed_at, confirmed_by)
      values (${alias.institutionId}, ${alias.journalId}, ${alias.name}, ${alias.nameKey}, ${alias.subjectId}, ${alias.isOffered}, ${now}, ${by}) returning id`,
  ))!.id;

export interface NewClassAlias {
  readonly institutionId: string;
  readonly year: number;
  readonly title: string;
  readonly titleKey: string;
  readonly classId: string;
}

export const insertClassAlias = async (tx: Write, alias: NewClassAlias, by: string, now: Date): Promise<string> =>
  (await tx.first(
    IdRow,
    sql`insert into intake.class_alias (institution_id, year, title, title_key, class_id, confirmed_at, confirmed_by)
      values (${alias.institutionId}, ${alias.year}, ${alias.title}, ${alias.titleKey}, ${alias.classId}, ${now}, ${by}) returning id`,
  ))!.id;

const SubjectAliasRow = z.object({ id: z.string(), journal: z.string().nullable(), name: z.string(), subjectId: z.number(), isOffered: z.boolean(), confirmedAt: z.date(), confirmedBy: z.string() });
export type SubjectAliasRow = z.infer<typeof SubjectAliasRow>;

/** What a school's names mean now. */
export const listSubjectAliases = (tx: Read, institutionId: string): Promise<SubjectAliasRow[]> =>
  tx.all(
    SubjectAliasRow,
    sql`select s.id, j.name as journal, s.name, s.subject_id, s.is_offered, s.confirmed_at, ${nameOfUser(sql`s.confirmed_by`)} as confirmed_by
      from intake.subject_alias s left join intake.journal j on j.id = s.journal_id where s.institution_id = ${institutionId} and s.ended_at is null order by s.name collate platform.latvian, s.id`,
  );

const MatchRow = z.object({ id: z.string(), name: z.string(), subjectId: z.number().nullable(), classId: z.string().nullable(), year: z.number().nullable(), isOffered: z.boolean(), confirmedAt: z.date(), endedAt: z.date().nullable() });
/** A match as it was confirmed, of a subject's name or of a class's title in a year. */
export type MatchRow = z.infer<typeof MatchRow>;

/** A match of an institution by its identifier, also one taken back. */
export const findMatch = (tx: Read, kind: NameKind, institutionId: string, id: string): Promise<MatchRow | undefined> =>
  tx.first(
    MatchRow,
    kind === 'subject'
      ? sql`select s.id, s.name, s.subject_id, null as class_id, null::int as year, s.is_offered, s.confirmed_at, s.ended_at from intake.subject_alias s where s.id = ${id} and s.institution_id = ${institutionId}`
      : sql`select c.id, c.title as name, null::int as subject_id, c.class_id, c.year, false as is_offered, c.confirmed_at, c.ended_at from intake.class_alias c where c.id = ${id} and c.institution_id = ${institutionId}`,
  );

const ClassAliasRow = z.object({ id: z.string(), title: z.string(), classId: z.string(), year: z.number(), confirmedAt: z.date(), confirmedBy: z.string() });
export type ClassAliasRow = z.infer<typeof ClassAliasRow>;

export const listClassAliases = (tx: Read, institutionId: string, year: number): Promise<ClassAliasRow[]> =>
  tx.all(
    ClassAliasRow,
    sql`select c.id, c.title, c.class_id, c.year, c.confirmed_at, ${nameOfUser(sql`c.confirmed_by`)} as confirmed_by
      from intake.class_alias c where c.institution_id = ${institutionId} and c.year = ${year} and c.ended_at is null order by c.title collate platform.latvian, c.id`,
  );

/** Ends what a name meant; tells how many rows that were. What was taken by it stays. */
export const endAlias = (tx: Write, kind: NameKind, institutionId: string, id: string, by: string, now: Date): Promise<number> =>
  tx.run(sql`update ${sql.table(kind === 'subject' ? 'intake.subject_alias' : 'intake.class_alias')} set ended_at = ${now}, ended_by = ${by} where id = ${id} and institution_id = ${institutionId} and ended_at is null`);

const OfferedRow = z.object({ regNr: z.string().nullable(), name: z.string(), subjectId: z.number(), confirmedAt: z.date() });
export type OfferedAlias = z.infer<typeof OfferedRow>;

/** Names that schools offered to an e-journal, of those that confirm it today, and what it decided for all of them; of one school where a number is given. */
export const listOffered = (tx: Read, journalId: string, regNr: string, today: IsoDate): Promise<OfferedAlias[]> =>
  tx.all(
    OfferedRow,
    sql`select i.reg_nr, s.name, s.subject_id, s.confirmed_at from intake.subject_alias s left join institutions.institution i on i.id = s.institution_id
      where s.journal_id = ${journalId} and s.ended_at is null and ${regNr === '' ? sql`true` : sql`(i.reg_nr = ${regNr} or i.id is null)`}
        and (s.institution_id is null or (s.is_offered and exists (select from intake.journal_school b where b.journal_id = s.journal_id and b.institution_id = s.institution_id and ${coversDay('b', today)})))
      order by i.reg_nr nulls first, s.name collate platform.latvian, s.id limit 5000`,
  );

/** So many schools have to agree before a name can mean the same everywhere. */
const ENOUGH_SCHOOLS = 2;

const AgreedRow = z.object({ nameKey: z.string(), name: z.string(), subjectId: z.number(), schools: z.number() });
export type AgreedName = z.infer<typeof AgreedRow>;

/** Names of an e-journal about which several schools decided alike and none otherwise, and that do not mean anything everywhere yet. */
export const listAgreed = (tx: Read, journalId: string): Promise<AgreedName[]> =>
  tx.all(
    AgreedRow,
    sql`select s.name_key, min(s.name) as name, min(s.subject_id) as subject_id, count(distinct s.institution_id)::int as schools from intake.subject_alias s
      where s.journal_id = ${journalId} and s.ended_at is null group by s.name_key
      having count(distinct s.subject_id) = 1 and bool_and(s.institution_id is not null) and count(distinct s.institution_id) >= ${ENOUGH_SCHOOLS} order by 4 desc, 1 limit 100`,
  );
