import { z } from 'zod';
import type { Text } from '#kernel/text.js';
import { sql } from '../db/sql.js';
import type { Read, Write } from '../db/transaction.js';
import type { AboutLine } from '../spreadsheets/spreadsheet.js';

/** One attempt at making a file. Only the run named in the request may write; an overtaken one finds itself shut out. */
export interface Run {
  readonly requestId: string;
  readonly runId: string;
}

/** Takes a request over from any earlier run and throws away what that one wrote. Tells whether there was work to take. */
export async function takeOver(tx: Write, { requestId, runId }: Run, silentSince: Date, now: Date): Promise<boolean> {
  const taken = await tx.run(sql`
    update platform.report_request
    set state = 'running', run_id = ${runId}, attempts = attempts + 1, heartbeat_at = ${now}, data_moment = ${now}, done_rows = 0, total_rows = null
    where id = ${requestId} and (state = 'waiting' or (state = 'running' and heartbeat_at < ${silentSince}))`);
  if (taken) await tx.run(sql`delete from platform.report_chunk where request_id = ${requestId}`);
  return taken > 0;
}

export class Overtaken extends Error {}

/** Says that the run goes on, and how far it is. @throws Overtaken when another run has the request now. */
export async function noteProgress(tx: Write, run: Run, progress: { done: number; total: number | null }, now: Date): Promise<void> {
  await own(tx, run, sql`heartbeat_at = ${now}, done_rows = ${progress.done}, total_rows = ${progress.total}`);
}

/** Keeps what the file says about itself beside the request; a CSV has no other place for it. */
export const noteAbout = (tx: Write, run: Run, about: readonly AboutLine[]): Promise<void> => own(tx, run, sql`about = ${JSON.stringify(about)}::jsonb`);

/** Adds the next piece of the file, in the order of `seq` from 0. */
export const addChunk = (tx: Write, { requestId, runId }: Run, seq: number, content: Buffer): Promise<void> =>
  tx.insert('platform.report_chunk', { requestId, runId, seq, content });

export interface FinishedFile {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly expiresAt: Date;
}

/** From here on the file is offered. */
export const finishRun = (tx: Write, run: Run, file: FinishedFile, now: Date): Promise<void> =>
  own(
    tx,
    run,
    sql`state = 'done', finished_at = ${now}, done_rows = ${file.rows}, total_rows = ${file.rows}, size_bytes = ${file.bytes},
      sha256 = ${file.sha256}, expires_at = ${file.expiresAt}`,
  );

/** Ends a request without a file, or (`reason` null) puts it back for another attempt. */
export async function giveUpRun(tx: Write, run: Run, reason: Text | null, now: Date): Promise<void> {
  await own(
    tx,
    run,
    reason
      ? sql`state = 'failed', finished_at = ${now}, failure_lv = ${reason.lv}, failure_en = ${reason.en}`
      : sql`state = 'waiting', heartbeat_at = ${now}`,
  );
  await tx.run(sql`delete from platform.report_chunk where request_id = ${run.requestId}`);
}

async function own(tx: Write, { requestId, runId }: Run, set: ReturnType<typeof sql>) {
  const touched = await tx.run(sql`update platform.report_request set ${set} where id = ${requestId} and run_id = ${runId} and state = 'running'`);
  if (touched === 0) throw new Overtaken('another run has taken this report over');
}

/**
 * A finished file, one piece at a time, so that memory does not grow with its size; for a download that goes on only its bytes
 * from `start` up to and with `end`, without reading the pieces before.
 */
export async function* readFile(tx: Read, { requestId, runId }: Run, { start, end } = { start: 0, end: Infinity }): AsyncGenerator<Buffer> {
  const pieces = await tx.all(
    z.object({ seq: z.number(), bytes: z.number() }),
    sql`select seq, octet_length(content) as bytes from platform.report_chunk where request_id = ${requestId} and run_id = ${runId} order by seq`,
  );
  let at = 0;
  for (const { seq, bytes } of pieces) {
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at + 1, bytes)];
    at += bytes;
    if (from >= to) continue;
    const part = await tx.first(
      z.object({ content: z.instanceof(Buffer) }),
      sql`select substring(content from ${from + 1} for ${to - from}) as content from platform.report_chunk where request_id = ${requestId} and run_id = ${runId} and seq = ${seq}`,
    );
    if (!part) return;
    yield part.content;
  }
}

/** Throws away the files whose time is over and tells how many there were. */
export async function expireFiles(tx: Write, now: Date): Promise<number> {
  await tx.run(sql`delete from platform.report_chunk c using platform.report_request r where r.id = c.request_id and r.state = 'done' and r.expires_at <= ${now}`);
  return tx.run(sql`update platform.report_request set state = 'expired' where state = 'done' and expires_at <= ${now}`);
}
