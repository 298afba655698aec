import pg from 'pg';

/** So many different statements are kept prepared on each connection; the rest is planned at each use. */
const MOST = 400;
const WORTH_IT = /^\s*(select|with|insert|update|delete)\b/i;

/**
 * Names for statements that are sent again and again, so that the server parses and plans them once a connection: of a list
 * page's milliseconds planning is the larger part. One that is seen once (an insert of just so many rows) gets none.
 */
export class StatementNames {
  readonly #names = new Map<string, string>();
  readonly #seen = new Set<string>();

  nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known) return known;
    if (!WORTH_IT.test(text) || this.#names.size === MOST) return undefined;
    if (!this.#seen.delete(text)) {
      if (this.#seen.size === MOST) this.#seen.clear();
      this.#seen.add(text);
      return undefined;
    }
    const name = `s${this.#names.size + 1}`;
    this.#names.set(text, name);
    return name;
  }
}

/** A client of `pg` that prepares what it is asked repeatedly. Behind PgBouncer this needs 1.21 or newer (`max_prepared_statements`). */
export function preparingClient(names = new StatementNames()): typeof pg.Client {
  return class extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      this.query = preparing(super.query.bind(this) as Query, names) as typeof this.query;
    }
  };
}

type Query = (...args: readonly unknown[]) => unknown;

const preparing =
  (query: Query, names: StatementNames): Query =>
  (text, values, ...more) => {
    const name = typeof text === 'string' && Array.isArray(values) ? names.nameOf(text) : undefined;
    return name ? query({ name, text, values }, ...more) : query(text, values, ...more);
  };
