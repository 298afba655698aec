import { z } from 'zod';
import { getUserInScope, manageUsers, ownUserId } from '#modules/access/public.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { fill } from '#kernel/text.js';
import { readAction, writeAction } from '#platform/actions/action.js';
import type { Factor } from '../domain/factors.js';
import { findSealed } from '../store/break-glass.js';
import { deleteGenerator } from '../store/code-generators.js';
import { unlinkIdentities } from '../store/outside-identities.js';
import { removePasskeys } from '../store/passkeys.js';
import { findSignInUser } from '../store/people.js';
import { askReconfirmation, type CheckRow, listChecks } from '../store/reconfirmations.js';
import { voidPasswordLinks } from '../store/passwords.js';
import { deleteRecoveryCodes } from '../store/recovery-codes.js';
import { NO_ACTIVE_USER, SEALED_IS_NOT_RESET, TECHNICAL_USER } from '../texts.js';
import { endSessionsOf } from './end-sessions-of.js';
import { factorRemoved } from './factor-changed.js';
import { type Means, meansOf } from './my-means.js';
import { sendPasswordLink } from './send-link.js';
import { ADDRESS_CHANGED, SUSPENDED, tellKeepers } from './tell-keepers.js';

/** The same with who has seen the person, while the account waits to be confirmed again. */
export interface MeansOfUser extends Means {
  readonly checks: readonly CheckRow[];
}

/** By what a user of the actor's organisation gets in: kinds and days, never the secrets. */
export const readMeansOfUser = readAction({
  name: 'authentication.read-means-of-user',
  title: { lv: 'Apskatīti lietotāja pierakstīšanās līdzekļi', en: 'Means of sign-in of a user looked at' },
  permission: manageUsers,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }): Promise<MeansOfUser> {
    await getUserInScope(context, id);
    const means = await meansOf(context, id);
    if (!means) throw new NotFound('no-active-user', NO_ACTIVE_USER);
    return { ...means, checks: await listChecks(context.tx, id) };
  },
  audit: ({ input }) => ({ facts: { user: input.id } }),
});

/**
 * After an administrator has made sure who asks: takes away what was lost and sends a link to begin anew. Nobody chooses a
 * credential for somebody else. All sessions end. An account that had been confirmed has no rights until it is confirmed again
 * as surely (OWASP ASVS 5.0, 6.4.4), so that neither the administrator nor whoever reads its mail can act in it.
 */
export const resetMeans = writeAction({
  name: 'authentication.reset-means',
  title: { lv: 'Atiestatīti lietotāja pierakstīšanās līdzekļi', en: 'Means of sign-in of a user reset' },
  permission: manageUsers,
  asksFreshProof: true,
  input: z.object({ id: z.uuid(), lost: z.enum(['nothing', 'code', 'passkey', 'all']).default('nothing'), how: z.string().trim().min(3).max(500) }),
  async run(context, { id, lost }) {
    await getUserInScope(context, id);
    const user = await findSignInUser(context.tx, id);
    if (!user) throw new NotFound('no-active-user', NO_ACTIVE_USER);
    if (user.technical) throw new Conflict('technical-user', TECHNICAL_USER);
    if (user.sealed) throw new Conflict('sealed-account', SEALED_IS_NOT_RESET);
    await askReconfirmation(context.tx, id, ownUserId(context.actor), context.now);
    const taken: Factor[] = [];
    if (['code', 'all'].includes(lost) && (await deleteGenerator(context.tx, id)) > 0) taken.push('code');
    if (['passkey', 'all'].includes(lost) && (await removePasskeys(context.tx, id, null, context.now)) > 0) taken.push('passkey');
    if (lost === 'all') {
      await deleteRecoveryCodes(context.tx, id);
      await unlinkIdentities(context.tx, id, null, 'administrator', context.now);
    }
    for (const factor of taken) await factorRemoved(context, id, factor, null);
    await endSessionsOf(context, id, {}, 'reset');
    await sendPasswordLink(context, user);
    return taken;
  },
  audit: ({ input, output }) => ({ facts: { user: input.id, lost: input.lost, taken: output, how: input.how } }),
});

/** A new user is sent a link to begin with. Bears repetition: the caller's delivery is taken once. */
export const inviteUser = writeAction({
  name: 'authentication.invite-user',
  title: { lv: 'Jaunam lietotājam nosūtīta saite', en: 'Link sent to a new user' },
  permission: manageUsers,
  input: z.object({ userId: z.uuid() }),
  async run(context, { userId }) {
    const user = await findSignInUser(context.tx, userId);
    if (user && !user.technical) await sendPasswordLink(context, user);
  },
  audit: ({ input }) => ({ facts: { user: input.userId } }),
});

/** A link that was sent to the former mail address opens nothing any more; who still waits for one gets another at the new one. Of a sealed account its keepers are told. */
export const moveLink = writeAction({
  name: 'authentication.move-link',
  title: { lv: 'Saite nosūtīta uz jauno e-pastu', en: 'Link sent to the new mail address' },
  permission: manageUsers,
  input: z.object({ userId: z.uuid() }),
  async run(context, { userId }) {
    const { tx, now } = context;
    const user = await findSignInUser(tx, userId);
    const open = await voidPasswordLinks(tx, userId, now);
    if (user && open > 0) await sendPasswordLink(context, user);
    if (user?.sealed) await tellKeepers(context, { ...ADDRESS_CHANGED, body: fill(ADDRESS_CHANGED.body, { login: user.login }), onceKey: `break-glass-address:${userId}:${now.toISOString()}` });
    return open;
  },
  audit: ({ input, output }) => ({ facts: { user: input.userId, ended: output } }),
});

/** The sessions of a suspended user end, and those of the applications entered through them; of a sealed account its keepers are told. */
export const endSessionsOfSuspended = writeAction({
  name: 'authentication.end-sessions-of-suspended',
  title: { lv: 'Izbeigtas apturēta lietotāja sesijas', en: 'Sessions of a suspended user ended' },
  permission: manageUsers,
  input: z.object({ userId: z.uuid() }),
  async run(context, { userId }) {
    const sealed = await findSealed(context.tx, userId);
    if (sealed) await tellKeepers(context, { ...SUSPENDED, body: fill(SUSPENDED.body, { login: sealed.login }), onceKey: `break-glass-suspended:${userId}:${context.now.toISOString()}` });
    return endSessionsOf(context, userId, {}, 'user-suspended');
  },
  audit: ({ input, output }) => ({ facts: { user: input.userId, ended: output } }),
});

