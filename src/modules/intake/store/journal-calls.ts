import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { CAUSES } from '../domain/journal.js';
import { Day, nameOfUser } from './rows.js';

export interface CountedCall {
  readonly userId: string;
  readonly path: string;
  readonly day: IsoDate;
  readonly calls: number;
  readonly lastAt: string;
}

/** Adds calls gathered in memory to those of the day; callers that are no e-journal's machine are passed over. */
export const addCalls = (tx: Write, calls: readonly CountedCall[]): Promise<number> =>
  tx.run(sql`insert into intake.journal_call as c (journal_id, path, day, calls, last_at)
    select j.id, r.path, r.day, r.calls, r."lastAt" from jsonb_to_recordset(${JSON.stringify(calls)}::jsonb) as r("userId" uuid, path text, day date, calls integer, "lastAt" timestamptz)
    join intake.journal j on j.user_id = r."userId" order by 1, 2, 3
    on conflict (journal_id, path, day) do update set calls = c.calls + excluded.calls, last_at = greatest(c.last_at, excluded.last_at)`);

const CallRow = z.object({ path: z.string(), old: z.boolean(), calls: z.number(), lastAt: z.date() });
export type CallRow = z.infer<typeof CallRow>;

/** Which addresses an e-journal called since a day, the old ones first. */
export const listCallsOf = (tx: Read, journalId: string, since: IsoDate): Promise<CallRow[]> =>
  tx.all(
    CallRow,
    sql`select c.path, exists (select from intake.moved_address m where starts_with(c.path, m.old_path)) as old, sum(c.calls)::int as calls, max(c.last_at) as last_at
      from intake.journal_call c where c.journal_id = ${journalId} and c.day >= ${since}::date group by c.path order by 2 desc, 3 desc, 1`,
  );

const MovedRow = z.object({ id: z.string(), oldPath: z.string(), newPath: z.string(), deprecatedFrom: Day, answersUntil: Day.nullable() });
export type MovedAddress = z.infer<typeof MovedRow>;

export const listMoved = (tx: Read): Promise<MovedAddress[]> =>
  tx.all(MovedRow, sql`select id, old_path, new_path, deprecated_from, answers_until from intake.moved_address order by length(old_path) desc, old_path`);

export const insertMoved = (tx: Write, moved: Omit<MovedAddress, 'id'>, by: string, now: Date): Promise<void> =>
  tx.insert('intake.moved_address', { ...moved, announcedAt: now, announcedBy: by });

/** Sets the last day of an old address, or takes the end back. */
export const setAnswersUntil = (tx: Write, id: string, day: IsoDate | null): Promise<MovedAddress | undefined> =>
  tx.first(MovedRow, sql`update intake.moved_address set answers_until = ${day}::date where id = ${id} returning id, old_path, new_path, deprecated_from, answers_until`);

const OldUseRow = z.object({ oldPath: z.string(), journal: z.string(), code: z.string(), calls: z.number(), lastAt: z.date(), newCalls: z.number() });
export type OldUse = z.infer<typeof OldUseRow>;

/** Who has called old addresses since a day, and how often they call the new ones already. */
export const listOldUse = (tx: Read, since: IsoDate): Promise<OldUse[]> =>
  tx.all(
    OldUseRow,
    sql`select m.old_path, j.name as journal, j.code, sum(c.calls) filter (where starts_with(c.path, m.old_path))::int as calls, max(c.last_at) filter (where starts_with(c.path, m.old_path)) as last_at,
        coalesce(sum(c.calls) filter (where starts_with(c.path, m.new_path)), 0)::int as new_calls
      from intake.moved_address m join intake.journal_call c on starts_with(c.path, m.old_path) or starts_with(c.path, m.new_path) join intake.journal j on j.id = c.journal_id
      where c.day >= ${since}::date group by m.old_path, j.id having count(*) filter (where starts_with(c.path, m.old_path)) > 0 order by 1, 4 desc, 2`,
  );

export interface RefusedCall {
  readonly userId: string;
  readonly institutionId: string;
  readonly cause: (typeof CAUSES)[number];
  readonly day: IsoDate;
  readonly calls: number;
  readonly lastAt: string;
}

export const addRefusedCalls = (tx: Write, calls: readonly RefusedCall[]): Promise<number> =>
  tx.run(sql`insert into intake.refused_call as c (user_id, institution_id, cause, day, calls, last_at)
    select r."userId", r."institutionId", r.cause, r.day, r.calls, r."lastAt"
    from jsonb_to_recordset(${JSON.stringify(calls)}::jsonb) as r("userId" uuid, "institutionId" uuid, cause text, day date, calls integer, "lastAt" timestamptz) order by 1, 2, 3, 4
    on conflict (institution_id, user_id, cause, day) do update set calls = c.calls + excluded.calls, last_at = greatest(c.last_at, excluded.last_at)`);

const RefusedRow = z.object({ userId: z.string(), sender: z.string(), journal: z.string().nullable(), code: z.string().nullable(), cause: z.enum(CAUSES), calls: z.number(), lastAt: z.date() });
export type RefusedRow = z.infer<typeof RefusedRow>;

/** Batches refused whole for a school since a day, by who sent them and why. */
export const listRefusedFor = (tx: Read, institutionId: string, since: IsoDate): Promise<RefusedRow[]> =>
  tx.all(
    RefusedRow,
    sql`select r.user_id, ${nameOfUser(sql`r.user_id::text`)} as sender, j.name as journal, j.code, r.cause, sum(r.calls)::int as calls, max(r.last_at) as last_at
      from intake.refused_call r left join intake.journal j on j.user_id = r.user_id
      where r.institution_id = ${institutionId} and r.day >= ${since}::date group by r.user_id, j.name, j.code, r.cause order by max(r.last_at) desc, r.cause`,
  );
