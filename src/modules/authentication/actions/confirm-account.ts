import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { writeAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { isAtLeast } from '../domain/proof.js';
import { findLinkedUser } from '../store/outside-identities.js';
import { findSignInUser } from '../store/people.js';
import { factorAdded } from './factor-changed.js';
import { keepConfirmation } from './keep-confirmation.js';
import { ProofInput } from './proof-input.js';
import { linkIdentity, ownerOfProof, subjectKeyOf } from './whose-proof.js';

export type Confirmed = { readonly kind: 'confirmed' | 'somebody-else' | 'no-person' | 'too-weak' | 'of-another-account' };

/**
 * Binds an account to its person for good: the proven code must be one of the person whom the account already names. After
 * that the identity is a means of sign-in, and a factor of the device can be added.
 */
export const confirmAccount = writeAction({
  name: 'authentication.confirm-account',
  title: { lv: 'Apstiprināts konts', en: 'Account confirmed' },
  permission: SIGNED_IN,
  input: z.object({ proof: ProofInput, present: z.string() }),
  async run(context, { proof, present }): Promise<Confirmed> {
    const { tx, actor } = context;
    const user = (await findSignInUser(tx, ownUserId(actor)))!;
    if (!isAtLeast(proof.level, user.mustConfirm ?? 'substantial')) return { kind: 'too-weak' };
    if (!user.personId) return { kind: 'no-person' };
    const person = await ownerOfProof(context, proof);
    if (person?.id !== user.personId) return { kind: 'somebody-else' };
    const linked = await findLinkedUser(tx, subjectKeyOf(context, proof));
    if (linked && linked.userId !== user.id) return { kind: 'of-another-account' };
    if (!linked) await linkIdentity(context, user.id, proof, 'signed-in');
    await keepConfirmation(context, user.id, person.id, proof);
    await factorAdded(context, user.id, proof.method, present, proof.amr);
    return { kind: 'confirmed' };
  },
  audit: ({ input, output }) => ({ facts: { method: input.proof.method, outcome: output.kind } }),
});
