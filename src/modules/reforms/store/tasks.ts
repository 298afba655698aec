import { z } from 'zod';
import type { Chosen } from '#modules/territories/public.js';
import type { Scope } from '#platform/actions/actor.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { withinScope } from './changes.js';

export const TaskRow = z.object({
  id: z.string(),
  reformId: z.string(),
  participant: z.string(),
  kind: z.string(),
  key: z.string(),
  unitId: z.number(),
  label: z.string(),
  /** The role, where it is about a right. */
  role: z.object({ lv: z.string(), en: z.string() }).nullable(),
  before: z.string(),
  count: z.number(),
  decidedAt: z.date().nullable(),
  decidedBy: z.string().nullable(),
  decision: z.string().nullable(),
  /** The name of the successor chosen, where the decision was carried out with one. */
  chosen: z.string().nullable(),
  /** The parish or town named, where it tells the successor. */
  chosenPart: z.string().nullable(),
  settledElsewhere: z.boolean(),
});
export type TaskRow = z.infer<typeof TaskRow>;

/** What happened that left the task. */
const ITS_CHANGE = sql`from reforms.change c where c.reform_id = task.reform_id and c.rehearsal_id is null and c.participant = task.participant and c.kind = task.kind and c.key = task.key`;

const COLUMNS = sql`id, reform_id, participant, kind, key, unit_id, coalesce((select c.label ${ITS_CHANGE}), label) as label, (select c.role ${ITS_CHANGE}) as role, before, count, decided_at, decided_by, decision, settled_elsewhere, chosen_part,
  (select v.name from territories.unit_version v where v.unit_id = task.chosen_unit_id order by v.valid_from desc limit 1) as chosen`;

const ListedRow = TaskRow.extend({ /** How many of all of the reform's nobody has decided. */ open: z.number() });

/** A reform's tasks, as many as asked for: those that nobody has decided first, so that each decision brings up the next. */
export const listTasks = (tx: Read, scope: Scope, reformId: string, limit: number): Promise<z.infer<typeof ListedRow>[]> =>
  tx.all(ListedRow, sql`select ${COLUMNS}, count(*) filter (where decided_at is null) over () as open from reforms.task where ${withinScope('task', scope)} and reform_id = ${reformId} order by decided_at is not null, id limit ${limit}`);

export const findTask = (tx: Read, scope: Scope, id: string): Promise<TaskRow | undefined> => tx.first(TaskRow, sql`select ${COLUMNS} from reforms.task where ${withinScope('task', scope)} and id = ${id}`);

/** How many tasks of all reforms nobody has decided yet. */
export const countOpenTasks = async (tx: Read, scope: Scope): Promise<number> =>
  (await tx.first(z.object({ n: z.number() }), sql`select count(*)::int as n from reforms.task where ${withinScope('task', scope)} and decided_at is null`))!.n;

/** Notes a person's decision, with the successor chosen where there is one; an already decided task stays as it was. */
export const decideTask = (tx: Write, id: string, decision: string, chosen: Chosen | null, by: string, now: Date): Promise<number> =>
  tx.run(sql`update reforms.task set decision = ${decision}, chosen_unit_id = ${chosen?.unitId ?? null}, chosen_part = ${chosen?.part ?? null}, decided_by = ${by}, decided_at = ${now} where id = ${id} and decided_at is null`);

/** Whether somebody still has to decide about a row. */
export const hasOpenTask = async (tx: Read, participant: string, kind: string, key: string): Promise<boolean> =>
  (await tx.first(z.object({ open: z.boolean() }), sql`select exists (select from reforms.task where participant = ${participant} and kind = ${kind} and key = ${key} and decided_at is null) as open`))!.open;

/** Closes a register's open tasks of a kind on an old body, save for those about rows that still need a person. */
export const settleTasksExcept = (tx: Write, { reformId, unitId }: { reformId: string; unitId: number }, participant: string, kind: string, needing: readonly string[], by: string, now: Date): Promise<number> =>
  tx.run(sql`update reforms.task set settled_elsewhere = true, decided_by = ${by}, decided_at = ${now}
    where reform_id = ${reformId} and unit_id = ${unitId} and participant = ${participant} and kind = ${kind} and key <> all(${[...needing]}) and decided_at is null`);

/** Closes the open tasks about rows that their register has put right; tells how many. */
export const settleTasks = (tx: Write, participant: string, kind: string, keys: readonly string[], by: string, now: Date): Promise<number> =>
  tx.run(sql`update reforms.task set settled_elsewhere = true, decided_by = ${by}, decided_at = ${now} where participant = ${participant} and kind = ${kind} and key = any(${[...keys]}) and decided_at is null`);
