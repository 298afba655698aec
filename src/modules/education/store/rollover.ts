import { z } from 'zod';
import { joinName } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { ClassKind } from '../domain/class-kinds.js';
import type { Block } from '../domain/promotion.js';
import { FATES } from '../domain/rollover.js';
import { changeRows, endsOn } from './keep-believed.js';
import { Day, holdsOn, ofScope, type Recording } from './rows.js';

const RolloverRow = z.object({ id: z.string(), state: z.enum(['proposed', 'applied']), proposedAt: z.date(), appliedAt: z.date().nullable(), orderNr: z.string() });
export type RolloverRow = z.infer<typeof RolloverRow>;

export const findRollover = (tx: Read, institutionId: string, year: number): Promise<RolloverRow | undefined> =>
  tx.first(RolloverRow, sql`select r.id, r.state, r.proposed_at, r.applied_at, r.order_nr from education.rollover r where r.institution_id = ${institutionId} and r.year = ${year}`);

/** Proposals of institutions of a scope that were made and not yet carried out. */
export const countProposedRollovers = async (tx: Read, scope: Scope): Promise<number> =>
  (await tx.first(z.object({ n: z.number() }), sql`select count(*)::int as n from education.rollover r where r.state = 'proposed' and ${ofScope(sql`r.institution_id`, scope)}`))!.n;

const BothWords = z.object({ lv: z.string(), en: z.string() });
const BlockRow = z.object({ rule: z.string(), words: BothWords, subjects: z.array(BothWords), waits: z.boolean() });

const LineRow = z.object({
  membershipId: z.string(), personId: z.string(), given: z.string(), family: z.string(), fromClassId: z.string(), fromClass: z.string(), fromGrade: z.number(), fromKind: z.string().transform((kind) => kind as ClassKind), lastGrade: z.number(), fate: z.enum(FATES), toTitle: z.string().nullable(), toGrade: z.number().nullable(), blocks: z.array(BlockRow), decided: z.boolean(),
});
export type RolloverLine = z.infer<typeof LineRow>;

export const listLines = (tx: Read, rolloverId: string, today: IsoDate): Promise<RolloverLine[]> =>
  tx.all(
    LineRow,
    sql`select l.membership_id, l.person_id, n.given, n.family, l.from_class_id, c.title as from_class, c.grade as from_grade, c.kind as from_kind, coalesce(g.to_grade, c.grade) as last_grade, l.fate, l.to_title, l.to_grade, l.blocks, l.decided
      from education.rollover_line l join education.class c on c.id = l.from_class_id join education.membership m on m.id = l.membership_id join education.programme g on g.code = m.programme_code ${joinName('n', sql`l.person_id`, today)}
      where l.rollover_id = ${rolloverId} order by c.grade, c.title collate platform.latvian, n.family collate platform.latvian, n.given collate platform.latvian, l.membership_id`,
  );

const AtYearEnd = z.object({ membershipId: z.string(), personId: z.string(), classId: z.string(), title: z.string(), grade: z.number(), lastGrade: z.number(), classEndsOn: Day.nullable() });

/** The pupils in the classes of an institution's year on a day, with the last grade of their programme. */
export const listAtYearEnd = (tx: Read, institutionId: string, year: number, day: IsoDate): Promise<z.infer<typeof AtYearEnd>[]> =>
  tx.all(
    AtYearEnd,
    sql`select l.membership_id, l.person_id, c.id as class_id, c.title, c.grade, coalesce(g.to_grade, c.grade) as last_grade, c.ends_on as class_ends_on
      from education.class c join education.placement l on l.class_id = c.id and ${holdsOn('l', day)}
      join education.membership m on m.id = l.membership_id and ${holdsOn('m', day)} join education.programme g on g.code = m.programme_code
      where c.institution_id = ${institutionId} and c.year = ${year} and c.grade is not null order by l.membership_id`,
  );

export interface NewLine {
  readonly membershipId: string;
  readonly personId: string;
  readonly fromClassId: string;
  readonly fate: string;
  readonly toTitle: string | null;
  readonly toKey: string | null;
  readonly toGrade: number | null;
  readonly blocks: readonly Block[];
}

const DecidedRow = z.object({ membershipId: z.string(), fromClassId: z.string(), fate: z.enum(FATES), toTitle: z.string().nullable(), toKey: z.string().nullable(), toGrade: z.number().nullable() });

