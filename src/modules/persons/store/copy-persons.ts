import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Facts, MadeUpPerson } from '../domain/made-up-person.js';

const TABLES = {
  person: 'id, born_on, sex, died_on, family_key, given_key, home_atvk, home_part, recorded_at, recorded_by',
  name: 'person_id, given, family, valid_from, valid_to, recorded_at, recorded_by',
  code: 'person_id, code, valid_from, valid_to, recorded_at, recorded_by',
  address: 'person_id, atvk, part, street, valid_from, valid_to, recorded_at, recorded_by',
  guardianship: 'child_id, guardian_id, kind, place, basis, valid_from, valid_to, recorded_at, recorded_by',
  protection: 'person_id, kind, basis, valid_from, recorded_at, recorded_by',
  death: 'person_id, died_on, basis, recorded_at, recorded_by',
} as const;
type Table = keyof typeof TABLES;

/** Sends lines of COPY's text format. */
export const copyLines = async (client: pg.Client, into: string, lines: readonly string[]): Promise<void> => {
  if (lines.length > 0) await pipeline(Readable.from([lines.join('')]), client.query(copyFrom(`copy ${into} from stdin`)));
};

/** Copies people into the register, a batch at a time, with all rows they have. */
export class PersonCopier {
  readonly #client: pg.Client;
  readonly #recorded: string;
  readonly #keys = new Map<string, string>();
  #lines = emptyLines();

  constructor(client: pg.Client, recordedAt: Date) {
    this.#client = client;
    this.#recorded = `${recordedAt.toISOString()}\tmade-up-persons\n`;
  }

  /** A person new to the register. */
  add(person: MadeUpPerson): void {
    const recorded = this.#recorded;
    this.#lines.person.push(`${person.id}\t${person.bornOn}\t${person.sex}\t${this.presentState(person)}\t${recorded}`);
    this.addRows(person.id, person);
    if (person.protection) this.#lines.protection.push(`${person.id}\t${person.protection}\tLēmums par personas datu aizsardzību\t${person.bornOn}\t${recorded}`);
  }

  /** Rows of histories of a person who is, or in this batch becomes, known. */
  addRows(id: string, { names, codes, addresses, guardians, diedOn }: Facts): void {
    const recorded = this.#recorded;
    for (const { given, family, from, to } of names) this.#lines.name.push(`${id}\t${given}\t${family}\t${from}\t${to ?? NULL}\t${recorded}`);
    for (const { code, from, to } of codes) this.#lines.code.push(`${id}\t${code}\t${from}\t${to ?? NULL}\t${recorded}`);
    for (const { atvk, part, street, from, to } of addresses) this.#lines.address.push(`${id}\t${atvk}\t${part}\t${street}\t${from}\t${to ?? NULL}\t${recorded}`);
    for (const { guardianId, kind, place, basis, from, to } of guardians) {
      this.#lines.guardianship.push(`${id}\t${guardianId ?? NULL}\t${kind}\t${place}\t${basis}\t${from}\t${to ?? NULL}\t${recorded}`);
    }
    if (diedOn) this.#lines.death.push(`${id}\t${diedOn}\tMiršanas reģistra ieraksts\t${recorded}`);
  }

  /** What the person's own row repeats of the histories: died_on, family_key, given_key, home_atvk, home_part. */
  presentState({ diedOn, names, addresses }: MadeUpPerson): string {
    const name = names.at(-1)!;
    const home = addresses.at(-1);
    return `${diedOn ?? NULL}\t${this.#keys.get(name.family)}\t${this.#keys.get(name.given)}\t${home?.atvk ?? NULL}\t${home?.part ?? ''}`;
  }

  /** To be called before a batch is added: the database alone says how names are searched; each different name is asked once. */
  async learnKeys(batch: readonly MadeUpPerson[]): Promise<void> {
    const names = new Set(batch.flatMap(({ names: all }) => [all.at(-1)!.given, all.at(-1)!.family]).filter((name) => !this.#keys.has(name)));
    const found = await this.#client.query<{ name: string; key: string }>('select name, platform.search_key(name) as key from unnest($1::text[]) name', [[...names]]);
    for (const { name, key } of found.rows) this.#keys.set(name, key);
  }

  async flush(): Promise<void> {
    const lines = this.#lines;
    this.#lines = emptyLines();
    for (const table of Object.keys(TABLES) as Table[]) await copyLines(this.#client, `persons.${table} (${TABLES[table]})`, lines[table]);
  }
}

const NULL = String.raw`\N`;

const emptyLines = (): Record<Table, string[]> => ({ person: [], name: [], code: [], address: [], guardianship: [], protection: [], death: [] });

const BATCH = 8_000;

export function* inBatches<T>(things: Iterable<T>): Generator<T[]> {
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
