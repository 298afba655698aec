import { ROSTER } from '#modules/education/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Write } from '#platform/db/transaction.js';
import type { CandidateKind } from '../domain/candidate-kinds.js';

/** A made-up extern or graduate of an earlier year. */
export interface MadeUpOther {
  readonly personId: string;
  readonly institutionId: string;
  readonly candidateAs: Exclude<CandidateKind, 'pupil'>;
  readonly letBy: string;
  /** Codes of the exams that they take. */
  readonly codes: readonly string[];
}

export interface MadeUpYear {
  readonly year: number;
  /** The session has not begun: its events lie ahead, and not all of its lists are confirmed. */
  readonly isAhead: boolean;
  /** The year's days follow from today: the session of secondary school is under way, that of grade 9 lies ahead. */
  readonly isUnderWay: boolean;
  readonly today: IsoDate;
  readonly now: Date;
  readonly seed: number;
  /** Who takes exams without being a pupil of their grade. */
  readonly others: readonly MadeUpOther[];
  /** The users who hand in and approve protocols. */
  readonly leaderId: string;
  readonly headId: string;
}

const LOADER = 'made-up data';
const MADE_UP = 'Izdomāts demonstrācijai';

/** A number below 1000 that follows from two things and the seed, the same each time. */
const luck = (what: Sql, seed: number): Sql => sql`(abs(hashtextextended(${what}, ${seed}::bigint)) % 1000)`;

/**
 * Of rows that the same transaction has added the planner knows nothing, and the worker may not analyze: looping over them would take hours for a
 * nation. Joins of whole tables suit both sizes.
 */
export const joinWhole = (tx: Write, whole: boolean): Promise<number> => tx.run(sql`set local enable_nestloop = ${sql.raw(whole ? 'off' : 'on')}`);

/**
 * Lays the sessions of a made-up year around a day, so that the demonstration looks the same on every day of the calendar: that of secondary school has its first and third
 * week behind it and its fifth ahead, and grade 9 can be registered for weeks.
 */
export const laySessions = (tx: Write, year: number, today: IsoDate): Promise<number> =>
  tx.run(sql`update exams.session n set applications_until = d.monday + d.days[1], changes_until = d.monday + d.days[2], starts_on = d.monday + d.days[3], ends_on = d.monday + d.days[4], announced_on = d.monday + d.days[5], legal_basis = ${MADE_UP}
    from (select date_trunc('week', ${today}::date)::date as monday, s.stage, s.days from (values ('basic', array[53, 112, 168, 200, 214]), ('secondary', array[-150, -77, -21, 11, 32])) s (stage, days)) d
    where n.year = ${year} and n.stage = d.stage`);

/** The weeks of a session in which exams are held; of one that is under way none falls into the week of today. */
const WEEKS = { usual: sql`array[0, 1, 2, 3]`, underWay: sql`array[0, 1, 4, 2]` };

/** Days for exams that have none: the working days of the session one after another, the extra term in the week after it. */
export const insertEvents = (tx: Write, { year, isUnderWay, now }: MadeUpYear): Promise<number> =>
  tx.run(sql`with numbered as (
      select x.id as exam_id, n.id as session_id, n.starts_on, n.ends_on, (row_number() over (partition by n.id order by x.level, x.code) - 1)::int as at
      from exams.exam x join exams.session n on n.year = x.year and n.stage = case x.level when 'basic' then 'basic' else 'secondary' end where x.year = ${year}
    )
    insert into exams.event (session_id, exam_id, term, held_on, start_time, legal_basis, verified, recorded_at, recorded_by)
    select session_id, exam_id, 'main', starts_on + (${isUnderWay ? WEEKS.underWay : WEEKS.usual})[at / 5 % 4 + 1] * 7 + at % 5, '10:00'::time, ${MADE_UP}, false, ${now}::timestamptz, ${LOADER} from numbered
    union all select session_id, exam_id, 'extra', ends_on + 3 + at % 5, '10:00', ${MADE_UP}, false, ${now}, ${LOADER} from numbered on conflict do nothing`);

