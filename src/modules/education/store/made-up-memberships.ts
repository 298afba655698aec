/**
 * Classes, memberships and placements that follow from the made-up stays. Parameters besides those of the stays (`given` holds them): $1 the
 * moment of recording, $2 titles with their keys, $3 what is learnt in which grades, $4 people who may teach.
 */
export const MADE_UP_CLASSES = `
  create temporary table seat on commit drop as
    select s.*, greatest(1, round(count(*) over w / case when s.grade > 0 then 23.0 else 17.0 end))::int as classes
    from stay s window w as (partition by s.institution_id, s.year, case when s.grade > 0 then s.grade end);
  alter table seat add letter int;
  update seat set letter = 1 + (luck / 7) % classes;
  create temporary table room on commit drop as
    select distinct s.institution_id, s.year, case when s.grade > 0 then s.grade end as grade, s.letter, min(s.programme_code) over (partition by s.institution_id, s.year, case when s.grade > 0 then s.grade end, s.letter) as programme_code
    from seat s;
  alter table room add id uuid default uuidv7();`;

export const INSERT_CLASSES = `
  insert into education.class (id, year, institution_id, kind, grade, title, title_key, programme_code, teacher_id, recorded_at, recorded_by)
  select r.id, r.year, r.institution_id, case when r.grade is null then 'preschool' else 'class' end, r.grade, t.title, t.key, r.programme_code, null, $1::timestamptz, 'made-up data'
  from room r join jsonb_to_recordset($2::jsonb) t(grade int, letter int, title text, key text) on t.grade is not distinct from r.grade and t.letter = r.letter`;

/** Stays that follow each other in one institution and programme are one membership; those that began earlier began with the grade. */
export const MADE_UP_MEMBERS = `
  create temporary table member on commit drop as
    with marked as (
      select s.*, case when lag(s.to_day) over w = s.from_day and lag(s.institution_id) over w = s.institution_id and lag(s.programme_code) over w = s.programme_code then 0 else 1 end as begins
      from seat s window w as (partition by s.person_id order by s.from_day)
    ), numbered as (select m.*, sum(begins) over (partition by person_id order by from_day) as island from marked m)
    select person_id, institution_id, programme_code, min(stage) as stage, min(from_day) as from_day, case when bool_or(to_day is null) then null else max(to_day) end as to_day,
      (array_agg(reason order by from_day desc))[1] as reason, (array_agg(grade order by from_day))[1] as grade, (array_agg(grade order by from_day desc))[1] as last_grade, max(luck) as luck, island
    from numbered group by person_id, institution_id, programme_code, island;
  alter table member add id uuid default uuidv7();
  update member m set from_day = greatest(
      make_date((select year from given) - (case when m.from_day = (select before_on from given) then 1 else 0 end) - case m.stage when 'basic' then m.grade - 1 when 'secondary' then m.grade - 10 else least(m.grade + 3, 3) end, 9, 1),
      (select i.founded_on from institutions.institution i where i.id = m.institution_id))
    where m.island = 1 and m.from_day in ((select before_on from given), (select starts_on from given)) and not exists (select from mover o where o.person_id = m.person_id and o.other_id <> m.institution_id);
  update member set reason = case
      when reason is not null then reason when last_grade = 0 then 'completed-preschool' when last_grade in (9, 12) then 'completed-document' else 'moved-institution' end
    where to_day is not null;
  update member set to_day = make_date((select year from given), 7, 1) where to_day = (select starts_on from given) and last_grade in (9, 12) and reason = 'completed-document';
  create index on member (person_id);`;

export const INSERT_MEMBERS = `
  insert into education.membership (id, person_id, institution_id, programme_code, is_main, valid_from, valid_to, order_nr, ordered_on, end_reason, recorded_at, recorded_by)
  select m.id, m.person_id, m.institution_id, m.programme_code, true, m.from_day, m.to_day, '1-7/' || (1 + m.luck % 240), m.from_day, m.reason, $1::timestamptz, 'made-up data' from member m`;

