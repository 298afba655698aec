import { z } from 'zod';
import { isVisibleEntry, joinTold, OUTCOMES, publishedOutcomes } from '#modules/exams/public.js';
import { consentsToExams } from '#modules/marks/public.js';
import { joinCode } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { CHANGE_KINDS } from '../domain/changes.js';

export interface PublishedOf {
  readonly year: number;
  readonly stage: string;
  readonly term: string;
  /** Where one event alone was published. */
  readonly eventId: string | null;
}

const kindOf = sql`case p.outcome when 'result' then 'result.published' when 'exempt' then 'exemption.recorded' else 'replacement.recorded' end`;
const TOLD_OUTCOMES = sql`('result', 'exempt', 'replaced')`;

/** Tells what has just been published, or (`of` null) all that is; what was told already is not told again. @returns how many facts */
export async function tellPublished(tx: Write, of: PublishedOf | null, now: Date): Promise<number> {
  const among = of === null ? sql`true` : of.eventId ? sql`p.event_id = ${of.eventId}` : sql`p.year = ${of.year} and p.stage = ${of.stage} and p.term = ${of.term}`;
  const outcomes = await tx.run(sql`insert into certificates.change (at, kind, entry_id, person_id, result_id)
    select ${now}, ${kindOf}, p.entry_id, p.person_id, p.result_id from ${publishedOutcomes(now)} p
    where ${among} and p.outcome in ${TOLD_OUTCOMES} and not exists (select from certificates.change c where c.entry_id = p.entry_id and c.kind = ${kindOf} and c.only_for is null)`);
  const issued = await tx.run(sql`insert into certificates.change (at, kind, entry_id, person_id, certificate_id)
    select ${now}, 'certificate.issued', c.entry_id, c.person_id, c.id from certificates.certificate c join ${publishedOutcomes(now)} p on p.entry_id = c.entry_id
    where ${among} and p.outcome = 'result' and c.state = 'released' and c.revoked_at is null and ${untold(sql`c.id`)}`);
  return outcomes + issued;
}

const untold = (certificateId: Sql): Sql => sql`not exists (select from certificates.change t where t.certificate_id = ${certificateId} and t.kind = 'certificate.issued' and t.only_for is null)`;

/** Tells what came of one entry anew, where its event is published. */
export const tellEntry = (tx: Write, entryId: string, now: Date): Promise<number> =>
  tx.run(sql`insert into certificates.change (at, kind, entry_id, person_id, result_id)
    select ${now}, case when p.outcome in ('exempt', 'replaced') then ${kindOf} when told.before then 'result.changed' else 'result.published' end, p.entry_id, p.person_id, case when p.outcome = 'result' then p.result_id end
    from ${publishedOutcomes(now)} p cross join lateral (select exists (select from certificates.change c where c.entry_id = p.entry_id and c.only_for is null) as before) told
    where p.entry_id = ${entryId} and (p.outcome in ${TOLD_OUTCOMES} or told.before)`);

/** Tells of certificates that were released after their results had been published. */
export const tellIssued = (tx: Write, ids: readonly string[], now: Date): Promise<number> =>
  tx.run(sql`insert into certificates.change (at, kind, entry_id, person_id, certificate_id)
    select ${now}, 'certificate.issued', c.entry_id, c.person_id, c.id from certificates.certificate c where c.id = any(${[...ids]}::uuid[]) and ${isVisibleEntry(sql`c.entry_id`, now)} and ${untold(sql`c.id`)}`);

/** Tells that certificates no longer hold; of one that nobody was told of there is nothing to say. */
export const tellRevoked = (tx: Write, ids: readonly string[], now: Date): Promise<number> =>
  tx.run(sql`insert into certificates.change (at, kind, entry_id, person_id, certificate_id)
    select ${now}, 'certificate.revoked', c.entry_id, c.person_id, c.id from certificates.certificate c where c.id = any(${[...ids]}::uuid[]) and not ${untold(sql`c.id`)}`);

/** Tells one institution, to which somebody has just agreed, what was published about them before. */
export async function tellConsented(tx: Write, personId: string, institutionId: string, now: Date): Promise<number> {
  const outcomes = await tx.run(sql`insert into certificates.change (at, kind, entry_id, person_id, result_id, only_for)
    select ${now}, ${kindOf}, p.entry_id, p.person_id, p.result_id, ${institutionId}::uuid from ${publishedOutcomes(now)} p where p.person_id = ${personId} and p.outcome in ${TOLD_OUTCOMES}`);
  return outcomes + (await tx.run(sql`insert into certificates.change (at, kind, entry_id, person_id, certificate_id, only_for)
    select ${now}, 'certificate.issued', c.entry_id, c.person_id, c.id, ${institutionId}::uuid from certificates.certificate c
    where c.person_id = ${personId} and c.state = 'released' and c.revoked_at is null and ${isVisibleEntry(sql`c.entry_id`, now)}`));
}

