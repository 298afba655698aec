import { z } from 'zod';
import { inPortions } from '#kernel/in-portions.js';
import type { ListOrder } from '#kernel/list-order.js';
import type { Scope } from '#platform/actions/actor.js';
import { inKeyOrder, type Keyset, standsAfter } from '#platform/db/keyset.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { RegisterChange } from '../domain/foretold-changes.js';

/** Small enough that writing one batch as JSON holds up nobody else in this process. */
const BATCH = 1_000;

/** Keeps changes of a rehearsal, or (rehearsal null) those that happened, as they come; tells how many. */
export async function insertChanges(tx: Write, reformId: string, rehearsalId: string | null, changes: AsyncIterable<RegisterChange> | Iterable<RegisterChange>): Promise<number> {
  let kept = 0;
  for await (const batch of inPortions(changes, BATCH)) kept += await insertBatch(tx, reformId, rehearsalId, batch);
  return kept;
}

const insertBatch = (tx: Write, reformId: string, rehearsalId: string | null, batch: readonly RegisterChange[]): Promise<number> =>
  tx.run(sql`
    insert into reforms.change (rehearsal_id, reform_id, participant, kind, key, unit_id, label, role, place, before, after, effect, why, count)
    select ${rehearsalId}::uuid, ${reformId}::uuid, t.participant, t.kind, t.key, t."unitId", t.label, t.role, t.place, t.before, t.after, t.effect, t.why, t.count
    from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb)
      as t(participant text, kind text, key text, "unitId" integer, label text, role jsonb, place text, before text, after text, effect text, why text, count integer)`);

/** Which changes are meant: a rehearsal's, or those that happened. */
export interface ChangeSet {
  readonly reformId: string;
  readonly rehearsalId: string | null;
}

const inSet = ({ reformId, rehearsalId }: ChangeSet): Sql => sql`c.reform_id = ${reformId} and c.rehearsal_id is not distinct from ${rehearsalId}::uuid`;

const ChangeRow = z.object({
  participant: z.string(),
  kind: z.string(),
  key: z.string(),
  unitId: z.number(),
  label: z.string(),
  role: z.object({ lv: z.string(), en: z.string() }).nullable(),
  place: z.string().nullable(),
  before: z.string(),
  after: z.string().nullable(),
  effect: z.enum(['changes', 'ends', 'continues', 'starts', 'needs-person']),
  why: z.string().nullable(),
  count: z.number(),
});

const COLUMNS = sql`c.participant, c.kind, c.key, c.unit_id, c.label, c.role, c.place, c.before, c.after, c.effect, c.why, c.count`;

export interface ChangeFilter {
  readonly participant?: string | undefined;
  readonly kind?: string | undefined;
  readonly effect?: RegisterChange['effect'] | undefined;
  readonly unitId?: number | undefined;
  /** Part of the name of whom it concerns, or of where. */
  readonly words?: string | undefined;
}

/** Changes on municipalities within a scope; those of institutions hang on the municipality that they belonged to. */
export const withinScope = (alias: string, scope: Scope): Sql => (scope.everywhere ? sql`true` : sql`${sql.ref(`${alias}.unit_id`)} = any(${[...scope.unitIds]}::int[])`);

const matching = (scope: Scope, { participant, kind, effect, unitId, words }: ChangeFilter): Sql => sql`
  ${withinScope('c', scope)} and ${words ? sql`platform.search_key(concat_ws(' ', c.label, c.place, c.role->>'lv', c.role->>'en')) like '%' || platform.search_key(${words}) || '%'` : sql`true`} and
  (${participant ?? null}::text is null or c.participant = ${participant ?? null})
  and (${kind ?? null}::text is null or c.kind = ${kind ?? null})
  and (${effect ?? null}::text is null or c.effect = ${effect ?? null})
  and (${unitId ?? null}::int is null or c.unit_id = ${unitId ?? null})`;

const LABEL = sql`c.label collate platform.latvian`;

/** The columns that changes can stand in order of; by register, kind and whom they concern where nothing is said. */
export const CHANGES_SORTED_BY = ['what', 'whom', 'before', 'after', 'effect', 'count'] as const;
type ChangesSortedBy = (typeof CHANGES_SORTED_BY)[number];
export type ChangesOrder = ListOrder<ChangesSortedBy>;

