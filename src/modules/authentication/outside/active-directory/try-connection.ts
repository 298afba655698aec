import { listUnknownGroups } from './account.js';
import type { DirectoryConnection } from './connection.js';
import { type DirectoryFault, DirectoryUnavailable, inDirectory } from './directory.js';
import { canReadTickets } from './kerberos.js';

/** What an administrator sees before switching a connection on. */
export interface TriedConnection {
  /** Every controller by itself; null: it answered and let the service account in. */
  readonly hosts: readonly { readonly name: string; readonly fault: DirectoryFault | null }[];
  /** Groups named in the settings (the required one and those of the role map) that the directory does not have. */
  readonly unknownGroups: readonly string[];
  /** Whether this server can read tickets; null: the connection takes none. */
  readonly readsTickets: boolean | null;
}

/** Tries every controller and every named group. Reads no person. */
export async function tryConnection(connection: DirectoryConnection): Promise<TriedConnection> {
  const named = [...new Set([...(connection.requiredGroup === null ? [] : [connection.requiredGroup]), ...connection.groupRoles.map(({ group }) => group)])];
  const hosts = await Promise.all(connection.hosts.map(async (host) => ({ name: host.name, ...(await unknownAt({ ...connection, hosts: [host] }, named)) })));
  return {
    hosts: hosts.map(({ name, fault }) => ({ name, fault })),
    unknownGroups: hosts.find(({ fault }) => fault === null)?.unknown ?? [],
    readsTickets: connection.kind === 'ldaps' ? null : canReadTickets(),
  };
}

async function unknownAt(connection: DirectoryConnection, named: readonly string[]): Promise<{ fault: DirectoryFault | null; unknown: string[] }> {
  try {
    return { fault: null, unknown: await inDirectory(connection, (directory) => listUnknownGroups(directory, named)) };
  } catch (error) {
    if (error instanceof DirectoryUnavailable) return { fault: error.fault, unknown: [] };
    throw error;
  }
}
