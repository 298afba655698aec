import { ownClient } from './own-client.js';

/**
 * Does `work` while no other process does anything under the same number on this database; they wait for each other. The lock is a transaction's:
 * it ends with the connection, however that ends, also behind a pooler that lends a server for one transaction.
 */
export async function oneAtATime<R>(url: string, number: number, work: () => Promise<R>): Promise<R> {
  const turn = ownClient({ connectionString: url, application_name: 'vienkopus takes its turn' });
  await turn.connect();
  try {
    await turn.query('begin');
    await turn.query('set local idle_in_transaction_session_timeout = 0');
    await turn.query('select pg_advisory_xact_lock($1)', [number]);
    return await work();
  } finally {
    await turn.end();
  }
}
