import { z } from 'zod';
import { writeAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { stepOfCode } from '../domain/one-time-code.js';
import { unseal } from '../domain/secret-box.js';
import { mayTry } from '../domain/throttle.js';
import { hashOfToken, keyedHash } from '../domain/token.js';
import { countAttempts, insertAttempt } from '../store/attempts.js';
import { useCodeStep } from '../store/credentials.js';
import { getParameters } from '../store/parameters.js';
import { endSessions, lockAwaiting } from '../store/sessions.js';
import { beginSession } from './begin-session.js';
import { CODE_KEY, CodeInput } from './code-input.js';
import type { SignInOutcome } from './sign-in.js';
import { VisitorInput } from './visitor-input.js';

export type CodeOutcome = SignInOutcome | { readonly kind: 'too-late' };

/** The second step of a sign-in: the code of the user's application. A new token is given, so the first one is of no use. */
export const enterCode = writeAction({
  name: 'access.enter-code',
  title: { lv: 'Pierakstīšanās ar vienreizēju kodu', en: 'Sign-in with a one-time code' },
  permission: ANYONE,
  input: z.object({ token: z.string(), code: CodeInput, visitor: VisitorInput }),
  async run(context, { token, code, visitor }): Promise<CodeOutcome> {
    const { tx, now, today, installation } = context;
    const session = hashOfToken(token);
    const awaiting = await lockAwaiting(tx, session, now);
    if (!awaiting) return { kind: 'too-late' };
    const limits = await getParameters(tx, today);
    const key = { accountKey: keyedHash(installation.keyFor('sign-in attempts'), `code of ${awaiting.login}`), addressPrefix: visitor.addressPrefix };
    const minutes = limits['attempts-window-minutes'];
    const attempts = await countAttempts(tx, key, new Date(now.getTime() - minutes * 60_000));
    const onAccountFromAddress = limits['attempts-on-account-from-address'];
    if (!mayTry({ ...attempts, knownPair: false, fromAddress: 0 }, { onAccountFromAddress, onAccount: limits['attempts-on-account'], fromAddress: 1 })) return { kind: 'throttled', minutes };

    const step = stepOfCode(unseal(installation.keyFor(CODE_KEY), awaiting.codeSecret), code, now, awaiting.codeLastStep);
    const right = step !== null && (await useCodeStep(tx, awaiting.userId, step));
    await insertAttempt(tx, key, right ? 'succeeded' : 'failed', now);
    if (!right) return { kind: 'wrong' };
    await endSessions(tx, awaiting.userId, { only: session }, 'finished', now);
    return { kind: 'signed-in', userId: awaiting.userId, token: await beginSession(context, awaiting.userId, visitor, limits, false) };
  },
  audit: ({ input, output }) => ({
    facts: { outcome: output.kind, network: input.visitor.addressPrefix, ...('userId' in output && { user: output.userId }) },
  }),
});
