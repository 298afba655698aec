import { z } from 'zod';
import { Conflict, invalid } from '#kernel/errors.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { ANYONE, SIGNED_IN } from '#platform/actions/permission.js';
import { hashOfToken } from '../domain/token.js';
import { findPasswordLink, getOwnCredentials, setPassword, usePasswordLink } from '../store/credentials.js';
import { getParameters } from '../store/parameters.js';
import { endSessions } from '../store/sessions.js';
import { LINK_USED, WRONG_PASSWORD } from '../texts.js';
import { ownUserId } from './own-user.js';
import { checkNewPassword, hashPassword, isPassword } from './passwords.js';

const newPasswordFields = { password: z.string().min(1).max(1_000), again: z.string() };

/** The least length of a password today, for the form's hint. */
export const readPasswordRules = readAction({
  name: 'access.read-password-rules',
  title: { lv: 'Apskatītas paroles prasības', en: 'Password rules looked at' },
  permission: ANYONE,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: async ({ tx, today }) => ({ leastLength: (await getParameters(tx, today))['password-least-length'] }),
});

/** Changes one's own password; every other session ends (OWASP ASVS 5.0, 7.4.3). */
export const changePassword = writeAction({
  name: 'access.change-password',
  title: { lv: 'Nomainīta sava parole', en: 'Own password changed' },
  permission: SIGNED_IN,
  input: z.object({ current: z.string().min(1).max(1_000), ...newPasswordFields, present: z.string() }),
  async run({ tx, actor, now, today }, { current, password, again, present }) {
    const userId = ownUserId(actor);
    const own = await getOwnCredentials(tx, userId);
    if (!(await isPassword(own.passwordHash, current))) throw invalid('current', WRONG_PASSWORD);
    checkNewPassword(password, again, (await getParameters(tx, today))['password-least-length'], own.login);
    await setPassword(tx, userId, await hashPassword(password), now);
    await endSessions(tx, userId, { except: present }, 'password-changed', now);
  },
  audit: () => ({}),
});

/** A user chooses a password by the one-time link they were sent; the administrator who made the user never knows it. */
export const choosePassword = writeAction({
  name: 'access.choose-password',
  title: { lv: 'Izvēlēta parole pēc saites', en: 'Password chosen by a link' },
  permission: ANYONE,
  input: z.object({ token: z.string().min(1).max(100), ...newPasswordFields }),
  async run({ tx, now, today }, { token, password, again }) {
    const tokenHash = hashOfToken(token);
    const link = await findPasswordLink(tx, tokenHash, now);
    if (!link) throw new Conflict('password-link-used', LINK_USED);
    checkNewPassword(password, again, (await getParameters(tx, today))['password-least-length'], link.login);
    if (!(await usePasswordLink(tx, tokenHash, link.userId, now))) throw new Conflict('password-link-used', LINK_USED);
    await setPassword(tx, link.userId, await hashPassword(password), now);
    await endSessions(tx, link.userId, {}, 'password-changed', now);
    return link.userId;
  },
  audit: ({ output }) => ({ facts: { user: output } }),
});
