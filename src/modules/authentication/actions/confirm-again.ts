import { z } from 'zod';
import { getUserInScope, manageUsers, ownUserId } from '#modules/access/public.js';
import { Conflict, Forbidden } from '#kernel/errors.js';
import { writeAction, type WriteContext } from '#platform/actions/action.js';
import { notify } from '#platform/notices/notify.js';
import { isAtLeast, type Proof } from '../domain/proof.js';
import { closeReconfirmation, findConfirmedPerson, insertCheck, listChecks, lockReconfirmation } from '../store/reconfirmations.js';
import type { SignInUser } from '../store/people.js';
import { CHECKED_BY_YOU, NOT_YOUR_OWN_ACCOUNT, NOTHING_TO_CONFIRM } from '../texts.js';
import { keepConfirmation } from './keep-confirmation.js';
import { endSessionsOf } from './end-sessions-of.js';
import { ownerOfProof } from './whose-proof.js';

/** So many people must have seen the person: neither of them alone can give an account to somebody else. */
const CHECKS_NEEDED = 2;

/** Means by which an account is confirmed: they prove the person, whatever is linked. */
const CONFIRMING: readonly string[] = ['smart-id', 'eparaksts'];

/** Signing in by a means that is as sure as the account was confirmed by confirms it again; tells whether it did. */
export async function confirmByProof(context: WriteContext, user: SignInUser, proof: Proof): Promise<boolean> {
  if (!user.mustConfirm || !CONFIRMING.includes(proof.method) || !isAtLeast(proof.level, user.mustConfirm)) return false;
  const person = await ownerOfProof(context, proof);
  if (!person || person.id !== user.personId) return false;
  await keepConfirmation(context, user.id, person.id, proof);
  return true;
}

/**
 * Says that one has seen the person behind an account that waits to be confirmed again, and by what document. The second
 * administrator's word gives the account its rights back; its owner is told, and signs in anew.
 */
export const attestInPerson = writeAction({
  name: 'authentication.attest-in-person',
  title: { lv: 'Apliecināta lietotāja klātienes pārbaude', en: 'User seen in person' },
  permission: manageUsers,
  asksFreshProof: true,
  input: z.object({ id: z.uuid(), evidence: z.string().trim().min(10).max(500) }),
  async run(context, { id, evidence }): Promise<number> {
    const { tx, now } = context;
    const user = await getUserInScope(context, id);
    const by = ownUserId(context.actor);
    if (id === by) throw new Forbidden('own-account', NOT_YOUR_OWN_ACCOUNT);
    const waiting = await lockReconfirmation(tx, id);
    const personId = await findConfirmedPerson(tx, id);
    if (!waiting || !personId) throw new Conflict('nothing-to-confirm', NOTHING_TO_CONFIRM);
    if ((await insertCheck(tx, waiting.id, by, evidence, now)) === 0) throw new Conflict('checked-by-you', CHECKED_BY_YOU);
    const checks = await listChecks(tx, id);
    if (checks.length < CHECKS_NEEDED) return checks.length;
    await closeReconfirmation(tx, id, 'in-person', now);
    await endSessionsOf(context, id, {}, 'factor-changed');
    await notify(context, { userId: id, email: user.email || null, kind: 'authentication.confirmed-in-person', ...TOLD, link: '/my/sign-in', onceKey: `confirmed-in-person:${waiting.id}` });
    return checks.length;
  },
  audit: ({ input }) => ({ facts: { user: input.id, how: input.evidence } }),
});

const TOLD = {
  subject: { lv: 'Jūsu konts ir apstiprināts klātienē', en: 'Your account was confirmed in person' },
  body: {
    lv: 'Divi administratori apliecināja, ka konts ir jūsu, un tā tiesības atkal darbojas. Pierakstieties no jauna. Ja klātienē nebijāt, nekavējoties ziņojiet.',
    en: 'Two administrators attested that the account is yours, and its rights work again. Sign in anew. If you were not there in person, tell at once.',
  },
} as const;
