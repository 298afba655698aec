import type { Proof } from '../../domain/proof.js';
import type { Refusal, Whose } from '../proving.js';
import type { DirectoryAccount, DirectoryGroup } from './account.js';
import { type DirectoryConnection, issuerOf } from './connection.js';
import type { DirectoryRefusal } from './texts.js';

/** What came of asking a directory who someone is; the groups suggest roles. */
export type DirectoryOutcome = DirectoryProof | Refusal<DirectoryRefusal>;

export interface DirectoryProof {
  readonly kind: 'proven';
  readonly proof: Proof;
  readonly groups: readonly DirectoryGroup[];
}

/** Whose account a refusal was about. */
export const whoseAccount = (connection: DirectoryConnection, account: DirectoryAccount | undefined): Whose | undefined => account && { issuer: issuerOf(connection), subject: account.id, personCode: null };

export function directoryProof(connection: DirectoryConnection, account: DirectoryAccount, groups: readonly DirectoryGroup[], how: Pick<Proof, 'level' | 'amr' | 'evidence'>): DirectoryProof {
  const proof: Proof = { method: 'active-directory', issuer: issuerOf(connection), subject: account.id, personCode: account.personCode, name: account.name, ...how };
  return { kind: 'proven', proof, groups };
}
