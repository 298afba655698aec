import { z } from 'zod';
import { joinName } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { every, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { Day, IdRow, ofScope, type Recording } from './rows.js';

export const CANDIDATE_STATES = ['candidate', 'enrolled', 'removed'] as const;
const CandidateRow = z.object({
  id: z.string(), personId: z.string(), institutionId: z.string(), regNr: z.string(), year: z.number(), programmeCode: z.string(), programmeLv: z.string(), programmeEn: z.string(), appliedOn: Day,
  state: z.enum(CANDIDATE_STATES), reason: z.string(), given: z.string(), family: z.string(), isProtected: z.boolean(), bornOn: Day.nullable(),
});
export type CandidateRow = z.infer<typeof CandidateRow>;

const select = (today: IsoDate) => sql`select c.id, c.person_id, c.institution_id, i.reg_nr, c.year, c.programme_code, g.name_lv as programme_lv, g.name_en as programme_en, c.applied_on, c.state, c.reason,
    n.given, n.family, n.is_protected, case when n.is_protected then null else p.born_on end as born_on
  from education.candidate c join persons.person p on p.id = c.person_id join institutions.institution i on i.id = c.institution_id join education.programme g on g.code = c.programme_code ${joinName('n', sql`c.person_id`, today)}`;

export const listCandidates = (tx: Read, institutionId: string, year: number, today: IsoDate): Promise<CandidateRow[]> =>
  tx.all(CandidateRow, sql`${select(today)} where c.institution_id = ${institutionId} and c.year = ${year} order by c.state, n.family collate platform.latvian, n.given collate platform.latvian, c.id`);

export interface CandidateSearch {
  readonly regNr: string | null;
  readonly year: number;
  readonly state: CandidateRow['state'] | null;
}

/** Candidates of a scope's institutions for a school year, for programs: in the order of identities. */
export const listCandidatesIn = (tx: Read, scope: Scope, { regNr, year, state }: CandidateSearch, after: string | null, today: IsoDate, limit: number): Promise<CandidateRow[]> =>
  tx.all(
    CandidateRow,
    sql`${select(today)} where ${every([
      ofScope(sql`c.institution_id`, scope), sql`c.year = ${year}`, ...(regNr ? [sql`i.reg_nr = ${regNr}`] : []), ...(state ? [sql`c.state = ${state}`] : []), ...(after ? [sql`c.id > ${after}::uuid`] : []),
    ])} order by c.id limit ${limit}`,
  );

export const findCandidate = (tx: Read, id: string, scope: Scope, today: IsoDate): Promise<CandidateRow | undefined> =>
  tx.first(CandidateRow, sql`${select(today)} where c.id = ${id} and ${ofScope(sql`c.institution_id`, scope)}`);

export async function insertCandidate(tx: Write, one: { personId: string; institutionId: string; year: number; programmeCode: string; appliedOn: IsoDate }, { recordedAt, recordedBy }: Recording): Promise<string> {
  const row = await tx.first(
    IdRow,
    sql`insert into education.candidate (person_id, institution_id, year, programme_code, applied_on, state, recorded_at, recorded_by)
      values (${one.personId}, ${one.institutionId}, ${one.year}, ${one.programmeCode}, ${one.appliedOn}, 'candidate', ${recordedAt}, ${recordedBy}) returning id`,
  );
  return row!.id;
}

/** Ends a candidacy; tells whether it was still open. */
export const endCandidacy = async (tx: Write, id: string, state: 'enrolled' | 'removed', reason: string, now: Date): Promise<boolean> =>
  (await tx.run(sql`update education.candidate set state = ${state}, reason = ${reason}, ended_at = ${now} where id = ${id} and state = 'candidate'`)) > 0;
