import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { Day, IdRow, type Recording } from './rows.js';

const LicenceRow = z.object({
  id: z.string(), programmeCode: z.string(), nameLv: z.string(), nameEn: z.string(), verified: z.boolean(), licenceNr: z.string(), validFrom: Day, validTo: Day.nullable(),
  recordedAt: z.date(), supersededAt: z.date().nullable(),
});
export type LicenceRow = z.infer<typeof LicenceRow>;
const LICENCE = sql`l.id, l.programme_code, p.name_lv, p.name_en, p.verified, l.licence_nr, l.valid_from, l.valid_to, l.recorded_at, l.superseded_at`;

/** The licences of an institution, past and to come too: as believed now, and what was believed before. */
export const listLicences = (tx: Read, institutionId: string): Promise<LicenceRow[]> =>
  tx.all(
    LicenceRow,
    sql`select ${LICENCE} from education.licence l join education.programme p on p.code = l.programme_code
      where l.institution_id = ${institutionId} order by l.superseded_at desc nulls first, l.programme_code, l.valid_from`,
  );

/** The licence of an institution for a programme on a day: pupils may be enrolled from its first day, and until the institution closes. */
export const findLicenceOn = (tx: Read, institutionId: string, programmeCode: string, day: IsoDate): Promise<LicenceRow | undefined> =>
  tx.first(
    LicenceRow,
    sql`select ${LICENCE} from education.licence l join education.programme p on p.code = l.programme_code join institutions.institution i on i.id = l.institution_id
      where l.institution_id = ${institutionId} and l.programme_code = ${programmeCode} and l.superseded_at is null and (i.closed_on is null or i.closed_on > ${day}::date)
        and l.valid_from <= ${day}::date and (l.valid_to is null or l.valid_to > ${day}::date)`,
  );

export const findLicence = (tx: Read, id: string, institutionId: string): Promise<LicenceRow | undefined> =>
  tx.first(
    LicenceRow,
    sql`select ${LICENCE} from education.licence l join education.programme p on p.code = l.programme_code where l.id = ${id} and l.institution_id = ${institutionId} and l.superseded_at is null`,
  );

export interface LicenceFacts {
  readonly programmeCode: string;
  readonly licenceNr: string;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}

export async function insertLicence(tx: Write, institutionId: string, facts: LicenceFacts, { recordedAt, recordedBy }: Recording): Promise<string> {
  const row = await tx.first(
    IdRow,
    sql`insert into education.licence (institution_id, programme_code, licence_nr, valid_from, valid_to, recorded_at, recorded_by)
      values (${institutionId}, ${facts.programmeCode}, ${facts.licenceNr}, ${facts.validFrom}, ${facts.validTo}, ${recordedAt}, ${recordedBy}) returning id`,
  );
  return row!.id;
}

/** Puts a right licence in the place of a wrong one, which stays as what was believed. */
export async function correctLicence(tx: Write, id: string, institutionId: string, facts: LicenceFacts, recording: Recording): Promise<void> {
  await withdrawLicence(tx, id, recording.recordedAt);
  const right = await insertLicence(tx, institutionId, facts, recording);
  await tx.run(sql`update education.licence set superseded_by = ${right} where id = ${id}`);
}

export const withdrawLicence = (tx: Write, id: string, at: Date): Promise<number> => tx.run(sql`update education.licence set superseded_at = ${at} where id = ${id} and superseded_at is null`);

/** How many memberships as believed now use an institution's licence for a programme on days that it would no longer cover. */
export const countMembershipsOutside = async (tx: Read, institutionId: string, programmeCode: string, was: { from: IsoDate; to: IsoDate | null }, now: { from: IsoDate; to: IsoDate | null } | null): Promise<number> =>
  (await tx.first(
    z.object({ n: z.number() }),
    sql`select count(*)::int as n from education.membership m
      where m.institution_id = ${institutionId} and m.programme_code = ${programmeCode} and m.superseded_at is null
        and daterange(${was.from}::date, ${was.to}::date) @> m.valid_from
        and not ${now ? sql`daterange(${now.from}::date, ${now.to}::date) @> m.valid_from` : sql`false`}`,
  ))!.n;
