import { type Sql, sql } from '#platform/db/sql.js';
import { holdsOn } from './rows.js';

/** Who learns in an institution on a day in general education, preschool among it, as a query of `person_id`: each person once, by the main membership. */
export const generalLearners = (institutionId: Sql, day: Sql): Sql => sql`(select m.person_id from education.membership m
    join education.programme g on g.code = m.programme_code and g.stage in ('preschool', 'basic', 'secondary')
    where m.institution_id = ${institutionId} and m.is_main and ${holdsOn('m', day)})`;
