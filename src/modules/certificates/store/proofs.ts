import { z } from 'zod';
import type { HashBits } from '../domain/renewals.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { Count } from './rows.js';

const Bits = z.union([z.literal(256), z.literal(384), z.literal(512)]);
const Bytes = z.instanceof(Buffer);

const Unproven = z.object({ id: z.string(), token: Bytes, fileId: z.string(), sha256: z.string(), size: z.number() });
/** A released certificate of which it is not yet worked out until when its proof can be believed. */
export type UnprovenRow = z.infer<typeof Unproven>;

export const listUnproven = (tx: Read, limit: number): Promise<UnprovenRow[]> =>
  tx.all(
    Unproven,
    sql`select c.id, c.token, c.file_id, c.edoc_sha256 as sha256, c.edoc_size as size from certificates.certificate c
      where c.state = 'released' and not exists (select from certificates.proof p where p.certificate_id = c.id) order by c.id limit ${limit}`,
  );

export interface NewProof extends Omit<UnprovenRow, 'token'> {
  readonly goodUntil: Date;
  readonly hashBits: HashBits;
  readonly fault: { readonly lv: string; readonly en: string };
}

export const insertProofs = (tx: Write, proofs: readonly NewProof[]): Promise<number> =>
  tx.run(sql`insert into certificates.proof (certificate_id, file_id, sha256, size, good_until, hash_bits, fault_lv, fault_en)
    select d."id", d."fileId", d."sha256", d."size", d."goodUntil", d."hashBits", d."lv", d."en" from jsonb_to_recordset(${JSON.stringify(proofs.map(({ fault, ...proof }) => ({ ...proof, ...fault })))}::jsonb)
      as d("id" uuid, "fileId" uuid, "sha256" text, "size" int, "goodUntil" timestamptz, "hashBits" smallint, "lv" text, "en" text) on conflict do nothing`);

/** What a renewal is about: proofs that end before an instant, or rest on a weaker hash. */
export interface DueFor {
  readonly endsBefore: Date;
  readonly hashBits: HashBits;
}
const isDue = ({ endsBefore, hashBits }: DueFor): Sql => sql`p.fault_lv = '' and (p.good_until < ${endsBefore} or p.hash_bits < ${hashBits})`;

export const countDue = async (tx: Read, due: DueFor): Promise<number> => (await tx.first(Count, sql`select count(*)::int as n from certificates.proof p where ${isDue(due)}`))!.n;

const ToRenew = z.object({ certificateId: z.string(), number: z.string(), version: z.number(), personId: z.string(), fileId: z.string(), sha256: z.string(), stamps: z.number(), goodUntil: z.date(), hashBits: Bits });
/** A certificate whose proof is due, with the file that is to get another stamp. */
export type ToRenewRow = z.infer<typeof ToRenew>;

/** The next that a stamp lasting until then helps, those that end first before others; each once in a renewal. */
export const takeDue = (tx: Read, renewalId: string, due: DueFor, stampLasts: Date, limit: number): Promise<ToRenewRow[]> =>
  tx.all(
    ToRenew,
    sql`select p.certificate_id, c.number, c.version, c.person_id, p.file_id, p.sha256, p.stamps, p.good_until, p.hash_bits from certificates.proof p join certificates.certificate c on c.id = p.certificate_id
      where ${isDue(due)} and (p.good_until < ${stampLasts} or p.hash_bits < ${due.hashBits}) and not exists (select from certificates.archive_stamp a where a.certificate_id = p.certificate_id and a.renewal_id = ${renewalId})
      order by p.good_until, p.certificate_id limit ${limit}`,
  );

export interface NewArchiveStamp {
  readonly certificateId: string;
  readonly place: number;
  readonly renewalId: string;
  readonly fileId: string;
  readonly sha256: string;
  readonly size: number;
  readonly stampedAt: Date;
  readonly goodUntil: Date;
  readonly hashBits: HashBits;
}

/** Keeps stamps with their files, which are given from now on; the earlier files stay. */
export async function keepArchiveStamps(tx: Write, stamps: readonly NewArchiveStamp[]): Promise<void> {
  if (stamps.length === 0) return;
  await tx.insert('certificates.archive_stamp', stamps.map((one) => ({ ...one })));
  await tx.run(sql`update certificates.proof p set file_id = a.file_id, sha256 = a.sha256, size = a.size, stamps = a.place, good_until = a.good_until, hash_bits = a.hash_bits
    from certificates.archive_stamp a where a.certificate_id = p.certificate_id and a.place = p.stamps + 1 and p.certificate_id = any(${stamps.map(({ certificateId }) => certificateId)}::uuid[])`);
}

/** Sets aside what cannot be renewed, with why; it holds up nothing else. */
export const noteFault = (tx: Write, certificateId: string, fault: { readonly lv: string; readonly en: string }): Promise<number> =>
  tx.run(sql`update certificates.proof set fault_lv = ${fault.lv}, fault_en = ${fault.en} where certificate_id = ${certificateId}`);

const Ending = z.object({ year: z.number(), proofs: z.number(), archived: z.number(), first: z.date() });
/** Proofs by the year in which they end. */
export type EndingRow = z.infer<typeof Ending>;

export const countEndings = (tx: Read): Promise<EndingRow[]> =>
  tx.all(
    Ending,
    sql`select extract(year from p.good_until at time zone 'Europe/Riga')::int as year, count(*)::int as proofs, count(*) filter (where p.stamps > 0)::int as archived, min(p.good_until) as first
      from certificates.proof p where p.fault_lv = '' group by 1 order by 1`,
  );

/** When the proof ends that ends first. */
export const findFirstEnd = async (tx: Read): Promise<Date | null> => (await tx.first(z.object({ first: z.date().nullable() }), sql`select min(p.good_until) as first from certificates.proof p where p.fault_lv = ''`))!.first;

export const countFaults = async (tx: Read): Promise<number> => (await tx.first(Count, sql`select count(*)::int as n from certificates.proof p where p.fault_lv <> ''`))!.n;

const Faulty = z.object({ id: z.string(), number: z.string(), version: z.number(), personId: z.string(), faultLv: z.string(), faultEn: z.string() });
export type FaultyRow = z.infer<typeof Faulty>;

export const listFaulty = (tx: Read, after: string | null, limit: number): Promise<FaultyRow[]> =>
  tx.all(
    Faulty,
    sql`select c.id, c.number, c.version, c.person_id, p.fault_lv, p.fault_en from certificates.proof p join certificates.certificate c on c.id = p.certificate_id
      where p.fault_lv <> '' and ${after ? sql`c.id > ${after}::uuid` : sql`true`} order by c.id limit ${limit}`,
  );

const Stamp = z.object({ place: z.number(), stampedAt: z.date(), goodUntil: z.date(), hashBits: Bits, sha256: z.string(), size: z.number() });
/** One archive time stamp of a certificate. */
export type ArchiveStampRow = z.infer<typeof Stamp>;

export const listArchiveStamps = (tx: Read, certificateId: string): Promise<ArchiveStampRow[]> =>
  tx.all(Stamp, sql`select a.place, a.stamped_at, a.good_until, a.hash_bits, a.sha256, a.size from certificates.archive_stamp a where a.certificate_id = ${certificateId} order by a.place`);
