import { z } from 'zod';
import { bearsFamily, personOfCode } from '#modules/persons/public.js';
import { hasFinishedBasic, learnsOn } from '#modules/education/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { ExtractLine } from '../domain/extract-file.js';
import { EFFECTS, FAULTS, type Verdict, VERDICTS } from '../domain/words.js';
import { Day, IdRow, joinUnit, nameOfUser, type Recording } from './rows.js';

const EXTRACT_STATES = ['judging', 'proposed', 'applying', 'applied', 'withdrawn'] as const;
const ExtractRow = z.object({
  id: z.string(), asOf: Day, source: z.enum(['file', 'register']), fileName: z.string(), state: z.enum(EXTRACT_STATES), rowCount: z.number(), madeAt: z.date(), madeBy: z.string(), appliedAt: z.date().nullable(), appliedBy: z.string().nullable(),
});
export type ExtractRow = z.infer<typeof ExtractRow>;
const EXTRACT = sql`select x.id, x.as_of, x.source, x.file_name, x.state, x.row_count, x.made_at, ${nameOfUser(sql`x.made_by`)} as made_by, x.applied_at, ${nameOfUser(sql`x.applied_by`)} as applied_by from schoolage.extract x`;

export interface NewExtract {
  readonly asOf: IsoDate;
  readonly source: ExtractRow['source'];
  readonly fileName: string;
  readonly contentHash: string;
}

export async function insertExtract(tx: Write, { asOf, source, fileName, contentHash }: NewExtract, { recordedAt, recordedBy }: Recording): Promise<string> {
  const row = await tx.first(
    IdRow,
    sql`insert into schoolage.extract (as_of, source, file_name, content_hash, state, made_at, made_by) values (${asOf}, ${source}, ${fileName}, ${contentHash}, 'judging', ${recordedAt}, ${recordedBy}) returning id`,
  );
  return row!.id;
}

export const findExtract = (tx: Read, id: string): Promise<ExtractRow | undefined> => tx.first(ExtractRow, sql`${EXTRACT} where x.id = ${id}`);
export const findSameFile = (tx: Read, asOf: IsoDate, contentHash: string): Promise<ExtractRow | undefined> =>
  tx.first(ExtractRow, sql`${EXTRACT} where x.content_hash = ${contentHash} and x.as_of = ${asOf} and x.state <> 'withdrawn' order by x.id desc limit 1`);
export const listExtracts = (tx: Read, limit: number): Promise<ExtractRow[]> => tx.all(ExtractRow, sql`${EXTRACT} order by x.as_of desc, x.id desc limit ${limit}`);
export const findLatestApplied = (tx: Read): Promise<ExtractRow | undefined> => tx.first(ExtractRow, sql`${EXTRACT} where x.state = 'applied' order by x.as_of desc, x.id desc limit 1`);
export const findAtWork = (tx: Read): Promise<ExtractRow | undefined> => tx.first(ExtractRow, sql`${EXTRACT} where x.state in ('judging', 'proposed', 'applying')`);

/** Moves an extract on from one state into the next; of two who try, one does. */
export const advance = async (tx: Write, id: string, from: ExtractRow['state'], to: ExtractRow['state'], { recordedAt, recordedBy }: Recording): Promise<boolean> => {
  const [at, by] = to === 'applied' ? [recordedAt, recordedBy] : [null, to === 'applying' ? recordedBy : null];
  return (await tx.run(sql`update schoolage.extract set state = ${to}, applied_at = ${at}::timestamptz, applied_by = coalesce(applied_by, ${by}::text) where id = ${id} and state = ${from}`)) > 0;
};

const CHUNK = 20_000;

/** Keeps the rows of a file as they came. */
export async function insertLines(tx: Write, id: string, lines: readonly ExtractLine[]): Promise<void> {
  for (let at = 0; at < lines.length; at += CHUNK) {
    await tx.run(sql`insert into schoolage.extract_row (extract_id, line, code, given, family, born, unit, born_on, atvk, part, faults, verdict)
      select ${id}::uuid, r.line, r.code, r.given, r.family, r.born, r.unit, r."bornOn", r.atvk, r.part, r.faults, case when r.faults <> '{}' then 'refused' end
      from jsonb_to_recordset(${JSON.stringify(lines.slice(at, at + CHUNK))}::jsonb) r (line integer, code text, given text, family text, born text, unit text, "bornOn" date, atvk text, part text, faults text[])`);
  }
  await tx.run(sql`update schoolage.extract set row_count = ${lines.length} where id = ${id}`);
}

