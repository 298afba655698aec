import { sql } from '#platform/db/sql.js';
import type { Write } from '#platform/db/transaction.js';
import type { PersonRow } from './cards.js';
import type { Recording } from './changes.js';

type Birth = Pick<PersonRow, 'bornOn' | 'sex'>;

/** Puts the right date of birth and sex in the place of the wrong ones, which stay as what was believed. */
export async function replaceBirth(tx: Write, wrong: Birth & Pick<PersonRow, 'id'>, right: Birth, { recordedAt, recordedBy }: Recording): Promise<void> {
  await tx.run(sql`
    insert into persons.birth_before (person_id, born_on, sex, recorded_at, recorded_by, superseded_at, replaced_by)
    select p.id, ${wrong.bornOn}::date, ${wrong.sex}, coalesce(last.superseded_at, p.recorded_at), coalesce(last.replaced_by, p.recorded_by), ${recordedAt}::timestamptz, ${recordedBy}
    from persons.person p left join lateral (
      select b.superseded_at, b.replaced_by from persons.birth_before b where b.person_id = p.id order by b.superseded_at desc, b.id desc limit 1
    ) last on true where p.id = ${wrong.id}`);
  await tx.run(sql`update persons.person set born_on = ${right.bornOn}, sex = ${right.sex} where id = ${wrong.id}`);
}
