import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction, type WriteContext } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { ALONE, type Factor } from '../domain/factors.js';
import { isAtLeast, type Level, LEVELS } from '../domain/proof.js';
import { hashOfToken } from '../domain/token.js';
import { findLinkedUser, listIdentitiesOf, listThoseWhoTookBack } from '../store/outside-identities.js';
import { findPasswordHash } from '../store/passwords.js';
import { findSignInUser, type SignInUser } from '../store/people.js';
import { findOwnSession } from '../store/sessions.js';
import { usableBy } from './allowed-here.js';
import { CodeInput } from './code-input.js';
import { endSessionsOf } from './end-sessions-of.js';
import { holdAttempt, type Throttled } from './hold-attempts.js';
import { accountsOf, keepRefusal } from './keep-event.js';
import { openFullSession } from './open-session.js';
import { isPassword } from './passwords.js';
import { type OutsideWay, outsideWays } from './read-sign-in.js';
import { PasskeyAnswerInput, userOfPasskey } from './passkey-sign-in.js';
import { ProofInput } from './proof-input.js';
import { isRightCode } from './second-factor.js';
import { VisitorInput } from './visitor-input.js';
import { ownerOfProof, subjectKeyOf } from './whose-proof.js';

/** The ways in which a user may prove anew who they are, to reach a level. */
export interface WaysToProve {
  readonly password: boolean;
  readonly code: boolean;
  /** Whether the password is asked for beside the code: both are what the user signs in with. */
  readonly codeWithPassword: boolean;
  readonly passkey: boolean;
  /** Outside providers whose word this account already takes. */
  readonly outside: readonly OutsideWay[];
  /** An account of a municipality is linked. */
  readonly municipal: boolean;
}

/** What reaches a level: above `low` neither a password alone nor a school’s word does, and to `high` no municipality’s and no passkey. */
export const readWaysToProve = readAction({
  name: 'authentication.read-ways-to-prove',
  title: { lv: 'Apskatīts, kā apliecināt savu identitāti', en: 'Ways to prove one’s identity looked at' },
  permission: SIGNED_IN,
  input: z.object({ level: z.enum(LEVELS).catch('low') }),
  audit: NOT_PERSONAL,
  async run(context, { level }): Promise<WaysToProve> {
    const { tx, installation } = context;
    const user = await signedInUser(context);
    const linked = (await listIdentitiesOf(tx, user.id)).map(({ method }) => method);
    const usable = (method: string) => linked.includes(method) && user.may(method as Factor);
    const outside = outsideWays(installation).filter(({ method }) => usable(method) && (level === 'low' || method !== 'e-journal'));
    return { ...waysOf(user, level), outside, municipal: level !== 'high' && (usable('active-directory') || usable('openid')) };
  },
});

/** A user with what the policy where they belong lets them use today. */
interface Prover extends SignInUser {
  readonly may: (factor: Factor) => boolean;
}

async function signedInUser(context: Pick<ActionContext, 'tx' | 'today' | 'now' | 'actor'>): Promise<Prover> {
  const user = (await findSignInUser(context.tx, ownUserId(context.actor)))!;
  return { ...user, may: await usableBy(context, user) };
}

/** The strongest ways a user has and may use; a password counts only where they own nothing better, allowed or not: what two kept shut one does not open. */
function waysOf({ hasPassword, hasCode, passkeys, may }: Prover, level: Level): Omit<WaysToProve, 'outside' | 'municipal'> {
  const better = hasCode || passkeys > 0;
  const [password, passkey] = [hasPassword && may('password'), passkeys > 0 && may('passkey')];
  // A code stands beside the password; alone only where there has never been one.
  const code = hasCode && may('code') && (password || !hasPassword);
  return { password: password && !better && level === 'low', code: code && !isAtLeast(level, 'high'), codeWithPassword: code && password, passkey: passkey && !isAtLeast(level, 'high') };
}

export type ProvenAgain = { readonly kind: 'signed-in'; readonly userId: string; readonly token: string } | Throttled | { readonly kind: 'wrong' };

interface Again {
  readonly amr: readonly string[];
  readonly level: Level;
}

const PASSWORD: Again = ALONE.password;
/** A code is worth something only beside a password, or beside what the session was begun with. */
const CODE: Again = { level: 'low', amr: ['otp'] };
const PASSWORD_AND_CODE: Again = { level: 'low', amr: ['pwd', 'otp'] };

const present = { present: z.string(), visitor: VisitorInput };

export const proveByPassword = writeAction({
  name: 'authentication.prove-by-password',
  title: { lv: 'Identitāte apliecināta ar paroli', en: 'Identity proven by password' },
  permission: SIGNED_IN,
  input: z.object({ ...present, password: z.string().min(1).max(1_000) }),
  run: (context, { password, ...rest }) =>
    proveAnew(context, rest, async (user) => (waysOf(user, 'low').password && (await isPassword(await findPasswordHash(context.tx, user.id), password)) ? PASSWORD : null)),
  audit: ({ output }) => ({ facts: { outcome: output.kind } }),
});