/** Pupils of grades 9 and 12 with the exams that they take: all three of grade 9, and three and one of the highest level in grade 12; and those who are no pupils. */
const choices = ({ year, isAhead, isUnderWay, today, seed, others }: MadeUpYear): Sql => sql`(
    select p.person_id, p.institution_id, p.title, p.candidate_as, p.let_by, x.id as exam_id, x.code, e.id as event_id, e.held_on, n.stage, n.applications_until, n.starts_on > ${today}::date as is_ahead, ${luck(sql`p.person_id::text || x.code`, seed)} as luck,
      ${luck(sql`p.institution_id::text || x.code`, seed)} as of_sitting
    from ((select distinct on (l.person_id) l.person_id, c.institution_id, c.title, 'pupil' as candidate_as, '' as let_by, null::text[] as codes, c.grade, ${luck(sql`l.person_id::text`, seed)} as own from ${ROSTER.placements} l join ${ROSTER.classes} c on c.id = l.class_id
      where c.year = ${year} and c.grade in (9, 12) ${isAhead || isUnderWay ? sql`and l.valid_from <= ${today}::date and (l.valid_to is null or l.valid_to > ${today}::date)` : sql``} order by l.person_id, l.valid_from desc)
      union all select o."personId", o."institutionId", '', o."candidateAs", o."letBy", o.codes, null, null from jsonb_to_recordset(${JSON.stringify(others)}::jsonb) o ("personId" uuid, "institutionId" uuid, "candidateAs" text, "letBy" text, codes text[])) p
    join exams.exam x on x.year = ${year} and case when p.codes is not null then x.code = any(p.codes)
      when p.grade = 9 then x.code in ('LAT09', 'MAT09', case when p.own < 850 then 'ANG09' when p.own < 950 then 'VAC09' else 'FRA09' end)
      else x.code in ('LATOL', 'MATOL', 'ANGOL', (array['MATAL', 'ANGAL', 'VESAL', 'BIOAL', 'KUMAL', 'SOCAL'])[1 + p.own % 6]) end
    join exams.event e on e.exam_id = x.id and e.term = 'main' join exams.session n on n.id = e.session_id
    where not (n.starts_on > ${today}::date and x.code in ('ANG09', 'VAC09', 'FRA09', 'ANGOL')))`;

/** Lists of candidates of a year with their codes: while the session lies ahead, Latvian is not confirmed yet. @returns how many entries */
export async function insertMadeUpEntries(tx: Write, of: MadeUpYear): Promise<number> {
  const { year, today, now } = of;
  const by = sql`${now}::timestamptz, ${LOADER}`;
  await tx.run(sql`insert into exams.sitting (event_id, institution_id, opened_at, opened_by) select distinct c.event_id, c.institution_id, ${by} from ${choices(of)} c on conflict do nothing`);
  await tx.run(sql`with newly as (select distinct g.institution_id from exams.sitting g where not exists (select from exams.code_range s where s.institution_id = g.institution_id))
    insert into exams.code_range (institution_id, prefix) select institution_id, lpad(((select coalesce(max(s.prefix::int), 7331) from exams.code_range s) + row_number() over (order by institution_id))::text, 4, '0') from newly`);
  await tx.run(sql`with numbered as (
      select c.person_id, c.institution_id, s.prefix, s.next_number + row_number() over (partition by c.institution_id order by c.person_id) - 1 as number
      from (select distinct c.person_id, c.institution_id from ${choices(of)} c) c join exams.code_range s on s.institution_id = c.institution_id
      where not exists (select from exams.candidate_code k where k.person_id = c.person_id and k.institution_id = c.institution_id and k.valid_to is null)
    ), made as (
      insert into exams.candidate_code (code, person_id, institution_id, valid_from, issued_at, issued_by)
      select prefix || lpad(number::text, 8, '0'), person_id, institution_id, least(make_date(${year}::int, 11, 2), ${today}::date), ${by} from numbered returning institution_id)
    update exams.code_range s set next_number = s.next_number + m.n from (select institution_id, count(*)::int as n from made group by 1) m where m.institution_id = s.institution_id`);
  return tx.run(sql`insert into exams.entry (sitting_id, event_id, exam_id, term, person_id, class_title, candidate_as, let_by, origin, applied_on, state, candidate_code, registered_at, registered_by, changed_at, changed_by)
    select g.id, c.event_id, c.exam_id, 'main', c.person_id, c.title, c.candidate_as, c.let_by, case when c.stage = 'basic' and c.candidate_as = 'pupil' then 'school' else 'application' end, case when c.stage = 'secondary' or c.candidate_as <> 'pupil' then least(c.applications_until - (c.luck % 30)::int, ${today}::date) end,
      case when c.is_ahead and c.code = 'LAT09' then 'registered' when c.is_ahead and c.code = 'LATOL' then 'applied' else 'confirmed' end,
      case when c.is_ahead and c.code in ('LAT09', 'LATOL') then null else k.code end, ${by}, ${by}
    from ${choices(of)} c join exams.sitting g on g.event_id = c.event_id and g.institution_id = c.institution_id
    join exams.candidate_code k on k.person_id = c.person_id and k.institution_id = c.institution_id and k.valid_to is null on conflict do nothing`);
}

