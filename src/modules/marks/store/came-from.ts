import { type Sql, sql } from '#platform/db/sql.js';
import type { Channel } from '../domain/record.js';

/** Where records come from. */
interface Origin {
  readonly channel: Channel;
  readonly journalId: string | null;
  readonly batchId: string | null;
  readonly at: Date;
  readonly by: string;
}

/** What says where a record came from: in its own row, or in the arrival that it shares with the others of its batch. */
type Source = 'channel' | 'journal_id' | 'batch_id' | 'entered_at' | 'entered_by';

/** Where a record came from, whichever row says it. */
export const cameFrom = (record: string, what: Source): Sql =>
  sql`coalesce(${sql.ref(`${record}.${what}`)}, (select a.${sql.ref(what)} from marks.arrival a where a.id = ${sql.ref(`${record}.arrival_id`)}))`;

/** The same as columns of their own names. */
export const cameFromColumns = (record: string, whats: readonly Source[]): Sql => sql.join(whats.map((what) => sql`${cameFrom(record, what)} as ${sql.ref(what)}`));

/** A record that was replaced, as jsonb with all that its arrival said: `record_before` stands by itself. */
export const wholly = (was: Sql): Sql => sql`(${was} || coalesce((select to_jsonb(a) - 'id' from marks.arrival a where a.id = (${was} ->> 'arrival_id')::bigint), '{}'))`;

/** Columns that say where a record came from, with their values: a batch's by its arrival alone, anything else's in full. */
export const sourceOf = ({ channel, journalId, batchId, at, by }: Origin, arrivalId: number | null): readonly (readonly [column: string, value: Sql])[] =>
  arrivalId === null
    ? [['channel', sql`${channel}`], ['journal_id', sql`${journalId}::uuid`], ['batch_id', sql`${batchId}::uuid`], ['entered_at', sql`${at}::timestamptz`], ['entered_by', sql`${by}`], ['arrival_id', sql`null::bigint`]]
    : [['channel', sql`null::text`], ['journal_id', sql`null::uuid`], ['batch_id', sql`null::uuid`], ['entered_at', sql`null::timestamptz`], ['entered_by', sql`null::text`], ['arrival_id', sql`${arrivalId}::bigint`]];

/** Keeps where a batch's records came from. */
export const arrivalStatement = ({ channel, journalId, batchId, at, by }: Origin, arrivalId: number): Sql =>
  sql`insert into marks.arrival (id, channel, journal_id, batch_id, entered_at, entered_by)
    values (${arrivalId}::bigint, ${channel}, ${journalId}::uuid, ${batchId}::uuid, ${at}::timestamptz, ${by})`;
