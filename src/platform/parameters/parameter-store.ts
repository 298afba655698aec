import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sharedRows } from '../db/sharing.js';
import { type Sql, sql } from '../db/sql.js';
import type { Read, Write } from '../db/transaction.js';
import { namesOf, type Numbers, type ParameterFamily, type Values } from '#kernel/parameter.js';
import { type Held, type ParameterChange, valuesOn } from './timeline.js';

const Day = z.string().transform((words) => words as IsoDate);
const HeldRow = z.object({ name: z.string(), numbers: z.array(z.number()), validFrom: Day, validTo: Day.nullable() });
const ParameterRow = HeldRow.extend({ id: z.string(), basis: z.string(), verified: z.boolean().nullable(), recordedBy: z.string() });

/** A believed value with its days, its basis and, where it is law, whether its text has been compared. */
export interface ParameterRow<Name extends string = string> extends Held<Name> {
  readonly id: string;
  readonly basis: string;
  readonly verified: boolean | null;
  readonly recordedBy: string;
}

export interface NewParameter<Name extends string = string> extends ParameterChange<Name> {
  readonly basis: string;
  readonly verified: boolean | null;
}

/** Who writes, and when. */
export interface Written {
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

export interface ParameterStore<Name extends string = string> {
  readonly family: ParameterFamily<Name>;
  /** What holds on a day, within its range; nothing for what has no value then. */
  on(tx: Read, day: IsoDate): Promise<Values<Name>>;
  /** All that is believed, in the family's order and by their days. */
  list(tx: Read): Promise<ParameterRow<Name>[]>;
  /** A value from a day on, for good: what was planned for then or later is superseded, what held before ends that day. */
  put(tx: Write, change: NewParameter<Name>, written: Written): Promise<void>;
  /** Takes back what has not begun; what held before it goes on. */
  takeBack(tx: Write, gone: ParameterRow<Name>, written: Written): Promise<void>;
}

/** The one way to dated parameters, over a module's own table of the shape in migration 0126. Nothing is deleted: what is believed no more is superseded. */
export function parameterStore<Name extends string>(table: string, family: ParameterFamily<Name>): ParameterStore<Name> {
  const from = sql`from ${sql.table(table)} p where p.superseded_at is null`;
  const COLUMNS = sql`p.id, p.name, p.numbers, p.valid_from, p.valid_to, p.basis, p.verified, p.recorded_by`;
  const order = namesOf(family);
  const held = sharedRows(HeldRow, ['date'], (day) => sql`select p.name, p.numbers, p.valid_from, p.valid_to ${from} and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to > ${day})`);

  const rowsOf = async (tx: Read, query: Sql): Promise<ParameterRow<Name>[]> => (await tx.all(ParameterRow, query)) as unknown as ParameterRow<Name>[];
  const supersede = (tx: Write, which: Sql, at: Date) => rowsOf(tx, sql`update ${sql.table(table)} p set superseded_at = ${at} where p.superseded_at is null and ${which} returning ${COLUMNS}`);
  /** Writes what is believed from now on, and says of what it replaces by which row. */
  async function replace(tx: Write, before: readonly ParameterRow<Name>[], rows: readonly NewRow<Name>[], { recordedAt, recordedBy }: Written): Promise<void> {
    await tx.insert(table, rows.map(({ name, numbers, validFrom, validTo, basis, verified }) => ({ name, numbers: [...numbers], validFrom, validTo, basis, verified, recordedAt, recordedBy })));
    await tx.run(sql`update ${sql.table(table)} p set superseded_by = n.id from ${sql.table(table)} n
      where p.id = any(${before.map(({ id }) => id)}::uuid[]) and n.name = p.name and n.valid_from = ${rows.at(-1)!.validFrom}::date and n.superseded_at is null`);
  }

  return {
    family,
    on: async (tx, day) => valuesOn(family, (await held(tx, day)) as unknown as Held<Name>[], day),
    list: async (tx) => (await rowsOf(tx, sql`select ${COLUMNS} ${from} order by p.valid_from`)).filter(({ name }) => order.includes(name)).toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name)),
    async put(tx, change, written) {
      const before = await supersede(tx, sql`p.name = ${change.name} and (p.valid_to is null or p.valid_to > ${change.validFrom}::date)`, written.recordedAt);
      const kept = before.filter((one) => one.validFrom < change.validFrom).map((one) => ({ ...one, validTo: change.validFrom }));
      await replace(tx, before, [...kept, { ...change, validTo: null }], written);
    },
    async takeBack(tx, gone, written) {
      const before = await supersede(tx, sql`(p.id = ${gone.id} or (p.name = ${gone.name} and p.valid_to = ${gone.validFrom}::date))`, written.recordedAt);
      const goesOn = before.filter((one) => one.id !== gone.id).map((one) => ({ ...one, validTo: gone.validTo }));
      if (goesOn.length > 0) await replace(tx, before, goesOn, written);
    },
  };
}

type NewRow<Name extends string> = NewParameter<Name> & Pick<Held, 'validTo'>;

/** Families of single numbers, as their callers use them. */
export const single = <Name extends string>(values: Values<Name>): Readonly<Record<Name, number>> =>
  Object.fromEntries(Object.entries<Numbers>(values).flatMap(([name, numbers]) => (numbers[0] === undefined ? [] : [[name, numbers[0]]]))) as Readonly<Record<Name, number>>;
