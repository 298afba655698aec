import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { ENDING_WITH_INSTITUTION, HISTORIES } from '../domain/lines.js';
import type { ClosureReason, SuccessionKind } from '../domain/words.js';
import { correctRow, endHistory, moveRows, type Recording } from './changes.js';
import { Day } from './rows.js';

export interface Closing {
  readonly closedOn: IsoDate;
  readonly reason: ClosureReason;
  readonly basis: string;
}

/** Marks the institution closed; its founder, head and delivery places end with it. */
export async function closeOn(tx: Write, institutionId: string, closing: Closing, recording: Recording): Promise<void> {
  await tx.insert('institutions.closure', { institutionId, ...closing, ...recording });
  await endOn(tx, institutionId, closing.closedOn, recording);
}

async function endOn(tx: Write, institutionId: string, day: IsoDate, recording: Recording): Promise<void> {
  await setClosedOn(tx, institutionId, day);
  for (const history of ENDING_WITH_INSTITUTION) await endHistory(tx, history, institutionId, day, recording);
}

const setClosedOn = (tx: Write, institutionId: string, day: IsoDate | null): Promise<number> =>
  tx.run(sql`update institutions.institution set closed_on = ${day} where id = ${institutionId}`);

/** Says another day, reason or basis of a closing; founder, head and places end on the right day as if it had been said at once. */
export async function correctClosure(tx: Write, institutionId: string, closureId: string, closing: Closing, recording: Recording): Promise<void> {
  await reopen(tx, institutionId, closureId, recording);
  await correctRow(tx, 'closure', closureId, { institutionId, ...closing }, recording);
  await endOn(tx, institutionId, closing.closedOn, recording);
}

/** Takes a closing back. */
export async function withdrawClosure(tx: Write, institutionId: string, closureId: string, recording: Recording): Promise<void> {
  await reopen(tx, institutionId, closureId, recording);
  await tx.run(sql`update institutions.closure set superseded_at = ${recording.recordedAt} where id = ${closureId}`);
}

/**
 * Gives the rows that a closing ended the ends they had before, and those recorded with that end an open one. A row that
 * someone had ended on that very day beforehand (identities are in the order of recording) stays ended.
 */
async function reopen(tx: Write, institutionId: string, closureId: string, recording: Recording): Promise<void> {
  const closedOn = sql`(select c.closed_on from institutions.closure c where c.id = ${closureId})`;
  for (const history of ENDING_WITH_INSTITUTION) {
    const table = sql.table(`institutions.${history}`);
    const which = sql`institution_id = ${institutionId} and valid_to = ${closedOn} and not exists (
      select from ${table} b where b.superseded_by = ${table}.id and b.valid_to is distinct from ${closedOn} and ${table}.id < ${closureId})`;
    const before = sql`(select nullif(b.valid_to, ${closedOn}) from ${table} b where b.superseded_by = old.id)`;
    await moveRows(tx, history, which, { from: sql`valid_from`, to: before }, recording);
  }
  await setClosedOn(tx, institutionId, null);
}

export interface NewSuccession {
  readonly fromId: string;
  readonly toId: string;
  readonly kind: SuccessionKind;
  readonly effective: IsoDate;
  readonly basis: string;
}

export const insertSuccession = (tx: Write, succession: NewSuccession, recording: Recording): Promise<void> =>
  tx.insert('institutions.succession', { ...succession, ...recording });

export const withdrawSuccession = (tx: Write, id: string, { recordedAt }: Recording): Promise<number> =>
  tx.run(sql`update institutions.succession set superseded_at = ${recordedAt} where id = ${id}`);

const Fact = z.object({ history: z.enum([...HISTORIES, 'succession']), day: Day });
export type Fact = z.infer<typeof Fact>;

/** What begins on a day or later: an institution cannot close before it. A succession may take effect on the very day. */
export const listFactsFrom = (tx: Read, institutionId: string, day: IsoDate): Promise<Fact[]> =>
  tx.all(
    Fact,
    sql`select history, min(day) as day from (
        ${sql.join(
          HISTORIES.map(
            (history) => sql`select ${sql.lit(history)} as history, valid_from as day, institution_id from ${sql.table(`institutions.${history}`)} where superseded_at is null and valid_from >= ${day}`,
          ),
          sql` union all `,
        )}
        union all select 'succession', effective, from_id from institutions.succession where superseded_at is null and effective > ${day}
        union all select 'succession', effective, to_id from institutions.succession where superseded_at is null and effective >= ${day}
      ) facts where institution_id = ${institutionId} group by history order by 2`,
  );
