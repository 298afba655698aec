import type { Client } from 'ldapts';
import { refused } from '../proving.js';
import { type DirectoryAccount, findByLogin, isGroup, listGroups } from './account.js';
import type { DirectoryConnection } from './connection.js';
import { bindAs, DirectoryUnavailable, inDirectory, type OpenDirectory } from './directory.js';
import { type DirectoryOutcome, directoryProof, whoseAccount } from './proof.js';
import { reasonOf } from './sub-codes.js';

/**
 * Proves who someone is by the password of their municipality's Active Directory. The person is found first by the service
 * account and the password then tried on that one entry, so the directory cannot mean another person than we do.
 */
export async function proveByDirectoryPassword(connection: DirectoryConnection, login: string, password: string): Promise<DirectoryOutcome> {
  if (connection.kind === 'spnego') return refused('password-not-offered');
  if (login.trim() === '' || password === '') return refused('nothing-entered');
  try {
    return await inDirectory(connection, (directory) => proven(directory, login, password));
  } catch (error) {
    if (error instanceof DirectoryUnavailable) return refused(error.fault);
    throw error;
  }
}

async function proven(directory: OpenDirectory, login: string, password: string): Promise<DirectoryOutcome> {
  const { connection, host } = directory;
  const [account, another] = await findByLogin(directory, login);
  if (another) return refused('ambiguous');
  const tried = await bindAs(directory, account?.dn ?? nobody(connection), password, async (client) => account && believed(client, account, connection));
  if ('said' in tried) return refused(reasonOf(tried.said), whoseAccount(connection, account));
  if (!tried.done) return refused('wrong-password');
  const groups = await listGroups(directory, tried.done);
  const { requiredGroup } = connection;
  if (requiredGroup !== null && !groups.some((group) => isGroup(group, requiredGroup))) return refused('not-in-required-group', whoseAccount(connection, account));
  return directoryProof(connection, tried.done, groups, { level: 'low', amr: ['pwd'], evidence: { directory: host.name } });
}

/** An unknown name takes as long as a wrong password. */
const nobody = ({ baseDn }: DirectoryConnection): string => `CN=no such account,${baseDn}`;

/** The account with its personal code only if the person could not have written that code: the directory tells what they may write. */
async function believed(client: Client, account: DirectoryAccount, { personCodeAttribute }: DirectoryConnection): Promise<DirectoryAccount> {
  if (account.personCode === null || personCodeAttribute === null) return account;
  const { searchEntries } = await client.search(account.dn, { scope: 'base', attributes: ['allowedAttributesEffective'] });
  const writable = searchEntries.flatMap(({ allowedAttributesEffective }) => allowedAttributesEffective ?? []).map((name) => name.toString().toLowerCase());
  return searchEntries.length === 1 && !writable.includes(personCodeAttribute.toLowerCase()) ? account : { ...account, personCode: null };
}
