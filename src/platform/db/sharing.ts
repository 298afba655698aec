import type { SchemaOf } from '#kernel/schema.js';
import { fixed } from './fixed.js';
import { gathering } from './gathering.js';
import { asList, type Sql, sql } from './sql.js';
import type { Read, Write } from './transaction.js';

/** How many statements may be under way at a time outside a transaction; within one there is never more than one. */
const LANES = 2;

/**
 * A statement that those share who need it at the same moment and over the same connection: requests that read, or actions that run together in
 * one transaction (`shared`). Who is alone asks for one.
 * @param ask answers all keys at once, in their order; a failure is everybody's in a transaction, and elsewhere only theirs whom it concerns
 */
export function sharing<Tx extends Read, Key, Answer>(ask: (tx: Tx, keys: readonly Key[]) => Promise<readonly Answer[]>): (tx: Tx, key: Key) => Promise<Answer> {
  const known = new WeakMap<Tx, (key: Key) => Promise<Answer>>();
  return (tx, key) => {
    const asker = known.get(tx) ?? gathering((keys: readonly Key[]) => ask(tx, keys), { lanes: LANES, waits: true });
    known.set(tx, asker);
    return asker(key);
  };
}

type Column = 'uuid' | 'text' | 'date' | 'timestamptz' | 'int';
type ValueOf<C extends Column> = C extends 'timestamptz' ? Date | null : C extends 'int' ? number | null : string | null;
type Values<C extends readonly Column[]> = { readonly [At in keyof C]: ValueOf<C[At]> };
type Asked<C extends readonly Column[]> = { readonly [At in keyof C]: Sql };

/**
 * Rows by a key, as a statement that is shared: the query is written for one key, whose values stand in it as expressions, and is run for each in its turn,
 * so that whoever asks with others gets what they would have got alone, in the query's own order.
 */
export function sharedRows<R, const C extends readonly Column[]>(row: SchemaOf<R>, columns: C, query: (...asked: Asked<C>) => Sql): (tx: Read, ...key: Values<C>) => Promise<R[]> {
  const numbered = columns.map((_, at) => `c${at + 1}`);
  const found = query(...(numbered.map((name) => sql.raw(`asked.${name}`)) as unknown as Asked<C>));
  const placed: SchemaOf<Placed<R>> = { parse: (raw) => ({ ...row.parse(raw), askedPlace: (raw as Placed<R>).askedPlace, askedNth: 0 }) };
  const statement = fixed(
    columns.length,
    (...lists) => sql`select asked.place as asked_place, own.* from unnest(${sql.join(lists.map((list, at) => asList(list, columns[at]!)))}) with ordinality as asked(${sql.raw([...numbered, 'place'].join(', '))})
      cross join lateral (select one.*, row_number() over () as asked_nth from (${found}) one) own order by asked.place, own.asked_nth`,
  );
  const read = sharing(async (tx: Read, keys: readonly Values<C>[]) => {
    const rows = await tx.all(placed, statement(...columns.map((_, at) => keys.map((key) => key[at] ?? null))));
    const answers: R[][] = keys.map(() => []);
    for (const { askedPlace, askedNth: _, ...one } of rows) answers[askedPlace - 1]!.push(one as R);
    return answers;
  });
  return (tx, ...key) => read(tx, key);
}

type Placed<R> = R & { readonly askedPlace: number; readonly askedNth: number };

/** The same where there is one row or none. */
export function sharedFirst<R, const C extends readonly Column[]>(row: SchemaOf<R>, columns: C, query: (...asked: Asked<C>) => Sql): (tx: Read, ...key: Values<C>) => Promise<R | undefined> {
  const rows = sharedRows(row, columns, query);
  return async (tx, ...key) => (await rows(tx, ...key))[0];
}

/** A change without an answer, written for all who make it at the same moment. */
export function sharedWrite<Key>(write: (tx: Write, keys: readonly Key[]) => Promise<unknown>): (tx: Write, key: Key) => Promise<void> {
  return sharing(async (tx: Write, keys: readonly Key[]) => {
    await write(tx, keys);
    return keys.map(() => undefined);
  });
}
