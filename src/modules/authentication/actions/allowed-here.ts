import { Conflict } from '#kernel/errors.js';
import type { ActionContext } from '#platform/actions/action.js';
import type { Factor } from '../domain/factors.js';
import { isExcepted } from '../store/policies.js';
import { findSignInUser, type SignInUser } from '../store/people.js';
import { NOT_ALLOWED_HERE } from '../texts.js';
import { policyOfUser } from './policy-of-user.js';

type Context = Pick<ActionContext, 'tx' | 'today' | 'now'>;

/** What can be copied, or used without the key in hand. */
const NEVER_OPEN_SEALED: readonly Factor[] = ['code', 'recovery-code'];

/** Whether the policy of a user lets them use a means today; whoever is excepted may use what they had. Codes never open a sealed account. */
export const mayUse = async (context: Context, userId: string, factor: Factor): Promise<boolean> => (await usableBy(context, (await findSignInUser(context.tx, userId))!))(factor);

/** Which means the policy of a user lets them use today: passwords no more once they have ended, of a sealed account its keys always. */
export async function usableBy({ tx, today, now }: Context, user: SignInUser): Promise<(factor: Factor) => boolean> {
  const { policy, stage } = await policyOfUser(tx, user, today, now);
  const excepted = await isExcepted(tx, user.id, today);
  return (factor) => {
    if (user.sealed) return factor === 'passkey' || (!NEVER_OPEN_SEALED.includes(factor) && policy.allowed.includes(factor));
    return excepted || (policy.allowed.includes(factor) && !(factor === 'password' && stage === 'password-off'));
  };
}

/** @throws Conflict where a user may not enrol a means. */
export async function refuseUnlessAllowed(context: Context, userId: string, factor: Factor): Promise<void> {
  if (!(await mayUse(context, userId, factor))) throw new Conflict('means-not-allowed', NOT_ALLOWED_HERE);
}
