import { CamelCasePlugin, type CompiledQuery, DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { expect, test } from 'vitest';
import { fixed } from './fixed.js';
import { sql } from './sql.js';

test('is put together once; each use binds its own values wherever they stand, and nobody else’s', async () => {
  const sent: CompiledQuery[] = [];
  let built = 0;
  const statement = fixed(2, (name, day) => {
    built += 1;
    return sql`select ${sql.ref('p.born_on')}, ${'always'} from p where born_on < ${day} and name = ${name} and died_on > ${day}`;
  });
  const connection = connectionThatSends((one) => sent.push(one));
  const [first, second] = [statement('Rūta', '2021-07-01'), statement(null, '2025-07-01')];
  await second.execute(connection);
  await first.execute(connection);
  expect(built).toBe(1);
  expect(sent.map((one) => one.sql)).toEqual(Array(2).fill('select "p"."born_on", $1 from p where born_on < $2 and name = $3 and died_on > $4'));
  expect(sent.map((one) => one.parameters)).toEqual([
    ['always', '2025-07-01', null, '2025-07-01'],
    ['always', '2021-07-01', 'Rūta', '2021-07-01'],
  ]);
});

/** As the program's own, but nothing reaches a server. */
const connectionThatSends = (send: (query: CompiledQuery) => void) =>
  new Kysely({
    dialect: { createAdapter: () => new PostgresAdapter(), createDriver: () => new DummyDriver(), createIntrospector: (db) => new PostgresIntrospector(db), createQueryCompiler: () => new PostgresQueryCompiler() },
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: ({ query }) => send(query),
  });
