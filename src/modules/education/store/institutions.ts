import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { Day, holdsOn, ofScope } from './rows.js';

const SchoolRow = z.object({ id: z.string(), regNr: z.string(), name: z.string(), foundedOn: Day, closedOn: Day.nullable() });
export type SchoolRow = z.infer<typeof SchoolRow>;
const SCHOOL = sql`i.id, i.reg_nr, i.name, i.founded_on, i.closed_on`;

/** An institution by its number, where the scope covers it. */
export const findSchool = (tx: Read, regNr: string, scope: Scope): Promise<SchoolRow | undefined> =>
  tx.first(SchoolRow, sql`select ${SCHOOL} from institutions.institution i where i.reg_nr = ${regNr} and ${ofScope(sql`i.id`, scope)}`);

export const findSchoolById = (tx: Read, id: string): Promise<SchoolRow | undefined> => tx.first(SchoolRow, sql`select ${SCHOOL} from institutions.institution i where i.id = ${id}`);

const ListedSchool = SchoolRow.extend({ classes: z.number(), pupils: z.number() });
export type ListedSchool = z.infer<typeof ListedSchool>;

/** Institutions of a scope with their classes of the year and members of a day; counted for the page that is shown alone. */
export const listSchools = (tx: Read, scope: Scope, search: { words: string; year: number; day: IsoDate; also?: Sql }, after: readonly [string, string] | null, limit: number): Promise<ListedSchool[]> =>
  tx.all(
    ListedSchool,
    sql`with page as (
        select ${SCHOOL} from institutions.institution i
        where ${ofScope(sql`i.id`, scope)} and (i.closed_on is null or i.closed_on > ${search.day}::date) and ${called(search.words)}
          and (exists (select from education.class c where c.institution_id = i.id) or ${search.also ?? sql`false`})
          ${after ? sql`and (i.name collate platform.latvian, i.id) > (${after[0]} collate platform.latvian, ${after[1]}::uuid)` : sql``}
        order by i.name collate platform.latvian, i.id limit ${limit}
      )
      select p.*, (select count(*) from education.class c where c.institution_id = p.id and c.year = ${search.year})::int as classes,
        (select count(distinct m.person_id) from education.membership m where m.institution_id = p.id and ${holdsOn('m', search.day)})::int as pupils
      from page p order by p.name collate platform.latvian, p.id`,
  );

const called = (words: string): Sql => (words === '' ? sql`true` : sql`i.search_key like '%' || platform.search_key(${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}) || '%'`);

/** The first institutions of a scope: two tell whether someone works in one alone. */
export const firstSchools = (tx: Read, scope: Scope, limit: number): Promise<SchoolRow[]> =>
  tx.all(SchoolRow, sql`select ${SCHOOL} from institutions.institution i where ${ofScope(sql`i.id`, scope)} order by i.reg_nr limit ${limit}`);
