import { z } from 'zod';
import { every, type Sql, sql } from '#platform/db/sql.js';
import type { Write } from '#platform/db/transaction.js';
import { CHANNELS, type Channel, type RecordKind, type Records, STATES } from '../domain/record.js';
import { arrivalStatement, cameFrom, sourceOf, wholly } from './came-from.js';
import { incomingRows, SHAPES } from './record-shapes.js';

/** Where records come from, and what may happen to earlier ones. */
export interface Taking {
  /** The institution and school year that all of the records are of. */
  readonly institutionId: string;
  readonly year: number;
  readonly channel: Channel;
  /** The e-journal that sent them, if one did. */
  readonly journalId: string | null;
  readonly batchId: string | null;
  /** When the batch was sent, which may be long before it is written. */
  readonly sentAt?: Date;
  readonly at: Date;
  readonly by: string;
  /** Why earlier values are corrected, where a record does not say so itself: a code of `CORRECTION_REASONS`, or words. */
  readonly reason: string;
  readonly orderNr?: string;
  /** `confirmed` unless said. A draft never replaces a confirmed record. */
  readonly state?: 'draft' | 'confirmed';
  /** When the person last saw what is there: what somebody else entered since is not overwritten but answered as a clash. */
  readonly seenAt?: Date | null;
  /** A person has seen the other value and decides against it, whoever sent it. */
  readonly overrule?: boolean;
}

const Clash = z.object({ row: z.number(), value: z.string(), channel: z.enum(CHANNELS), state: z.enum(STATES), journalId: z.string().nullable(), enteredAt: z.string(), enteredBy: z.string() });
/** An earlier record with another value that this taking may not correct (VI-208). */
export type Clash = z.infer<typeof Clash>;

const Met = z.object({ corrected: z.number(), unchanged: z.number(), clashes: z.array(Clash) });

/** What came of records. */
export interface Taken extends z.infer<typeof Met> {
  readonly taken: number;
}

const NOTHING: Taken = { taken: 0, corrected: 0, unchanged: 0, clashes: [] };

/**
 * Writes records: the one way for marks, outcomes and absences into the register, any number in a handful of statements. The caller has checked
 * them (member, scale, period …) in this transaction, and no two of them are of the same pupil, item and period.
 *
 * - A record not there yet is added; the same value again changes nothing, so that a batch can be sent twice.
 * - Another value is a correction: the old one goes to `record_before` with the reason. An e-journal corrects what it sent itself, a file
 *   what files brought, a person everything (unless somebody changed it after `seenAt`). Anything else is a clash and stays as it is.
 * - A batch never replaces what the same sender brought or took back later, whichever is written first (a large batch, a row that waited for a
 *   name): such a row says something old, and counts as unchanged.
 * - Another day of decision alone is a correction by the record's own source only; from elsewhere the value is the same, and so is the record. The
 *   own source's first day is filled in without a trace, since it replaces nothing.
 * - The institution is set to be counted again if anything changed.
 */
export async function takeRecords(tx: Write, of: Records, taking: Taking): Promise<Taken> {
  if (of.records.length === 0) return NOTHING;
  const number = await lockMarksOf(tx, taking);
  const arrivalId = taking.batchId === null ? null : number;
  const incoming = incomingRows(of);
  const taken = await tx.run(addStatement(of.kind, incoming, taking, arrivalId));
  if (taken > 0) await tx.run(touchStatement(taking, arrivalId));
  const { corrected, unchanged, clashes } = taken === of.records.length ? NOTHING : await meet(tx, of, incoming, taking, arrivalId);
  if (taken === 0 && corrected > 0) await tx.run(touchStatement(taking, arrivalId));
  return { taken, corrected, unchanged: Math.max(unchanged - taken, 0), clashes };
}

/** Compares records with what is there, and corrects what may be. What was added just now is met as unchanged. */
async function meet(tx: Write, of: Records, incoming: Sql, taking: Taking, arrivalId: number | null): Promise<Omit<Taken, 'taken'>> {
  const met = await tx.first(Met, meetStatement(of.kind, incoming, taking, arrivalId));
  if (!met) throw new Error('taking records answered nothing');
  return { ...met, clashes: met.clashes.map((clash) => ({ ...clash, row: of.records[clash.row - 1]!.row })) };
}

/**
 * One writer of an institution's year at a time, until the transaction ends: what is not there yet stays so, and is added without asking for each
 * row again. The plan is made for the arrays at hand: one for "some array" would join thousands of rows by nested loops.
 * @returns the number of an arrival, should this be one
 */
