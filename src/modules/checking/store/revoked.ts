import { z } from 'zod';
import type { RevokedDocument } from '#platform/documents/browser.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

const RevokedRow = z.object({ file: z.string(), claim: z.string().nullable(), on: z.string() });

/** Every document that was ever revoked: files and paper outlive years. */
export const listRevoked = (tx: Read): Promise<RevokedDocument[]> => tx.all(RevokedRow, sql`select r.file_sha256 as file, r.claim_mark as claim, r.revoked_on as "on" from checking.revoked_document r order by r.revoked_on, r.file_sha256`);

export const insertRevoked = (tx: Write, { file, claim, on }: RevokedDocument, now: Date): Promise<number> =>
  tx.run(sql`insert into checking.revoked_document (file_sha256, claim_mark, revoked_on, recorded_at) values (${file}, ${claim}, ${on}::date, ${now}) on conflict (file_sha256) do nothing`);
