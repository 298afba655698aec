import { sql } from '#platform/db/sql.js';
import type { Write } from '#platform/db/transaction.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Level, Term } from '../domain/exam-words.js';
import type { PartRow, SessionRow } from './catalogue.js';
import { IdRow, type Recording } from './rows.js';

interface Basis {
  readonly legalBasis: string;
  readonly verified: boolean;
}

/** Puts a new version of an exam's counting in the place of the one that held, which stays for the results it made. */
export async function putScoring(tx: Write, examId: string, parts: readonly PartRow[], { legalBasis, verified }: Basis, { recordedAt, recordedBy }: Recording): Promise<number> {
  await tx.run(sql`update exams.scoring set superseded_at = ${recordedAt} where exam_id = ${examId} and superseded_at is null`);
  const made = (await tx.first(
    IdRow,
    sql`insert into exams.scoring (exam_id, version, legal_basis, verified, recorded_at, recorded_by)
      select ${examId}, coalesce(max(s.version), 0) + 1, ${legalBasis}, ${verified}, ${recordedAt}, ${recordedBy} from exams.scoring s where s.exam_id = ${examId} returning id`,
  ))!;
  await tx.insert('exams.part', parts.map((part) => ({ scoringId: made.id, ...part })));
  return parts.length;
}

/** Sets the threshold of a level and year; the one of before stays readable. */
export async function putThreshold(tx: Write, year: number, level: Level, percent: number, basis: Basis, recording: Recording): Promise<void> {
  await tx.run(sql`update exams.threshold set superseded_at = ${recording.recordedAt} where year = ${year} and level = ${level} and superseded_at is null`);
  await tx.insert('exams.threshold', { year, level, percent, ...basis, ...recording });
}

export type SessionDays = Pick<SessionRow, 'applicationsUntil' | 'changesUntil' | 'startsOn' | 'endsOn' | 'announcedOn'>;

/** Corrects the days of a session; what they were stays in `catalogue_before`. */
export async function correctSession(tx: Write, id: string, days: SessionDays, { legalBasis, verified }: Basis, { recordedAt, recordedBy }: Recording): Promise<void> {
  await tx.run(sql`insert into exams.catalogue_before (what, of_id, days, legal_basis, verified, recorded_at, recorded_by, superseded_at, superseded_by)
    select 'session', n.id, array_remove(array[n.applications_until, n.changes_until, n.starts_on, n.ends_on, n.announced_on], null), n.legal_basis, n.verified, n.recorded_at, n.recorded_by, ${recordedAt}, ${recordedBy}
    from exams.session n where n.id = ${id}`);
  await tx.run(sql`update exams.session set applications_until = ${days.applicationsUntil}, changes_until = ${days.changesUntil}, starts_on = ${days.startsOn}, ends_on = ${days.endsOn},
      announced_on = ${days.announcedOn}, legal_basis = ${legalBasis}, verified = ${verified}, recorded_at = ${recordedAt}, recorded_by = ${recordedBy} where id = ${id}`);
}

export interface EventDays {
  readonly sessionId: string;
  readonly examId: string;
  readonly term: Term;
  readonly heldOn: IsoDate;
  readonly startsAt: string;
}

/** Sets when an exam is held; what was set before stays in `catalogue_before`. */
export async function putEvent(tx: Write, event: EventDays, { legalBasis, verified }: Basis, { recordedAt, recordedBy }: Recording): Promise<void> {
  await tx.run(sql`insert into exams.catalogue_before (what, of_id, days, start_time, legal_basis, verified, recorded_at, recorded_by, superseded_at, superseded_by)
    select 'event', e.id, array[e.held_on], e.start_time, e.legal_basis, e.verified, e.recorded_at, e.recorded_by, ${recordedAt}, ${recordedBy}
    from exams.event e where e.exam_id = ${event.examId} and e.term = ${event.term}`);
  await tx.run(sql`insert into exams.event (session_id, exam_id, term, held_on, start_time, legal_basis, verified, recorded_at, recorded_by)
    values (${event.sessionId}, ${event.examId}, ${event.term}, ${event.heldOn}, ${event.startsAt}, ${legalBasis}, ${verified}, ${recordedAt}, ${recordedBy})
    on conflict (exam_id, term) do update set held_on = excluded.held_on, start_time = excluded.start_time, legal_basis = excluded.legal_basis, verified = excluded.verified,
      recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by`);
}

/** Copies the exams of one year into the next, a year later by the calendar and compared with no act; events are not copied, since nobody knows their days. @returns how many exams */
export async function copyYear(tx: Write, from: number, basis: string, { recordedAt, recordedBy }: Recording): Promise<number> {
  const to = from + 1;
  const made = await tx.run(sql`insert into exams.exam (year, code, kind, level, name_lv, locative_lv, name_en, is_language, certainty, source, recorded_at, recorded_by)
    select ${to}, x.code, x.kind, x.level, x.name_lv, x.locative_lv, x.name_en, x.is_language, x.certainty, ${basis}, ${recordedAt}, ${recordedBy} from exams.exam x where x.year = ${from}`);
  await tx.run(sql`with made as (
      insert into exams.scoring (exam_id, version, legal_basis, verified, recorded_at, recorded_by)
      select x.id, 1, ${basis}, false, ${recordedAt}, ${recordedBy} from exams.exam x where x.year = ${to} returning id, exam_id)
    insert into exams.part (scoring_id, number, name_lv, name_en, max_half_points, weight)
    select m.id, p.number, p.name_lv, p.name_en, p.max_half_points, p.weight from made m join exams.exam x on x.id = m.exam_id
    join exams.exam w on w.year = ${from} and w.code = x.code join exams.scoring s on s.exam_id = w.id and s.superseded_at is null join exams.part p on p.scoring_id = s.id`);
  await tx.run(sql`insert into exams.threshold (year, level, percent, legal_basis, verified, recorded_at, recorded_by)
    select ${to}, t.level, t.percent, ${basis}, false, ${recordedAt}, ${recordedBy} from exams.threshold t where t.year = ${from} and t.superseded_at is null`);
  // 52 weeks on, so that a Monday stays a Monday.
  await tx.run(sql`insert into exams.session (year, stage, applications_until, changes_until, starts_on, ends_on, announced_on, legal_basis, verified, recorded_at, recorded_by)
    select ${to}, n.stage, (n.applications_until + interval '1 year')::date, n.changes_until + 364, n.starts_on + 364, n.ends_on + 364, n.announced_on + 364, ${basis}, false, ${recordedAt}, ${recordedBy}
    from exams.session n where n.year = ${from}`);
  return made;
}