export async function lockMarksOf(tx: Write, { institutionId, year }: Pick<Taking, 'institutionId' | 'year'>): Promise<number> {
  const locked = await tx.first(
    z.object({ number: z.number() }),
    sql`select pg_advisory_xact_lock(hashtextextended('marks ' || ${institutionId}::text, ${year}))::text, set_config('plan_cache_mode', 'force_custom_plan', true), nextval('marks.arrival_number') as number`,
  );
  return locked!.number;
}

/** Adds what is not there. By itself, so that rows go straight into the table: most of what arrives is new, and keeping it for a second look takes as long as writing it. */
function addStatement(kind: RecordKind, incoming: Sql, taking: Taking, arrivalId: number | null): Sql {
  const { table, keys, values } = SHAPES[kind];
  const columns = names([...keys, ...values.map(({ column }) => column), 'membership_id', 'class_id', 'source_record']);
  const [year, institution] = placeOf(taking);
  const source = sourceOf(taking, arrivalId);
  return sql`insert into ${sql.table(table)} (year, institution_id, ${columns}, state, ${names(source.map(([column]) => column))})
    select ${year}, ${institution}, ${columns}, ${taking.state ?? 'confirmed'}, ${sql.join(source.map(([, value]) => value))}
    from (${incoming}) i where not exists (select from ${sql.table(table)} r where r.year = ${year} and r.institution_id = ${institution} and ${sameKey(kind, 'r', 'i')})`;
}

const placeOf = ({ year, institutionId }: Taking) => [sql`${year}::smallint`, sql`${institutionId}::uuid`] as const;

/** Sets the institution to be counted again, and keeps where the records came from. */
const touchStatement = (taking: Taking, arrivalId: number | null): Sql =>
  sql`${arrivalId === null ? sql`` : sql`with arrived as (${arrivalStatement(taking, arrivalId)})`}
    insert into marks.standing_to_count (institution_id, year, touched_at) values (${sql.join(placeOf(taking).toReversed())}, ${taking.at}::timestamptz)
    on conflict (institution_id, year) do update set touched_at = excluded.touched_at`;

/** From what came to what is there and not the other way: the planner knows neither's size, and would take thousands of rows for one. */
function meetStatement(kind: RecordKind, incoming: Sql, taking: Taking, arrivalId: number | null): Sql {
  const { table, keys, item, words } = SHAPES[kind];
  const [year, institution] = placeOf(taking);
  return sql`with met as materialized (
      select i.*, r.year is not null as is_there, r.year is not null and ${differs(kind, taking)} as differs, ${correctable(taking)} as correctable, r.year is not null and ${isOutdated(taking)} as outdated,
        r.state as old_state, ${words('r')} as old_value, ${cameFrom('r', 'channel')} as old_channel, ${cameFrom('r', 'journal_id')} as old_journal_id, ${cameFrom('r', 'entered_at')} as old_entered_at, ${cameFrom('r', 'entered_by')} as old_entered_by
      from (${incoming}) i left join ${sql.table(table)} r on r.year = ${year} and r.institution_id = ${institution} and ${sameKey(kind, 'r', 'i')}),
    changed as (
      update ${sql.table(table)} r set ${changes(kind, taking, arrivalId)} from met i
      where r.year = ${year} and r.institution_id = ${institution} and ${sameKey(kind, 'r', 'i')} and i.differs and i.correctable
      returning ${sql.join(keys.map((one) => sql`new.${sql.ref(one)}`))}, i.reason, case when old.state <> 'draft' then to_jsonb(old) end as was),
    dated as (${fillDays(kind, taking)}),
    kept as (
      insert into marks.record_before (kind, year, institution_id, person_id, item, period, was, reason, order_nr, superseded_at, superseded_by)
      select ${kind}, ${year}, ${institution}, w.person_id, ${item('w')}, w.period, ${wholly(sql`w.was`)}, coalesce(w.reason, ${taking.reason}), ${taking.orderNr ?? ''}, ${taking.at}::timestamptz, ${taking.by} from changed w where w.was is not null)
    select count(*) filter (where differs and correctable)::int as corrected, count(*) filter (where is_there and (not differs or outdated))::int as unchanged,
      coalesce(jsonb_agg(jsonb_build_object('row', row, 'value', old_value, 'channel', old_channel, 'state', old_state, 'journalId', old_journal_id, 'enteredAt', old_entered_at, 'enteredBy', old_entered_by) order by row)
        filter (where differs and not correctable and not outdated), '[]') as clashes from met`;
}

const names = (columns: readonly string[]): Sql => sql.join(columns.map((column) => sql.ref(column)));