/** Both factors again, where there are two (OWASP ASVS 5.0, 7.5.1). */
export const proveByCode = writeAction({
  name: 'authentication.prove-by-code',
  title: { lv: 'Identitāte apliecināta ar vienreizēju kodu', en: 'Identity proven by a one-time code' },
  permission: SIGNED_IN,
  input: z.object({ ...present, code: CodeInput, password: z.string().max(1_000).default('') }),
  run: (context, { code, password, ...rest }) =>
    proveAnew(context, rest, async (user) => {
      const { code: may, codeWithPassword: both } = waysOf(user, 'low');
      if (!may || (both && !(await isPassword(await findPasswordHash(context.tx, user.id), password)))) return null;
      if (!(await isRightCode(context, user.id, code))) return null;
      return both ? PASSWORD_AND_CODE : CODE;
    }),
  audit: ({ output }) => ({ facts: { outcome: output.kind } }),
});

export const proveByPasskey = writeAction({
  name: 'authentication.prove-by-passkey',
  title: { lv: 'Identitāte apliecināta ar piekļuves atslēgu', en: 'Identity proven by passkey' },
  permission: SIGNED_IN,
  input: PasskeyAnswerInput.extend({ present: z.string() }),
  run: (context, { token, answer, origin, ...rest }) =>
    proveAnew(context, rest, async (user) => (user.may('passkey') && (await userOfPasskey(context, token, answer, origin)) === user.id ? ALONE.passkey : null)),
  audit: ({ output }) => ({ facts: { outcome: output.kind } }),
});

export const proveByOutside = writeAction({
  name: 'authentication.prove-by-outside',
  title: { lv: 'Identitāte apliecināta pie ārēja sniedzēja', en: 'Identity proven at an outside provider' },
  permission: SIGNED_IN,
  input: z.object({ ...present, proof: ProofInput }),
  run: (context, { proof, ...rest }) =>
    proveAnew(context, rest, async (user) => {
      const linked = await findLinkedUser(context.tx, subjectKeyOf(context, proof));
      const owner = linked ? undefined : await ownerOfProof(context, proof);
      const tookBack = linked ? [] : await listThoseWhoTookBack(context.tx, subjectKeyOf(context, proof));
      const isTheirs = linked ? linked.userId === user.id : owner !== undefined && owner.id === user.personId && !tookBack.includes(user.id);
      // Whose phone or card was used at an account of somebody else sees it, as with every other answer that names them.
      if (!isTheirs) for (const userId of await accountsOf(context, proof)) if (userId !== user.id) await keepRefusal(context, userId, proof.method, 'at-another-account', rest.visitor);
      // Whoever has two factors here is not proven anew by a single one elsewhere.
      const isEnough = isAtLeast(proof.level, 'substantial') || (!user.hasCode && user.passkeys === 0);
      return isTheirs && isEnough && user.may(proof.method) ? { amr: proof.amr, level: proof.level } : null;
    }),
  audit: ({ input, output }) => ({ facts: { method: input.proof.method, outcome: output.kind } }),
});

/** A new session in place of the present one (OWASP ASVS 5.0, 7.2.4), worth as much as both proofs together. */
async function proveAnew(
  context: WriteContext,
  { present, visitor }: { readonly present: string; readonly visitor: z.infer<typeof VisitorInput> },
  prove: (user: Prover) => Promise<Again | null>,
): Promise<ProvenAgain> {
  const user = await signedInUser(context);
  const session = (await findOwnSession(context.tx, user.id, present))!;
  const attempt = await holdAttempt(context, `proof of ${user.login}`, visitor, { strangers: false });
  if (attempt.kind === 'throttled') return attempt;
  const proven = await prove(user);
  await attempt.outcome(proven ? 'succeeded' : 'failed');
  if (!proven) return { kind: 'wrong' };
  const amr = [...new Set([...session.amr, ...proven.amr])];
  const together: Level = amr.includes('pwd') && amr.includes('otp') ? 'substantial' : 'low';
  const level = strongest([session.level, proven.level, together]);
  const entry = await openFullSession(context, user.id, { factor: 'code', level, amr: level === 'low' ? amr : [...new Set([...amr, 'mfa'])], outsideIdentityId: session.outsideIdentityId, onlyWithin: session.onlyWithin }, visitor);
  await endSessionsOf(context, user.id, { only: present }, 'proven-anew', hashOfToken(entry.token));
  return { kind: 'signed-in', userId: entry.userId, token: entry.token };
}

const strongest = (levels: readonly Level[]): Level => LEVELS.findLast((level) => levels.includes(level))!;
