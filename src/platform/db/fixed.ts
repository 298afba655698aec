import { CompiledQuery } from 'kysely';
import { type Sql, sql, type Statement } from './sql.js';

/** Stands in a statement for a value that is given at each use. */
class Place {
  readonly at: number;

  constructor(at: number) {
    this.at = at;
  }
}

/**
 * A statement whose words are always the same. It is put together once; after that each use costs only its values, where putting together
 * a long statement takes more of the processor than sending it. For what is asked many times a second.
 * @param count how many values it has
 * @param build the statement around its values, which are bound in their order wherever they stand; what it decides by anything else, it decides once
 */
export function fixed(count: number, build: (...places: readonly Sql[]) => Sql): (...values: readonly unknown[]) => Statement {
  let compiled: CompiledQuery | undefined;
  return (...values) => ({
    execute(connection) {
      compiled ??= build(...Array.from({ length: count }, (_, at) => sql`${new Place(at)}`)).compile(connection);
      const bound = compiled.parameters.map((one) => (one instanceof Place ? values[one.at] : one));
      return connection.getExecutor().executeQuery(CompiledQuery.raw(compiled.sql, bound));
    },
  });
}
