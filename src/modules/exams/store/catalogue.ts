import { z } from 'zod';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { EXAM_KINDS, LEVELS, type Level, STAGES, type Stage, TERMS } from '../domain/exam-words.js';
import { Day } from './rows.js';

const ExamRow = z.object({
  id: z.string(), year: z.number(), code: z.string(), kind: z.enum(EXAM_KINDS), level: z.enum(LEVELS), nameLv: z.string(), locativeLv: z.string(), nameEn: z.string(), isLanguage: z.boolean(),
  certainty: z.enum(['seen', 'inferred']), source: z.string(),
});
export type ExamRow = z.infer<typeof ExamRow>;
const EXAM = sql`x.id, x.year, x.code, x.kind, x.level, x.name_lv, x.locative_lv, x.name_en, x.is_language, x.certainty, x.source`;
/** The order in which exams are listed: by level, then by name. */
const BY_LEVEL = sql`array_position(${[...LEVELS]}::text[], x.level), x.kind, x.name_lv collate platform.latvian, x.code`;

const ListedExam = ExamRow.extend({ parts: z.number(), mainOn: Day.nullable(), extraOn: Day.nullable(), verified: z.boolean().nullable() });
export type ListedExam = z.infer<typeof ListedExam>;

/** The exams of a school year with the days on which they are held. */
export const listExams = (tx: Read, year: number): Promise<ListedExam[]> =>
  tx.all(
    ListedExam,
    sql`select ${EXAM}, (select count(*) from exams.part p where p.scoring_id = s.id)::int as parts, s.verified,
        (select e.held_on from exams.event e where e.exam_id = x.id and e.term = 'main') as main_on, (select e.held_on from exams.event e where e.exam_id = x.id and e.term = 'extra') as extra_on
      from exams.exam x left join exams.scoring s on s.exam_id = x.id and s.superseded_at is null where x.year = ${year} order by ${BY_LEVEL}`,
  );

export const findExam = (tx: Read, year: number, code: string): Promise<ExamRow | undefined> =>
  tx.first(ExamRow, sql`select ${EXAM} from exams.exam x where x.year = ${year} and x.code = ${code}`);

/** The school years that have exams, the latest first. */
export const listExamYears = async (tx: Read): Promise<number[]> =>
  (await tx.all(z.object({ year: z.number() }), sql`select distinct x.year from exams.exam x order by x.year desc`)).map(({ year }) => year);

const PartRow = z.object({ number: z.number(), nameLv: z.string(), nameEn: z.string(), maxHalfPoints: z.number(), weight: z.number() });
export type PartRow = z.infer<typeof PartRow>;
const ScoringRow = z.object({
  id: z.string(), version: z.number(), legalBasis: z.string(), verified: z.boolean(), recordedAt: z.date(), supersededAt: z.date().nullable(), parts: z.array(PartRow),
});
/** One version of how an exam is counted. */
export type ScoringRow = z.infer<typeof ScoringRow>;

/** The parts of a scoring as one value. */
const partsOf = (scoringId: Sql): Sql => sql`(
    select coalesce(jsonb_agg(jsonb_build_object('number', p.number, 'nameLv', p.name_lv, 'nameEn', p.name_en, 'maxHalfPoints', p.max_half_points, 'weight', p.weight) order by p.number), '[]'::jsonb)
    from exams.part p where p.scoring_id = ${scoringId})`;

/** All versions of an exam's counting, the one that holds first. */
export const listScorings = (tx: Read, examId: string): Promise<ScoringRow[]> =>
  tx.all(
    ScoringRow,
    sql`select s.id, s.version, s.legal_basis, s.verified, s.recorded_at, s.superseded_at, ${partsOf(sql`s.id`)} as parts from exams.scoring s where s.exam_id = ${examId} order by s.version desc`,
  );

