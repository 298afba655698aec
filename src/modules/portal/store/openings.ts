import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

const Day = z.string().transform((words) => words as IsoDate);
const OpeningRow = z.object({ id: z.string(), country: z.string().nullable(), network: z.string().nullable(), validFrom: Day, validTo: Day.nullable(), basis: z.string(), recordedBy: z.string() });
/** A country or a network from which personal pages open, with its days and basis. */
export type OpeningRow = z.infer<typeof OpeningRow>;

const COLUMNS = sql`o.id, o.country, text(o.network) as network, o.valid_from, o.valid_to, o.basis, coalesce(u.name, o.recorded_by) as recorded_by`;
const OPENINGS = sql`portal.opening o left join access.app_user u on u.id::text = o.recorded_by`;

/** Every opening that ever was, countries first; those of no day at all were taken back before they began. */
export const listOpenings = (tx: Read): Promise<OpeningRow[]> => tx.all(OpeningRow, sql`select ${COLUMNS} from ${OPENINGS} where o.valid_to is distinct from o.valid_from order by o.network nulls first, o.country, o.valid_from`);

export const findOpening = (tx: Read, id: string): Promise<OpeningRow | undefined> => tx.first(OpeningRow, sql`select ${COLUMNS} from ${OPENINGS} where o.id = ${id}`);

/** What is open on a day. */
export const openOn = (tx: Read, day: IsoDate): Promise<OpeningRow[]> => tx.all(OpeningRow, sql`select ${COLUMNS} from ${OPENINGS} where o.valid_from <= ${day}::date and (o.valid_to is null or o.valid_to > ${day}::date)`);

export interface NewOpening extends Pick<OpeningRow, 'country' | 'network' | 'basis'> {
  readonly from: IsoDate;
}

export const insertOpening = (tx: Write, { country, network, basis, from }: NewOpening, by: string, now: Date): Promise<number> =>
  tx.run(sql`insert into portal.opening (country, network, basis, valid_from, recorded_at, recorded_by) values (${country}, network(${network}::inet), ${basis}, ${from}::date, ${now}, ${by})`);

/** Ends an opening on a day; one that would begin later never does. */
export const endOpening = (tx: Write, id: string, on: IsoDate, by: string, now: Date): Promise<number> =>
  tx.run(sql`update portal.opening set valid_to = greatest(${on}::date, valid_from), ended_at = ${now}, ended_by = ${by} where id = ${id} and (valid_to is null or valid_to > ${on}::date)`);