/** Of a session that is under way somebody was ill on the day of Latvian, however few there are. */
const ill = ({ isUnderWay, seed }: MadeUpYear): Sql => sql`(${isUnderWay} and e.term = 'main' and x.code = 'LATOL' and row_number() over (partition by e.event_id order by hashtextextended(e.person_id::text, ${seed}::bigint)) = 1)`;

const entries = (of: MadeUpYear): Sql => sql`(
    select e.*, x.code, x.level, x.is_language, v.held_on, g.institution_id, case when ${ill(of)} then 205 else ${luck(sql`e.person_id::text || x.code`, of.seed)} end as luck
    from exams.entry e join exams.exam x on x.id = e.exam_id join exams.event v on v.id = e.event_id join exams.sitting g on g.id = e.sitting_id where x.year = ${of.year} and e.state = 'confirmed')`;

/** What schools recorded about candidates: two in a hundred are exempt, a few partly; some have support or an international document; who was ill goes to the extra term. */
export async function insertMadeUpFacts(tx: Write, of: MadeUpYear): Promise<number> {
  const { year, today, now } = of;
  const inAutumn = sql`least(make_date(${year}::int, 10, 5) + (e.luck % 20)::int, ${today}::date)`;
  const fact = (kind: string, ground: Sql, when: Sql, more: { parts?: Sql; level?: Sql; to?: Sql; day?: Sql } = {}): Sql => sql`
    select e.id, ${kind}, ${ground}, ${more.parts ?? sql`null::smallint[]`}, case ${kind}::text when 'replaced' then 'IELTS-' || (10000 + e.luck * 7) else '1-9/' || (1 + e.luck % 90) end, ${more.day ?? inAutumn},
      ${more.day ?? inAutumn}, ${more.to ?? sql`null::date`}, ${more.level ?? sql`null::text`}, ${now}::timestamptz, ${LOADER} from ${entries(of)} e where e.term = 'main' and ${when}`;
  const several = sql`(select count(*) from exams.part p join exams.scoring s on s.id = p.scoring_id where s.exam_id = e.exam_id and s.superseded_at is null) > 4`;
  const made = await tx.run(sql`insert into exams.fact (entry_id, kind, ground, parts, document_nr, document_date, valid_from, valid_to, cefr_level, recorded_at, recorded_by)
    ${fact('exempt', sql`'specialist-opinion'`, sql`e.luck between 0 and 19 and not (${several} and e.luck >= 10)`)}
    union all ${fact('exempt', sql`'specialist-opinion'`, sql`e.luck between 10 and 19 and ${several}`, { parts: sql`array[5]::smallint[]` })}
    union all ${fact('support', sql`case when e.luck % 3 = 0 then 'time-50' when e.luck % 7 = 0 then 'separate-room' else 'time-30' end`, sql`e.luck between 40 and 99`)}
    union all ${fact('replaced', sql`'international-test'`, sql`e.luck between 100 and 199 and e.code in ('ANGOL', 'ANGAL')`, { level: sql`case e.level when 'highest' then 'C1' else 'B2' end`, to: sql`make_date(${year}::int + 2, 10, 5)` })}
    union all ${fact('extra term', sql`'illness'`, sql`e.luck between 200 and 219 and e.held_on < ${today}::date`, { day: sql`e.held_on + 1` })}`);
  await tx.run(sql`insert into exams.sitting (event_id, institution_id, opened_at, opened_by)
    select distinct x.id, e.institution_id, ${now}::timestamptz, ${LOADER} from ${entries(of)} e join exams.fact f on f.entry_id = e.id and f.kind = 'extra term' join exams.event x on x.exam_id = e.exam_id and x.term = 'extra' on conflict do nothing`);
  await tx.run(sql`insert into exams.entry (sitting_id, event_id, exam_id, term, person_id, class_title, candidate_as, let_by, origin, applied_on, state, candidate_code, first_entry_id, registered_at, registered_by, changed_at, changed_by)
    select g.id, x.id, e.exam_id, 'extra', e.person_id, e.class_title, e.candidate_as, e.let_by, e.origin, e.applied_on, 'confirmed', e.candidate_code, e.id, ${now}, ${LOADER}, ${now}, ${LOADER}
    from ${entries(of)} e join exams.fact f on f.entry_id = e.id and f.kind = 'extra term' join exams.event x on x.exam_id = e.exam_id and x.term = 'extra' join exams.sitting g on g.event_id = x.id and g.institution_id = e.institution_id on conflict do nothing`);
  return made;
}

