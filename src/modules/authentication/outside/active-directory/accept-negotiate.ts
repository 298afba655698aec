import { refused } from '../proving.js';
import { findByUserName } from './account.js';
import type { DirectoryConnection } from './connection.js';
import { DirectoryUnavailable, inDirectory, type OpenDirectory } from './directory.js';
import { acceptTicket, canReadTickets } from './kerberos.js';
import { type DirectoryOutcome, type DirectoryProof, directoryProof, whoseAccount } from './proof.js';
import { stateOf } from './state-in-directory.js';

/** A proof with what goes back to the browser as `WWW-Authenticate`, so that it knows us too. */
export type NegotiateOutcome = (DirectoryProof & { readonly answer: string | null }) | Exclude<DirectoryOutcome, { kind: 'proven' }>;

/**
 * Proves who someone is by the Kerberos ticket of their Windows session (SPNEGO, RFC 4559).
 * @param header the request's `Authorization`; without it answer 401 with `WWW-Authenticate: Negotiate`.
 */
export async function acceptNegotiate(connection: DirectoryConnection, header: string | undefined, now: Date): Promise<NegotiateOutcome> {
  const { kind, keytab, realm } = connection;
  if (kind === 'ldaps' || keytab === null || realm === null || !canReadTickets()) return refused('spnego-off');
  const token = tokenOf(header);
  if (token === null) return refused('no-ticket');
  if (Buffer.from(token, 'base64').includes('NTLMSSP\0')) return refused('not-kerberos');
  const ticket = await acceptTicket(Buffer.from(keytab, 'base64'), token);
  if (ticket === null || !ticket.service.startsWith('HTTP/')) return refused('bad-ticket');
  const user = userOf(ticket.principal);
  // A domain may say anything of another one's people; here it is believed only of its own.
  if (user?.realm !== realm) return refused('other-domain');
  try {
    const outcome = await inDirectory(connection, (directory) => resolved(directory, user, now));
    return outcome.kind === 'proven' ? { ...outcome, answer: ticket.answer && `Negotiate ${ticket.answer}` } : outcome;
  } catch (error) {
    if (error instanceof DirectoryUnavailable) return refused(error.fault);
    throw error;
  }
}

/** A ticket with many groups is long, but not longer than what a web server takes as headers. */
const tokenOf = (header: string | undefined): string | null => /^Negotiate ([A-Za-z0-9+/]{16,65536}={0,2})$/i.exec(header ?? '')?.[1] ?? null;

/** People only: services and computers have a slash or a dollar sign, and what is escaped is nobody's user name. */
function userOf(principal: string): { name: string; realm: string } | null {
  const [, name, realm] = /^([^@/\\$]+)@([^@/\\]+)$/.exec(principal) ?? [];
  return name && realm ? { name, realm } : null;
}

async function resolved(directory: OpenDirectory, { name, realm }: { name: string; realm: string }, now: Date): Promise<DirectoryOutcome> {
  const { connection, host } = directory;
  const [account, another] = await findByUserName(directory, name, realm);
  if (another) return refused('ambiguous');
  if (!account) return refused('unknown-account');
  // A ticket lives for hours: someone disabled since may still hold one.
  const state = await stateOf(directory, account, now);
  if (state.kind === 'active') return directoryProof(connection, account, state.groups, { ...assuranceOf(connection), evidence: { directory: host.name, realm } });
  return refused(state.kind === 'not-in-required-group' ? 'not-in-required-group' : 'disabled', whoseAccount(connection, account));
}

const assuranceOf = ({ secondFactorProven }: DirectoryConnection) => (secondFactorProven ? ({ level: 'substantial', amr: ['wia', 'mfa'] } as const) : ({ level: 'low', amr: ['wia'] } as const));
