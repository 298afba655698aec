import type pg from 'pg';

/** Where a row lies, written as `institution:<id>`, `unit:<number>` or `person:<id>`. */
export type Place = string;

export interface World {
  readonly places: ReadonlyMap<string, ReadonlySet<Place>>;
  /** The identifiers of each table's rows, by `schema.table`, in the order in which most were made: so that the same few rows are tried each time. */
  readonly tables: ReadonlyMap<string, readonly string[]>;
}

interface Reference {
  readonly table: string;
  readonly column: string;
  readonly to: string;
}

interface Row {
  readonly places: Place[];
  /** Rows that this one belongs to, as `<table> <id>`. */
  readonly owners: string[];
}

const SCHEMAS = ['access', 'apps', 'certificates', 'education', 'exams', 'institutions', 'intake', 'marks', 'persons', 'settlements', 'training'];
/** Who did something, or teaches, says nothing of where a row lies, and neither does what a row replaced. */
const NOT_OWNERS = /(_by|teacher_id|superseded|replaces|inherited_from|first_entry_id|basis_file_id)/;
const BY_NAME: Readonly<Record<string, string>> = { institution_id: 'institutions.institution', person_id: 'persons.person', unit_id: 'territories.unit' };
const PLACE_OF: Readonly<Record<string, string>> = { 'institutions.institution': 'institution', 'territories.unit': 'unit', 'persons.person': 'person' };

/**
 * For every identifier in the registers the places of its row: read from the catalogue's columns and foreign keys alone, so that a new table is known by itself,
 * and nothing of the program's own queries is believed.
 */
export async function whereRowsLie(client: pg.Client): Promise<World> {
  const references = await referencesOf(client);
  const rows = new Map<string, Row>();
  for (const [table, own] of Map.groupBy(references, ({ table }) => table)) await readRows(client, table, own, rows);
  const places = resolved(rows);
  await addNumbers(client, places);
  const named = [...rows.keys()].map((key) => key.split(' ') as [string, string, string?]).filter(([, id]) => id !== 'unnamed');
  const tables = new Map(Map.groupBy(named, ([table]) => table).entries().map(([table, keys]) => [table, keys.map(([, id]) => id).sort()]));
  return { places, tables: tables.set('persons.person', [...places.keys()].filter((id) => places.get(id)!.has(`person:${id}`))) };
}

async function referencesOf(client: pg.Client): Promise<Reference[]> {
  const keys = await client.query<Reference>(
    `select c.conrelid::regclass::text as table, a.attname as column, c.confrelid::regclass::text as to
       from pg_constraint c, unnest(c.conkey, c.confkey) as pair (own, other)
       join pg_attribute a on true join pg_attribute b on true
      where c.contype = 'f' and c.conparentid = 0 and a.attrelid = c.conrelid and a.attnum = pair.own and b.attrelid = c.confrelid and b.attnum = pair.other and b.attname in ('id')
        and split_part(c.conrelid::regclass::text, '.', 1) = any($1)`, [SCHEMAS]);
  const named = await client.query<{ table: string; column: string }>(
    `select c.oid::regclass::text as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relkind in ('r', 'p') and not c.relispartition and a.attname = any($2) and c.relnamespace::regnamespace::text = any($1)`, [SCHEMAS, Object.keys(BY_NAME)]);
  const byName = named.rows.map(({ table, column }) => ({ table, column, to: BY_NAME[column]! }));
  const all = [...keys.rows.filter(({ table, column, to }) => !NOT_OWNERS.test(column) && table !== to && !(to === 'access.app_user' && !/^(access|apps|training)\./.test(table))), ...byName];
  return [...new Map(all.map((one) => [`${one.table} ${one.column}`, one])).values()];
}

let unnamed = 0;

async function readRows(client: pg.Client, table: string, references: readonly Reference[], rows: Map<string, Row>): Promise<void> {
  const { rows: columns } = await client.query<{ name: string }>(`select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0`, [table]);
  const hasId = columns.some(({ name }) => name === 'id');
  const found = await client.query<Record<string, string | number | null>>(`select distinct ${[...(hasId ? ['id'] : []), ...references.map(({ column }) => column)].join(', ')} from ${table}`);
  for (const row of found.rows) {
    const made: Row = { places: [], owners: [] };
    for (const { column, to } of references) {
      if (row[column] === null || row[column] === undefined) continue;
      if (PLACE_OF[to]) made.places.push(`${PLACE_OF[to]}:${row[column]}`);
      else made.owners.push(`${to} ${row[column]}`);
    }
    rows.set(`${table} ${row['id'] ?? `unnamed ${(unnamed += 1)}`}`, made);
  }
}

function resolved(rows: ReadonlyMap<string, Row>): Map<string, Set<Place>> {
  const known = new Map<string, Set<Place>>();
  const placesOf = (key: string, above: readonly string[] = []): Set<Place> => {
    const before = known.get(key);
    if (before) return before;
    const row = rows.get(key);
    const found = new Set(row?.places);
    for (const owner of row?.owners ?? []) if (!above.includes(owner)) for (const place of placesOf(owner, [...above, key])) found.add(place);
    known.set(key, found);
    return found;
  };
  for (const key of rows.keys()) placesOf(key);
  const ofPerson = new Map<Place, Set<Place>>();
  for (const found of known.values())
    for (const person of [...found].filter((place) => place.startsWith('person:')))
      for (const place of found) if (!place.startsWith('person:')) ofPerson.set(person, (ofPerson.get(person) ?? new Set()).add(place));
  const answer = new Map<string, Set<Place>>();
  const add = (id: string, found: Iterable<Place>) => answer.set(id, new Set([...(answer.get(id) ?? []), ...found]));
  for (const [key, found] of known) {
    const persons = [...found].filter((place) => place.startsWith('person:'));
    // What only tells of a person lies where the person is known.
    const elsewhere = persons.length === found.size ? persons.flatMap((person) => [...(ofPerson.get(person) ?? [])]) : [];
    add(key.split(' ')[1]!, [...found, ...elsewhere]);
  }
  for (const [person, found] of ofPerson) add(person.slice('person:'.length), [person, ...found]);
  return answer;
}

/** Institutions by their own identifiers and registration numbers, and people by their personal codes; guardians lie where their children do. */
async function addNumbers(client: pg.Client, places: Map<string, Set<Place>>): Promise<void> {
  const institutions = await client.query<{ id: string; reg_nr: string }>('select id, reg_nr from institutions.institution');
  for (const { id, reg_nr } of institutions.rows) for (const name of [id, reg_nr]) places.set(name, new Set([`institution:${id}`]));
  const guardians = await client.query<{ child_id: string; guardian_id: string }>('select child_id, guardian_id from persons.guardianship');
  for (const { child_id, guardian_id } of guardians.rows) places.set(guardian_id, new Set([`person:${guardian_id}`, ...(places.get(guardian_id) ?? []), ...(places.get(child_id) ?? [])]));
  const codes = await client.query<{ code: string; person_id: string }>('select code, person_id from persons.code');
  for (const { code, person_id } of codes.rows) places.set(code, new Set([`person:${person_id}`, ...(places.get(person_id) ?? [])]));
}
