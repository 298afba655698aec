import { z } from 'zod';
import { type IsoDate, isoDate } from '#kernel/iso-date.js';
import { type Database, openDatabase } from '#platform/db/database.js';
import { sql } from '#platform/db/sql.js';

/** A row of made-up payments: twelve columns of every kind. */
const PaymentRow = z.object({
  number: z.number(),
  code: z.string(),
  payer: z.string(),
  municipality: z.string(),
  purpose: z.string(),
  euros: z.string(),
  cents: z.number(),
  share: z.number(),
  day: z.string().transform((words): IsoDate => isoDate(words)),
  recordedAt: z.date(),
  paid: z.boolean(),
  note: z.string().nullable(),
});
export type PaymentRow = z.infer<typeof PaymentRow>;

export const ROWS = 100_000;

/** Numbers follow from the row's own, so every run and every writer has the same rows. */
export const PAYMENTS_TABLE = `
  create schema bench;
  create table bench.payment as
    select n::int as number, lpad(n::text, 10, '0') as code, 'Made-up payer ' || n % 5000 as payer,
      (array['Rīga', 'Jūrmala', 'Cēsu novads', 'Ķekavas novads', 'Ādažu novads'])[1 + n % 5] as municipality,
      'Pakalpojums <' || n % 300 || '> & "citi"' as purpose, (n % 9973 / 7.0)::numeric(12, 2)::text as euros, n::int * 7 % 100000 as cents,
      (n % 1000) / 1000.0::float8 as share, date '2020-01-01' + (n % 2000)::int as day,
      timestamptz '2026-01-01 10:00+02' + n * interval '1 minute' as recorded_at, n % 3 = 0 as paid,
      case when n % 4 = 0 then 'piezīme ' || n end as note
    from generate_series(1, ${ROWS}) n;
  grant usage on schema bench to vienkopus_worker;
  grant select on bench.payment to vienkopus_worker`;

const COLUMNS = sql`number, code, payer, municipality, purpose, euros, cents, share, day, recorded_at, paid, note`;

/** Opens the database for the rows, a few thousand at a time, as every writer here gets them. */
export function openRows(url: string): { database: Database; rows: AsyncIterable<PaymentRow> } {
  const database = openDatabase({ url });
  return { database, rows: database.read.stream(PaymentRow, sql`select ${COLUMNS} from bench.payment order by number`) };
}
