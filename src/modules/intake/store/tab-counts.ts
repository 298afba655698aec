import { z } from 'zod';
import { ROSTER } from '#modules/education/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { coversDay } from './rows.js';

const TabsRow = z.object({ subjectNames: z.number(), classNames: z.number(), troubles: z.number() });

/** What waits on each side of an institution's e-journals: names of subjects and of classes, and how many of the six troubles there are. */
export type TabCounts = z.infer<typeof TabsRow>;

/** All numbers of the tabs in one statement; calls are counted since a day. */
export const countTabs = async (tx: Read, institutionId: string, since: IsoDate, today: IsoDate): Promise<TabCounts> =>
  (await tx.first(
    TabsRow,
    sql`with said as (
        select a.code, b.year, b.journal_id, a.name_key as name
        from intake.answer a join intake.batch b on b.id = a.batch_id where b.institution_id = ${institutionId} and not b.is_dry_run and not b.is_sandbox
          and ((a.state = 'waiting' and a.code in ('VI-101', 'VI-102')) or (a.state = 'refused' and a.code = 'VI-105' and b.year = (select max(y.year) from ${ROSTER.years} y where y.starts_on <= ${today}::date)))),
      counted as (
        select count(distinct (s.journal_id, s.name)) filter (where s.code = 'VI-101')::int as subject_names, count(distinct (s.year, s.journal_id, s.name)) filter (where s.code = 'VI-102')::int as class_names,
          count(distinct s.code)::int as kinds from said s)
      select c.subject_names, c.class_names, c.kinds
        + exists (select from intake.refused_call r where r.institution_id = ${institutionId} and r.day >= ${since}::date)::int
        + exists (select from intake.journal_call l join intake.journal_school b on b.journal_id = l.journal_id and b.institution_id = ${institutionId} and ${coversDay('b', today)}
            where l.day >= ${since}::date and exists (select from intake.moved_address m where starts_with(l.path, m.old_path)))::int as troubles from counted c`,
  ))!;
