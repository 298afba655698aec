import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { FOUNDER_TYPES, PROGRAMMES } from '../domain/words.js';
import { Day, HistoryRow, holdsOn, liesIn, unitNameOn } from './rows.js';

const RegisterRow = z.object({
  regNr: z.string(),
  entNr: z.string().nullable(),
  name: z.string(),
  kindLv: z.string().nullable(),
  kindEn: z.string().nullable(),
  typeLv: z.string().nullable(),
  typeEn: z.string().nullable(),
  legalStatusLv: z.string().nullable(),
  legalStatusEn: z.string().nullable(),
  subordinationLv: z.string().nullable(),
  subordinationEn: z.string().nullable(),
  isStateGymnasium: z.boolean(),
  /** Number of the accreditation page that holds on the day. */
  pageNr: z.string().nullable(),
  pageFrom: Day.nullable(),
  pageTo: Day.nullable(),
  /** All legal founders of the day, by name. */
  founders: z.string().nullable(),
  actualFounder: z.string().nullable(),
  actualFounderType: z.enum(FOUNDER_TYPES).nullable(),
  /** Where the legal address lies in the wanted edition of the map; null where data cannot tell. */
  atvk: z.string().nullable(),
  unit: z.string().nullable(),
  part: z.string().nullable(),
  street: z.string().nullable(),
  addressCode: z.string().nullable(),
  /** Where it differs from the legal one. */
  actualAddress: z.string().nullable(),
  /** Where it teaches on the day, each as it was called on its own first day. */
  deliveryPlaces: z.array(z.object({ programme: z.enum(PROGRAMMES), place: z.string() })),
  /** As they are today: contacts have no days. */
  phone: z.string(),
  email: z.string(),
  website: z.string(),
  foundedOn: Day,
});
export type RegisterRow = z.infer<typeof RegisterRow>;

/** Every institution open on a day, one row each, in Latvian order of names. Names of founders are those of the day. */
export const streamRegister = (tx: Read, on: IsoDate, edition: IsoDate): AsyncIterable<RegisterRow> =>
  tx.stream(
    RegisterRow,
    sql`select i.reg_nr, i.ent_nr, n.name, k.name_lv as kind_lv, k.name_en as kind_en, t.name_lv as type_lv, t.name_en as type_en,
        ls.name_lv as legal_status_lv, ls.name_en as legal_status_en, sb.name_lv as subordination_lv, sb.name_en as subordination_en,
        g.id is not null as is_state_gymnasium, c.page_nr, c.valid_from as page_from, c.valid_to as page_to, i.phone, i.email, i.website,
        (select string_agg(${founderName('lf', on)}, '; ' order by ${founderName('lf', on)} collate platform.latvian)
          from institutions.founder lf where lf.institution_id = i.id and lf.role = 'legal' and ${holdsOn('lf', day(on))}) as founders,
        ${founderName('f', on)} as actual_founder, f.founder_type as actual_founder_type,
        v.atvk, v.name as unit, a.part, a.street, a.address_code, (select concat_ws(', ', nullif(o.part, ''), o.street) from institutions.address o
          where o.institution_id = i.id and o.kind = 'actual' and ${holdsOn('o', day(on))}) as actual_address, i.founded_on,
        coalesce((select jsonb_agg(jsonb_build_object('programme', d.programme, 'place', concat_ws(', ', nullif(d.name, ''), d.street, nullif(d.part, ''), dv.name)) order by d.valid_from, d.id)
          from institutions.delivery_place d join territories.unit_version dv on dv.atvk = d.atvk where d.institution_id = i.id and ${holdsOn('d', day(on))}), '[]') as delivery_places
      from institutions.institution i
      join institutions.name n on n.institution_id = i.id and ${holdsOn('n', day(on))}
      left join institutions.standing s on s.institution_id = i.id and ${holdsOn('s', day(on))}
      left join institutions.type t on t.code = s.type
      left join institutions.kind k on k.code = t.kind
      left join institutions.legal_status_kind ls on ls.code = s.legal_status
      left join institutions.subordination sb on sb.code = s.subordination
      left join institutions.gymnasium_title g on g.institution_id = i.id and ${holdsOn('g', day(on))}
      left join institutions.accreditation c on c.institution_id = i.id and ${holdsOn('c', day(on))}
      left join institutions.founder f on f.institution_id = i.id and f.role = 'actual' and ${holdsOn('f', day(on))}
      left join institutions.address a on a.institution_id = i.id and a.kind = 'legal' and ${holdsOn('a', day(on))}
      left join territories.lineage l on ${liesIn('a', sql`${edition}::date`)}
      left join territories.unit_version v on v.atvk = l.target_atvk
      where ${isOpen(on)} order by n.name collate platform.latvian, i.reg_nr`,
  );

const HeadOnDay = HistoryRow.extend({ regNr: z.string(), personId: z.string() });

/** Who heads which institution on a day. */
export const listHeadsOn = (tx: Read, on: IsoDate): Promise<z.infer<typeof HeadOnDay>[]> =>
  tx.all(
    HeadOnDay,
    sql`select h.id, h.valid_from, h.valid_to, i.reg_nr, h.person_id
      from institutions.head h join institutions.institution i on i.id = h.institution_id where ${holdsOn('h', day(on))}`,
  );

/** How many institutions are open on a day. */
export const countOpen = async (tx: Read, on: IsoDate): Promise<number> =>
  (await tx.first(z.object({ n: z.number() }), sql`select count(*)::int as n from institutions.institution i where ${isOpen(on)}`))!.n;

const day = (on: IsoDate): Sql => sql`${on}::date`;

const isOpen = (on: IsoDate): Sql => sql`daterange(i.founded_on, i.closed_on) @> ${on}::date`;

const founderName = (alias: string, on: IsoDate): Sql =>
  sql`case when ${sql.ref(`${alias}.unit_id`)} is null then ${sql.ref(`${alias}.founder_name`)} else ${unitNameOn(sql.ref(`${alias}.unit_id`), day(on))} end`;
