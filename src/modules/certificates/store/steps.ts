import { z } from 'zod';
import { sharing } from '#platform/db/sharing.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { IdRow, Page, State } from './rows.js';
import { type Run, ShutOut } from './runs.js';

const Bytes = z.instanceof(Buffer);
const OnItsWay = z.object({
  id: z.string(), number: z.string(), version: z.number(), personId: z.string(), state: State, page: Page, draftedAt: z.date(), pdfSha256: z.string().nullable(), signingTime: z.date().nullable(), sealSha256: z.string().nullable(), signature: Bytes.nullable(),
  token: Bytes.nullable(), stampedAt: z.date().nullable(), fileId: z.string().nullable(), edocSha256: z.string().nullable(),
  /** The name under which a service that seals whole files knows it. */
  begunAs: z.string().nullable(),
});
/** A certificate that is not released yet, with what its steps have made so far. */
export type OnItsWay = z.infer<typeof OnItsWay>;

/** The next certificates of a sealing but for those in hand: those furthest first, so that what was begun is finished. Drafts that wait for a person are left out. */
export const takeBatch = (tx: Read, sealingId: string, limit: number, inHand: readonly string[]): Promise<OnItsWay[]> =>
  tx.all(
    OnItsWay,
    sql`select c.id, c.number, c.version, c.person_id, c.state, c.page, c.drafted_at, c.pdf_sha256, c.signing_time, c.seal_sha256, c.signature, c.token, c.stamped_at, c.file_id, c.edoc_sha256, c.begun_as
      from certificates.certificate c where c.sealing_id = ${sealingId} and c.state <> 'released' and c.unfit_lv = '' and c.id <> all(${[...inHand]}::uuid[]) order by c.state = 'drafted', c.id limit ${limit}`,
  );

/** Back to the draft: what was made of it no longer fits (another program made the page, another seal signed). */
export const backToDraft = (tx: Write, ids: readonly string[], now: Date): Promise<number> =>
  tx.run(sql`update certificates.certificate set state = 'drafted', state_at = ${now}, begun_as = null, pdf_sha256 = null, signing_time = null, seal_sha256 = null, signature = null, token = null, stamped_at = null, file_id = null, edoc_sha256 = null, edoc_size = null
    where id = any(${[...ids]}::uuid[]) and state not in ('drafted', 'released')`);

/** Back to the signature: the time stamp is too old for an answer about the seal to stand beside it. */
export const backToSignature = (tx: Write, ids: readonly string[], now: Date): Promise<number> =>
  tx.run(sql`update certificates.certificate set state = 'signed', state_at = ${now}, token = null, stamped_at = null where id = any(${[...ids]}::uuid[]) and state = 'stamped'`);

export const keepRendered = (tx: Write, rows: readonly { readonly id: string; readonly sha256: string }[], now: Date): Promise<number> =>
  tx.run(sql`update certificates.certificate c set state = 'rendered', state_at = ${now}, pdf_sha256 = n.sha256
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ sha256 }) => sha256)}::text[]) as n (id, sha256) where c.id = n.id and c.state = 'drafted'`);

export const keepSigned = (tx: Write, rows: readonly { readonly id: string; readonly value: Buffer }[], by: { readonly signingTime: Date; readonly sealSha256: string }, now: Date): Promise<number> =>
  tx.run(sql`update certificates.certificate c set state = 'signed', state_at = ${now}, begun_as = null, signing_time = ${by.signingTime}, seal_sha256 = ${by.sealSha256}, signature = n.value
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ value }) => value)}::bytea[]) as n (id, value) where c.id = n.id and c.state = 'rendered'`);

/** What a time stamp adds to a certificate, and whose run has it stamped. */
export type StampRow = Run & { readonly id: string; readonly token: Buffer; readonly stampedAt: Date; readonly at: Date };

/** Kept as soon as it is there, in one statement with those that come at the same moment. @throws ShutOut */
export async function keepStamped(tx: Write, row: StampRow): Promise<void> {
  if (!(await keepStamps(tx, row))) throw new ShutOut('another run has this sealing now, or it was paused');
}

