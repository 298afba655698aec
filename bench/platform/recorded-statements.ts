import type pg from 'pg';

/** The very statements that some work sends to the database, with their values written out. */
export async function recordStatements(pool: pg.Pool, work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const sending = new Map<pg.PoolClient, pg.PoolClient['query']>();
  const listen = (client: pg.PoolClient) => {
    sending.set(client, client.query);
    const send = client.query.bind(client) as (text: string, values?: readonly unknown[]) => unknown;
    client.query = ((text: string, values: readonly unknown[] = []) => {
      statements.push(writtenOut(text, values));
      return send(text, values);
    }) as typeof client.query;
  };
  const stopListening = (_: Error | undefined, client: pg.PoolClient) => void (client.query = sending.get(client) ?? client.query);
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

const literal = (value: unknown): string => (value === null || value === undefined ? 'null' : quoted(wordsOf(value)));

function wordsOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Buffer) return `\\x${value.toString('hex')}`;
  if (Array.isArray(value)) return `{${value.map(element).join(',')}}`;
  return String(value);
}

const element = (value: unknown): string => (value === null || value === undefined ? 'null' : `"${wordsOf(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`);

/** Without a colon, which `pgbench` takes for the beginning of a variable wherever it stands. */
const quoted = (words: string): string => `E'${words.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a')}'`;