const sameKey = (kind: RecordKind, a: string, b: string): Sql => every(SHAPES[kind].keys.map((key) => sql`${sql.ref(`${a}.${key}`)} = ${sql.ref(`${b}.${key}`)}`));

/** Whether what came says something else than what is there. A draft that is confirmed and a withdrawn record that comes again are changes too. */
function differs(kind: RecordKind, taking: Taking): Sql {
  const { state = 'confirmed' } = taking;
  const other = SHAPES[kind].values.map(({ column, optional, comesAlong }) => {
    const value = sql.ref(`i.${column}`);
    if (comesAlong) return sql`(${value} is distinct from r.${sql.ref(column)} and ${value} is not null and ${correctsDays(taking, sql`r.${sql.ref(column)}`)})`;
    return optional ? sql`(${value} is not null and ${value} is distinct from r.${sql.ref(column)})` : sql`${value} is distinct from r.${sql.ref(column)}`;
  });
  return sql`(${sql.join(other, sql` or `)} or r.state = 'withdrawn' or (r.state = 'draft' and ${state}::text = 'confirmed'))`;
}

/** Whether another day alone is a correction: a person says it on purpose; a program or file where it said another one itself. */
const correctsDays = (taking: Taking, day: Sql): Sql => (taking.channel === 'manual' || taking.overrule ? sql`true` : sql`(${day} is not null and ${correctable(taking)})`);

/** Fills in days of decision that are not known yet, of records that stay as they are and are of the taking's own source. */
function fillDays(kind: RecordKind, taking: Taking): Sql {
  const { table, values } = SHAPES[kind];
  const day = values.find(({ comesAlong }) => comesAlong);
  if (!day) return sql`select`;
  const column = sql.ref(day.column);
  return sql`update ${sql.table(table)} r set ${column} = i.${column} from met i
      where r.year = ${taking.year}::smallint and r.institution_id = ${taking.institutionId}::uuid and ${sameKey(kind, 'r', 'i')} and i.is_there and not i.differs and i.correctable
        and r.${column} is null and i.${column} is not null`;
}

/** Whether this taking may replace what is there; see `takeRecords`. */
function correctable(taking: Taking): Sql {
  const { channel, seenAt, by, overrule, state } = taking;
  if (state === 'draft') return sql`r.state <> 'confirmed'`;
  if (overrule) return sql`true`;
  if (channel === 'manual') return seenAt ? sql`(${cameFrom('r', 'entered_at')} <= ${seenAt}::timestamptz or ${cameFrom('r', 'entered_by')} = ${by})` : sql`true`;
  return sql`(r.state = 'draft' or (${isOwn(taking)} and not ${isLater(taking)}))`;
}

/** Whether what is there came from the same sender later than this taking was sent. */
const isOutdated = (taking: Taking): Sql => (taking.channel === 'manual' ? sql`false` : sql`(r.state <> 'draft' and ${isOwn(taking)} and ${isLater(taking)})`);

/** Never null: what a file brought is of no journal, and "unknown" would be neither corrected nor told as a clash. */
export const isOwn = ({ channel, journalId }: Pick<Taking, 'channel' | 'journalId'>): Sql =>
  journalId
    ? sql`coalesce(${cameFrom('r', 'channel')} <> 'manual' and ${cameFrom('r', 'journal_id')} = ${journalId}::uuid, false)`
    : sql`(${cameFrom('r', 'channel')} = ${channel} and ${cameFrom('r', 'journal_id')} is null)`;

/** Identities of batches follow the order in which they came; what came singly is told by its time. */
const isLater = ({ batchId, sentAt }: Taking): Sql =>
  batchId ? sql`coalesce(${cameFrom('r', 'batch_id')} > ${batchId}::uuid, ${cameFrom('r', 'entered_at')} > ${sentAt ?? null}::timestamptz, false)` : sql`false`;

function changes(kind: RecordKind, taking: Taking, arrivalId: number | null): Sql {
  const values = SHAPES[kind].values.map(({ column, optional }) =>
    optional ? sql`${sql.ref(column)} = coalesce(i.${sql.ref(column)}, r.${sql.ref(column)})` : sql`${sql.ref(column)} = i.${sql.ref(column)}`,
  );
  const whole = ['membership_id', 'class_id', 'source_record'].map((column) => sql`${sql.ref(column)} = i.${sql.ref(column)}`);
  const came = sourceOf(taking, arrivalId).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  return sql.join([...values, ...whole, sql`state = ${taking.state ?? 'confirmed'}`, ...came]);
}
