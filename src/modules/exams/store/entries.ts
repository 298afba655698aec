import { z } from 'zod';
import { joinCode, joinName } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { every, type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { CANDIDATE_KINDS } from '../domain/candidate-kinds.js';
import { FACT_KINDS, MARKS } from '../domain/entry-facts.js';
import { TERMS } from '../domain/exam-words.js';
import { Day } from './rows.js';
import { pupilsToRegister, type WantedPupils } from './sittings.js';

export const TABS = ['registered', 'applied', 'exempt', 'replaced', 'takers', 'rooms'] as const;
/** Sides of a sitting: who is on its list, who applied, who is exempt, who has an international document, who takes the exam, and where they sit. */
export type Tab = (typeof TABS)[number];

export const SORTS = ['name', 'class', 'code', 'room'] as const;
export type Sort = (typeof SORTS)[number];

export const ENTRY_STATES = ['registered', 'applied', 'confirmed', 'withdrawn'] as const;

const ListedEntry = z.object({
  id: z.string(), personId: z.string(), given: z.string(), family: z.string(), isProtected: z.boolean(), personCode: z.string().nullable(), classTitle: z.string(), candidateAs: z.enum(CANDIDATE_KINDS), candidateCode: z.string().nullable(),
  state: z.enum(ENTRY_STATES), origin: z.enum(['school', 'application']), appliedOn: Day.nullable(), term: z.enum(TERMS), room: z.string().nullable(), seat: z.number().nullable(),
  facts: z.array(z.object({ kind: z.enum(FACT_KINDS), ground: z.string(), parts: z.array(z.number()).nullable() })),
  marks: z.array(z.object({ part: z.number(), mark: z.enum(MARKS), hasWork: z.boolean() })),
});
/** A row of the table of a sitting. */
export type ListedEntry = z.infer<typeof ListedEntry>;

export interface EntryList {
  readonly sittingId: string;
  readonly tab: Tab;
  readonly sort: Sort;
  readonly descending: boolean;
  /** Numbers of the exam's parts. */
  readonly parts: readonly number[];
  /** Whether who asks may see personal codes. */
  readonly withCodes: boolean;
  readonly today: IsoDate;
}

const hasFact = (kind: string): Sql => sql`exists (select from exams.fact f where f.entry_id = e.id and f.kind = ${kind} and f.superseded_at is null)`;
const wholly = (parts: readonly number[]): Sql =>
  sql`exists (select from exams.fact f where f.entry_id = e.id and f.superseded_at is null and (f.kind = 'replaced' or f.kind = 'exempt' and (f.parts is null or f.parts @> ${[...parts]}::smallint[])))`;

function within({ sittingId, tab, parts }: Pick<EntryList, 'sittingId' | 'tab' | 'parts'>): Sql {
  const own = [sql`e.sitting_id = ${sittingId}`, sql`e.state <> 'withdrawn'`];
  switch (tab) {
    case 'registered': return every(own);
    case 'applied': return every([...own, sql`e.origin = 'application'`]);
    case 'exempt': return every([...own, hasFact('exempt')]);
    case 'replaced': return every([...own, hasFact('replaced')]);
    case 'takers': case 'rooms': return every([...own, sql`e.state = 'confirmed'`, sql`not ${wholly(parts)}`]);
  }
}

/** Ties are broken by the entry, so that each row has one place. */
const KEYS: Readonly<Record<Sort, Sql>> = {
  name: sql`coalesce(n.family, '') || ' ' || coalesce(n.given, '')`,
  class: sql`lpad(e.class_title, 8) || coalesce(n.family, '') || ' ' || coalesce(n.given, '')`,
  code: sql`coalesce(e.candidate_code, '')`,
  room: sql`coalesce(r.name, chr(1114109)) || ' ' || lpad(coalesce(e.seat, 0)::text, 4, '0') || coalesce(n.family, '')`,
};

const listed = (list: EntryList): Sql => sql`(
    select e.id, e.person_id, n.given, n.family, n.is_protected, ${list.withCodes ? sql`c.code` : sql`null::text`} as person_code, e.class_title, e.candidate_as, e.candidate_code, e.state, e.origin, e.applied_on, e.term, r.name as room, e.seat,
      coalesce((select jsonb_agg(jsonb_build_object('kind', f.kind, 'ground', f.ground, 'parts', f.parts) order by f.recorded_at) from exams.fact f where f.entry_id = e.id and f.superseded_at is null), '[]'::jsonb) as facts,
      coalesce((select jsonb_agg(jsonb_build_object('part', a.part, 'mark', a.mark, 'hasWork', a.has_work) order by a.part) from exams.attendance a where a.entry_id = e.id), '[]'::jsonb) as marks,
      (${KEYS[list.sort]}) collate platform.latvian as sort_key
    from exams.entry e left join exams.room r on r.id = e.room_id ${joinName('n', sql`e.person_id`, list.today)} ${list.withCodes ? joinCode('c', sql`e.person_id`, list.today) : sql``}
    where ${within(list)})`;

const inOrder = ({ descending }: EntryList): Sql => (descending ? sql`order by l.sort_key desc, l.id desc` : sql`order by l.sort_key, l.id`);

/** A page of a sitting's table, after one of its rows; the row is found by its identity, so that no name stands in an address. */
export const listEntries = (tx: Read, list: EntryList, after: string | null, limit: number): Promise<ListedEntry[]> =>
  tx.all(
    ListedEntry,
    sql`with l as materialized (select * from ${listed(list)} l)
      select l.* from l ${after ? sql`where (l.sort_key, l.id) ${list.descending ? sql`<` : sql`>`} (select b.sort_key, b.id from l b where b.id = ${after})` : sql``} ${inOrder(list)} limit ${limit}`,
  );

/** The same whole, a few thousand at a time. */
export const streamEntries = (tx: Read, list: EntryList): AsyncIterable<ListedEntry> => tx.stream(ListedEntry, sql`select l.* from ${listed(list)} l ${inOrder(list)}`);

const TabCounts = z.object({ registered: z.number(), applied: z.number(), exempt: z.number(), replaced: z.number(), takers: z.number(), unconfirmed: z.number(), unseated: z.number(), unmarked: z.number() });
export type TabCounts = z.infer<typeof TabCounts>;

/** How many stand on each side of a sitting, and what is still to be done. */
export async function countTabs(tx: Read, sittingId: string, parts: readonly number[]): Promise<TabCounts> {
  const takes = sql`e.state = 'confirmed' and not ${wholly(parts)}`;
  return (await tx.first(
    TabCounts,
    sql`select count(*)::int as registered, count(*) filter (where e.origin = 'application')::int as applied, count(*) filter (where ${hasFact('exempt')})::int as exempt,
        count(*) filter (where ${hasFact('replaced')})::int as replaced, count(*) filter (where ${takes})::int as takers, count(*) filter (where e.state <> 'confirmed')::int as unconfirmed,
        count(*) filter (where ${takes} and e.room_id is null)::int as unseated,
        count(*) filter (where ${takes} and (select count(*) from exams.attendance a where a.entry_id = e.id)
          < cardinality(${[...parts]}::smallint[]) - coalesce((select cardinality(f.parts) from exams.fact f where f.entry_id = e.id and f.kind = 'exempt' and f.superseded_at is null), 0))::int as unmarked
      from exams.entry e where e.sitting_id = ${sittingId} and e.state <> 'withdrawn'`,
  ))!;
}

const Pupil = z.object({ personId: z.string(), given: z.string(), family: z.string(), classTitle: z.string() });
export type Pupil = z.infer<typeof Pupil>;

/** Pupils who may be registered, by class and name. */
export const listNamedPupils = (tx: Read, wanted: WantedPupils, today: IsoDate): Promise<Pupil[]> =>
  tx.all(
    Pupil,
    sql`select w.person_id, n.given, n.family, w.class_title from ${pupilsToRegister(wanted)} w ${joinName('n', sql`w.person_id`, today)}
      order by w.class_title, n.family collate platform.latvian, n.given collate platform.latvian, w.person_id`,
  );