/** Who reads: the education register everything that is published, a university what consents to it cover. */
export interface Reader {
  /** Null is the education register. */
  readonly institutionIds: readonly string[] | null;
  readonly today: IsoDate;
  readonly now: Date;
}

const mayRead = (personId: Sql, { institutionIds, today }: Reader): Sql => (institutionIds === null ? sql`true` : consentsToExams(personId, institutionIds, today));

/** What was published before a consent was given is told anew for it, so that no cursor has passed it. */
const told = ({ institutionIds, today }: Reader): Sql =>
  institutionIds === null
    ? sql`c.only_for is null`
    : sql`(c.only_for is null and ${consentsToExams(sql`c.person_id`, institutionIds, today, sql`c.at`)} or c.only_for = any(${[...institutionIds]}::uuid[]) and ${consentsToExams(sql`c.person_id`, institutionIds, today)})`;

const ChangeRow = z.object({
  id: z.string(), writtenBy: z.string(), at: z.date(), kind: z.enum(CHANGE_KINDS), personId: z.string(), personCode: z.string(), year: z.number(), examCode: z.string(), level: z.string(), term: z.string(), outcome: z.enum(OUTCOMES),
  version: z.number().nullable(), parts: z.array(z.number().nullable()).nullable(), total: z.number().nullable(), holds: z.boolean().nullable(), reachesThreshold: z.boolean().nullable(), replacedBy: z.string().nullable(),
  certificateNumber: z.string().nullable(), certificateVersion: z.number().nullable(), edocSha256: z.string().nullable(), revokedAt: z.date().nullable(),
});
export type ChangeRow = z.infer<typeof ChangeRow>;

/** The next facts for a reader, in an order that later commits cannot change. Who is protected stands in no list. */
export const listChanges = (tx: Read, reader: Reader, after: { readonly writtenBy: string; readonly id: string } | null, limit: number): Promise<ChangeRow[]> =>
  tx.all(
    ChangeRow,
    sql`select c.id, c.written_by::text, c.at, c.kind, c.person_id, k.code as person_code, e.year, e.code as exam_code, e.level, e.term, e.outcome, e.version, e.parts, e.total, case when c.result_id is not null then e.holds end as holds, e.reaches_threshold, case when c.kind = 'replacement.recorded' then e.replaced_by end as replaced_by,
        d.number as certificate_number, d.version as certificate_version, d.edoc_sha256, d.revoked_at
      from certificates.change c ${joinTold('e', sql`c.entry_id`, sql`c.result_id`, reader.now)} ${joinCode('k', sql`c.person_id`, reader.today)} left join certificates.certificate d on d.id = c.certificate_id
      where (c.written_by, c.id) > (${after?.writtenBy ?? '0'}::xid8, ${after?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid) and c.written_by < pg_snapshot_xmin(pg_current_snapshot())
        and ${told(reader)} and k.code is not null
      order by c.written_by, c.id limit ${limit}`,
  );

const CountRow = z.object({ year: z.number(), examCode: z.string(), results: z.number(), exempt: z.number(), replaced: z.number(), certificates: z.number() });

/** How many results, exemptions, replacements and certificates of a year hold for a reader, by exam: what their own copy should hold too. */
export const countForReader = (tx: Read, reader: Reader, year: number): Promise<z.infer<typeof CountRow>[]> =>
  tx.all(
    CountRow,
    sql`select p.year, p.code as exam_code, count(*) filter (where p.outcome = 'result')::int as results, count(*) filter (where p.outcome = 'exempt')::int as exempt, count(*) filter (where p.outcome = 'replaced')::int as replaced, count(d.id)::int as certificates
      from ${publishedOutcomes(reader.now)} p ${joinCode('k', sql`p.person_id`, reader.today)} left join certificates.certificate d on d.entry_id = p.entry_id and d.state = 'released' and d.revoked_at is null and p.outcome = 'result'
      where p.year = ${year} and p.outcome in ${TOLD_OUTCOMES} and ${mayRead(sql`p.person_id`, reader)} and k.code is not null group by p.year, p.code order by p.code`,
  );

/** Notes that a program has read so much. */
export const noteReading = (tx: Write, userId: string, handedOver: number, now: Date): Promise<number> =>
  tx.run(sql`insert into certificates.change_reader as r (user_id, first_read_at, last_read_at, handed_over) values (${userId}, ${now}, ${now}, ${handedOver})
    on conflict (user_id) do update set last_read_at = excluded.last_read_at, handed_over = r.handed_over + excluded.handed_over`);

const ReaderRow = z.object({ userId: z.string(), name: z.string(), institutionId: z.string().nullable(), lastReadAt: z.date(), handedOver: z.number() });
/** The programs that have read, with the institution each belongs to. */
export const listReadings = (tx: Read): Promise<z.infer<typeof ReaderRow>[]> =>
  tx.all(ReaderRow, sql`select r.user_id, u.name, u.institution_id, r.last_read_at, r.handed_over::int as handed_over from certificates.change_reader r join access.app_user u on u.id = r.user_id order by u.name collate platform.latvian, u.id`);