const keepStamps = sharing(async (tx: Write, rows: readonly StampRow[]) => {
  const kept = await tx.all(
    IdRow,
    sql`update certificates.certificate c set state = 'stamped', state_at = n.at, token = n.token, stamped_at = n.stamped_at
      from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ token }) => token)}::bytea[], ${rows.map(({ stampedAt }) => stampedAt)}::timestamptz[], ${rows.map(({ at }) => at)}::timestamptz[], ${rows.map(({ sealingId }) => sealingId)}::uuid[], ${rows.map(({ runId }) => runId)}::uuid[])
        as n (id, token, stamped_at, at, sealing_id, run_id)
      join certificates.sealing s on s.id = n.sealing_id and s.run_id = n.run_id and s.state in ('drafting', 'sealing') where c.id = n.id and c.state = 'signed' returning c.id`,
  );
  const ids = new Set(kept.map(({ id }) => id));
  return rows.map(({ id }) => ids.has(id));
});

/** Where a service that seals whole files knows them; null where it is to begin anew. */
export const keepBegun = (tx: Write, rows: readonly { readonly id: string; readonly name: string | null }[], now: Date): Promise<number> =>
  tx.run(sql`update certificates.certificate c set begun_as = n.name, state_at = ${now} from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ name }) => name)}::text[]) as n (id, name) where c.id = n.id and c.state = 'rendered'`);

/** What a service sealed: its signature and its time stamp, a step each as the table asks. */
export async function keepSealed(tx: Write, rows: readonly { readonly id: string; readonly signingTime: Date; readonly value: Buffer; readonly token: Buffer; readonly stampedAt: Date }[], sealSha256: string, now: Date): Promise<void> {
  const ids = sql`${rows.map(({ id }) => id)}::uuid[]`;
  await tx.run(sql`update certificates.certificate c set state = 'signed', state_at = ${now}, begun_as = null, signing_time = n.at, seal_sha256 = ${sealSha256}, signature = n.value
    from unnest(${ids}, ${rows.map(({ signingTime }) => signingTime)}::timestamptz[], ${rows.map(({ value }) => value)}::bytea[]) as n (id, at, value) where c.id = n.id and c.state = 'rendered'`);
  await tx.run(sql`update certificates.certificate c set state = 'stamped', state_at = ${now}, token = n.token, stamped_at = n.at
    from unnest(${ids}, ${rows.map(({ token }) => token)}::bytea[], ${rows.map(({ stampedAt }) => stampedAt)}::timestamptz[]) as n (id, token, at) where c.id = n.id and c.state = 'signed'`);
}

export const keepContained = (tx: Write, rows: readonly { readonly id: string; readonly fileId: string; readonly sha256: string; readonly size: number }[], now: Date): Promise<number> =>
  tx.run(sql`update certificates.certificate c set state = 'contained', state_at = ${now}, file_id = n.file_id, edoc_sha256 = n.sha256, edoc_size = n.size
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ fileId }) => fileId)}::uuid[], ${rows.map(({ sha256 }) => sha256)}::text[], ${rows.map(({ size }) => size)}::int[]) as n (id, file_id, sha256, size)
    where c.id = n.id and c.state = 'stamped'`);

export const keepVerified = (tx: Write, ids: readonly string[], now: Date): Promise<number> =>
  tx.run(sql`update certificates.certificate set state = 'verified', state_at = ${now} where id = any(${[...ids]}::uuid[]) and state = 'contained'`);

const Released = z.object({ id: z.string(), number: z.string(), version: z.number(), personId: z.string(), entryId: z.string(), institutionId: z.string(), year: z.number(), examCode: z.string() });
export type ReleasedRow = z.infer<typeof Released>;

/** Gives certificates free, and revokes the version before in the same statement's wake. @returns what was released */
export async function releaseVerified(tx: Write, ids: readonly string[], whyRevoked: string, now: Date): Promise<{ readonly released: readonly ReleasedRow[]; readonly revoked: readonly ReleasedRow[] }> {
  const revoked = await tx.all(
    Released,
    sql`update certificates.certificate c set revoked_at = ${now}, revoked_why = ${whyRevoked} from certificates.certificate n
      where n.id = any(${[...ids]}::uuid[]) and n.state = 'verified' and c.entry_id = n.entry_id and c.state = 'released' and c.revoked_at is null returning c.id, c.number, c.version, c.person_id, c.entry_id, c.institution_id, c.year, c.exam_code`,
  );
  const released = await tx.all(
    Released,
    sql`update certificates.certificate c set state = 'released', state_at = ${now}, released_at = ${now} where c.id = any(${[...ids]}::uuid[]) and c.state = 'verified' returning c.id, c.number, c.version, c.person_id, c.entry_id, c.institution_id, c.year, c.exam_code`,
  );
  return { released, revoked };
}
