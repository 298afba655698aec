import { z } from 'zod';
import { joinUsers, ownUserId } from '#modules/access/public.js';
import { writeAction, type WriteContext } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { findPasswordOf } from '../store/passwords.js';
import { findSignInUser, type SignInUser } from '../store/people.js';
import { CodeInput } from './code-input.js';
import { holdAttempt, type Throttled } from './hold-attempts.js';
import { isPassword } from './passwords.js';
import { isRightCode } from './second-factor.js';
import { VisitorInput } from './visitor-input.js';

/** A wrong password is an answer, not an exception: the attempt must stay recorded. */
export type Joined = { readonly kind: 'joined'; readonly from: string; readonly moved: number } | { readonly kind: 'wrong' | 'same' | 'not-confirmed' | 'somebody-else' } | Throttled;

/**
 * Joins another account of one's own into the present one, as when two portals became one. The present account is confirmed,
 * the other is proven by its own means, and where the other names its person it is the same. Nobody is joined by name.
 */
export const joinAccounts = writeAction({
  name: 'authentication.join-accounts',
  title: { lv: 'Apvienoti divi savi konti', en: 'Two own accounts joined' },
  permission: SIGNED_IN,
  asksFreshProof: true,
  input: z.object({ login: z.string().trim().toLowerCase().min(1).max(100), password: z.string().min(1).max(1_000), code: CodeInput.optional(), visitor: VisitorInput }),
  async run(context, { login, password, code, visitor }): Promise<Joined> {
    const mine = (await findSignInUser(context.tx, ownUserId(context.actor)))!;
    if (!mine.confirmedBy) return { kind: 'not-confirmed' };
    const attempt = await holdAttempt(context, login, visitor, { strangers: true });
    if (attempt.kind === 'throttled') return attempt;
    const other = await provenOther(context, login, password, code);
    await attempt.outcome(other ? 'succeeded' : 'failed');
    if (!other) return { kind: 'wrong' };
    if (other.id === mine.id) return { kind: 'same' };
    if (other.personId && other.personId !== mine.personId) return { kind: 'somebody-else' };
    return { kind: 'joined', from: other.id, moved: await joinUsers(context, other, mine) };
  },
  audit: ({ output }) => ({ facts: { outcome: output.kind, ...(output.kind === 'joined' && { from: output.from, moved: output.moved }) } }),
});

/** The other account, if its password, and its code where it has codes on, are right. */
async function provenOther(context: WriteContext, login: string, password: string, code: string | undefined): Promise<SignInUser | null> {
  const found = await findPasswordOf(context.tx, login);
  if (!(await isPassword(found?.hash, password)) || !found || (context.installation.production && found.madeUp)) return null;
  const other = (await findSignInUser(context.tx, found.userId))!;
  return other.hasCode && !(code && (await isRightCode(context, other.id, code))) ? null : other;
}
