import type { IsoDate } from '#kernel/iso-date.js';
import { isMadeUp, personCode } from '#kernel/person-code.js';
import { sql } from '#platform/db/sql.js';
import type { Write } from '#platform/db/transaction.js';

/** A child of a demonstration, with a home and perhaps a parent. */
export interface MadeUpChild {
  readonly id: string;
  readonly given: string;
  readonly family: string;
  /** Eleven digits that can belong to nobody. */
  readonly code: string;
  readonly bornOn: IsoDate;
  readonly sex: 'female' | 'male';
  readonly atvk: string;
  readonly street: string;
  readonly parentId: string | null;
}

/** Enters children of a demonstration with name, code, address and parent, a statement for each table. @throws Error when a code could belong to someone */
export async function registerMadeUpChildren(tx: Write, children: readonly MadeUpChild[], recordedAt: Date): Promise<void> {
  if (children.some(({ code }) => !isMadeUp(personCode(code)))) throw new Error('a code of the demonstration could belong to someone');
  const rows = sql`jsonb_to_recordset(${JSON.stringify(children)}::jsonb) as r(id uuid, given text, family text, code text, "bornOn" date, sex text, atvk text, street text, "parentId" uuid)`;
  const recorded = sql`${recordedAt}::timestamptz, 'made-up data'`;
  await tx.run(sql`insert into persons.person (id, born_on, sex, family_key, given_key, home_atvk, recorded_at, recorded_by)
    select r.id, r."bornOn", r.sex, platform.search_key(r.family), platform.search_key(r.given), r.atvk, ${recorded} from ${rows}`);
  await tx.run(sql`insert into persons.name (person_id, given, family, valid_from, recorded_at, recorded_by) select r.id, r.given, r.family, r."bornOn", ${recorded} from ${rows}`);
  await tx.run(sql`insert into persons.code (person_id, code, valid_from, recorded_at, recorded_by) select r.id, r.code, r."bornOn", ${recorded} from ${rows}`);
  await tx.run(sql`insert into persons.address (person_id, atvk, street, valid_from, recorded_at, recorded_by)
    select r.id, r.atvk, r.street, greatest(r."bornOn", v.valid_from), ${recorded} from ${rows} join territories.unit_version v on v.atvk = r.atvk`);
  await tx.run(sql`insert into persons.guardianship (child_id, guardian_id, kind, basis, valid_from, valid_to, recorded_at, recorded_by)
    select r.id, r."parentId", 'parent', 'Dzimšanas reģistra ieraksts', r."bornOn", (r."bornOn" + interval '18 years')::date, ${recorded} from ${rows} where r."parentId" is not null`);
}