/** The parts of the version that holds. */
export const listParts = (tx: Read, examId: string): Promise<PartRow[]> =>
  tx.all(
    PartRow,
    sql`select p.number, p.name_lv, p.name_en, p.max_half_points, p.weight from exams.part p join exams.scoring s on s.id = p.scoring_id
      where s.exam_id = ${examId} and s.superseded_at is null order by p.number`,
  );

const ThresholdRow = z.object({ id: z.string(), year: z.number(), level: z.enum(LEVELS), percent: z.number(), legalBasis: z.string(), verified: z.boolean(), recordedAt: z.date(), supersededAt: z.date().nullable() });
export type ThresholdRow = z.infer<typeof ThresholdRow>;

/** The thresholds of a year as they are believed now, and what was believed before, the latest first. */
export const listThresholds = (tx: Read, year: number): Promise<ThresholdRow[]> =>
  tx.all(
    ThresholdRow,
    sql`select t.id, t.year, t.level, t.percent, t.legal_basis, t.verified, t.recorded_at, t.superseded_at from exams.threshold t where t.year = ${year}
      order by t.superseded_at is not null, t.superseded_at desc, array_position(${[...LEVELS]}::text[], t.level)`,
  );

/** From how many per cent there is a certificate; null where no threshold is known. */
export const findThreshold = async (tx: Read, year: number, level: Level): Promise<number | null> =>
  (await tx.first(z.object({ percent: z.number() }), sql`select t.percent from exams.threshold t where t.year = ${year} and t.level = ${level} and t.superseded_at is null`))?.percent ?? null;

const SessionRow = z.object({
  id: z.string(), year: z.number(), stage: z.enum(STAGES), applicationsUntil: Day, changesUntil: Day, startsOn: Day, endsOn: Day, announcedOn: Day.nullable(), legalBasis: z.string(), verified: z.boolean(),
});
export type SessionRow = z.infer<typeof SessionRow>;
const SESSION = sql`n.id, n.year, n.stage, n.applications_until, n.changes_until, n.starts_on, n.ends_on, n.announced_on, n.legal_basis, n.verified`;

export const listSessions = (tx: Read, year: number): Promise<SessionRow[]> => tx.all(SessionRow, sql`select ${SESSION} from exams.session n where n.year = ${year} order by n.stage`);

export const findSession = (tx: Read, year: number, stage: Stage): Promise<SessionRow | undefined> =>
  tx.first(SessionRow, sql`select ${SESSION} from exams.session n where n.year = ${year} and n.stage = ${stage}`);

const EventRow = z.object({ id: z.string(), examId: z.string(), term: z.enum(TERMS), heldOn: Day, startsAt: z.string(), legalBasis: z.string(), verified: z.boolean() });
export type EventRow = z.infer<typeof EventRow>;
const EVENT = sql`e.id, e.exam_id, e.term, e.held_on, to_char(e.start_time, 'HH24:MI') as starts_at, e.legal_basis, e.verified`;

/** When an exam is held, the main term first. */
export const listEvents = (tx: Read, examId: string): Promise<EventRow[]> => tx.all(EventRow, sql`select ${EVENT} from exams.event e where e.exam_id = ${examId} order by e.term desc`);

const BeforeRow = z.object({ what: z.enum(['session', 'event']), ofId: z.string(), days: z.array(Day), startsAt: z.string().nullable(), legalBasis: z.string(), supersededAt: z.date() });
export type BeforeRow = z.infer<typeof BeforeRow>;

/** What sessions or events were before they were corrected, the latest first. */
export const listBefore = (tx: Read, ids: readonly string[]): Promise<BeforeRow[]> =>
  tx.all(
    BeforeRow,
    sql`select b.what, b.of_id, b.days::text[] as days, to_char(b.start_time, 'HH24:MI') as starts_at, b.legal_basis, b.superseded_at from exams.catalogue_before b where b.of_id = any(${[...ids]}::uuid[]) order by b.superseded_at desc`,
  );
