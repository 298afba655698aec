import { z } from 'zod';
import { createResident } from '#modules/access/public.js';
import { writeAction, type WriteContext } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import type { Proof } from '../domain/proof.js';
import type { OwnRefusal } from '../domain/sign-in-event.js';
import { type ConnectionRow, findOpenConnection } from '../store/connections.js';
import { findLinkedUser, listThoseWhoTookBack, listUsersOfCode, markIdentityUsed } from '../store/outside-identities.js';
import { findSignInUser } from '../store/people.js';
import { confirmByProof } from './confirm-again.js';
import { keepSuggestions } from './keep-suggestions.js';
import { keepRefusal } from './keep-event.js';
import { belongsTo, type Via, ViaInput } from './municipal-proof.js';
import { type Entry, openSession } from './open-session.js';
import { beginPending, takePending } from './pending.js';
import { ProofInput } from './proof-input.js';
import { signInFacts } from './sign-in.js';
import { type Visitor, VisitorInput } from './visitor-input.js';
import { linkIdentity, ownerOfProof, subjectKeyOf } from './whose-proof.js';

/** Where a proof leads: in, to a choice between several accounts of one person, or nowhere. */
export type ProofEntry = Entry | { readonly kind: 'choose'; readonly token: string } | { readonly kind: 'nobody' | 'taken-back' };

const CHOICE = 'choose an account';

/**
 * Signs in whom an outside provider has proven: the user linked to that identity, else the users who are the person with that
 * code. A person without an account gets one as a resident. Nobody is found by name or e-mail. What a school's journal says of
 * a code opens nobody's account at work (OWASP ASVS 5.0, 6.8.1), and what a municipality's own connection proves (`via`) only
 * accounts of its own people. What an owner took off opens their account no more.
 */
export const signInByProof = writeAction({
  name: 'authentication.sign-in-by-proof',
  title: { lv: 'Pierakstīšanās ar ārēju identitāti', en: 'Sign-in by an outside identity' },
  permission: ANYONE,
  shared: true,
  input: z.object({ proof: ProofInput, visitor: VisitorInput, via: ViaInput.nullable().default(null) }),
  async run(context, { proof, visitor, via }): Promise<ProofEntry> {
    const connection = via ? await findOpenConnection(context.tx, via.connection) : null;
    const linked = await findLinkedUser(context.tx, subjectKeyOf(context, proof));
    const refuse = (userId: string, reason: OwnRefusal) => keepRefusal(context, userId, proof.method, reason, visitor);
    if (connection === undefined) {
      if (linked) await refuse(linked.userId, 'connection-closed');
      return { kind: 'nobody' };
    }
    const through = connection && { connection, groups: via!.groups };
    if (linked) {
      if (await isReached(context, linked, connection)) return enter(context, linked.userId, linked.id, proof, visitor, through);
      await refuse(linked.userId, 'other-municipality');
      return { kind: 'nobody' };
    }
    const person = await ownerOfProof(context, proof);
    if (!person) return { kind: 'nobody' };
    const accounts = await listUsersOfCode(context.tx, person.id);
    const tookBack = await listThoseWhoTookBack(context.tx, subjectKeyOf(context, proof));
    const users: string[] = [];
    const refusals: [string, OwnRefusal][] = [];
    for (const user of accounts) {
      const reason = tookBack.includes(user.userId) ? 'taken-back' : !(await isReached(context, user, connection)) ? 'other-municipality' : user.employed && proof.method === 'e-journal' ? 'not-for-work' : null;
      if (reason === null) users.push(user.userId);
      else refusals.push([user.userId, reason]);
    }
    if (users.length > 1) {
      for (const userId of users) await refuse(userId, 'choice-offered');
      return { kind: 'choose', token: await beginPending(context, CHOICE, null, { proof, users, via } satisfies Choice) };
    }
    // Whoever gets in by another account of theirs was not refused.
    if (users.length === 0) for (const [userId, reason] of refusals) await refuse(userId, reason);
    // What somebody took off their account is not gone around by making them another.
    if (users.length === 0 && accounts.some((user) => tookBack.includes(user.userId))) return { kind: 'taken-back' };
    const userId = users[0] ?? (connection ? null : await createResident(context, person));
    if (!userId) return { kind: 'nobody' };
    return enter(context, userId, await linkIdentity(context, userId, proof, 'person-code'), proof, visitor, through);
  },
  audit: ({ input, output }) => ({ facts: signInFacts(input.proof.method, input.visitor, output) }),
});

interface Choice {
  readonly proof: Proof;
  readonly users: readonly string[];
  readonly via: Via | null;
}

/** Whether a proof may open the account: made-up users never where real people's data is, others where the connection reaches. */
async function isReached(context: WriteContext, { userId, madeUp }: { readonly userId: string; readonly madeUp: boolean }, connection: ConnectionRow | null): Promise<boolean> {
  if (context.installation.production && madeUp) return false;
  const user = connection && (await findSignInUser(context.tx, userId));
  return !connection || (user !== undefined && user !== null && belongsTo(context, user, connection.unitId));
}

/**
 * One person, several employments: enters as the one chosen. The identity stays unlinked, so that the choice comes again next
 * time; that of a municipality is linked, since its sessions end when the municipality ends the account.
 */
export const enterAs = writeAction({
  name: 'authentication.enter-as',
  title: { lv: 'Izvēlēts konts, ar kuru pierakstīties', en: 'Account to sign in with chosen' },
  permission: ANYONE,
  input: z.object({ token: z.string(), user: z.uuid(), visitor: VisitorInput }),
  async run(context, { token, user, visitor }): Promise<ProofEntry> {
    const choice = await takePending<Choice>(context, token, CHOICE, null);
    if (!choice?.users.includes(user)) return { kind: 'nobody' };
    if (!choice.via) return enter(context, user, null, choice.proof, visitor, null);
    const connection = await findOpenConnection(context.tx, choice.via.connection);
    if (!connection) return { kind: 'nobody' };
    return enter(context, user, await linkIdentity(context, user, choice.proof, 'person-code'), choice.proof, visitor, { connection, groups: choice.via.groups });
  },
  audit: ({ input, output }) => ({ facts: signInFacts('choice', input.visitor, output) }),
});

export { CHOICE };
export type { Choice };

interface Through extends Pick<Via, 'groups'> {
  readonly connection: ConnectionRow;
}

async function enter(context: WriteContext, userId: string, identityId: string | null, proof: Proof, visitor: Visitor, through: Through | null): Promise<Entry> {
  if (identityId) await markIdentityUsed(context.tx, identityId, context.now);
  if (through) await keepSuggestions(context, userId, through.connection, through.groups);
  const { method, level, amr } = proof;
  return openSession(context, userId, { factor: method, level, amr, outsideIdentityId: identityId, confirm: (user) => confirmByProof(context, user, proof) }, visitor);
}
