import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import { COMPLETED } from '../domain/end-reasons.js';
import { holdsOn } from './rows.js';

/** Parts of another register's queries about compulsory education, which is preparation for school, basic and secondary education. */

/** Condition that somebody, as an expression, is a member of an institution on a day and learns there what compulsory education is: music schools and the like are not. */
export const learnsOn = (personId: Sql, day: IsoDate | Sql): Sql => sql`exists (
    select from education.membership own_membership join education.programme own_programme on own_programme.code = own_membership.programme_code
    where own_membership.person_id = ${personId} and ${holdsOn('own_membership', day)} and own_programme.stage in ('preschool', 'basic', 'secondary'))`;

/** Condition that somebody had finished basic education by a day, and with it what is compulsory (Education Law, section 4). */
export const hasFinishedBasic = (personId: Sql, day: IsoDate | Sql): Sql => sql`exists (
    select from education.membership own_membership join education.programme own_programme on own_programme.code = own_membership.programme_code
    where own_membership.person_id = ${personId} and own_membership.superseded_at is null and own_membership.valid_to <= ${day}::date
      and own_membership.end_reason = ${COMPLETED} and own_programme.stage = 'basic')`;

/** Whose a membership is, as an expression. */
export const memberOf = (membershipId: Sql): Sql => sql`(select own_membership.person_id from education.membership own_membership where own_membership.id = ${membershipId})`;