/** Puts a proposal in the place of one that is not yet applied, which ends with it; what the school decided of who is still in the same class stays. @returns how many decisions stayed */
export async function insertProposal(tx: Write, institutionId: string, year: number, proposed: readonly NewLine[], { recordedAt, recordedBy }: Recording): Promise<number> {
  const decisions = await tx.all(DecidedRow, sql`select l.membership_id, l.from_class_id, l.fate, l.to_title, l.to_key, l.to_grade from education.rollover_line l join education.rollover r on r.id = l.rollover_id
    where r.institution_id = ${institutionId} and r.year = ${year} and r.state = 'proposed' and l.decided`);
  const decided = new Map(decisions.map((one) => [`${one.membershipId} ${one.fromClassId}`, one]));
  const lines = proposed.map((line) => ({ ...line, ...decided.get(`${line.membershipId} ${line.fromClassId}`), decided: decided.has(`${line.membershipId} ${line.fromClassId}`) }));
  await tx.run(sql`delete from education.rollover where institution_id = ${institutionId} and year = ${year} and state = 'proposed'`);
  await tx.run(sql`with made as (
      insert into education.rollover (institution_id, year, state, proposed_at, proposed_by) values (${institutionId}, ${year}, 'proposed', ${recordedAt}, ${recordedBy}) returning id
    )
    insert into education.rollover_line (rollover_id, membership_id, person_id, from_class_id, fate, to_title, to_key, to_grade, blocks, decided)
    select made.id, r."membershipId", r."personId", r."fromClassId", r.fate, r."toTitle", r."toKey", r."toGrade", r.blocks, r.decided
    from made, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as r("membershipId" uuid, "personId" uuid, "fromClassId" uuid, fate text, "toTitle" text, "toKey" text, "toGrade" smallint, blocks jsonb, decided boolean)`);
  return lines.filter((line) => line.decided).length;
}

export interface Right {
  readonly fate: string;
  readonly toTitle: string | null;
  readonly toKey: string | null;
  readonly toGrade: number | null;
}

/** Decides the same for any number of pupils. */
export const changeLines = (tx: Write, rolloverId: string, membershipIds: readonly string[], right: Right): Promise<number> =>
  tx.run(sql`update education.rollover_line set fate = ${right.fate}, to_title = ${right.toTitle}, to_key = ${right.toKey}, to_grade = ${right.toGrade}, decided = true
    where rollover_id = ${rolloverId} and membership_id = any(${[...membershipIds]}::uuid[])`);

/** Marks a proposal as applied; false when another run did so already. Its row is locked until the transaction ends. */
export const takeToApply = async (tx: Write, rolloverId: string, orderNr: string, { recordedAt, recordedBy }: Recording): Promise<boolean> =>
  (await tx.run(sql`update education.rollover set state = 'applied', applied_at = ${recordedAt}, applied_by = ${recordedBy}, order_nr = ${orderNr} where id = ${rolloverId} and state = 'proposed'`)) > 0;

/** Makes next year's classes of a proposal that are not there yet, with the language and programme of a class they come from. */
export const insertNextClasses = (tx: Write, rolloverId: string, year: number, { recordedAt, recordedBy }: Recording): Promise<number> =>
  tx.run(sql`insert into education.class (year, institution_id, place_id, kind, grade, title, title_key, programme_code, teacher_id, language, shift, recorded_at, recorded_by)
    select distinct on (l.to_key) ${year}, c.institution_id, c.place_id, c.kind, l.to_grade, l.to_title, l.to_key, m.programme_code, case when l.fate = 'promote' then c.teacher_id end, c.language, c.shift, ${recordedAt}::timestamptz, ${recordedBy}
    from education.rollover_line l join education.class c on c.id = l.from_class_id join education.membership m on m.id = l.membership_id
    where l.rollover_id = ${rolloverId} and l.to_key is not null order by l.to_key, l.fate <> 'promote', l.membership_id
    on conflict on constraint one_class_of_a_title_in_a_year do nothing`);

/** Moves everyone who is not there already into next year's classes and ends the memberships of leavers, in a handful of statements whatever the school's size. */
export async function moveAll(tx: Write, rolloverId: string, year: number, startsOn: IsoDate, leaveReason: string, orderNr: string, recording: Recording): Promise<{ moved: number; left: number }> {
  const lines = (fates: string) => sql`h.membership_id in (select l.membership_id from education.rollover_line l where l.rollover_id = ${rolloverId} and l.fate = any(${fates.split(' ')}::text[]))`;
  const still = sql`(h.valid_to is null or h.valid_to > ${startsOn}::date)`;
  await changeRows(tx, 'placement', sql`${lines('promote repeat leave')} and ${still} and h.valid_from < ${startsOn}::date`, [endsOn(startsOn)], recording);
  const moved = await tx.run(sql`insert into education.placement (membership_id, class_id, person_id, valid_from, valid_to, repeats, recorded_at, recorded_by)
    select l.membership_id, n.id, l.person_id, ${startsOn}::date, m.valid_to, l.fate = 'repeat', ${recording.recordedAt}::timestamptz, ${recording.recordedBy}
    from education.rollover_line l join education.class c on c.id = l.from_class_id
    join education.membership m on m.id = l.membership_id and m.superseded_at is null and (m.valid_to is null or m.valid_to > ${startsOn}::date)
    join education.class n on n.institution_id = c.institution_id and n.year = ${year} and n.title_key = l.to_key and n.kind = c.kind
    where l.rollover_id = ${rolloverId} and not exists (select from education.placement h join education.class k on k.id = h.class_id
      where h.membership_id = l.membership_id and h.superseded_at is null and k.year = ${year} and (h.valid_to is null or h.valid_to > ${startsOn}::date))`);
  const left = await changeRows(
    tx, 'membership',
    sql`h.id in (select l.membership_id from education.rollover_line l where l.rollover_id = ${rolloverId} and l.fate = 'leave') and h.valid_to is null`,
    [endsOn(startsOn), sql`end_reason = ${leaveReason}`, sql`end_order_nr = ${orderNr}`], recording,
  );
  return { moved, left };
}
