import { realpath } from 'node:fs/promises';
import { type Client, DatabaseError } from 'pg';
import { ownClient } from '../db/own-client.js';

/** Any number: the advisory lock in database `postgres` that each user of an embedded server holds (shared). */
const USE = 18_11_2026;

/** Our own open connection to a server. While it is open, no other user of the server stops it. */
export interface Session {
  readonly port: number;
  /** The folder of the server's socket; empty where it has none. */
  readonly socketFolder: string;
  /** False once the server or the connection broke down. */
  isOpen(): boolean;
  /** Gives up our use; true when nobody else uses the server, which then waits to be stopped by us. */
  leave(): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens a session; undefined while the server is starting, recovering or stopping, or when the port is somebody else's. */
export async function openSession(port: number, password: string, cluster: string): Promise<Session | undefined> {
  const client = ownClient({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    application_name: 'vienkopus keeps the server',
    connectionTimeoutMillis: 5000,
  });
  let isOpen = true;
  client.on('end', () => (isOpen = false));
  const close = (): Promise<void> => client.end().catch(() => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ path: string; sockets: string }>(`select current_setting('data_directory') as path, current_setting('unix_socket_directories') as sockets`);
    if ((await realpath(rows[0]?.path ?? '')) === (await realpath(cluster))) {
      await client.query('select pg_advisory_lock_shared($1)', [USE]);
      return { port, socketFolder: rows[0]?.sockets ?? '', isOpen: () => isOpen, leave: () => leave(client), close };
    }
  } catch (error) {
    if (error instanceof DatabaseError && error.code === '28P01') {
      await close();
      throw new Error(`The password beside ${cluster} is not the one of the server on port ${port}.`, { cause: error });
    }
  }
  await close();
  return undefined;
}

async function leave(client: Client): Promise<boolean> {
  await client.query('select pg_advisory_unlock_shared($1)', [USE]);
  const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [USE]);
  return rows[0]?.alone === true;
}
