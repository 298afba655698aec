import { z } from 'zod';
import { every, sql } from '../db/sql.js';
import type { Read, Write } from '../db/transaction.js';
import type { Lang, Text } from '#kernel/text.js';
import type { Actor, Scope } from '../actions/actor.js';
import type { SpreadsheetFormat } from '../spreadsheets/spreadsheet.js';

const REPORT_STATES = ['waiting', 'running', 'done', 'failed', 'expired'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

const StoredScope = z.object({ everywhere: z.boolean(), unitIds: z.array(z.number()), institutionIds: z.array(z.string()) });
export type StoredScope = z.infer<typeof StoredScope>;

export const ReportRequest = z.object({
  id: z.string(),
  kind: z.string(),
  input: z.unknown(),
  format: z.enum(['xlsx', 'csv']),
  lang: z.enum(['lv', 'en']),
  askedBy: z.string(),
  askedByName: z.string(),
  askedAt: z.date(),
  scope: StoredScope,
  moreScope: StoredScope.nullable(),
  state: z.enum(REPORT_STATES),
  attempts: z.number(),
  runId: z.string().nullable(),
  heartbeatAt: z.date().nullable(),
  dataMoment: z.date().nullable(),
  doneRows: z.number(),
  totalRows: z.number().nullable(),
  finishedAt: z.date().nullable(),
  about: z.array(z.object({ label: z.string(), value: z.string() })),
  sizeBytes: z.number().nullable(),
  expiresAt: z.date().nullable(),
  failureLv: z.string().nullable(),
  failureEn: z.string().nullable(),
});
export type ReportRequest = z.infer<typeof ReportRequest>;

const columns = sql`id, kind, input, format, lang, asked_by, asked_by_name, asked_at, scope, more_scope, state, attempts, run_id, heartbeat_at,
  data_moment, about, done_rows, total_rows, finished_at, size_bytes, expires_at, failure_lv, failure_en`;

export interface AskedReport {
  readonly kind: string;
  /** As it came from the form, already found valid; parsed again when the report is made. */
  readonly input: unknown;
  readonly format: SpreadsheetFormat;
  readonly lang: Lang;
}

export async function insertRequest(tx: Write, asked: AskedReport, asker: Actor, scope: Scope, more: Scope | null, now: Date): Promise<string> {
  const stored = ({ everywhere, unitIds, institutionIds }: Scope) => JSON.stringify({ everywhere, unitIds, institutionIds });
  const written = await tx.first(
    z.object({ id: z.string() }),
    sql`insert into platform.report_request (kind, input, format, lang, asked_by, asked_by_name, asked_at, scope, more_scope)
      values (${asked.kind}, ${JSON.stringify(asked.input)}::jsonb, ${asked.format}, ${asked.lang}, ${asker.id}, ${asker.name}, ${now},
        ${stored(scope)}::jsonb, ${more && stored(more)}::jsonb) returning id`,
  );
  return written!.id;
}

export const findRequest = (tx: Read, id: string): Promise<ReportRequest | undefined> =>
  tx.first(ReportRequest, sql`select ${columns} from platform.report_request where id = ${id}`);

/** What one user asked for, newest first; `before` is the id of the last one already shown. */
export const listRequestsOf = (tx: Read, askedBy: string, before: string | null, limit: number): Promise<ReportRequest[]> =>
  tx.all(
    ReportRequest,
    sql`select ${columns} from platform.report_request
      where ${every([sql`asked_by = ${askedBy}`, ...(before ? [sql`id < ${before}`] : [])])} order by id desc limit ${limit}`,
  );

/** Puts back what nobody works on any more because its run was killed, and names it; what was killed too often ends with `reason`. */
export async function putBackAbandoned(tx: Write, silentSince: Date, mostAttempts: number, reason: Text): Promise<{ id: string }[]> {
  const abandoned = sql`state = 'running' and heartbeat_at < ${silentSince}`;
  await tx.run(sql`update platform.report_request set state = 'failed', failure_lv = ${reason.lv}, failure_en = ${reason.en} where ${abandoned} and attempts >= ${mostAttempts}`);
  return tx.all(z.object({ id: z.string() }), sql`update platform.report_request set state = 'waiting' where ${abandoned} returning id`);
}

/** Puts back one whose run is known to be dead; what was killed too often is left to `putBackAbandoned`, which ends it. */
export async function putBackCutOff(tx: Write, id: string, mostAttempts: number): Promise<void> {
  await tx.run(sql`update platform.report_request set state = 'waiting' where id = ${id} and state = 'running' and attempts < ${mostAttempts}`);
}
