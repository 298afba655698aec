import { z } from 'zod';
import { writeAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { ALONE } from '../domain/factors.js';
import { findPasswordOf } from '../store/passwords.js';
import { holdAttempt, type Throttled } from './hold-attempts.js';
import { type Entry, openSession } from './open-session.js';
import { isPassword } from './passwords.js';
import { VisitorInput } from './visitor-input.js';

/** A wrong password is an answer, not an exception: the attempt must stay recorded. */
export type SignInOutcome = Entry | Throttled | { readonly kind: 'wrong'; readonly userId?: string };

/** Proves a user by login and password. Unknown, suspended and known logins answer alike, in words and in time. */
export const signIn = writeAction({
  name: 'authentication.sign-in',
  title: { lv: 'Pierakstīšanās ar paroli', en: 'Sign-in with a password' },
  permission: ANYONE,
  input: z.object({ login: z.string().trim().toLowerCase().min(1).max(100), password: z.string().min(1).max(1_000), visitor: VisitorInput }),
  async run(context, { login, password, visitor }): Promise<SignInOutcome> {
    const attempt = await holdAttempt(context, login, visitor, { strangers: true });
    const found = await findPasswordOf(context.tx, login);
    const usable = found && !(context.installation.production && found.madeUp) ? found : undefined;
    if (attempt.kind === 'throttled') return { ...attempt, ...(usable && { userId: usable.userId }) };
    const right = await isPassword(usable?.hash, password);
    await attempt.outcome(usable && right ? 'succeeded' : 'failed');
    return usable && right ? openSession(context, usable.userId, { factor: 'password', ...ALONE.password }, visitor) : { kind: 'wrong', ...(usable && { userId: usable.userId }) };
  },
  audit: ({ input, output }) => ({ facts: signInFacts('password', input.visitor, output) }),
});

/** What the audit log keeps of a sign-in. */
export const signInFacts = <F extends string, K extends string>(factor: F, visitor: z.infer<typeof VisitorInput>, outcome: { readonly kind: K; readonly userId?: string }) => ({
  factor,
  outcome: outcome.kind,
  network: visitor.addressPrefix,
  ...(outcome.userId !== undefined && { user: outcome.userId }),
});
