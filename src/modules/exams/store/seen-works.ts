import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { EXAM_KINDS, LEVELS, TERMS } from '../domain/exam-words.js';
import { holding } from './scans.js';

const ofWork = { workId: z.string(), personId: z.string(), candidateCode: z.string(), part: z.number(), partLv: z.string(), partEn: z.string(), scanPages: z.number(), year: z.number(), code: z.string(), kind: z.enum(EXAM_KINDS), level: z.enum(LEVELS), locativeLv: z.string(), nameEn: z.string() };
const WORK = sql`w.id as work_id, e.person_id, e.candidate_code, w.part, p.name_lv as part_lv, p.name_en as part_en, c.pages as scan_pages, x.year, x.code, x.kind, x.level, x.locative_lv, x.name_en`;
const JOINS = sql`join exams.exam x on x.id = e.exam_id join exams.work w on w.entry_id = e.id join exams.scan c on ${holding(sql`w.id`)}
  join exams.scoring s on s.exam_id = x.id and s.superseded_at is null join exams.part p on p.scoring_id = s.id and p.number = w.part`;

const Contested = z.object({ ...ofWork, appealId: z.string() });
/** A contested work that was scanned. */
export type ContestedWork = z.infer<typeof Contested>;
const CONTESTED = sql`select ${WORK}, a.id as appeal_id from exams.appeal a join exams.appeal_member m on m.appeal_id = a.id join exams.entry e on e.id = a.entry_id ${JOINS}
  where a.state = 'lodged' and (a.parts is null or w.part = any(a.parts))`;

/** The contested works of appeals that wait, in whose commissions somebody sits. */
export const listContestedWorks = (tx: Read, userId: string): Promise<ContestedWork[]> => tx.all(Contested, sql`${CONTESTED} and m.user_id = ${userId} order by a.due_on, a.id, w.part`);

export const findContestedWork = (tx: Read, { appealId, part, userId }: { readonly appealId: string; readonly part: number; readonly userId: string }): Promise<ContestedWork | undefined> =>
  tx.first(Contested, sql`${CONTESTED} and m.user_id = ${userId} and a.id = ${appealId} and w.part = ${part}`);

const Own = z.object({ ...ofWork, term: z.enum(TERMS) });
/** A scanned work of a person whose result is published. */
export type OwnWork = z.infer<typeof Own>;

/** The scanned works of people whose results may be seen at an instant, the latest exams first. */
export const listOwnWorks = (tx: Read, personIds: readonly string[], now: Date): Promise<OwnWork[]> =>
  tx.all(
    Own,
    sql`select ${WORK}, e.term from exams.visible_result(${now}::timestamptz) r join exams.entry e on e.id = r.entry_id ${JOINS}
      where r.person_id = any(${[...personIds]}::uuid[]) order by r.visible_from desc, x.code, w.part`,
  );
