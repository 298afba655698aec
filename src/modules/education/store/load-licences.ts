import { sql } from '#platform/db/sql.js';
import type { Write } from '#platform/db/transaction.js';

/** Which programmes a made-up institution is licensed for, told by the words its name ends with. */
const BY_NAME: readonly (readonly [pattern: string, codes: readonly string[]])[] = [
  ['pirmsskolas izglītības iestāde', ['01011111']],
  ['sākumskola$', ['01011111', '11011111']],
  ['(?<!speciālā )pamatskola$', ['01011111', '21011111', '21015611']],
  ['speciālā pamatskola$', ['21015611', '21015811']],
  ['(?<!amatniecības |tehnoloģiju |neklātienes )vidusskola$', ['21011111', '21015611', '31016011']],
  ['neklātienes vidusskola$', ['21011113', '31016013', '31016014']],
  ['ģimnāzija$', ['21011111', '31016011']],
  ['Mūzikas skola$', ['20V212011']],
  ['Mākslas skola$', ['20V211001']],
  ['Mūzikas un mākslas skola$', ['20V211001', '20V212011']],
  ['Sporta skola$', ['20V813001']],
];

/** Gives made-up institutions (numbers from 99) licences from their founding on, where they have none yet. */
export const insertMadeUpLicences = (tx: Write, at: Date): Promise<number> =>
  tx.run(sql`insert into education.licence (institution_id, programme_code, licence_nr, valid_from, valid_to, recorded_at, recorded_by)
    select i.id, code, 'V-' || (8000 + row_number() over (order by i.reg_nr, code))::text, i.founded_on, i.closed_on, ${at}::timestamptz, 'made-up data'
    from institutions.institution i
    join jsonb_to_recordset(${JSON.stringify(BY_NAME.flatMap(([pattern, codes]) => codes.map((code) => ({ pattern, code }))))}::jsonb) as row(pattern text, code text) on i.name ~ row.pattern
    where i.reg_nr like '99%' and (i.closed_on is null or i.closed_on > i.founded_on)
    on conflict do nothing`);
