import { z } from 'zod';
import { getParameters } from '#modules/access/public.js';
import { Conflict } from '#kernel/errors.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import type { Factor } from '../domain/factors.js';
import type { Advised } from '../domain/readiness.js';
import { hashOfToken } from '../domain/token.js';
import { findPasswordLink, usePasswordLink } from '../store/passwords.js';
import { findSignInUser, type SignInUser } from '../store/people.js';
import { LINK_IS_NOT_FOR_THIS, LINK_USED } from '../texts.js';
import { CodeInput } from './code-input.js';
import { endSessionsOf } from './end-sessions-of.js';
import { holdAttempt, type Throttled } from './hold-attempts.js';
import { openEnrolment } from './open-session.js';
import { passwordWouldOpen } from './password-would-open.js';
import { leastLength } from './passwords.js';
import { policyOfUser } from './policy-of-user.js';
import { isRightCode } from './second-factor.js';
import { advisedIn, waysInUnder } from './terms-of.js';
import { VisitorInput } from './visitor-input.js';

/** What a mailed link leads to: choosing a password, or, where passwords do not open, adding a means that does; signing in, for whoever has one; nothing, once it is used or has run out. */
export type LinkLeads =
  | { readonly to: 'password'; readonly login: string }
  | { readonly to: 'nothing' }
  | { readonly to: 'means'; readonly advised: readonly Advised[]; readonly asksCode: boolean }
  | { readonly to: 'sign-in'; readonly ways: readonly Factor[] };

type Context = Pick<ActionContext, 'tx' | 'today' | 'now' | 'installation'>;

async function leadsOf(context: Context, user: SignInUser): Promise<LinkLeads> {
  if (user.sealed) return { to: 'sign-in', ways: ['passkey'] };
  const held = await policyOfUser(context.tx, user, context.today, context.now);
  if (await passwordWouldOpen(context, user, held)) return { to: 'password', login: user.login };
  const ways = await waysInUnder(context, user.id, held);
  if (ways.length > 0) return { to: 'sign-in', ways };
  return { to: 'means', advised: await advisedIn(context, held.unitId, held.policy), asksCode: user.hasCode && held.policy.allowed.includes('code') };
}

/** What the page of a mailed link shows; nobody types a password for a link that is good no more. */
export const readLink = readAction({
  name: 'authentication.read-link',
  title: { lv: 'Atvērta saite no e-pasta', en: 'Mailed link opened' },
  permission: ANYONE,
  input: z.object({ token: z.string().max(100) }),
  audit: NOT_PERSONAL,
  async run(context, { token }): Promise<{ readonly leads: LinkLeads; readonly leastLength: number }> {
    const { tx, now, today } = context;
    const link = await findPasswordLink(tx, hashOfToken(token), now);
    const user = link && (await findSignInUser(tx, link.userId));
    return { leads: user ? await leadsOf(context, user) : { to: 'nothing' }, leastLength: leastLength((await getParameters(tx, today))['password-least-length']) };
  },
});

export type BegunByLink = { readonly kind: 'enrolment'; readonly userId: string; readonly token: string } | Throttled | { readonly kind: 'wrong'; readonly userId: string };

/**
 * Where passwords have ended the mailed link, once, opens a short session in which a means is added and nothing else: for new
 * employees, and after an administrator's reset. Whoever still has one-time codes shows one first.
 */
export const beginByLink = writeAction({
  name: 'authentication.begin-by-link',
  title: { lv: 'Pēc saites sākta pierakstīšanās līdzekļa pievienošana', en: 'Adding a means of sign-in begun by a link' },
  permission: ANYONE,
  input: z.object({ token: z.string().min(1).max(100), code: CodeInput.optional(), visitor: VisitorInput }),
  async run(context, { token, code, visitor }): Promise<BegunByLink> {
    const { tx, now } = context;
    const tokenHash = hashOfToken(token);
    const link = await findPasswordLink(tx, tokenHash, now);
    const user = link && (await findSignInUser(tx, link.userId));
    if (!user) throw new Conflict('password-link-used', LINK_USED);
    const leads = await leadsOf(context, user);
    if (leads.to !== 'means') throw new Conflict('link-is-not-for-this', LINK_IS_NOT_FOR_THIS);
    if (leads.asksCode) {
      const attempt = await holdAttempt(context, `code of ${user.login}`, visitor, { strangers: false });
      if (attempt.kind === 'throttled') return { ...attempt, userId: user.id };
      const right = code !== undefined && (await isRightCode(context, user.id, code));
      await attempt.outcome(right ? 'succeeded' : 'failed');
      if (!right) return { kind: 'wrong', userId: user.id };
    }
    if (!(await usePasswordLink(tx, tokenHash, user.id, now))) throw new Conflict('password-link-used', LINK_USED);
    await endSessionsOf(context, user.id, {}, 'factor-changed');
    return openEnrolment(context, user, leads.asksCode ? ['otp'] : [], visitor);
  },
  audit: ({ output }) => ({ facts: { outcome: output.kind, ...(output.userId !== undefined && { user: output.userId }) } }),
});
