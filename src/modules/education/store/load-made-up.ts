import type pg from 'pg';
import type { IsoDate } from '#kernel/iso-date.js';
import { ownClient } from '#platform/db/own-client.js';
import { MADE_UP_STAYS } from './made-up-stays.js';
import {
  INSERT_CANDIDATES, INSERT_CLASSES, INSERT_EXEMPTIONS, INSERT_MEMBERS, INSERT_PLACEMENTS, INSERT_PLANS, INSERT_TEACHERS, MADE_UP_CLASSES, MADE_UP_MEMBERS, MADE_UP_TEACHERS, NAME_CLASS_TEACHERS,
} from './made-up-memberships.js';

export interface PupilLoad {
  readonly today: IsoDate;
  readonly year: number;
  readonly startsOn: IsoDate;
  readonly yearBeforeStartsOn: IsoDate;
  readonly seed: number;
  readonly institutions: readonly { readonly id: string; readonly unitId: number }[];
  /** People whose school is given, with the highest grade it teaches. */
  readonly fixed: readonly { readonly personId: string; readonly id: string; readonly grade: number }[];
  readonly titles: readonly { readonly grade: number | null; readonly letter: number; readonly title: string; readonly key: string }[];
  readonly lessons: readonly { readonly name: string; readonly fromGrade: number; readonly toGrade: number; readonly turn: number }[];
  readonly exemptFrom: string;
  readonly adults: readonly string[];
  readonly recordedAt: Date;
  /** Written last, in the same transaction: a mark that the load is done. */
  readonly finish: (client: pg.ClientBase) => Promise<unknown>;
}

export interface Loaded {
  readonly classes: number;
  readonly memberships: number;
  readonly placements: number;
  readonly positions: number;
}

/** From this many members on it is quicker to build the indexes afterwards than to keep them up. */
const MANY = 20_000;
const HEAVY = ['membership', 'placement'] as const;

/**
 * Fills the register of pupils by statements that read the residents where they are: nothing crosses the wire, which COPY would need. All of
 * it, or nothing. Needs the migrating role's connection.
 */
export async function copyMadeUpPupils(ownerUrl: string, load: PupilLoad): Promise<Loaded> {
  const client = ownClient({ connectionString: ownerUrl, application_name: 'vienkopus-made-up-pupils' });
  await client.connect();
  const count = async (text: string, values: unknown[] = []) => (await client.query(text, values)).rowCount ?? 0;
  try {
    await client.query(`begin; set local work_mem = '128MB'; set local maintenance_work_mem = '512MB'; set local synchronous_commit = off; set local jit = off`);
    const values = [load.today, load.year, load.startsOn, load.yearBeforeStartsOn, load.seed, JSON.stringify(load.institutions), JSON.stringify(load.fixed)];
    for (const text of MADE_UP_STAYS) await client.query(...usedBy(text, values));
    await client.query(MADE_UP_CLASSES);
    const classes = await count(INSERT_CLASSES, [load.recordedAt, JSON.stringify(load.titles)]);
    await client.query(MADE_UP_MEMBERS);
    await client.query('analyze seat; analyze member; analyze room');
    let [memberships, placements] = [0, 0];
    const fill = async () => {
      memberships = await count(INSERT_MEMBERS, [load.recordedAt]);
      placements = await count(INSERT_PLACEMENTS, [load.recordedAt]);
    };
    const members = Number((await client.query<{ n: string }>('select count(*) as n from member')).rows[0]!.n);
    await (members < MANY ? fill() : withoutIndexes(client, fill));
    for (const text of MADE_UP_TEACHERS.split(';\n')) await client.query(...usedBy(text, [load.adults]));
    const positions = await count(INSERT_TEACHERS, [load.recordedAt]);
    await client.query(NAME_CLASS_TEACHERS);
    await client.query(INSERT_PLANS, [JSON.stringify(load.lessons)]);
    await client.query(INSERT_EXEMPTIONS, [load.recordedAt, load.exemptFrom]);
    await client.query(INSERT_CANDIDATES, [load.recordedAt]);
    await load.finish(client);
    await client.query('commit');
    await client.query('vacuum (analyze) education.class, education.class_subject, education.membership, education.placement, education.candidate, education.teacher_position');
    return { classes, memberships, placements, positions };
  } finally {
    await client.end();
  }
}

/** PostgreSQL refuses parameters that a statement does not use, and numbers them without gaps. */
function usedBy(text: string, values: readonly unknown[]): [string, unknown[]] {
  const used = [...new Set([...text.matchAll(/\$(\d+)/g)].map((found) => Number(found[1])))].sort((a, b) => a - b);
  return [text.replace(/\$(\d+)/g, (_, number: string) => `$${used.indexOf(Number(number)) + 1}`), used.map((number) => values[number - 1])];
}

interface Piece {
  readonly kind: 'index' | 'constraint';
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Does the work without the indexes, exclusions and foreign keys of the two large tables, then makes them again as they were, which checks every row. */
async function withoutIndexes(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows: pieces } = await client.query<Piece>(PIECES, [HEAVY.map((table) => `education.${table}`)]);
  for (const { kind, table, name } of [...pieces].reverse()) await client.query(kind === 'index' ? `drop index education.${name}` : `alter table ${table} drop constraint ${name}`);
  await work();
  for (const { kind, table, name, definition } of pieces) await client.query(kind === 'index' ? definition : `alter table ${table} add constraint ${name} ${definition}`);
}

/** Foreign keys last: they are checked by joins over what was built before. */
const PIECES = `
  select 'index' as kind, i.indrelid::regclass::text as table, quote_ident(c.relname) as name, pg_get_indexdef(i.indexrelid) as definition, 1 as turn
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where i.indrelid = any($1::regclass[]) and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  union all
  select 'constraint', k.conrelid::regclass::text, quote_ident(k.conname), pg_get_constraintdef(k.oid), case k.contype when 'f' then 3 else 2 end
  from pg_constraint k where k.conrelid = any($1::regclass[]) and k.contype in ('u', 'x', 'f')
  order by turn, name`;
