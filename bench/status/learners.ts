/** So many institutions share the learners. */
const SCHOOLS = 700;

/** The code of a learner by number, from 0: eleven digits that can belong to nobody, the day part going on where five digits end. */
export const codeOf = (number: number): string => `${41 + Math.floor(number / 99_999)}0510${String(1 + (number % 99_999)).padStart(5, '0')}`;

/** Identities all different from their first bytes on, as real ones: such as differ only at their end make GiST indexes hundreds of times slower. */
const id = (kind: string, number: string): string => `md5('${kind} ' || (${number}))::uuid`;

/** Statements that enter learners with codes that can belong to nobody, each a member of one institution. */
export const learnersOf = (count: number, schools = SCHOOLS): string => `
  insert into institutions.institution (id, reg_nr, founded_on, name, recorded_at, recorded_by)
    select ${id('school', 'n')}, (7700000000 + n)::text, '2000-09-01', 'Skola ' || n, now(), 'bench' from generate_series(1, ${schools}) n;
  insert into persons.person (id, born_on, sex, family_key, given_key, recorded_at, recorded_by)
    select ${id('learner', 'n')}, date '2010-05-05' + (n % 3000)::int, 'female', 'paraugs', 'anna', now(), 'bench' from generate_series(1, ${count}) n;
  insert into persons.code (person_id, code, valid_from, recorded_at, recorded_by)
    select ${id('learner', 'n')}, (41 + (n - 1) / 99999)::text || '0510' || lpad((1 + (n - 1) % 99999)::text, 5, '0'), '2020-01-01', now(), 'bench' from generate_series(1, ${count}) n;
  insert into education.membership (person_id, institution_id, programme_code, is_main, valid_from, recorded_at, recorded_by)
    select ${id('learner', 'n')}, ${id('school', `1 + n % ${schools}`)}, '21011111', true, '2024-09-01', now(), 'bench' from generate_series(1, ${count}) n`;

/** What has just been loaded is brought to the state in which a register lies from day to day: nothing of it is left for the checks to pay. One statement at a time. */
export const SETTLING = ['vacuum (analyze) persons.person, persons.code, education.membership', 'checkpoint'] as const;
