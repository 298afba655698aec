import { z } from 'zod';
import { writeAction, type WriteContext } from '#platform/actions/action.js';
import { readAction, NOT_PERSONAL } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { notify } from '#platform/notices/notify.js';
import { unseal } from '#platform/secrets/sealed-box.js';
import { type Factor, RECOVERY_CODE } from '../domain/factors.js';
import { stepOfCode } from '../domain/one-time-code.js';
import type { Level } from '../domain/proof.js';
import { hashOfRecoveryCode, readRecoveryCode } from '../domain/recovery-code.js';
import { hashOfToken } from '../domain/token.js';
import { lockGenerator, useStep } from '../store/code-generators.js';
import { findSignInUser } from '../store/people.js';
import { countRecoveryCodes, useRecoveryCode } from '../store/recovery-codes.js';
import { endSessions, findHalfSession, type HalfSession } from '../store/sessions.js';
import { mayUse } from './allowed-here.js';
import { CODE_KEY, CodeInput } from './code-input.js';
import { holdAttempt, type Throttled } from './hold-attempts.js';
import { keepRefusal } from './keep-event.js';
import { openFullSession } from './open-session.js';
import { type SignInOutcome, signInFacts } from './sign-in.js';
import { type Visitor, VisitorInput } from './visitor-input.js';

export type SecondOutcome = SignInOutcome | { readonly kind: 'too-late' };

export const RECOVERY_KEY = 'recovery codes';

/** Which second factors the half-finished sign-in may be finished with. */
export const readSecondFactors = readAction({
  name: 'authentication.read-second-factors',
  title: { lv: 'Apskatīti otrie pierakstīšanās līdzekļi', en: 'Second factors looked at' },
  permission: ANYONE,
  input: z.object({ token: z.string() }),
  audit: NOT_PERSONAL,
  async run(context, { token }) {
    const { tx, now } = context;
    const half = await findHalfSession(tx, hashOfToken(token), now);
    const user = half && (await findSignInUser(tx, half.userId));
    if (!half || !user) return null;
    const may = (factor: Factor) => mayUse(context, user.id, factor);
    return {
      code: user.hasCode && (await may('code')),
      passkey: user.passkeys > 0 && (await may('passkey')),
      recovery: (await countRecoveryCodes(tx, half.userId)).left > 0 && (await may('recovery-code')),
    };
  },
});

/** The second step by a code of the user's application. A new token is given, so the first one is of no use. */
export const enterCode = writeAction({
  name: 'authentication.enter-code',
  title: { lv: 'Pierakstīšanās ar vienreizēju kodu', en: 'Sign-in with a one-time code' },
  permission: ANYONE,
  input: z.object({ token: z.string(), code: CodeInput, visitor: VisitorInput }),
  run: (context, { token, code, visitor }) =>
    finish(context, token, visitor, 'code', 'code', async (half) => ((await isRightCode(context, half.userId, code)) ? ['otp'] : null)),
  audit: ({ input, output }) => ({ facts: signInFacts('code', input.visitor, output) }),
});

/** The second step by a printed code, for the day the device is lost. Its owner is told by mail. */
export const useRecovery = writeAction({
  name: 'authentication.use-recovery-code',
  title: { lv: 'Pierakstīšanās ar atkopšanas kodu', en: 'Sign-in with a recovery code' },
  permission: ANYONE,
  input: z.object({ token: z.string(), code: z.string().max(100), visitor: VisitorInput }),
  run: (context, { token, code, visitor }) => finish(context, token, visitor, 'recovery', 'recovery-code', async (half) => ((await isRightRecoveryCode(context, half.userId, code)) ? [RECOVERY_CODE] : null)),
  audit: ({ input, output }) => ({ facts: signInFacts('recovery-code', input.visitor, output) }),
});

/** Whether a code of the user's application is right; it is good once. */
export async function isRightCode({ tx, now, installation }: WriteContext, userId: string, code: string): Promise<boolean> {
  const generator = await lockGenerator(tx, userId);
  if (!generator?.confirmedAt) return false;
  const step = stepOfCode(unseal(installation.keyFor(CODE_KEY), generator.secret), code, now, generator.lastStep);
  return step !== null && useStep(tx, userId, step);
}

/** Whether a printed code is right; it is used up and its owner told. */
async function isRightRecoveryCode(context: WriteContext, userId: string, typed: string): Promise<boolean> {
  const { tx, now, installation } = context;
  const code = readRecoveryCode(typed);
  if (!code || !(await useRecoveryCode(tx, userId, hashOfRecoveryCode(installation.keyFor(RECOVERY_KEY), userId, code), now))) return false;
  const user = (await findSignInUser(tx, userId))!;
  const { left } = await countRecoveryCodes(tx, userId);
  await notify(context, {
    userId,
    email: user.email || null,
    kind: 'authentication.recovery-code-used',
    subject: { lv: 'Izmantots atkopšanas kods', en: 'A recovery code was used' },
    body: {
      lv: `Jūsu kontā tikko pierakstījās ar atkopšanas kodu; palikuši ${left}. Ja tas nebijāt jūs, izbeidziet visas sesijas un ziņojiet lietotāju administratoram.`,
      en: `Someone has just signed in to your account with a recovery code; ${left} are left. If it was not you, end all sessions and tell your user administrator.`,
    },
    link: '/my/sign-in',
    onceKey: `recovery-code:${now.toISOString()}`,
  });
  return true;
}

/** Turns a half-finished sign-in into a whole one when `prove` gives the method's word (RFC 8176). */
async function finish(
  context: WriteContext,
  token: string,
  visitor: Visitor,
  account: string,
  factor: Factor,
  prove: (half: HalfSession) => Promise<readonly string[] | null>,
): Promise<SecondOutcome> {
  const { tx, now } = context;
  const half = await findHalfSession(tx, hashOfToken(token), now);
  if (!half) return { kind: 'too-late' };
  if (!(await mayUse(context, half.userId, factor))) {
    await keepRefusal(context, half.userId, factor, 'factor-not-allowed', visitor);
    return { kind: 'second-not-allowed', userId: half.userId };
  }
  const attempt: Awaited<ReturnType<typeof holdAttempt>> | Throttled = await holdAttempt(context, `${account} of ${half.login}`, visitor, { strangers: false });
  if (attempt.kind === 'throttled') return { ...attempt, userId: half.userId };
  const amr = await prove(half);
  await attempt.outcome(amr ? 'succeeded' : 'failed');
  if (!amr) return { kind: 'wrong', userId: half.userId };
  await endSessions(tx, half.userId, { only: half.id }, 'finished', now);
  const level: Level = half.level === 'low' ? 'substantial' : half.level;
  return openFullSession(context, half.userId, { factor: 'code', level, amr: [...new Set([...half.amr, ...amr, 'mfa'])], outsideIdentityId: half.outsideIdentityId }, visitor);
}
