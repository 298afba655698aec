import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import type { Stage, Term } from '../domain/exam-words.js';
import { outcomeOf } from './published.js';

/** Which of these events have been counted, as far as anybody has a result; of nobody in particular it tells nothing. */
export const countedAmong = async (tx: Read, eventIds: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set((await tx.all(z.object({ eventId: z.string() }), sql`select v as event_id from unnest(${[...eventIds]}::uuid[]) v
    where exists (select from exams.entry e join exams.result r on r.entry_id = e.id and r.superseded_at is null where e.event_id = v)`)).map(({ eventId }) => eventId));

/** How many of these people wait for no result of a session's term any more. */
export const countComplete = async (tx: Read, { year, stage, term }: { readonly year: number; readonly stage: Stage; readonly term: Term }, personIds: readonly string[]): Promise<number> =>
  (await tx.first(
    z.object({ n: z.number() }),
    sql`select count(*)::int as n from unnest(${[...personIds]}::uuid[]) who where not exists (
      select from exams.entry e join exams.event v on v.id = e.event_id join exams.session s on s.id = v.session_id
      left join exams.result r on r.entry_id = e.id and r.superseded_at is null cross join lateral (select ${outcomeOf} as outcome) o
      where e.person_id = who and e.state = 'confirmed' and s.year = ${year} and s.stage = ${stage} and v.term = ${term} and o.outcome = 'awaited')`,
  ))!.n;
