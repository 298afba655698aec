import type pg from 'pg';
import type { IsoDate } from '#kernel/iso-date.js';
import type { LastingPlace } from '#modules/territories/public.js';
import { ownClient } from '#platform/db/own-client.js';
import { knownBefore, type LaterLife, learntSince } from '../domain/made-up-life.js';
import type { MadeUpPerson, Span } from '../domain/made-up-person.js';
import { madeUpPersons } from '../domain/made-up-persons.js';
import { roughPopulation } from '../domain/municipality-populations.js';
import { copyLines, inBatches, PersonCopier } from './copy-persons.js';
import { INSERT_FORMER_HOMES } from './former-homes.js';
import { withoutIndexes } from './without-indexes.js';

export interface LoadSettings {
  readonly seed: number;
  readonly residents: number;
  readonly asOf: IsoDate;
  readonly places: readonly LastingPlace[];
  readonly recordedAt: Date;
  /** Written last, in the same transaction: a mark that the load is done. */
  readonly finish?: (client: pg.ClientBase) => Promise<unknown>;
}

/** From this many residents on it is quicker to build the indexes afterwards than to keep them up. */
const MANY = 50_000;

/**
 * Fills the empty register with made-up residents by COPY: all of them, or none. Needs the migrating role's connection.
 * @param before what began on this day or later is left for `continueMadeUpLives`; everything is loaded when absent.
 * @throws Error when the register already holds someone.
 */
export const loadMadeUpPersons = (ownerUrl: string, settings: LoadSettings, before?: IsoDate): Promise<void> =>
  inOneTransaction(ownerUrl, settings, async (client) => {
    if ((await client.query('select from persons.person limit 1')).rowCount) throw new Error('the register of persons is not empty');
    const fill = async () => {
      await copyPersons(client, settings, before);
      await client.query(INSERT_FORMER_HOMES);
    };
    await (settings.residents < MANY ? fill() : withoutIndexes(client, 'persons', fill));
  });

/** What became of the same made-up people since: births, moves, new names and codes, deaths. */
export const continueMadeUpLives = (ownerUrl: string, settings: LoadSettings, since: IsoDate): Promise<void> =>
  inOneTransaction(ownerUrl, settings, async (client) => {
    await client.query(LATER_TABLES);
    const copier = new PersonCopier(client, settings.recordedAt);
    const changes = new LaterChanges();
    for (const batch of inBatches(people(settings))) {
      await copier.learnKeys(batch);
      for (const person of batch) continueLife(person, since, copier, changes);
      await changes.apply(client);
      await copier.flush();
    }
    await client.query('set local enable_hashjoin = on; set local enable_mergejoin = on; truncate persons.former_home');
    await client.query(INSERT_FORMER_HOMES);
  });

const people = ({ places, ...settings }: LoadSettings): Generator<MadeUpPerson> => {
  const partsOf = (atvk: string) => places.filter((place) => place.atvk === atvk).length;
  return madeUpPersons({ ...settings, places: places.map((place) => ({ ...place, weight: roughPopulation(place.atvk) / partsOf(place.atvk) })) });
};

async function copyPersons(client: pg.Client, settings: LoadSettings, before: IsoDate | undefined): Promise<void> {
  const copier = new PersonCopier(client, settings.recordedAt);
  for (const batch of inBatches(people(settings))) {
    const known = before ? batch.flatMap((person) => knownBefore(person, before) ?? []) : batch;
    await copier.learnKeys(known);
    for (const person of known) copier.add(person);
    await copier.flush();
  }
}

function continueLife(person: MadeUpPerson, since: IsoDate, copier: PersonCopier, changes: LaterChanges): void {
  if (person.bornOn >= since) return copier.add(person);
  const life = learntSince(person, since);
  if (!life) return;
  copier.addRows(person.id, life.begun);
  changes.add(person.id, life, copier.presentState(person));
}

const HISTORIES = { names: 'name', codes: 'code', addresses: 'address' } as const;
type History = keyof typeof HISTORIES;

/** Ends of rows and new states of people, gathered for a batch and written by one statement a table. */
class LaterChanges {
  readonly #ends: Record<History, string[]> = { names: [], codes: [], addresses: [] };
  readonly #states: string[] = [];

  add(id: string, { ended }: LaterLife, state: string): void {
    this.#states.push(`${id}\t${state}\n`);
    for (const history of Object.keys(HISTORIES) as History[]) this.#ends[history].push(...ended[history].map(({ from, to }: Span) => `${id}\t${from}\t${to}\n`));
  }

  async apply(client: pg.Client): Promise<void> {
    for (const [history, table] of Object.entries(HISTORIES) as [History, string][]) {
      await copyLines(client, 'later_end', this.#ends[history].splice(0));
      await client.query(`
        update persons.${table} row set valid_to = later_end.valid_to from later_end
        where row.person_id = later_end.person_id and row.valid_from = later_end.valid_from and row.superseded_at is null`);
      await client.query('truncate later_end');
    }
    await copyLines(client, 'later_state', this.#states.splice(0));
    await client.query(NEW_STATES);
    await client.query('truncate later_state');
  }
}

/** A batch changes few rows of many, and the planner, who knows nothing about a temporary table, would read all of them. */
const LATER_TABLES = `
  set local enable_hashjoin = off; set local enable_mergejoin = off;
  create temporary table later_end (person_id uuid, valid_from date, valid_to date) on commit drop;
  create temporary table later_state (person_id uuid, died_on date, family_key text, given_key text, home_atvk text, home_part text) on commit drop`;

const NEW_STATES = `
  update persons.person p set died_on = s.died_on, family_key = s.family_key, given_key = s.given_key, home_atvk = s.home_atvk, home_part = s.home_part
  from later_state s where p.id = s.person_id`;

async function inOneTransaction(ownerUrl: string, { finish }: LoadSettings, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = ownClient({ connectionString: ownerUrl, application_name: 'vienkopus-made-up-persons' });
  await client.connect();
  try {
    await client.query(`begin; set local maintenance_work_mem = '512MB'; set local work_mem = '128MB'; set local synchronous_commit = off`);
    await work(client);
    await finish?.(client);
    await client.query('commit');
    // Index-only counts by municipality need the visibility map, which only VACUUM makes.
    await client.query('vacuum (analyze) persons.person, persons.name, persons.code, persons.address, persons.former_home, persons.guardianship, persons.protection');
  } finally {
    await client.end();
  }
}
