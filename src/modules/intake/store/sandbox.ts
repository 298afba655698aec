import { z } from 'zod';
import { readSchoolBook, type SchoolBook } from '#modules/education/public.js';
import type { Records, Taken } from '#modules/marks/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { Day } from './rows.js';

/** A private copy: of which institution and year, for which e-journal. */
export interface SandboxKey {
  readonly journalId: string;
  readonly institutionId: string;
  readonly year: number;
}

export interface SandboxLearner {
  readonly id: string;
  readonly membershipId: string;
  readonly code: string;
  readonly given: string;
  readonly family: string;
  readonly programmeCode: string;
  readonly classId: string;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}

const of = ({ journalId, institutionId, year }: SandboxKey, alias: string) =>
  sql`${sql.ref(`${alias}.journal_id`)} = ${journalId}::uuid and ${sql.ref(`${alias}.institution_id`)} = ${institutionId}::uuid and ${sql.ref(`${alias}.year`)} = ${year}::smallint`;

const SandboxRow = z.object({ madeAt: z.date(), learners: z.number(), records: z.number() });

export const findSandbox = (tx: Read, key: SandboxKey): Promise<z.infer<typeof SandboxRow> | undefined> =>
  tx.first(
    SandboxRow,
    sql`select s.made_at, (select count(*) from intake.sandbox_learner l where ${of(key, 'l')})::int as learners, (select count(*) from intake.sandbox_record r where ${of(key, 'r')})::int as records
      from intake.sandbox s where ${of(key, 's')}`,
  );

/** Throws the copy away with everything that was sent into it; tells whether there was one. */
export const deleteSandbox = async (tx: Write, key: SandboxKey): Promise<boolean> => (await tx.run(sql`delete from intake.sandbox s where ${of(key, 's')}`)) > 0;

export async function insertSandbox(tx: Write, key: SandboxKey, learners: readonly SandboxLearner[], by: string, now: Date): Promise<void> {
  await tx.insert('intake.sandbox', { ...key, madeAt: now, madeBy: by });
  await tx.run(sql`insert into intake.sandbox_learner (journal_id, institution_id, year, id, membership_id, code, given, family, programme_code, class_id, valid_from, valid_to)
    select ${key.journalId}::uuid, ${key.institutionId}::uuid, ${key.year}::smallint, l.id, l."membershipId", l.code, l.given, l.family, l."programmeCode", l."classId", l."validFrom", l."validTo"
    from jsonb_to_recordset(${JSON.stringify(learners)}::jsonb) as l(id uuid, "membershipId" uuid, code text, given text, family text, "programmeCode" text, "classId" uuid, "validFrom" date, "validTo" date)`);
}

const LearnerRow = z.object({
  id: z.string(), membershipId: z.string(), code: z.string(), given: z.string(), family: z.string(), programmeCode: z.string(), classId: z.string(), validFrom: Day, validTo: Day.nullable(),
});

export const listSandboxLearners = (tx: Read, key: SandboxKey): Promise<SandboxLearner[]> =>
  tx.all(LearnerRow, sql`select id, membership_id, code, given, family, programme_code, class_id, valid_from, valid_to from intake.sandbox_learner l where ${of(key, 'l')} order by class_id, family, given, id`);

/** The institution's year as its copy has it: the classes, days, subjects and scales are real, the learners are not. */
export async function readSandboxBook(tx: Read, { journalId, institutionId, year }: { readonly journalId: string | null; readonly institutionId: string; readonly year: number }): Promise<SchoolBook | undefined> {
  const real = await readSchoolBook(tx, institutionId, year);
  if (!real) return undefined;
  const learners = await listSandboxLearners(tx, { journalId: journalId!, institutionId, year });
  return {
    ...real,
    memberships: learners.map(({ id, membershipId, programmeCode, validFrom, validTo }) => ({ id: membershipId, personId: id, programmeCode, isMain: true, validFrom, validTo })),
    placements: learners.map(({ id, membershipId, classId, validFrom, validTo }) => ({ membershipId, personId: id, classId, validFrom, validTo })),
    knownAs: learners.map(({ id, code, family }) => ({ personId: id, codes: [code], families: [family] })),
    numbers: [],
    exemptions: [],
  };
}

const TakenRow = z.object({ taken: z.number(), corrected: z.number() });

/** Writes what a vendor tries into its copy; everything there is its own, so that nothing clashes. */
export async function takeIntoSandbox(tx: Write, { journalId, institutionId, year }: { readonly journalId: string | null; readonly institutionId: string; readonly year: number }, of_: Records, isDryRun: boolean, now: Date): Promise<Taken> {
  const rows = recordsOf(of_);
  if (isDryRun) await tx.run(sql`savepoint tried`);
  const { taken, corrected } = (await tx.first(
    TakenRow,
    sql`with written as (
        insert into intake.sandbox_record as r (journal_id, institution_id, year, kind, learner_id, item, period, value, entered_at)
        select ${journalId}::uuid, ${institutionId}::uuid, ${year}::smallint, ${of_.kind}, i."personId", i.item, i.period, i.value, ${now}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as i("personId" uuid, item integer, period text, value text)
        on conflict (journal_id, institution_id, year, kind, learner_id, item, period) do update set value = excluded.value, entered_at = excluded.entered_at where r.value <> excluded.value
        returning old.value is null as is_new)
      select count(*) filter (where is_new)::int as taken, count(*) filter (where not is_new)::int as corrected from written`,
  ))!;
  if (isDryRun) await tx.run(sql`rollback to savepoint tried`);
  return { taken, corrected, unchanged: rows.length - taken - corrected, clashes: [] };
}

interface SandboxRecord {
  readonly personId: string;
  readonly item: number;
  readonly period: string;
  readonly value: string;
}

function recordsOf({ kind, records }: Records): SandboxRecord[] {
  switch (kind) {
    case 'mark':
      return records.map(({ personId, subjectId, period, value }) => ({ personId, item: subjectId, period, value }));
    case 'outcome':
      return records.map(({ personId, outcomeId, period, value }) => ({ personId, item: outcomeId, period, value }));
    case 'absence':
      return records.map(({ personId, period, justifiedLessons, unjustifiedLessons }) => ({ personId, item: 0, period, value: `${justifiedLessons} + ${unjustifiedLessons}` }));
  }
}

const RecordRow = z.object({ kind: z.enum(['mark', 'outcome', 'absence']), learnerId: z.string(), item: z.number(), period: z.string(), value: z.string() });
export type SandboxRecordRow = z.infer<typeof RecordRow>;

export const listSandboxRecords = (tx: Read, key: SandboxKey, limit: number): Promise<SandboxRecordRow[]> =>
  tx.all(RecordRow, sql`select kind, learner_id, item, period, value from intake.sandbox_record r where ${of(key, 'r')} order by learner_id, kind, item, period limit ${limit}`);
