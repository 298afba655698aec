import { z } from 'zod';
import { writeAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { keyedHash } from '../domain/token.js';
import { mayTry } from '../domain/throttle.js';
import { countAttempts, holdAttempts, insertAttempt } from '../store/attempts.js';
import { findCredentials } from '../store/credentials.js';
import { getParameters } from '../store/parameters.js';
import { beginSession } from './begin-session.js';
import { isPassword } from './passwords.js';
import { VisitorInput } from './visitor-input.js';

/** A wrong password is an answer, not an exception: the attempt must stay recorded. */
export type SignInOutcome =
  | { readonly kind: 'signed-in' | 'code-needed'; readonly userId: string; readonly token: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'throttled'; readonly minutes: number };

/** Proves a user by login and password. Unknown, suspended and known logins answer alike, in words and in time. */
export const signIn = writeAction({
  name: 'access.sign-in',
  title: { lv: 'Pierakstīšanās ar paroli', en: 'Sign-in with a password' },
  permission: ANYONE,
  input: z.object({ login: z.string().trim().toLowerCase().min(1).max(100), password: z.string().min(1).max(1_000), visitor: VisitorInput }),
  async run(context, { login, password, visitor }): Promise<SignInOutcome> {
    const { tx, now, today, installation } = context;
    const limits = await getParameters(tx, today);
    const minutes = limits['attempts-window-minutes'];
    const key = { accountKey: keyedHash(installation.keyFor('sign-in attempts'), login), addressPrefix: visitor.addressPrefix };
    if (!(await holdAttempts(tx, key))) return { kind: 'throttled', minutes };
    const attempts = await countAttempts(tx, key, new Date(now.getTime() - minutes * 60_000));
    const allowed = mayTry(attempts, {
      onAccountFromAddress: limits['attempts-on-account-from-address'],
      onAccount: limits['attempts-on-account'],
      fromAddress: limits['attempts-from-address'],
    });
    if (!allowed) return { kind: 'throttled', minutes };

    const found = await findCredentials(tx, login);
    const usable = found && !(installation.production && found.madeUp) ? found : undefined;
    const right = await isPassword(usable?.passwordHash, password);
    await insertAttempt(tx, key, usable && right ? 'succeeded' : 'failed', now);
    if (!usable || !right) return { kind: 'wrong' };
    const token = await beginSession(context, usable.userId, visitor, limits, usable.usesCode);
    return { kind: usable.usesCode ? 'code-needed' : 'signed-in', userId: usable.userId, token };
  },
  audit: ({ input, output }) => ({
    facts: { outcome: output.kind, network: input.visitor.addressPrefix, ...('userId' in output && { user: output.userId }) },
  }),
});
