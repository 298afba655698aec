import { z } from 'zod';
import { ROSTER } from '#modules/education/public.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

const ClassRow = z.object({ id: z.string(), institutionId: z.string(), year: z.number() });

/** A class of institutions, and its school year. */
export const findClassIn = (tx: Read, classId: string, institutionIds: readonly string[]): Promise<z.infer<typeof ClassRow> | undefined> =>
  tx.first(ClassRow, sql`select c.id, c.institution_id, c.year from ${ROSTER.classes} c where c.id = ${classId}::uuid and c.institution_id = any(${[...institutionIds]}::uuid[])`);

const SessionRow = z.object({ startsOn: z.string(), endsOn: z.string(), firstSemesterEndsOn: z.string(), secondSemesterStartsOn: z.string() });

/** First and last day of a period's session. */
export async function findSessionDays(tx: Read, year: number, period: string): Promise<{ from: string; to: string } | undefined> {
  const row = await tx.first(SessionRow, sql`select y.starts_on, y.ends_on, y.first_semester_ends_on, y.second_semester_starts_on from ${ROSTER.years} y where y.year = ${year}`);
  return row && { from: period === 'S2' ? row.secondSemesterStartsOn : row.startsOn, to: period === 'S1' ? row.firstSemesterEndsOn : row.endsOn };
}

/** What a vendor's own line item stands for: ours. */
const Meant = z.object({ classId: z.string(), subjectId: z.number(), period: z.string(), title: z.string() });
export type MeantLineItem = z.infer<typeof Meant>;
const MeantRow = z.object({ facts: Meant });

const FILE = 'restLineItems';
const sourceOf = (journalId: string): string => `rest ${journalId}`;

export const findOwnLineItem = async (tx: Read, journalId: string, institutionIds: readonly string[], id: string): Promise<MeantLineItem | undefined> =>
  (await tx.first(MeantRow, sql`select facts from intake.oneroster_record where institution_id = any(${[...institutionIds]}::uuid[]) and source = ${sourceOf(journalId)} and file = ${FILE} and sourced_id = ${id} limit 1`))?.facts;

export const putOwnLineItem = (tx: Write, journalId: string, institutionId: string, id: string, meant: MeantLineItem, now: Date): Promise<number> =>
  tx.run(sql`insert into intake.oneroster_record (institution_id, source, file, sourced_id, facts, told_at) values (${institutionId}, ${sourceOf(journalId)}, ${FILE}, ${id}, ${JSON.stringify(meant)}::jsonb, ${now})
    on conflict (institution_id, source, file, sourced_id) do update set facts = excluded.facts, told_at = excluded.told_at`);

export const deleteOwnLineItem = (tx: Write, journalId: string, institutionIds: readonly string[], id: string): Promise<number> =>
  tx.run(sql`delete from intake.oneroster_record where institution_id = any(${[...institutionIds]}::uuid[]) and source = ${sourceOf(journalId)} and file = ${FILE} and sourced_id = ${id}`);

const NumberRow = z.object({ personId: z.string(), number: z.string() });

/** The numbers that an institution gave people. */
export const listNumbersOf = (tx: Read, institutionId: string, persons: readonly string[]): Promise<z.infer<typeof NumberRow>[]> =>
  tx.all(NumberRow, sql`select n.person_id, n.number from ${ROSTER.numbers} n where n.institution_id = ${institutionId} and n.person_id = any(${[...persons]}::uuid[])`);
