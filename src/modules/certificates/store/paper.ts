import { z } from 'zod';
import { joinEntry } from '#modules/exams/public.js';
import { joinName } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { DELIVERIES, type Delivery, PAPER_REASONS, PAPER_STATES, type PaperReason, type PaperState } from '../domain/paper.js';
import { Day, IdRow, Page } from './rows.js';

const ofRequest = {
  id: z.string(), certificateId: z.string(), personId: z.string(), number: z.string(), version: z.number(), reason: z.enum(PAPER_REASONS), explanation: z.string(), delivery: z.enum(DELIVERIES), address: z.string(), feeCents: z.number(), state: z.enum(PAPER_STATES), dueOn: Day,
  askedAt: z.date(), lastRemark: z.string(), askedByPerson: z.string(), paidOn: Day.nullable(), paidDocument: z.string(), collectPlace: z.string(),
};
const PaperRequest = z.object(ofRequest);
/** A request for a certificate on paper, with what was said at its last step. */
export type PaperRequestRow = z.infer<typeof PaperRequest>;

const COLUMNS = sql`r.id, r.certificate_id, c.person_id, c.number, c.version, r.reason, r.explanation, r.delivery, r.address, r.fee_cents, r.state, r.due_on, r.asked_at, r.asked_by_person, r.paid_on, r.paid_document, r.collect_place,
    coalesce((select s.remark from certificates.paper_step s where s.request_id = r.id order by s.id desc limit 1), '') as last_remark`;
const FROM = sql`from certificates.paper_request r join certificates.certificate c on c.id = r.certificate_id`;

export const listRequestsOf = (tx: Read, personId: string): Promise<PaperRequestRow[]> => tx.all(PaperRequest, sql`select ${COLUMNS} ${FROM} where c.person_id = ${personId} order by r.id desc limit 100`);

const NamedRequest = z.object({ ...ofRequest, given: z.string().nullable(), family: z.string().nullable(), code: z.string(), locativeLv: z.string(), nameEn: z.string(), edocSha256: z.string() });
export type NamedRequest = z.infer<typeof NamedRequest>;
const named = (today: IsoDate, when: Sql): Sql => sql`select ${COLUMNS}, n.given, n.family, e.code, e.locative_lv, e.name_en, c.edoc_sha256 ${FROM} ${joinEntry('e', sql`c.entry_id`)} ${joinName('n', sql`c.person_id`, today)} where ${when}`;

/** Requests in some states, those due first. */
export const listRequests = (tx: Read, states: readonly PaperState[], today: IsoDate, after: string | null, limit: number): Promise<NamedRequest[]> =>
  tx.all(NamedRequest, sql`${named(today, sql`r.state = any(${[...states]}::text[]) and ${after ? sql`r.id > ${after}::uuid` : sql`true`}`)} order by r.id limit ${limit}`);

export const findRequest = (tx: Read, id: string, today: IsoDate): Promise<NamedRequest | undefined> => tx.first(NamedRequest, named(today, sql`r.id = ${id}`));

const Original = z.object({ number: z.string(), version: z.number(), page: Page, total: z.number(), issuedOn: Day, draftedAt: z.date(), edocSha256: z.string(), isRevoked: z.boolean() });

/** The words of the sealed certificate that a request is for. */
export const findOriginal = (tx: Read, certificateId: string): Promise<z.infer<typeof Original> | undefined> =>
  tx.first(Original, sql`select c.number, c.version, c.page, c.total, c.issued_on, c.drafted_at, c.edoc_sha256, c.revoked_at is not null as is_revoked from certificates.certificate c where c.id = ${certificateId} and c.state = 'released'`);

const RevokedPage = Original.pick({ number: true, version: true, page: true, total: true, issuedOn: true }).extend({ pdfSha256: z.string() });

/** What is known of revoked certificates by their files and printed copies. */
export const listRevokedPages = (tx: Read, ids: readonly string[]): Promise<z.infer<typeof RevokedPage>[]> =>
  tx.all(RevokedPage, sql`select c.number, c.version, c.page, c.total, c.issued_on, c.pdf_sha256 from certificates.certificate c where c.id = any(${[...ids]}::uuid[]) and c.revoked_at is not null`);

export const countOpenRequests = async (tx: Read): Promise<number> => (await tx.first(z.object({ n: z.number() }), sql`select count(*)::int as n from certificates.paper_request r where r.state in ('submitted', 'accepted', 'printed')`))!.n;

export interface NewRequest {
  readonly certificateId: string;
  readonly askedByPerson: string;
  readonly reason: PaperReason;
  readonly explanation: string;
  readonly delivery: Delivery;
  readonly address: string;
  readonly feeCents: number;
  readonly dueOn: IsoDate;
}

export async function insertRequest(tx: Write, request: NewRequest, by: string, now: Date): Promise<string> {
  const { certificateId, askedByPerson, reason, explanation, delivery, address, feeCents, dueOn } = request;
  const { id } = (await tx.first(
    IdRow,
    sql`insert into certificates.paper_request (certificate_id, asked_by_person, reason, explanation, delivery, address, fee_cents, state, due_on, asked_at, changed_at)
      values (${certificateId}, ${askedByPerson}, ${reason}, ${explanation}, ${delivery}, ${address}, ${feeCents}, 'submitted', ${dueOn}, ${now}, ${now}) returning id`,
  ))!;
  await tx.insert('certificates.paper_step', { requestId: id, state: 'submitted', at: now, by });
  return id;
}

/** Notes that the fee has come. @returns false where it had, or the request is not accepted */
export const notePaid = async (tx: Write, id: string, paidOn: IsoDate, document: string, now: Date): Promise<boolean> =>
  (await tx.run(sql`update certificates.paper_request set paid_on = ${paidOn}, paid_document = ${document}, changed_at = ${now} where id = ${id} and state = 'accepted' and paid_on is null`)) > 0;

export const noteCollectPlace = (tx: Write, id: string, collectPlace: string): Promise<number> => tx.run(sql`update certificates.paper_request set collect_place = ${collectPlace} where id = ${id}`);

/** Where copies were last said to be collected; empty at first. */
export const findCollectPlace = async (tx: Read): Promise<string> =>
  (await tx.first(z.object({ collectPlace: z.string() }), sql`select r.collect_place from certificates.paper_request r where r.collect_place <> '' order by r.changed_at desc, r.id desc limit 1`))?.collectPlace ?? '';

/** Brings a request one step on. @returns false where it is in another state by now */
export async function stepRequest(tx: Write, { id, from, to, remark, by }: { readonly id: string; readonly from: PaperState; readonly to: PaperState; readonly remark: string; readonly by: string }, now: Date): Promise<boolean> {
  const moved = await tx.run(sql`update certificates.paper_request set state = ${to}, changed_at = ${now} where id = ${id} and state = ${from}`);
  if (moved > 0) await tx.insert('certificates.paper_step', { requestId: id, state: to, remark, at: now, by });
  return moved > 0;
}
