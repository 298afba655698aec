import { z } from 'zod';
import { ofScope } from '#modules/education/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { ColumnRecord } from '../../domain/oneroster/columns-of-json.js';
import type { DataFile } from '../../domain/oneroster/files.js';
import { type Place, PULLED } from '../../domain/oneroster/pull-plan.js';
import { coversDay } from '../rows.js';

const ServerRow = z.object({
  id: z.string(), institutionId: z.string(), regNr: z.string(), school: z.string(), journalId: z.string(), journal: z.string(), serviceUrl: z.string(), tokenUrl: z.string(), clientId: z.string(), sealedSecret: z.instanceof(Buffer),
});
export type ServerRow = z.infer<typeof ServerRow>;

const selectServers = (where: Sql): Sql => sql`select s.id, s.institution_id, i.reg_nr, i.name as school, s.journal_id, j.name as journal, s.service_url, s.token_url, s.client_id, s.sealed_secret
  from intake.oneroster_server s join institutions.institution i on i.id = s.institution_id join intake.journal j on j.id = s.journal_id where s.ended_at is null and ${where}`;

/** Servers of a scope's institutions (each has one or two). */
export const listServers = (tx: Read, scope: Scope): Promise<ServerRow[]> => tx.all(ServerRow, sql`${selectServers(ofScope(sql`s.institution_id`, scope))} order by i.name collate platform.latvian, s.id limit 200`);
export const findServer = (tx: Read, id: string, scope: Scope): Promise<ServerRow | undefined> => tx.first(ServerRow, selectServers(sql`s.id = ${id} and ${ofScope(sql`s.institution_id`, scope)}`));
/** Servers of e-journals that are registered and that the school has confirmed for a day. */
export const listServerIds = async (tx: Read, day: IsoDate): Promise<string[]> =>
  (await tx.all(z.object({ id: z.string() }), sql`select s.id from intake.oneroster_server s join intake.journal j on j.id = s.journal_id where s.ended_at is null and j.state = 'registered'
    and exists (select from intake.journal_school c where c.journal_id = s.journal_id and c.institution_id = s.institution_id and ${coversDay('c', day)}) order by s.id`)).map(({ id }) => id);

export const insertServer = (tx: Write, server: { institutionId: string; journalId: string; serviceUrl: string; tokenUrl: string; clientId: string; sealedSecret: Buffer }, by: string, now: Date): Promise<void> =>
  tx.insert('intake.oneroster_server', { ...server, recordedAt: now, recordedBy: by });
export const endServer = (tx: Write, id: string, by: string, now: Date): Promise<number> => tx.run(sql`update intake.oneroster_server set ended_at = ${now}, ended_by = ${by} where id = ${id} and ended_at is null`);

const PullRow = z.object({
  id: z.string(), serverId: z.string(), state: z.enum(['working', 'done', 'failed']), changedSince: z.date().nullable(), collection: z.enum(PULLED), nextOffset: z.number(), nextLink: z.string().nullable(), lastPage: z.string().nullable(), troubles: z.number(), fetched: z.number(), batchIds: z.array(z.string()), withdrawn: z.number(),
  failure: z.string(), startedAt: z.date(), startedBy: z.string(), doneAt: z.date().nullable(),
});
export type PullRow = z.infer<typeof PullRow>;
const PULL = sql`p.id, p.server_id, p.state, p.changed_since, p.collection, p.next_offset, p.next_link, p.last_page, p.troubles, p.fetched, p.batch_ids, p.withdrawn, p.failure, p.started_at, p.started_by, p.done_at`;

export const findPull = (tx: Read, id: string): Promise<PullRow | undefined> => tx.first(PullRow, sql`select ${PULL} from intake.oneroster_pull p where p.id = ${id}`);
/** The same, locked until the transaction ends. */
export const lockPull = (tx: Write, id: string): Promise<PullRow | undefined> => tx.first(PullRow, sql`select ${PULL} from intake.oneroster_pull p where p.id = ${id} for update`);
export const findPullUnderWay = (tx: Read, serverId: string): Promise<PullRow | undefined> => tx.first(PullRow, sql`select ${PULL} from intake.oneroster_pull p where p.server_id = ${serverId} and p.state = 'working'`);