/** Rooms of the sittings, and a seat for everybody who takes the exam. */
export async function insertMadeUpRooms(tx: Write, of: MadeUpYear): Promise<void> {
  const takers = sql`(select e.*, row_number() over (partition by e.sitting_id order by e.candidate_code) - 1 as at from ${entries(of)} e
    where not exists (select from exams.fact f where f.entry_id = e.id and f.kind in ('exempt', 'replaced') and f.parts is null))`;
  await tx.run(sql`insert into exams.room (sitting_id, name, seats) select t.sitting_id, (101 + n) || '. kabinets', 15 from (select sitting_id, max(at) as last from ${takers} t group by 1) t cross join lateral generate_series(0, (t.last / 15)::int) n on conflict do nothing`);
  await tx.run(sql`update exams.entry e set room_id = r.id, seat = t.at % 15 + 1 from ${takers} t join exams.room r on r.sitting_id = t.sitting_id and r.name = (101 + t.at / 15) || '. kabinets' where e.id = t.id`);
}

/**
 * Who took which part of the exams that are over, and their approved protocols. Of a session that is under way those of the last days wait: at the highest level for the head,
 * at the optimal one for participation to be marked.
 */
export async function insertMadeUpDays(tx: Write, of: MadeUpYear): Promise<number> {
  const { today, isUnderWay, leaderId, headId } = of;
  const isFresh = sql`(${isUnderWay} and e.held_on > ${today}::date - 14)`;
  const marked = await tx.run(sql`insert into exams.attendance (entry_id, part, mark, has_work, marked_at, marked_by)
    select d.id, d.number, d.mark, d.mark in ('present', 'partial'), d.held_on + interval '12 hours', ${LOADER} from (
      select e.id, p.number, e.held_on, case when e.term = 'main' and e.luck between 200 and 219 then 'absent' when e.luck between 220 and 229 then 'absent' when e.luck between 230 and 234 and p.number = 1 then 'partial'
          when e.luck = 235 and p.number = 2 then 'expelled' else 'present' end as mark
      from ${entries(of)} e join exams.scoring s on s.exam_id = e.exam_id and s.superseded_at is null join exams.part p on p.scoring_id = s.id
      where e.held_on < ${today}::date and not (${isFresh} and e.level = 'optimal') and not exists (select from exams.fact f where f.entry_id = e.id and f.kind in ('exempt', 'replaced') and f.superseded_at is null and (f.parts is null or p.number = any(f.parts)))) d
    on conflict do nothing`);
  await tx.run(sql`with took as (
      select e.sitting_id, e.id, e.held_on, ${isFresh} as is_fresh, count(a.part) as parts, count(*) filter (where a.mark = 'present') as present, count(*) filter (where a.mark = 'absent') as absent, count(*) filter (where a.mark = 'expelled') as expelled, bool_or(coalesce(a.has_work, false)) as work,
        exists (select from exams.fact f where f.entry_id = e.id and f.kind = 'exempt') as exempt, exists (select from exams.fact f where f.entry_id = e.id and f.kind = 'replaced') as replaced
      from ${entries(of)} e left join exams.attendance a on a.entry_id = e.id where e.held_on < ${today}::date and not (${isFresh} and e.level = 'optimal') group by e.sitting_id, e.id, e.held_on)
    insert into exams.protocol (sitting_id, state, taken, partial, absent, expelled, exempt, replaced, works, submitted_at, submitted_by, answered_at, answered_by)
    select t.sitting_id, case when bool_or(t.is_fresh) then 'submitted' else 'approved' end, count(*) filter (where t.parts > 0 and t.present = t.parts), count(*) filter (where t.present <> t.parts and t.absent <> t.parts and t.expelled = 0), count(*) filter (where t.parts > 0 and t.absent = t.parts),
      count(*) filter (where t.expelled > 0), count(*) filter (where t.exempt), count(*) filter (where t.replaced), count(*) filter (where t.work),
      min(t.held_on) + interval '13 hours', ${leaderId}, case when not bool_or(t.is_fresh) then min(t.held_on) + interval '37 hours' end, case when not bool_or(t.is_fresh) then ${headId}::uuid end
    from took t group by t.sitting_id on conflict do nothing`);
  return marked;
}
