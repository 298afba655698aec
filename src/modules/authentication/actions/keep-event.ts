import { findOwner } from '#modules/persons/public.js';
import type { Text } from '#kernel/text.js';
import { personCode } from '#kernel/person-code.js';
import type { WriteContext } from '#platform/actions/action.js';
import type { OwnRefusal, Way } from '../domain/sign-in-event.js';
import type { Whose } from '../outside/proving.js';
import { findLinkedUser, listUsersOfCode } from '../store/outside-identities.js';
import { insertSignInEvent } from '../store/sign-in-events.js';
import type { Visitor } from './visitor-input.js';
import { subjectKeyOf } from './whose-proof.js';

/** Puts a refusal into the history of whom it concerns; whoever tried hears nothing of that. */
export const keepRefusal = ({ tx, now }: WriteContext, userId: string, way: Way, reason: OwnRefusal | (string & {}), visitor: Visitor): Promise<void> =>
  insertSignInEvent(tx, { userId, at: now, kind: 'refused', way, reason, program: null, addressPrefix: visitor.addressPrefix, device: visitor.device });

/** That somebody asked the phone of a person. */
export const keepAsked = ({ tx, now }: WriteContext, userId: string, visitor: Visitor): Promise<void> =>
  insertSignInEvent(tx, { userId, at: now, kind: 'asked', way: 'smart-id', reason: '', program: null, addressPrefix: visitor.addressPrefix, device: visitor.device });

/** How a program was entered, by which session of ours if any is known. */
export interface ProgramEntry {
  readonly way: Extract<Way, 'program' | 'device' | 'ticket'>;
  readonly program: Text;
  readonly sessionId: string | null;
  readonly addressPrefix: string;
  /** The computer, as the program calls it; empty where that of the session says more. */
  readonly device: string;
}

/** Puts an entry into another program into a person's history. */
export const keepProgramEntry = ({ tx, now }: Pick<WriteContext, 'tx' | 'now'>, userId: string, entry: ProgramEntry): Promise<void> => insertSignInEvent(tx, { ...entry, userId, at: now, kind: 'entered', reason: '' });

/** The accounts of whom a refusal of an outside provider concerns: the linked one, or all of the person with that code. */
export async function accountsOf(context: WriteContext, { issuer, subject, personCode: code }: Whose): Promise<readonly string[]> {
  const linked = subject === null ? undefined : await findLinkedUser(context.tx, subjectKeyOf(context, { issuer, subject }));
  if (linked) return [linked.userId];
  const person = code ? await findOwner(context.tx, personCode(code), context.today) : undefined;
  return person ? (await listUsersOfCode(context.tx, person.id)).map(({ userId }) => userId) : [];
}