const ofAge = (bornOn: Sql, day: Sql, [from, until]: Ages): Sql =>
  sql`(${bornOn} + make_interval(years => ${from}::int) <= ${day} and ${bornOn} + make_interval(years => ${until}::int) > ${day})`;
/** From which age on, and until before which. */
export type Ages = readonly [from: number, until: number];

/** Draws the extract from the register of persons itself: who lives, has a declared home and is of age on the day. */
export async function drawLines(tx: Write, id: string, ages: Ages): Promise<void> {
  const drawn = await tx.run(sql`insert into schoolage.extract_row (extract_id, line, born_on, person_id, atvk, part)
    select x.id, row_number() over (order by p.id), p.born_on, p.id, p.home_atvk, p.home_part from schoolage.extract x
    join persons.person p on p.died_on is null and p.home_atvk is not null and ${ofAge(sql`p.born_on`, sql`x.as_of`, ages)} where x.id = ${id}`);
  await tx.run(sql`update schoolage.extract set row_count = ${drawn} where id = ${id}`);
}

/**
 * Recognises the people of rows that came by file, each once (a former code is the same person), and refuses rows that contradict the register, with all
 * their faults. What is recognised is kept by identity alone.
 */
export async function recognise(tx: Write, id: string, ages: Ages): Promise<void> {
  await tx.run(sql`with known as (
      select r.line, f.person_id, r.faults || array_remove(array[
          case when f.person_id is null and not r.faults && array['no-code', 'bad-code'] then 'unknown-person' end,
          case when f.person_id is not null and r.family <> '' and not ${bearsFamily(sql`f.person_id`, sql`r.family`)} then 'other-name' end,
          case when f.born_on <> r.born_on then 'other-birth' end, case when f.died_on is not null then 'dead' end,
          case when not ${ofAge(sql`r.born_on`, sql`x.as_of`, ages)} then 'outside-age' end,
          case when 'twice' <> all(r.faults) and f.person_id is not null and row_number() over (partition by f.person_id order by r.line) > 1 then 'twice' end], null) as faults
      from schoolage.extract_row r join schoolage.extract x on x.id = r.extract_id
      left join lateral (select p.id as person_id, p.born_on, p.died_on from persons.person p where p.id = ${personOfCode(sql`r.code`)}) f on true where r.extract_id = ${id})
    update schoolage.extract_row r set person_id = case when k.faults = '{}' then k.person_id end, faults = k.faults, verdict = case when k.faults <> '{}' then 'refused' end
    from known k where r.extract_id = ${id} and r.line = k.line`);
  await tx.run(sql`update schoolage.extract_row r set code = null, given = '', family = '', born = '', unit = '' where r.extract_id = ${id} and r.person_id is not null and r.code is not null`);
}

/** Says of each recognised row whether its child learns on the extract's day, and what it would do to inquiries now. */
export async function judge(tx: Write, id: string): Promise<void> {
  await tx.run(sql`update schoolage.extract_row r set verdict = case when ${learnsOn(sql`r.person_id`, sql`x.as_of`)} then 'learning' when ${hasFinishedBasic(sql`r.person_id`, sql`x.as_of`)} then 'finished' else 'missing' end
    from schoolage.extract x where x.id = r.extract_id and r.extract_id = ${id} and r.person_id is not null`);
  await tx.run(sql`update schoolage.extract_row r set effect = e.effect
    from (select r.line, case
          when r.verdict in ('learning', 'finished') then case when s.state = 'open' or s.closed_by = 'status' then 'closes' end
          when r.verdict <> 'missing' then null
          when s.id is null then 'opens'
          when s.closed_by = 'status' and s.next_check_on > x.as_of then 'stays-explained'
          when s.state = 'closed' then 'reopens'
          when there.atvk is distinct from here.atvk then 'moves'
          else 'goes-on' end as effect
        from schoolage.extract_row r join schoolage.extract x on x.id = r.extract_id
        left join schoolage.inquiry q on q.person_id = r.person_id left join schoolage.inquiry_state s on s.inquiry_id = q.id and s.superseded_at is null
        ${joinUnit('here', 's', sql`x.as_of`)} ${joinUnit('there', 'r', sql`x.as_of`)} where r.extract_id = ${id} and r.person_id is not null) e
    where r.extract_id = ${id} and r.line = e.line`);
}

