import { Client, ResultCodeError } from 'ldapts';
import type { DirectoryConnection, DirectoryHost } from './connection.js';

/** Why nothing could be learned from a directory; the last two an operator has to mend. */
export type DirectoryFault = 'unreachable' | 'untrusted-certificate' | 'service-account-refused' | 'cannot-read';

/** The directory could not be asked. Its message names no person. */
export class DirectoryUnavailable extends Error {
  readonly fault: DirectoryFault;
  constructor(fault: DirectoryFault, cause?: unknown) {
    super(`an Active Directory could not be asked: ${fault}`, { cause });
    this.fault = fault;
  }
}

/** A directory under its service account, at the controller that answered. */
export interface OpenDirectory {
  readonly connection: DirectoryConnection;
  readonly host: DirectoryHost;
  readonly client: Client;
}

/**
 * Works in a directory and closes the connection, whatever happens. Controllers are tried in order until one lets the service account in.
 * @throws DirectoryUnavailable
 */
export async function inDirectory<T>(connection: DirectoryConnection, work: (directory: OpenDirectory) => Promise<T>): Promise<T> {
  const directory = await opened(connection);
  try {
    return await work(directory);
  } catch (error) {
    throw error instanceof DirectoryUnavailable ? error : new DirectoryUnavailable(faultOf(error), error);
  } finally {
    await closed(directory.client);
  }
}

async function opened(connection: DirectoryConnection): Promise<OpenDirectory> {
  let failure = new DirectoryUnavailable('unreachable');
  for (const host of connection.hosts) {
    const client = clientOf(connection, host);
    try {
      await client.bind(connection.serviceAccount.name, connection.serviceAccount.password);
      return { connection, host, client };
    } catch (error) {
      await closed(client);
      failure = new DirectoryUnavailable(error instanceof ResultCodeError && error.code === INVALID_CREDENTIALS ? 'service-account-refused' : faultOf(error), error);
      if (failure.fault === 'service-account-refused') break;
    }
  }
  throw failure;
}

/**
 * Whether a password opens an account: null when it does, else what the directory says. The name is a DN and the password
 * never empty, so that an unauthenticated bind (RFC 4513, 5.1.2) cannot pass for a sign-in.
 * @throws DirectoryUnavailable
 */
export async function bindAs<T>({ connection, host }: OpenDirectory, dn: string, password: string, then: (client: Client) => Promise<T>): Promise<{ done: T } | { said: string }> {
  if (dn === '' || password === '') throw new Error('an empty name or password is never sent');
  const client = clientOf(connection, host);
  try {
    await client.bind(dn, password);
    return { done: await then(client) };
  } catch (error) {
    if (error instanceof ResultCodeError && error.code === INVALID_CREDENTIALS) return { said: error.message };
    throw new DirectoryUnavailable(faultOf(error), error);
  } finally {
    await closed(client);
  }
}

const INVALID_CREDENTIALS = 49;

function clientOf({ caPem, connectWithinMs, answerWithinMs }: DirectoryConnection, { name, port, address }: DirectoryHost): Client {
  const where = address === null ? name : address.includes(':') ? `[${address}]` : address;
  return new Client({
    url: `ldaps://${where}:${port}`,
    connectTimeout: connectWithinMs,
    timeout: answerWithinMs,
    tlsOptions: { servername: name, rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(caPem === null ? {} : { ca: caPem }) },
  });
}

/** A failed bind leaves an open socket that would keep the program alive. */
const closed = (client: Client): Promise<void> => client.unbind().catch(() => undefined);

/** Node's and OpenSSL's names of what is wrong with a certificate. */
const OF_CERTIFICATE = /^ERR_TLS_CERT|CERT|UNABLE_TO_(GET|VERIFY)|SELF_SIGNED|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE/;

/** LDAP results that pass by themselves: time limit, busy, unavailable (RFC 4511, appendix A). */
const PASSING = [3, 51, 52];

function faultOf(error: unknown): DirectoryFault {
  if (error instanceof ResultCodeError) return PASSING.includes(error.code) ? 'unreachable' : 'cannot-read';
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && OF_CERTIFICATE.test(code) ? 'untrusted-certificate' : 'unreachable';
}