const SORT_KEYS: Readonly<Record<ChangesSortedBy, readonly Sql[]>> = {
  what: [sql`c.participant`, sql`c.kind`, LABEL],
  whom: [LABEL, sql`c.participant`, sql`c.kind`],
  before: [sql`c.before collate platform.latvian`, LABEL, sql`c.participant`, sql`c.kind`],
  after: [sql`coalesce(c.after, '') collate platform.latvian`, LABEL, sql`c.participant`, sql`c.kind`],
  effect: [sql`c.effect`, sql`c.participant`, sql`c.kind`, LABEL],
  count: [sql`c.count`, sql`c.participant`, sql`c.kind`, LABEL],
};
const keysetOf = ({ by, descending }: ChangesOrder): Keyset => ({ keys: [...SORT_KEYS[by], sql`c.key`], descending });

/** What tells one change of a set from the others. */
export type ChangeKey = readonly [participant: string, kind: string, key: string];

/** A page of changes in the order asked for, words as Latvian orders them, after one already shown. */
export const listChanges = (tx: Read, scope: Scope, set: ChangeSet, filter: ChangeFilter, order: ChangesOrder, after: ChangeKey | null, limit: number): Promise<RegisterChange[]> =>
  tx.all(
    ChangeRow,
    sql`select ${COLUMNS} from reforms.change c where ${inSet(set)} and ${matching(scope, filter)}
      and ${after ? standsAfter(keysetOf(order), sql`from reforms.change c where ${inSet(set)} and ${withinScope('c', scope)} and (c.participant, c.kind, c.key) = (${sql.join([...after])})`) : sql`true`}
      order by ${inKeyOrder(keysetOf(order))} limit ${limit}`,
  );

/** All changes in that order, for a spreadsheet. */
export const streamChanges = (tx: Read, scope: Scope, set: ChangeSet, filter: ChangeFilter, order: ChangesOrder): AsyncIterable<RegisterChange> =>
  tx.stream(ChangeRow, sql`select ${COLUMNS} from reforms.change c where ${inSet(set)} and ${matching(scope, filter)} order by ${inKeyOrder(keysetOf(order))}`);

export const SummaryRow = z.object({ participant: z.string(), kind: z.string(), effect: ChangeRow.shape.effect, rows: z.number(), counted: z.number() });
export type SummaryRow = z.infer<typeof SummaryRow>;

/** How many changes of each kind and effect; `counted` adds up groups such as residents. */
export const summariseChanges = (tx: Read, scope: Scope, set: ChangeSet): Promise<SummaryRow[]> =>
  tx.all(
    SummaryRow,
    sql`select c.participant, c.kind, c.effect, count(*) as rows, sum(c.count) as counted from reforms.change c where ${inSet(set)} and ${withinScope('c', scope)}
      group by 1, 2, 3 order by 1, 2, 3`,
  );

const UnitRow = z.object({ unitId: z.number(), name: z.string(), ends: z.number(), continues: z.number(), starts: z.number() });
export type RightsOfUnit = z.infer<typeof UnitRow>;

/** How many rights of each old municipality and its institutions end, go on and start. */
export const countRightsByUnit = (tx: Read, scope: Scope, set: ChangeSet): Promise<RightsOfUnit[]> =>
  tx.all(
    UnitRow,
    sql`select c.unit_id, min(c.before) as name, count(*) filter (where c.effect = 'ends') as ends, count(*) filter (where c.effect = 'continues') as continues, count(*) filter (where c.effect = 'starts') as starts
      from reforms.change c where ${inSet(set)} and ${withinScope('c', scope)} and c.participant = 'access' and c.kind in ('grant', 'institution-grant', 'prepared-request')
      group by c.unit_id order by min(c.before) collate platform.latvian`,
  );

/** What could not be decided becomes a task for a person. */
export const openTasks = (tx: Write, reformId: string): Promise<number> =>
  tx.run(sql`
    insert into reforms.task (reform_id, participant, kind, key, unit_id, label, before, count)
    select c.reform_id, c.participant, c.kind, c.key, c.unit_id, c.label, c.before, c.count
    from reforms.change c where ${inSet({ reformId, rehearsalId: null })} and c.effect = 'needs-person'
    on conflict do nothing`);