/** The last fetch of each server. */
export const listLastPulls = (tx: Read, serverIds: readonly string[]): Promise<PullRow[]> =>
  tx.all(PullRow, sql`select distinct on (p.server_id) ${PULL} from intake.oneroster_pull p where p.server_id = any(${[...serverIds]}::uuid[]) order by p.server_id, p.id desc`);

/** The last fetch of a server that came to its end. */
export const findLastDone = (tx: Read, serverId: string): Promise<PullRow | undefined> =>
  tx.first(PullRow, sql`select ${PULL} from intake.oneroster_pull p where p.server_id = ${serverId} and p.state = 'done' order by p.id desc limit 1`);

/** A new fetch, of what changed since a moment or of all. */
export const insertPull = async (tx: Write, serverId: string, changedSince: Date | null, by: string, now: Date): Promise<string> =>
  (await tx.first(
    z.object({ id: z.string() }),
    sql`insert into intake.oneroster_pull (server_id, state, changed_since, collection, started_at, started_by)
      values (${serverId}, 'working', ${changedSince}, ${PULLED[0]}, ${now}, ${by}) returning id`,
  ))!.id;

/** Keeps a page and where to go on, unless another run has moved on from this place already. */
export async function keepPage(tx: Write, pull: PullRow, records: readonly ColumnRecord[], count: number, next: Place | null, print: string | null): Promise<boolean> {
  const moved = await tx.run(sql`update intake.oneroster_pull set collection = ${next?.collection ?? 'results'}, next_offset = ${next ? next.offset : -1}, next_link = ${next?.link ?? null}, last_page = ${next?.collection === pull.collection ? print : null}, fetched = fetched + ${count}, failure = ''
    where id = ${pull.id} and state = 'working' and collection = ${pull.collection} and next_offset = ${pull.nextOffset}`);
  if (moved === 0) return false;
  await tx.run(sql`insert into intake.oneroster_pulled (pull_id, file, position, columns)
    select ${pull.id}::uuid, r.file, (select coalesce(max(b.position), 0) from intake.oneroster_pulled b where b.pull_id = ${pull.id}) + r.nr, r.columns from rows from (jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as (file text, columns jsonb)) with ordinality as r(file, columns, nr)`);
  return true;
}

const PulledRow = z.object({ columns: z.record(z.string(), z.string()) });
/** Fetched records of a kind, in the order in which they came. */
export const listPulled = async (tx: Read, pullId: string, file: DataFile): Promise<readonly Readonly<Record<string, string>>[]> =>
  (await tx.all(PulledRow, sql`select columns from intake.oneroster_pulled where pull_id = ${pullId} and file = ${file} order by position`)).map(({ columns }) => columns);

/** Whether any record of a kind was fetched. */
export const hasPulled = async (tx: Read, pullId: string, file: DataFile): Promise<boolean> =>
  (await tx.first(z.object({ any: z.boolean() }), sql`select exists (select from intake.oneroster_pulled where pull_id = ${pullId} and file = ${file}) as any`))!.any;

export async function finishPull(tx: Write, id: string, done: { state: 'done' | 'failed'; batchIds: readonly string[]; withdrawn: number; failure: string; troubles?: number }, now: Date): Promise<void> {
  await tx.run(sql`update intake.oneroster_pull set state = ${done.state}, troubles = ${done.troubles ?? 0}, batch_ids = ${[...done.batchIds]}::uuid[], withdrawn = ${done.withdrawn}, failure = ${done.failure}, done_at = ${now} where id = ${id}`);
  await tx.run(sql`delete from intake.oneroster_pulled where pull_id = ${id}`);
}

export const notePullFailure = (tx: Write, id: string, failure: string): Promise<number> => tx.run(sql`update intake.oneroster_pull set failure = ${failure} where id = ${id} and state = 'working'`);
