import { z } from 'zod';
import { ofScope } from '#modules/education/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import type { Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { type Outlook, PACKAGE_STATES, type PackageState } from '../../domain/oneroster/outlook.js';
import type { PackageReport } from '../../domain/oneroster/package-report.js';
import { nameOfUser } from '../rows.js';

const PackageRow = z.object({
  id: z.string(), institutionId: z.string(), regNr: z.string(), school: z.string(), journalId: z.string().nullable(), journal: z.string().nullable(), program: z.string(), name: z.string(), size: z.number(), state: z.enum(PACKAGE_STATES),
  sendsItself: z.boolean(), report: z.unknown().transform((report) => report as PackageReport | null), outlook: z.unknown().transform((outlook) => outlook as Outlook | null), batchIds: z.array(z.string()), withdrawn: z.number(), failure: z.string(), failureEn: z.string(),
  receivedAt: z.date(), receivedBy: z.string(), receiver: z.string(), releasedBy: z.string().nullable(), checkedAt: z.date().nullable(), sentAt: z.date().nullable(),
});
export type PackageRow = z.infer<typeof PackageRow>;

const select = (where: Sql): Sql => sql`select p.id, p.institution_id, i.reg_nr, i.name as school, p.journal_id, j.name as journal, p.program, p.name, p.size, p.state, p.sends_itself, p.report, p.outlook, p.batch_ids, p.withdrawn, p.failure, p.failure_en,
    p.received_at, p.received_by, ${nameOfUser(sql`p.received_by`)} as receiver, p.released_by, p.checked_at, p.sent_at
  from intake.oneroster_package p join institutions.institution i on i.id = p.institution_id left join intake.journal j on j.id = p.journal_id where ${where}`;

export const insertPackage = async (
  tx: Write, of: { readonly institutionId: string; readonly journalId: string | null; readonly program: string; readonly name: string; readonly content: Buffer; readonly sendsItself: boolean }, by: string, now: Date,
): Promise<string> =>
  (await tx.first(
    z.object({ id: z.string() }),
    sql`insert into intake.oneroster_package (institution_id, journal_id, program, name, size, content, state, sends_itself, received_at, received_by)
      values (${of.institutionId}, ${of.journalId}, ${of.program}, ${of.name}, ${of.content.length}, ${of.content}, 'received', ${of.sendsItself}, ${now}, ${by}) returning id`,
  ))!.id;

/** A package within a scope. */
export const findPackage = (tx: Read, id: string, scope: Scope): Promise<PackageRow | undefined> => tx.first(PackageRow, select(sql`p.id = ${id} and ${ofScope(sql`p.institution_id`, scope)}`));

/** The same, locked until the transaction ends. */
export const lockPackage = (tx: Write, id: string, scope: Scope): Promise<PackageRow | undefined> =>
  tx.first(PackageRow, sql`${select(sql`p.id = ${id} and ${ofScope(sql`p.institution_id`, scope)}`)} for update of p`);

/** The archive; it is there until the package is sent, refused or dropped, or has waited too long for a decision. */
export const getContent = async (tx: Read, id: string): Promise<Buffer> =>
  (await tx.first(z.object({ content: z.instanceof(Buffer) }), sql`select content from intake.oneroster_package where id = ${id} and content is not null`))!.content;

/** Packages of a scope, the latest first; `before` is the id last shown. */
export const listPackages = (tx: Read, scope: Scope, before: string | null, limit: number): Promise<PackageRow[]> =>
  tx.all(PackageRow, sql`${select(sql`${ofScope(sql`p.institution_id`, scope)} ${before ? sql`and p.id < ${before}::uuid` : sql``}`)} order by p.id desc limit ${limit}`);

/** The archive holds names and codes of a whole school: it stays no longer than it is needed. */
const contentIn = (state: PackageState): Sql => (state === 'refused' || state === 'sent' || state === 'dropped' || state === 'expired' ? sql`null` : sql`content`);

export const setChecked = (tx: Write, id: string, checked: { readonly state: PackageState; readonly report: PackageReport | null; readonly outlook: Outlook | null; readonly failure: Text | null }, now: Date): Promise<number> =>
  tx.run(sql`update intake.oneroster_package set state = ${checked.state}, content = ${contentIn(checked.state)}, report = ${checked.report && JSON.stringify(checked.report)}::jsonb, outlook = ${checked.outlook && JSON.stringify(checked.outlook)}::jsonb,
    failure = ${checked.failure?.lv ?? ''}, failure_en = ${checked.failure?.en ?? ''}, checked_at = ${now} where id = ${id}`);

/** Lets a package that was checked be sent: from here on it is whoever said so that sends it. */
export const setReleased = (tx: Write, id: string, by: string): Promise<number> => tx.run(sql`update intake.oneroster_package set state = 'sending', released_by = ${by} where id = ${id}`);

export const setDropped = (tx: Write, id: string): Promise<number> => tx.run(sql`update intake.oneroster_package set state = 'dropped', content = null where id = ${id}`);

/** Ends what has waited for a decision since a day or longer; answers which. */
export const expireReady = async (tx: Write, checkedBy: IsoDate): Promise<string[]> =>
  (await tx.all(
    z.object({ id: z.string() }),
    sql`update intake.oneroster_package set state = 'expired', content = null where state = 'ready' and (checked_at at time zone 'Europe/Riga')::date <= ${checkedBy}::date returning id`,
  )).map(({ id }) => id);

export const setSent = (tx: Write, id: string, sent: { readonly batchIds: readonly string[]; readonly withdrawn: number }, by: string, now: Date): Promise<number> =>
  tx.run(sql`update intake.oneroster_package set state = 'sent', content = null, batch_ids = ${[...sent.batchIds]}::uuid[], withdrawn = ${sent.withdrawn}, sent_at = ${now}, sent_by = ${by} where id = ${id}`);

const CountsRow = z.object({ id: z.string(), state: z.string(), rowCount: z.number(), taken: z.number(), corrected: z.number(), unchanged: z.number(), refused: z.number(), waiting: z.number() });
export type BatchCounts = z.infer<typeof CountsRow>;

/** What came of the rows of batches. */
export const listBatchCounts = (tx: Read, ids: readonly string[]): Promise<BatchCounts[]> =>
  tx.all(CountsRow, sql`select id, state, row_count, taken, corrected, unchanged, refused, waiting from intake.batch where id = any(${[...ids]}::uuid[])`);
