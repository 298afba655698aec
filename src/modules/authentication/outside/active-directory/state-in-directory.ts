import { type DirectoryAccount, type DirectoryGroup, findById, isGroup, listGroups } from './account.js';
import type { DirectoryConnection } from './connection.js';
import { type DirectoryFault, DirectoryUnavailable, inDirectory, type OpenDirectory } from './directory.js';

/**
 * What a directory says now about someone who signed in through it. A locked account stays active: anyone who knows its name
 * can lock it by wrong passwords, and must not be able to end a colleague's work so.
 */
export type DirectoryState =
  | { readonly kind: 'active'; readonly groups: readonly DirectoryGroup[]; readonly name: string | null }
  /** Disabled, or past the day on which the account ends. */
  | { readonly kind: 'disabled' }
  | { readonly kind: 'not-in-required-group' }
  /** Deleted, or moved out of the branch we look at. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreachable'; readonly fault: DirectoryFault };

/** @param subject the `objectGUID` of a proof. */
export async function stateInDirectory(connection: DirectoryConnection, subject: string, now: Date): Promise<DirectoryState> {
  try {
    return await inDirectory(connection, async (directory) => {
      const account = await findById(directory, subject);
      return account ? stateOf(directory, account, now) : { kind: 'gone' };
    });
  } catch (error) {
    if (error instanceof DirectoryUnavailable) return { kind: 'unreachable', fault: error.fault };
    throw error;
  }
}

/** The state of an account that was found. @throws DirectoryUnavailable */
export async function stateOf(directory: OpenDirectory, account: DirectoryAccount, now: Date): Promise<DirectoryState> {
  if (account.disabled || (account.endsAt !== null && account.endsAt <= now)) return { kind: 'disabled' };
  const { requiredGroup } = directory.connection;
  const groups = await listGroups(directory, account);
  if (requiredGroup !== null && !groups.some((group) => isGroup(group, requiredGroup))) return { kind: 'not-in-required-group' };
  return { kind: 'active', groups, name: account.name };
}
