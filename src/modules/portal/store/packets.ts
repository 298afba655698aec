import { z } from 'zod';
import type { Stage, Term } from '#modules/exams/public.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

/** The term of a session, which is released as one. */
export interface OfTerm {
  readonly year: number;
  readonly stage: Stage;
  readonly term: Term;
}

const Release = z.object({ id: z.string(), year: z.number(), stage: z.enum(['basic', 'secondary']), term: z.enum(['main', 'extra']), sealedKey: z.instanceof(Buffer), openedAt: z.date().nullable() });
export type Release = z.infer<typeof Release>;
const RELEASE = sql`select r.id, r.year, r.stage, r.term, r.sealed_key, r.opened_at from portal.release r`;
const ofTerm = ({ year, stage, term }: OfTerm): Sql => sql`r.year = ${year} and r.stage = ${stage} and r.term = ${term}`;

export const findRelease = (tx: Read, id: string): Promise<Release | undefined> => tx.first(Release, sql`${RELEASE} where r.id = ${id}`);
/** Held so that no packet is being made meanwhile: who opens a release knows of every event that packets tell of. */
export const holdRelease = (tx: Write, id: string): Promise<Release | undefined> => tx.first(Release, sql`${RELEASE} where r.id = ${id} for update`);
/** Held so that nobody opens it before the packet has been noted. */
export const shareRelease = async (tx: Write, of: OfTerm): Promise<Release> => (await tx.first(Release, sql`${RELEASE} where ${ofTerm(of)} for share`))!;
export const findReleaseOf = (tx: Read, of: OfTerm): Promise<Release | undefined> => tx.first(Release, sql`${RELEASE} where ${ofTerm(of)}`);

/** Keeps a new key unless the term has one. */
export const insertRelease = (tx: Write, { year, stage, term }: OfTerm, { sealedKey, commitment }: { readonly sealedKey: Buffer; readonly commitment: Uint8Array }, at: Date): Promise<number> =>
  tx.run(sql`insert into portal.release (year, stage, term, sealed_key, commitment, made_at) values (${year}, ${stage}, ${term}, ${sealedKey}, ${Buffer.from(commitment)}, ${at}) on conflict do nothing`);

export const listReleases = (tx: Read): Promise<Release[]> => tx.all(Release, sql`${RELEASE} order by r.id`);
/** Every request for packets of a release, its key, and what it waited for. */
export async function removeRelease(tx: Write, id: string): Promise<void> {
  await tx.run(sql`delete from portal.packet where release_id = ${id}`);
  await tx.run(sql`delete from portal.release where id = ${id}`);
}

export const markOpened = (tx: Write, id: string, at: Date): Promise<number> => tx.run(sql`update portal.release set opened_at = ${at} where id = ${id} and opened_at is null`);

export const noteEvents = (tx: Write, releaseId: string, eventIds: readonly string[], at: Date): Promise<number> =>
  tx.run(sql`insert into portal.release_event (release_id, event_id, noted_at) select ${releaseId}::uuid, e, ${at}::timestamptz from unnest(${[...eventIds]}::uuid[]) e on conflict do nothing`);

export const eventsOfRelease = async (tx: Read, releaseId: string): Promise<string[]> =>
  (await tx.all(z.object({ eventId: z.string() }), sql`select event_id from portal.release_event where release_id = ${releaseId}`)).map(({ eventId }) => eventId);

const Packet = z.object({ id: z.string(), releaseId: z.string(), personId: z.string(), withCertificates: z.boolean(), askedAt: z.date(), givenAt: z.date().nullable(), contentSha256: z.string().nullable() });
export type Packet = z.infer<typeof Packet>;
const PACKET = sql`select p.id, p.release_id, p.person_id, p.with_certificates, p.asked_at, p.given_at, p.content_sha256 from portal.packet p`;

export const findPacket = (tx: Read, releaseId: string, deviceKey: Uint8Array): Promise<Packet | undefined> => tx.first(Packet, sql`${PACKET} where p.release_id = ${releaseId} and p.device_key = ${Buffer.from(deviceKey)}`);
export const packetsOfPerson = (tx: Read, releaseId: string, personId: string): Promise<Packet[]> => tx.all(Packet, sql`${PACKET} where p.person_id = ${personId} and p.release_id = ${releaseId} order by p.id`);

const Given = z.object({ releaseId: z.string(), year: z.number(), stage: z.enum(['basic', 'secondary']), term: z.enum(['main', 'extra']), device: z.string(), contentSha256: z.string() });
/** A packet that was given to a person, with the hash of its device's key. */
export type Given = z.infer<typeof Given>;

export const givenTo = (tx: Read, personId: string): Promise<Given[]> =>
  tx.all(
    Given,
    sql`select p.release_id, r.year, r.stage, r.term, encode(sha256(p.device_key), 'hex') as device, p.content_sha256
      from portal.packet p join portal.release r on r.id = p.release_id where p.person_id = ${personId} and p.given_at is not null order by p.id`,
  );

export const insertPacket = (tx: Write, { releaseId, personId, deviceKey, withCertificates }: Pick<Packet, 'releaseId' | 'personId' | 'withCertificates'> & { readonly deviceKey: Uint8Array }, at: Date): Promise<number> =>
  tx.run(sql`insert into portal.packet (release_id, person_id, device_key, with_certificates, asked_at) values (${releaseId}, ${personId}, ${Buffer.from(deviceKey)}, ${withCertificates}, ${at}) on conflict do nothing`);
export const markGiven = (tx: Write, id: string, contentSha256: string, at: Date): Promise<number> => tx.run(sql`update portal.packet set given_at = ${at}, content_sha256 = ${contentSha256} where id = ${id}`);

const Count = z.object({ id: z.string(), year: z.number(), stage: z.enum(['basic', 'secondary']), term: z.enum(['main', 'extra']), openedAt: z.date().nullable(), asked: z.number(), given: z.number() });
/** How many pupils of a release asked for a packet, and how many were given one; pupils are counted, not devices. */
export type ReleaseCount = z.infer<typeof Count>;

export const countReleases = (tx: Read): Promise<ReleaseCount[]> =>
  tx.all(
    Count,
    sql`select r.id, r.year, r.stage, r.term, r.opened_at, count(distinct p.person_id)::int as asked, (count(distinct p.person_id) filter (where p.given_at is not null))::int as given
      from portal.release r left join portal.packet p on p.release_id = r.id group by r.id order by r.year desc, r.stage, r.term desc limit 12`,
  );

export const countPackets = async (tx: Read, releaseId: string): Promise<number> => (await tx.first(z.object({ n: z.number() }), sql`select count(*)::int as n from portal.packet p where p.release_id = ${releaseId}`))!.n;

export const askersOf = async (tx: Read, releaseId: string): Promise<string[]> =>
  (await tx.all(z.object({ personId: z.string() }), sql`select distinct p.person_id from portal.packet p where p.release_id = ${releaseId}`)).map(({ personId }) => personId);
