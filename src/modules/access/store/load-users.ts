import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { MadeUpGrant, MadeUpUser, Workplace } from '../domain/made-up-users.js';
import { Day } from './rows.js';

/** Adds many made-up users in one statement. */
export const insertUsers = (tx: Write, users: readonly MadeUpUser[], now: Date): Promise<number> =>
  tx.run(sql`insert into access.app_user (id, login, name, email, person_id, person_proven, unit_id, institution_id, made_up, recorded_at, recorded_by)
    select u.id, u.login, u.name, u.email, u."personId", u."personId" is not null, u."unitId", u."institutionId", true, ${now}, 'made-up-users'
    from jsonb_to_recordset(${JSON.stringify(users)}::jsonb) as u(id uuid, login text, name text, email text, "personId" uuid, "unitId" integer, "institutionId" uuid)`);

/**
 * Adds many made-up grants in one statement; each counts as confirmed on `confirmedOn`, or on its first day when that is later.
 * One in twelve was confirmed almost a year before that, so that heads find something to confirm.
 */
export const insertGrants = (tx: Write, grants: readonly MadeUpGrant[], confirmedOn: IsoDate, now: Date): Promise<number> =>
  tx.run(sql`insert into access.role_grant (user_id, role_code, everywhere, unit_id, institution_id, valid_from, valid_to, granted_to, basis, confirmed_on, recorded_at, recorded_by)
    select g."userId", g."roleCode", g.everywhere, g."unitId", g."institutionId", g."validFrom", g."validTo", g."validTo", g.basis,
      greatest(g."validFrom", ${confirmedOn}::date - case when abs(hashtext(g."userId"::text || g."roleCode")) % 12 = 0 then 350 else 0 end), ${now}, 'made-up-users'
    from jsonb_to_recordset(${JSON.stringify(grants)}::jsonb) as g("userId" uuid, "roleCode" text, everywhere boolean, "unitId" integer, "institutionId" uuid,
      "validFrom" date, "validTo" date, basis text)`);

/** Every institution with the days of its life, in the order of their numbers. */
export const listInstitutionPlaces = async (tx: Read): Promise<Workplace[]> =>
  (
    await tx.all(
      z.object({ id: z.string(), from: Day, to: Day.nullable() }),
      sql`select id, founded_on as "from", closed_on as "to" from institutions.institution order by reg_nr`,
    )
  ).map(({ id, from, to }) => ({ unitId: null, institutionId: id, life: { from, to } }));

/** The municipalities of a day with the days of the body's life. */
export const listUnitPlaces = async (tx: Read, day: IsoDate): Promise<Workplace[]> =>
  (
    await tx.all(
      z.object({ unitId: z.number(), from: Day, to: Day.nullable() }),
      sql`select v.unit_id, min(a.valid_from) as "from", nullif(max(coalesce(a.valid_to, 'infinity')), 'infinity') as "to"
        from territories.unit_version v join territories.unit_version a on a.unit_id = v.unit_id
        where daterange(v.valid_from, v.valid_to) @> ${day}::date group by v.unit_id order by v.unit_id`,
    )
  ).map(({ unitId, from, to }) => ({ unitId, institutionId: null, life: { from, to } }));

/** Names the person whose account a made-up user's is. */
export const setPersonOf = (tx: Write, login: string, personId: string): Promise<number> =>
  tx.run(sql`update access.app_user set person_id = ${personId}, person_proven = true where login = ${login} and made_up`);

/** Persons of the register who have accounts: nobody's made-up life is to fall upon them by chance. */
export const listAccountOwners = async (tx: Read): Promise<Set<string>> =>
  new Set((await tx.all(z.object({ personId: z.string() }), sql`select person_id from access.app_user where person_id is not null`)).map((row) => row.personId));

export const listTakenLogins = async (tx: Read, logins: readonly string[]): Promise<Set<string>> =>
  new Set((await tx.all(z.object({ login: z.string() }), sql`select login from access.app_user where login = any(${[...logins]})`)).map((row) => row.login));

/**
 * After a reform nine in ten of those whose rights it ended have asked anew where they work now: the same role at the
 * successor from the day on. Tells how many grants that made.
 */
export const insertGrantsAnew = (tx: Write, reform: { id: string; effective: IsoDate }, confirmedOn: IsoDate, now: Date): Promise<number> =>
  tx.run(sql`insert into access.role_grant (user_id, role_code, unit_id, valid_from, basis, confirmed_on, recorded_at, recorded_by)
    select distinct g.user_id, g.role_code, u.unit_id, ${reform.effective}::date, 'Iesniegums pēc reformas', greatest(${reform.effective}::date, ${confirmedOn}::date), ${now}::timestamptz, 'made-up-users'
    from access.role_grant g join access.app_user u on u.id = g.user_id
    where g.ended_by_reform = ${reform.id} and u.made_up and u.unit_id <> g.unit_id and abs(hashtext(g.user_id::text)) % 10 <> 0
      and not exists (select from access.role_grant o where o.user_id = g.user_id and o.role_code = g.role_code and o.unit_id = u.unit_id
        and daterange(o.valid_from, o.valid_to) && daterange(${reform.effective}::date, null))`);
