import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { PageWords } from '../domain/certificate-page.js';
import { Page, State } from './rows.js';

export interface Draft {
  readonly number: string;
  readonly entryId: string;
  readonly resultId: string;
  readonly sealingId: string;
  readonly personId: string;
  readonly institutionId: string;
  readonly eventId: string;
  readonly sittingId: string;
  readonly year: number;
  readonly examCode: string;
  readonly total: number;
  readonly formId: string;
  readonly page: PageWords;
  readonly issuedOn: IsoDate;
  readonly unfitLv: string;
  readonly unfitEn: string;
}

/**
 * Drafts under the numbers of their entries, each as the version after the last one. What is on its way already is left as it is, and so is what is in force unless the drafts are to replace it.
 * @returns how many were added
 */
export async function insertDrafts(tx: Write, drafts: readonly Draft[], replaces: boolean, now: Date): Promise<number> {
  if (drafts.length === 0) return 0;
  const given = sql`jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb) as d("number" text, "entryId" uuid, "resultId" uuid, "sealingId" uuid, "personId" uuid, "institutionId" uuid, "eventId" uuid, "sittingId" uuid, "year" smallint,
    "examCode" text, "total" smallint, "formId" uuid, "page" jsonb, "issuedOn" date, "unfitLv" text, "unfitEn" text)`;
  await tx.run(sql`insert into certificates.number (number, entry_id, given_at) select d."number", d."entryId", ${now}::timestamptz from ${given} on conflict (entry_id) do nothing`);
  return tx.run(sql`
    insert into certificates.certificate (number, version, entry_id, result_id, sealing_id, person_id, institution_id, event_id, sitting_id, year, exam_code, total, form_id, page, issued_on, drafted_at, state_at, unfit_lv, unfit_en)
    select u.number, 1 + coalesce((select max(c.version) from certificates.certificate c where c.number = u.number), 0), d."entryId", d."resultId", d."sealingId", d."personId", d."institutionId", d."eventId", d."sittingId", d."year", d."examCode",
      d."total", d."formId", d."page", d."issuedOn", ${now}::timestamptz, ${now}::timestamptz, d."unfitLv", d."unfitEn"
    from ${given} join certificates.number u on u.entry_id = d."entryId"
    where not exists (select from certificates.certificate c where c.entry_id = d."entryId" and (c.state <> 'released' or c.revoked_at is null and not ${replaces}::boolean))`);
}

const Latest = z.object({ id: z.string(), entryId: z.string(), number: z.string(), version: z.number(), resultId: z.string(), personId: z.string(), institutionId: z.string(), eventId: z.string(), year: z.number(), examCode: z.string(), sealingId: z.string(), state: State, page: Page, isRevoked: z.boolean() });
/** The last version of each entry's certificate. */
export type LatestVersion = z.infer<typeof Latest>;

export const listLatest = (tx: Read, entryIds: readonly string[]): Promise<LatestVersion[]> =>
  tx.all(
    Latest,
    sql`select distinct on (c.entry_id) c.id, c.entry_id, c.number, c.version, c.result_id, c.person_id, c.institution_id, c.event_id, c.year, c.exam_code, c.sealing_id, c.state, c.page, c.revoked_at is not null as is_revoked
      from certificates.certificate c where c.entry_id = any(${[...entryIds]}::uuid[]) order by c.entry_id, c.version desc`,
  );

const NumberRow = z.object({ entryId: z.string(), number: z.string() });

/** The numbers that entries have already. */
export const listNumbers = async (tx: Read, entryIds: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map((await tx.all(NumberRow, sql`select u.entry_id, u.number from certificates.number u where u.entry_id = any(${[...entryIds]}::uuid[])`)).map(({ entryId, number }) => [entryId, number]));

/** Takes a version off its way that nobody was ever given: its words no longer hold. */
export const deleteUnreleased = (tx: Write, entryId: string): Promise<number> => tx.run(sql`delete from certificates.certificate where entry_id = ${entryId} and state <> 'released'`);

export const revoke = (tx: Write, id: string, why: string, now: Date): Promise<number> =>
  tx.run(sql`update certificates.certificate set revoked_at = ${now}, revoked_why = ${why} where id = ${id} and state = 'released' and revoked_at is null`);

const PrintedName = z.object({ personId: z.string(), given: z.string(), family: z.string() });
export type PrintedName = z.infer<typeof PrintedName>;

/** How an official had names printed whose letters the fonts lack; the latest of each person. */
export const listPrintedNames = (tx: Read, personIds: readonly string[]): Promise<PrintedName[]> =>
  tx.all(PrintedName, sql`select distinct on (p.person_id) p.person_id, p.given, p.family from certificates.printed_name p where p.person_id = any(${[...personIds]}::uuid[]) order by p.person_id, p.id desc`);

export const insertPrintedName = (tx: Write, name: PrintedName & { readonly why: string; readonly recordedAt: Date; readonly recordedBy: string }): Promise<void> => tx.insert('certificates.printed_name', { ...name });

/** Drafts whose letters could not be printed, with new words. */
export const mendDraft = (tx: Write, id: string, page: PageWords, now: Date): Promise<number> =>
  tx.run(sql`update certificates.certificate set page = ${JSON.stringify(page)}::jsonb, unfit_lv = '', unfit_en = '', state_at = ${now} where id = ${id} and state = 'drafted'`);
