import { z } from 'zod';
import { getParameters, ownUserId } from '#modules/access/public.js';
import { Conflict } from '#kernel/errors.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { ANYONE, SIGNED_IN } from '#platform/actions/permission.js';
import { hashOfToken } from '../domain/token.js';
import { findPasswordHash, findPasswordLink, setPassword, usePasswordLink } from '../store/passwords.js';
import { findSignInUser } from '../store/people.js';
import { LINK_USED } from '../texts.js';
import { endSessionsOf } from './end-sessions-of.js';
import { passwordChanged } from './factor-changed.js';
import { holdAttempt, type Throttled } from './hold-attempts.js';
import { checkNewPassword, hashPassword, isPassword, leastLength } from './passwords.js';
import { VisitorInput } from './visitor-input.js';

const newPasswordFields = { password: z.string().min(1).max(1_000), again: z.string() };

/** The least length of a password today, for the form's hint. */
export const readPasswordRules = readAction({
  name: 'authentication.read-password-rules',
  title: { lv: 'Apskatītas paroles prasības', en: 'Password rules looked at' },
  permission: ANYONE,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: async ({ tx, today }) => ({ leastLength: leastLength((await getParameters(tx, today))['password-least-length']) }),
});

/** A wrong password is an answer, not an exception: the attempt must stay recorded. */
export type PasswordChanged = { readonly kind: 'changed' | 'wrong' } | Throttled;

/** Changes one's own password, after a fresh proof of who one is; every other session ends (OWASP ASVS 5.0, 6.2.3, 7.4.3, 7.5.1). */
export const changePassword = writeAction({
  name: 'authentication.change-password',
  title: { lv: 'Nomainīta sava parole', en: 'Own password changed' },
  permission: SIGNED_IN,
  asksFreshProof: true,
  input: z.object({ current: z.string().min(1).max(1_000), ...newPasswordFields, present: z.string(), visitor: VisitorInput }),
  async run(context, { current, password, again, present, visitor }): Promise<PasswordChanged> {
    const { tx, now, today } = context;
    const user = (await findSignInUser(tx, ownUserId(context.actor)))!;
    const attempt = await holdAttempt(context, `proof of ${user.login}`, visitor, { strangers: false });
    if (attempt.kind === 'throttled') return attempt;
    if (!(await isPassword(await findPasswordHash(tx, user.id), current))) {
      await attempt.outcome('failed');
      return { kind: 'wrong' };
    }
    checkNewPassword(password, again, (await getParameters(tx, today))['password-least-length'], [user.login, user.name, user.email]);
    await attempt.outcome('succeeded');
    await setPassword(tx, user.id, await hashPassword(password), now);
    await endSessionsOf(context, user.id, { except: present }, 'password-changed');
    await passwordChanged(context, user.id);
    return { kind: 'changed' };
  },
  audit: ({ output }) => ({ facts: { outcome: output.kind } }),
});

/** A user chooses a password by the one-time link they were sent; the administrator who made the user never knows it. */
export const choosePassword = writeAction({
  name: 'authentication.choose-password',
  title: { lv: 'Izvēlēta parole pēc saites', en: 'Password chosen by a link' },
  permission: ANYONE,
  input: z.object({ token: z.string().min(1).max(100), ...newPasswordFields }),
  async run(context, { token, password, again }) {
    const { tx, now, today } = context;
    const tokenHash = hashOfToken(token);
    const link = await findPasswordLink(tx, tokenHash, now);
    if (!link) throw new Conflict('password-link-used', LINK_USED);
    const user = (await findSignInUser(tx, link.userId))!;
    checkNewPassword(password, again, (await getParameters(tx, today))['password-least-length'], [user.login, user.name, user.email]);
    if (!(await usePasswordLink(tx, tokenHash, link.userId, now))) throw new Conflict('password-link-used', LINK_USED);
    await setPassword(tx, link.userId, await hashPassword(password), now);
    await endSessionsOf(context, link.userId, {}, 'password-changed');
    await passwordChanged(context, link.userId);
    return link.userId;
  },
  audit: ({ output }) => ({ facts: { user: output } }),
});
