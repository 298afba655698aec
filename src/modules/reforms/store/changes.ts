import { z } from 'zod';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { RegisterChange } from '../domain/compare-changes.js';

/** Small enough that writing one batch as JSON holds up nobody else in this process. */
const BATCH = 1_000;

/** Keeps changes of a rehearsal, or (rehearsal null) those that happened. */
export async function insertChanges(tx: Write, reformId: string, rehearsalId: string | null, changes: readonly RegisterChange[]): Promise<void> {
  for (let at = 0; at < changes.length; at += BATCH) {
    await tx.run(sql`
      insert into reforms.change (rehearsal_id, reform_id, participant, kind, key, unit_id, label, before, after, effect, count)
      select ${rehearsalId}::uuid, ${reformId}::uuid, t.participant, t.kind, t.key, t."unitId", t.label, t.before, t.after, t.effect, t.count
      from jsonb_to_recordset(${JSON.stringify(changes.slice(at, at + BATCH))}::jsonb)
        as t(participant text, kind text, key text, "unitId" integer, label text, before text, after text, effect text, count integer)`);
  }
}

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
  before: z.string(),
  after: z.string().nullable(),
  effect: z.enum(['changes', 'ends', 'continues', 'starts', 'needs-person']),
  count: z.number(),
});

const COLUMNS = sql`c.participant, c.kind, c.key, c.unit_id, c.label, c.before, c.after, c.effect, c.count`;

export interface ChangeFilter {
  readonly participant?: string | undefined;
  readonly kind?: string | undefined;
  readonly effect?: RegisterChange['effect'] | undefined;
  readonly unitId?: number | undefined;
}

const matching = ({ participant, kind, effect, unitId }: ChangeFilter): Sql => sql`
  (${participant ?? null}::text is null or c.participant = ${participant ?? null})
  and (${kind ?? null}::text is null or c.kind = ${kind ?? null})
  and (${effect ?? null}::text is null or c.effect = ${effect ?? null})
  and (${unitId ?? null}::int is null or c.unit_id = ${unitId ?? null})`;

const LABEL = sql`c.label collate platform.latvian`;

/** A page of changes after the given place in the order of register, kind, and label as Latvian orders it. */
export const listChanges = (tx: Read, set: ChangeSet, filter: ChangeFilter, after: readonly string[] | null, limit: number): Promise<RegisterChange[]> =>
  tx.all(
    ChangeRow,
    sql`select ${COLUMNS} from reforms.change c where ${inSet(set)} and ${matching(filter)}
      and ${after ? sql`(c.participant, c.kind, ${LABEL}, c.key) > (${sql.join([...after])})` : sql`true`}
      order by c.participant, c.kind, ${LABEL}, c.key limit ${limit}`,
  );

/** All changes, for a spreadsheet or a comparison. */
export const streamChanges = (tx: Read, set: ChangeSet, filter: ChangeFilter = {}): AsyncIterable<RegisterChange> =>
  tx.stream(ChangeRow, sql`select ${COLUMNS} from reforms.change c where ${inSet(set)} and ${matching(filter)} order by c.participant, c.kind, ${LABEL}, c.key`);

export const SummaryRow = z.object({ participant: z.string(), kind: z.string(), effect: ChangeRow.shape.effect, rows: z.number(), counted: z.number() });
export type SummaryRow = z.infer<typeof SummaryRow>;

/** How many changes of each kind and effect; `counted` adds up groups such as residents. */
export const summariseChanges = (tx: Read, set: ChangeSet): Promise<SummaryRow[]> =>
  tx.all(
    SummaryRow,
    sql`select c.participant, c.kind, c.effect, count(*) as rows, sum(c.count) as counted from reforms.change c where ${inSet(set)}
      group by 1, 2, 3 order by 1, 2, 3`,
  );

/** What could not be decided becomes a task for a person. */
export const openTasks = (tx: Write, reformId: string): Promise<number> =>
  tx.run(sql`
    insert into reforms.task (reform_id, participant, kind, key, unit_id, label, before, count)
    select c.reform_id, c.participant, c.kind, c.key, c.unit_id, c.label, c.before, c.count
    from reforms.change c where ${inSet({ reformId, rehearsalId: null })} and c.effect = 'needs-person'
    on conflict do nothing`);
