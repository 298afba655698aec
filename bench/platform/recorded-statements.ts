import pg from 'pg';

/** The very statements that some work sends to the database, with their values written out. */
export async function recordStatements(pool: pg.Pool, work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const listen = (client: pg.PoolClient) => {
    const send = client.query.bind(client) as (text: string, values?: readonly unknown[]) => unknown;
    client.query = ((text: string, values: readonly unknown[] = []) => {
      statements.push(writtenOut(text, values));
      return send(text, values);
    }) as typeof client.query;
  };
  const stopListening = (_: Error | undefined, client: pg.PoolClient) => void delete (client as { query?: unknown }).query;
  pool.on('acquire', listen).on('release', stopListening);
  try {
    await work();
  } finally {
    pool.off('acquire', listen).off('release', stopListening);
  }
  return statements;
}

const writtenOut = (text: string, values: readonly unknown[]): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/\$(\d+)/g, (_, number: string) => literal(values[Number(number) - 1]));

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.join(',')}}`);
  return pg.escapeLiteral(String(value));
}
