/**
 * Who learns where, made up in the database: who is a child, which schools teach their grade near home, and where each learnt in the year that
 * goes on and the one before. Chance is a hash of the person and the seed, so that the same residents always learn in the same schools.
 *
 * What is made is analyzed before it is joined: of a temporary table the planner knows nothing, and loops over a nation row by row.
 *
 * Parameters: $1 today, $2 the year, $3 its first day, $4 the first day of the year before, $5 seed, $6 institutions with their founding
 * municipality, $7 people whose school is given. All statements share them.
 */
export const MADE_UP_STAYS: readonly string[] = [
  `create temporary table given on commit drop as select $1::date as today, $2::int as year, $3::date as starts_on, $4::date as before_on, $5::bigint as seed`,
  `create temporary table offer on commit drop as
    with licensed as (
      select distinct on (l.institution_id, p.stage) l.institution_id, p.code, p.stage, p.from_grade, p.to_grade, i.reg_nr, i.founded_on
      from education.licence l join education.programme p on p.code = l.programme_code join institutions.institution i on i.id = l.institution_id
      where l.superseded_at is null and p.stage in ('preschool', 'basic', 'secondary') and p.form = 'full-time' and i.founded_on <= $4::date - 400
        and (i.closed_on is null or i.closed_on > $1::date + 400) and l.valid_from <= $4::date and (l.valid_to is null or l.valid_to > $1::date + 400)
      order by l.institution_id, p.stage, p.code
    )
    select l.institution_id, l.code, l.stage, l.reg_nr, l.founded_on, grade, at."unitId" as unit_id
    from licensed l left join jsonb_to_recordset($6::jsonb) at(id uuid, "unitId" int) on at.id = l.institution_id
    cross join lateral generate_series(coalesce(l.from_grade, -3), coalesce(l.to_grade, 0)) grade`,
  `analyze offer`,
  `create temporary table choice on commit drop as
    select unit_id, grade, array_agg(institution_id order by reg_nr) as ids from offer where unit_id is not null group by 1, 2
    union all select null, grade, array_agg(institution_id order by reg_nr) from offer group by 2`,
  `analyze choice`,
  `create temporary table home on commit drop as
    select h.home_atvk, h.home_part, v.unit_id from (select distinct p.home_atvk, p.home_part from persons.person p where p.home_atvk is not null) h
    join territories.lineage l on l.edition = (select max(e.edition) from territories.lineage e where e.edition <= $1::date) and l.atvk = h.home_atvk
      and l.part = coalesce((select n.part from territories.lineage n where n.edition = l.edition and n.atvk = l.atvk and n.part = h.home_part), '')
    join territories.unit_version v on v.atvk = l.target_atvk`,
  `analyze home`,
  `create temporary table child on commit drop as
    select p.id as person_id, coalesce(least(f.grade, $2::int - extract(year from p.born_on)::int - 6), $2::int - extract(year from p.born_on)::int - 6) as grade, h.unit_id, f.id as fixed_id,
      abs(hashtextextended(p.id::text, $5::bigint))::numeric % 1000003 as luck
    from persons.person p left join home h on h.home_atvk = p.home_atvk and h.home_part = p.home_part
    left join jsonb_to_recordset($7::jsonb) f("personId" uuid, id uuid, grade int) on f."personId" = p.id
    where p.died_on is null and p.born_on >= make_date($2::int - 19, 1, 1) and p.born_on < make_date($2::int - 2, 1, 1)`,
  `alter table child alter column luck type int`,
  `create index on child (person_id)`,
  `analyze child`,
  `create temporary table stay (person_id uuid, year int, grade int, institution_id uuid, stage text, programme_code text, luck int, from_day date, to_day date, reason text) on commit drop`,
  `insert into stay (person_id, year, grade, institution_id, luck, from_day, to_day)
    select c.person_id, y.year, c.grade - y.ago, coalesce(c.fixed_id, ch.ids[1 + c.luck % cardinality(ch.ids)]), c.luck, case y.ago when 0 then $3::date else $4::date end, case y.ago when 0 then null else $3::date end
    from child c cross join (values ($2::int, 0), ($2::int - 1, 1)) y(year, ago)
    join lateral (select k.ids from choice k where k.grade = c.grade - y.ago and (k.unit_id = c.unit_id or k.unit_id is null) order by k.unit_id nulls last limit 1) ch on true
    where c.grade - y.ago between -3 and 12 and (c.grade - y.ago > 0 or c.luck % 100 < 97 + 3 * (c.grade - y.ago))`,
  `create index on stay (person_id)`,
  `analyze stay`,
  // Whoever has begun secondary school goes on where they finished basic school, if it teaches on.
  `update stay s set institution_id = b.institution_id from (
      select person_id, institution_id from stay where year = $2::int - 1 and grade = 9) b
    where s.person_id = b.person_id and s.year = $2::int and s.grade = 10 and exists (select from offer o where o.institution_id = b.institution_id and o.grade = 10)`,
  `update stay s set stage = o.stage, programme_code = o.code from offer o where o.institution_id = s.institution_id and o.grade = s.grade`,
  `delete from stay where programme_code is null`,
  `analyze stay`,
  // A few move to another school some weeks into the year.
  `create temporary table mover on commit drop as
    select s.person_id, o.institution_id as other_id, o.code, $3::date + 21 + s.luck % 30 as day from stay s join child c using (person_id)
    join lateral (select o.institution_id, o.code from offer o where o.grade = s.grade and o.unit_id = c.unit_id and o.institution_id <> s.institution_id order by o.reg_nr offset s.luck % 3 limit 1) o on true
    where s.year = $2::int and s.grade between 2 and 8 and s.luck % 90 = 7 and c.fixed_id is null and $3::date + 21 + s.luck % 30 < $1::date`,
  `insert into stay select s.person_id, s.year, s.grade, m.other_id, s.stage, m.code, s.luck, s.from_day, m.day, 'moved-institution' from stay s join mover m using (person_id) where s.year = $2::int`,
  `update stay s set from_day = m.day from mover m where m.person_id = s.person_id and s.year = $2::int and s.institution_id <> m.other_id`,
  `delete from stay s using mover m where m.person_id = s.person_id and s.year = $2::int - 1`,
  // A few leave.
  `update stay s set to_day = $3::date + 10 + s.luck % 40,
      reason = (array['abroad-family', 'abroad-family', 'family-schooling', 'abroad-return', 'never-came', 'health'])[1 + s.luck % 6]
    from child c where c.person_id = s.person_id and c.fixed_id is null and s.year = $2::int and s.to_day is null and s.from_day = $3::date and s.luck % 130 = 11 and $3::date + 10 + s.luck % 40 < $1::date`,
  `analyze stay`,
];