/** Some changed class in the winter of the year before. */
export const INSERT_PLACEMENTS = `
  with placed as (
    select m.id as membership_id, s.person_id, s.institution_id, s.year, case when s.grade > 0 then s.grade end as grade, s.letter, s.classes, s.luck,
      greatest(s.from_day, m.from_day) as from_day, least(coalesce(s.to_day, m.to_day), m.to_day) as to_day
    from seat s join member m on m.person_id = s.person_id and m.institution_id = s.institution_id and m.programme_code = s.programme_code and m.from_day <= s.from_day and (m.to_day is null or m.to_day > s.from_day)
  ), split as (
    select p.*, p.letter as in_letter from placed p where not (p.classes > 1 and p.luck % 40 = 3 and p.year < (select year from given))
    union all select p.membership_id, p.person_id, p.institution_id, p.year, p.grade, p.letter, p.classes, p.luck, p.from_day, make_date(p.year + 1, 1, 12), 1 + p.letter % p.classes
      from placed p where p.classes > 1 and p.luck % 40 = 3 and p.year < (select year from given)
    union all select p.membership_id, p.person_id, p.institution_id, p.year, p.grade, p.letter, p.classes, p.luck, make_date(p.year + 1, 1, 12), p.to_day, p.letter
      from placed p where p.classes > 1 and p.luck % 40 = 3 and p.year < (select year from given)
  )
  insert into education.placement (membership_id, class_id, person_id, valid_from, valid_to, recorded_at, recorded_by)
  select x.membership_id, r.id, x.person_id, x.from_day, x.to_day, $1::timestamptz, 'made-up data'
  from split x join room r on r.institution_id = x.institution_id and r.year = x.year and r.grade is not distinct from x.grade and r.letter = x.in_letter
  where x.to_day is null or x.to_day > x.from_day`;

/** Teachers by turns: so many to a school as it has classes and half as many more, each with one position, some with two. */
export const MADE_UP_TEACHERS = `
  create temporary table staff on commit drop as
    select n.institution_id, n.turn, n.preschool, p.id as person_id, row_number() over () as luck
    from (
      select k.institution_id, turn, k.preschool, row_number() over (order by k.institution_id, turn) as number
      from (select r.institution_id, ceil(count(*) * 1.5)::int as wanted, bool_and(r.grade is null) as preschool from room r where r.year = (select year from given) group by 1) k
      cross join lateral generate_series(1, k.wanted) turn
    ) n join unnest($1::uuid[]) with ordinality p(id, number) on p.number = n.number;
  create index on staff (institution_id, turn)`;

export const INSERT_TEACHERS = `
  insert into education.teacher_position (person_id, institution_id, position_code, workload, valid_from, recorded_at, recorded_by)
  select s.person_id, s.institution_id, case when s.preschool then 'preschool-teacher' else 'teacher' end, (array[1, 1, 0.8, 0.6, 0.9, 1.1, 0.4])[1 + s.luck % 7], (select before_on from given), $1::timestamptz, 'made-up data' from staff s
  union all
  select s.person_id, s.institution_id, (array['special-teacher', 'social-pedagogue', 'speech-therapist', 'interest-teacher'])[1 + s.luck % 4], (array[0.2, 0.3, 0.25, 0])[1 + s.luck % 4], (select starts_on from given), $1::timestamptz, 'made-up data'
  from staff s where s.luck % 9 = 4`;

export const NAME_CLASS_TEACHERS = `
  update education.class c set teacher_id = s.person_id
  from (select r.id, r.institution_id, row_number() over (partition by r.institution_id, r.year order by r.grade nulls first, r.letter) as turn from room r) r
  join staff s on s.institution_id = r.institution_id and s.turn = r.turn where c.id = r.id`;

export const INSERT_PLANS = `
  insert into education.class_subject (class_id, subject_id, teacher_id)
  select r.id, b.id, s.person_id
  from room r join jsonb_to_recordset($1::jsonb) l(name text, "fromGrade" int, "toGrade" int, turn int) on r.grade between l."fromGrade" and l."toGrade"
  join education.subject b on b.name = l.name and b.valid_to is null
  left join (select institution_id, count(*)::int as n from staff group by 1) k on k.institution_id = r.institution_id
  left join staff s on s.institution_id = r.institution_id and s.turn = 1 + (l.turn * 5 + r.letter) % k.n`;

export const INSERT_EXEMPTIONS = `
  insert into education.exemption (person_id, subject_id, basis, valid_from, recorded_at, recorded_by)
  select m.person_id, b.id, 'Ārsta atzinums', greatest(m.from_day, (select starts_on from given)), $1::timestamptz, 'made-up data'
  from member m cross join (select id from education.subject where name = $2 and valid_to is null order by id limit 1) b where m.to_day is null and m.last_grade > 0 and m.luck % 110 = 13`;

export const INSERT_CANDIDATES = `
  insert into education.candidate (person_id, institution_id, year, programme_code, applied_on, state, recorded_at, recorded_by)
  select c.person_id, o.institution_id, (select year from given) + 1, o.code, (select today from given) - c.luck % 40, 'candidate', $1::timestamptz, 'made-up data'
  from child c join lateral (
    select o.institution_id, o.code from offer o where o.grade = 1 and (o.institution_id = c.fixed_id or o.unit_id = c.unit_id) order by (o.institution_id = c.fixed_id) is true desc, hashtextextended(c.person_id::text || o.reg_nr, 3) limit 1) o on true
  where c.grade = 0 and (c.luck % 3 = 0 or c.fixed_id is not null) and exists (select from education.school_year y where y.year = (select year from given) + 1)`;