/** Carries out what the rows say: inquiries open, open anew, go over to another municipality, or close. Each of them is due so many days after the extract. */
export async function carryOut(tx: Write, id: string, dueDays: number, { recordedAt, recordedBy }: Recording): Promise<void> {
  await tx.run(sql`insert into schoolage.inquiry (person_id, last_extract_id, opened_at)
    select r.person_id, r.extract_id, ${recordedAt}::timestamptz from schoolage.extract_row r where r.extract_id = ${id} and r.effect = 'opens'`);
  await tx.run(sql`update schoolage.inquiry q set last_extract_id = r.extract_id from schoolage.extract_row r where r.extract_id = ${id} and r.verdict = 'missing' and q.person_id = r.person_id`);
  await tx.run(sql`update schoolage.inquiry_state s set superseded_at = ${recordedAt} from schoolage.inquiry q join schoolage.extract_row r on r.person_id = q.person_id
    where r.extract_id = ${id} and r.effect in ('reopens', 'moves', 'closes') and s.inquiry_id = q.id and s.superseded_at is null`);
  await tx.run(sql`insert into schoolage.inquiry_state (inquiry_id, state, closed_by, status_code, comment, atvk, part, due_on, next_check_on, why, recorded_at, recorded_by)
    select q.id, case when r.effect = 'closes' then 'closed' else 'open' end, case when r.effect = 'closes' then case r.verdict when 'finished' then 'finished' else 'membership' end end,
      case when r.effect in ('moves', 'closes') then b.status_code end, case when r.effect in ('moves', 'closes') then b.comment else '' end, r.atvk, r.part,
      case when r.effect = 'closes' then b.due_on else x.as_of + ${dueDays}::int end, null,
      case r.effect when 'opens' then 'opened' when 'reopens' then 'reopened' when 'moves' then 'moved' else 'closed' end, ${recordedAt}::timestamptz, ${recordedBy}::text
    from schoolage.extract_row r join schoolage.extract x on x.id = r.extract_id join schoolage.inquiry q on q.person_id = r.person_id
    left join lateral (select o.status_code, o.comment, o.due_on from schoolage.inquiry_state o where o.inquiry_id = q.id order by o.recorded_at desc, o.id desc limit 1) b on true
    where r.extract_id = ${id} and r.effect in ('opens', 'reopens', 'moves', 'closes')`);
}

/** The children whose inquiries an extract changed, for the log. */
export const listChanged = async (tx: Read, id: string): Promise<string[]> =>
  (await tx.all(z.object({ personId: z.string() }), sql`select r.person_id from schoolage.extract_row r where r.extract_id = ${id} and r.effect in ('opens', 'reopens', 'moves', 'closes') order by r.line`)).map(({ personId }) => personId);

const Counts = z.object({ verdict: z.enum(VERDICTS).nullable(), effect: z.enum(EFFECTS).nullable(), n: z.number() });
export type ExtractCounts = z.infer<typeof Counts>;
export const countRows = (tx: Read, id: string): Promise<ExtractCounts[]> =>
  tx.all(Counts, sql`select r.verdict, r.effect, count(*)::int as n from schoolage.extract_row r where r.extract_id = ${id} group by 1, 2`);

const AnswerRow = z.object({
  line: z.number(), code: z.string().nullable(), given: z.string(), family: z.string(), born: z.string(), unit: z.string(), place: z.string().nullable(), faults: z.array(z.enum(FAULTS)), verdict: z.enum(VERDICTS).nullable(), effect: z.enum(EFFECTS).nullable(), personId: z.string().nullable(),
});
export type AnswerRow = z.infer<typeof AnswerRow>;

/** Answers to rows after a line, of one verdict. */
export const listAnswers = (tx: Read, id: string, verdict: Verdict, { after, limit }: { readonly after: number; readonly limit: number }): Promise<AnswerRow[]> =>
  tx.all(
    AnswerRow,
    sql`select r.line, r.code, r.given, r.family, r.born, r.unit, u.name as place, r.faults, r.verdict, r.effect, r.person_id from schoolage.extract_row r
      join schoolage.extract x on x.id = r.extract_id ${joinUnit('u', 'r', sql`x.as_of`)} where r.extract_id = ${id} and r.verdict = ${verdict} and r.line > ${after} order by r.line limit ${limit}`,
  );
