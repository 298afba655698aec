import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { IsoDate } from '#kernel/iso-date.js';
import type { MadeUpPerson } from '../domain/made-up-person.js';
import { madeUpPersons } from '../domain/made-up-persons.js';
import { roughPopulation } from '../domain/municipality-populations.js';
import { withoutIndexes } from './without-indexes.js';
import { madeUpPlaces } from './made-up-places.js';

export interface LoadSettings {
  readonly seed: number;
  readonly residents: number;
  readonly asOf: IsoDate;
  readonly recordedAt: Date;
}

const BATCH = 8_000;
/** From this many residents on it is quicker to build the indexes afterwards than to keep them up. */
const MANY = 50_000;

/**
 * Fills the empty register with made-up residents by COPY: all of them, or none. Needs the migrating role's connection,
 * and the territories' units and lineage. Tells how many people there are now.
 * @throws Error when the register already holds someone.
 */
export async function loadMadeUpPersons(ownerUrl: string, settings: LoadSettings): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'vienkopus-made-up-persons' });
  await client.connect();
  try {
    await client.query(`begin; set local maintenance_work_mem = '512MB'; set local synchronous_commit = off`);
    if ((await client.query('select from persons.person limit 1')).rowCount) throw new Error('the register of persons is not empty');
    const places = await madeUpPlaces(client, roughPopulation);
    const fill = () => copyAll(client, madeUpPersons({ ...settings, places }), settings.recordedAt);
    await (settings.residents < MANY ? fill() : withoutIndexes(client, 'persons', fill));
    await client.query('commit');
    // Index-only counts by municipality need the visibility map, which only VACUUM makes.
    await client.query('vacuum (analyze) persons.person, persons.name, persons.code, persons.address, persons.guardianship, persons.protection');
    return settings.residents;
  } finally {
    await client.end();
  }
}

const TABLES = {
  person: 'id, born_on, sex, died_on, family_key, given_key, home_atvk, home_part, recorded_at, recorded_by',
  name: 'person_id, given, family, valid_from, valid_to, recorded_at, recorded_by',
  code: 'person_id, code, valid_from, valid_to, recorded_at, recorded_by',
  address: 'person_id, atvk, part, street, valid_from, valid_to, recorded_at, recorded_by',
  guardianship: 'child_id, guardian_id, kind, place, basis, valid_from, valid_to, recorded_at, recorded_by',
  protection: 'person_id, kind, basis, valid_from, recorded_at, recorded_by',
} as const;
type Table = keyof typeof TABLES;

async function copyAll(client: pg.Client, people: Iterable<MadeUpPerson>, recordedAt: Date) {
  const keys = new Map<string, string>();
  const recorded = `${recordedAt.toISOString()}\tmade-up-persons\n`;
  for (const batch of inBatches(people)) {
    await learnKeys(client, keys, batch);
    const lines: Record<Table, string[]> = { person: [], name: [], code: [], address: [], guardianship: [], protection: [] };
    for (const person of batch) writeLines(lines, person, keys, recorded);
    for (const table of Object.keys(TABLES) as Table[]) {
      const copy = client.query(copyFrom(`copy persons.${table} (${TABLES[table]}) from stdin`));
      await pipeline(Readable.from([lines[table].join('')]), copy);
    }
  }
}

function* inBatches<T>(things: Iterable<T>): Generator<T[]> {
  let batch: T[] = [];
  for (const thing of things) {
    batch.push(thing);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** The database alone says how names are searched; each different name is asked once. */
async function learnKeys(client: pg.Client, keys: Map<string, string>, batch: readonly MadeUpPerson[]) {
  const names = new Set(batch.flatMap(({ names: all }) => [all.at(-1)!.given, all.at(-1)!.family]).filter((name) => !keys.has(name)));
  const found = await client.query<{ name: string; key: string }>('select name, platform.search_key(name) as key from unnest($1::text[]) name', [[...names]]);
  for (const { name, key } of found.rows) keys.set(name, key);
}

const NULL = '\\N';

function writeLines(lines: Record<Table, string[]>, person: MadeUpPerson, keys: Map<string, string>, recorded: string) {
  const { id } = person;
  const name = person.names.at(-1)!;
  const home = person.addresses.at(-1);
  lines.person.push(
    `${id}\t${person.bornOn}\t${person.sex}\t${person.diedOn ?? NULL}\t${keys.get(name.family)}\t${keys.get(name.given)}\t${home?.atvk ?? NULL}\t${home?.part ?? ''}\t${recorded}`,
  );
  for (const { given, family, from, to } of person.names) lines.name.push(`${id}\t${given}\t${family}\t${from}\t${to ?? NULL}\t${recorded}`);
  for (const { code, from, to } of person.codes) lines.code.push(`${id}\t${code}\t${from}\t${to ?? NULL}\t${recorded}`);
  for (const { atvk, part, street, from, to } of person.addresses) {
    lines.address.push(`${id}\t${atvk}\t${part}\t${street}\t${from}\t${to ?? NULL}\t${recorded}`);
  }
  for (const { guardianId, kind, place, basis, from, to } of person.guardians) {
    lines.guardianship.push(`${id}\t${guardianId ?? NULL}\t${kind}\t${place}\t${basis}\t${from}\t${to ?? NULL}\t${recorded}`);
  }
  if (person.protection) lines.protection.push(`${id}\t${person.protection}\tLēmums par personas datu aizsardzību\t${person.bornOn}\t${recorded}`);
}
