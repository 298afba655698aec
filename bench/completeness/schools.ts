/** Institutions of the country, and those of them whose pupils and marks are there row by row. */
const ALL = 900;
export const WHOLE = 40;
const [CLASSES, IN_CLASS, SUBJECTS] = [16, 25, 14];
export const PUPILS = CLASSES * IN_CLASS;

/** All different from their first bytes on, as real ones. */
const id = (kind: string, expression: string) => `md5('${kind} ' || (${expression}))::uuid`;

/**
 * A country's numbers of the first semester of a school year (every institution of every municipality, three kinds of records, the deadlines by grade), and some whole
 * schools of 400 pupils with 14 subjects, whose marks are in but for every tenth.
 */
export const schoolsOf = (year: number): string => `
  insert into institutions.institution (id, reg_nr, founded_on, name, recorded_at, recorded_by)
    select ${id('0000', 'n')}, (7600000000 + n)::text, '2000-09-01', 'Skola ' || n, now(), 'bench' from generate_series(1, ${ALL}) n;
  insert into institutions.founder (institution_id, role, founder_type, unit_id, reason, basis, valid_from, recorded_at, recorded_by)
    select ${id('0000', 'n')}, 'actual', 'municipality', u.ids[1 + n % cardinality(u.ids)], 'founded', 'bench', '2000-09-01', now(), 'bench'
    from generate_series(1, ${ALL}) n, (select array_agg(unit_id order by unit_id) as ids from territories.unit_version where valid_to is null) u;
  insert into marks.standing (year, period, record, institution_id, due_on, expected, received, late, by_nil, counted_at)
    select ${year}, p.period, r.record, ${id('0000', 'n')}, d.due_on, 3000, (random() * 3000)::int, (random() * 100)::int, 0, now()
    from generate_series(1, ${ALL}) n, unnest(array['S1', 'S2', 'YEAR']) as p(period), unnest(array['mark', 'outcome', 'absence']) as r(record),
      unnest(case when p.period = 'S1' then array[date '2026-12-22'] else array[date '2027-06-01', '2027-06-15', '2027-06-22'] end) as d(due_on);
  insert into education.class (id, year, institution_id, kind, grade, title, title_key, programme_code, recorded_at, recorded_by)
    select ${id('1000', `s * 100 + c`)}, ${year}, ${id('0000', 's')}, 'class', 4 + c % 6, c || 'x', c || 'X', '21011111', now(), 'bench' from generate_series(1, ${WHOLE}) s, generate_series(1, ${CLASSES}) c;
  insert into education.class_subject (class_id, subject_id)
    select ${id('1000', `s * 100 + c`)}, b.id from generate_series(1, ${WHOLE}) s, generate_series(1, ${CLASSES}) c, (select id from education.subject order by id limit ${SUBJECTS}) b;
  insert into persons.person (id, born_on, sex, family_key, given_key, recorded_at, recorded_by)
    select ${id('2000', `s * 10000 + p`)}, '2014-05-05', 'female', 'paraugs', 'anna', now(), 'bench' from generate_series(1, ${WHOLE}) s, generate_series(1, ${PUPILS}) p;
  insert into education.membership (id, person_id, institution_id, programme_code, is_main, valid_from, recorded_at, recorded_by)
    select ${id('3000', `s * 10000 + p`)}, ${id('2000', `s * 10000 + p`)}, ${id('0000', 's')}, '21011111', true, '${year}-09-01', now(), 'bench' from generate_series(1, ${WHOLE}) s, generate_series(1, ${PUPILS}) p;
  insert into education.placement (membership_id, class_id, person_id, valid_from, recorded_at, recorded_by)
    select ${id('3000', `s * 10000 + p`)}, ${id('1000', `s * 100 + 1 + p % ${CLASSES}`)}, ${id('2000', `s * 10000 + p`)}, '${year}-09-01', now(), 'bench' from generate_series(1, ${WHOLE}) s, generate_series(1, ${PUPILS}) p;
  insert into marks.mark (year, institution_id, person_id, subject_id, period, membership_id, class_id, scale, value, state, channel, entered_at, entered_by)
    select ${year}, ${id('0000', 's')}, ${id('2000', `s * 10000 + p`)}, b.id, 'S1', ${id('3000', `s * 10000 + p`)}, null, 'TEN', '7', 'confirmed', 'service', now(), 'bench'
    from generate_series(1, ${WHOLE}) s, generate_series(1, ${PUPILS}) p, (select id from education.subject order by id limit ${SUBJECTS}) b where (p + b.id) % 10 > 0;
  analyze`;
