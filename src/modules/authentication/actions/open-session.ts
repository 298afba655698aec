import { findActor, getParameters, markSignedIn, type Parameters } from '#modules/access/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { isInside } from '#kernel/network.js';
import type { WriteContext } from '#platform/actions/action.js';
import type { Read } from '#platform/db/transaction.js';
import type { Factor } from '../domain/factors.js';
import { type Decision, decide, type Policy, type SignInCase } from '../domain/policy.js';
import type { Level } from '../domain/proof.js';
import type { OwnRefusal } from '../domain/sign-in-event.js';
import { hashOfToken, newToken } from '../domain/token.js';
import { ADMINISTRATIVE } from './administrators.js';
import { announceBreakGlass } from './announce-break-glass.js';
import { isExcepted } from '../store/policies.js';
import { findSignInUser, type SignInUser } from '../store/people.js';
import { type Awaits, insertSession } from '../store/sessions.js';
import { keepAtMost, MOST_SESSIONS } from './end-sessions-of.js';
import { keepRefusal } from './keep-event.js';
import { policyOfUser } from './policy-of-user.js';
import type { Visitor } from './visitor-input.js';

/** A right first factor, or both of two. */
export interface Proven {
  readonly factor: Factor;
  readonly level: Level;
  readonly amr: readonly string[];
  readonly outsideIdentityId?: string | null;
  /** Networks outside of which it takes more than this. */
  readonly onlyWithin?: readonly string[] | null;
  /** Confirms again an account that waits for it, if the proof is enough for that. */
  readonly confirm?: (user: SignInUser) => Promise<boolean>;
}

/** Right, and yet not let in. */
type Refused = 'second-not-allowed' | 'password-ended' | 'factor-not-allowed';

export type Entry =
  | { readonly kind: 'signed-in' | 'second-factor' | 'enrolment'; readonly userId: string; readonly token: string }
  | { readonly kind: Refused; readonly userId: string };

/** Lets a proven user in as far as the policy of their municipality allows, and gives the token for the cookie. */
export async function openSession(context: WriteContext, userId: string, proven: Proven, visitor: Visitor): Promise<Entry> {
  const user = (await findSignInUser(context.tx, userId))!;
  const { decision, policy, onlyWithin } = await judgeProof(context, user, proven, visitor);
  const refuse = async (reason: OwnRefusal, kind: Refused): Promise<Entry> => {
    await keepRefusal(context, userId, proven.factor, reason, visitor);
    return { kind, userId };
  };
  if (user.technical) return refuse('technical-user', 'factor-not-allowed');
  if (!opensSealed(user, proven.factor, decision)) return refuse('sealed-account', 'factor-not-allowed');
  const waits = decision === 'open' && user.mustConfirm !== null && !(await proven.confirm?.(user));
  const outcome = waits ? 'enrolment' : decision;
  if (outcome === 'password-ended' || outcome === 'factor-not-allowed' || outcome === 'second-not-allowed') return refuse(outcome, outcome);
  const token = await beginSession(context, user, { ...proven, onlyWithin }, visitor, AWAITS[outcome], policy);
  return { kind: outcome === 'open' ? 'signed-in' : outcome, userId, token };
}

/** A sealed account is opened by its keys, or by whatever else leads to them as the second step; nothing is added to it from outside. */
const opensSealed = ({ sealed, passkeys }: SignInUser, factor: Factor, decision: Decision): boolean => !sealed || factor === 'passkey' || (decision === 'second-factor' && passkeys > 0);

const secondFactorsOf = (user: SignInUser): Factor[] => [...(user.hasCode ? ['code' as const] : []), ...(user.passkeys > 0 ? ['passkey' as const] : [])];

/**
 * What a right first factor of a user leads to, by the policy of their municipality; without a visitor as from an unknown network.
 * `onlyWithin` are the municipality's networks, where the entry is owed to being inside of them: it is good nowhere else.
 */
export async function judgeProof(context: Pick<WriteContext, 'today' | 'now'> & { readonly tx: Read }, user: SignInUser, proven: Proven, visitor: Visitor | null): Promise<{ readonly decision: Decision; readonly policy: Policy; readonly onlyWithin: readonly string[] | null }> {
  const { tx, today, now } = context;
  const { policy, stage } = await policyOfUser(tx, user, today, now);
  const one: SignInCase = {
    ...proven,
    policy,
    stage,
    // Sealed accounts are for the day all other ways fail, whatever the policy says then.
    excepted: (user.sealed && proven.factor === 'passkey') || (await isExcepted(tx, user.id, today)),
    administrator: await isAdministrator(context, user.id),
    secondFactors: secondFactorsOf(user),
    fromInnerNetwork: visitor !== null && isInside(visitor.address, policy.innerNetworks),
  };
  const decision = decide(one);
  const owedToNetwork = decision === 'open' && decide({ ...one, fromInnerNetwork: false }) !== 'open';
  return { decision, policy, onlyWithin: owedToNetwork ? policy.innerNetworks : null };
}

const AWAITS: Readonly<Record<Exclude<Decision, Refused>, Awaits>> = { open: 'nothing', 'second-factor': 'second-factor', enrolment: 'enrolment' };

/** Begins a session of a user who has proven all that is needed; after a reset they still have to confirm the account. */
export async function openFullSession(context: WriteContext, userId: string, proven: Proven, visitor: Visitor): Promise<Extract<Entry, { token: string }>> {
  const user = (await findSignInUser(context.tx, userId))!;
  const { policy } = await policyOfUser(context.tx, user, context.today, context.now);
  const awaits = user.mustConfirm === null ? 'nothing' : 'enrolment';
  return { kind: awaits === 'nothing' ? 'signed-in' : 'enrolment', userId, token: await beginSession(context, user, proven, visitor, awaits, policy) };
}

/** How long a session lasts in which only a means of sign-in is added; by then it is done, or a new link is asked for. */
const ENROLMENT_MINUTES = 30;

/** Begins the short session of somebody who came by a mailed link: they may add a means of sign-in, and nothing else. */
export async function openEnrolment(context: WriteContext, user: SignInUser, amr: readonly string[], visitor: Visitor): Promise<{ readonly kind: 'enrolment'; readonly userId: string; readonly token: string }> {
  return { kind: 'enrolment', userId: user.id, token: await beginSession(context, user, { factor: 'password', level: 'low', amr }, visitor, 'enrolment', ENROLMENT_MINUTES) };
}

/** @param lasts so many minutes, or as the policy says */
async function beginSession(context: WriteContext, user: SignInUser, proven: Proven, visitor: Visitor, awaits: Awaits, lasts: Policy | number): Promise<string> {
  const { tx, now, today } = context;
  const limits = await getParameters(tx, today);
  const { idle, absolute, fresh } = typeof lasts === 'number' ? { idle: lasts, absolute: lasts, fresh: lasts } : { ...lifeOf(awaits, lasts, limits), fresh: limits['risky-action-minutes'] };
  const token = newToken();
  const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const session = { level: proven.level, amr: proven.amr, outsideIdentityId: proven.outsideIdentityId ?? null, onlyWithin: proven.onlyWithin ?? null, device: visitor.device, addressPrefix: visitor.addressPrefix };
  await insertSession(tx, { ...session, id: hashOfToken(token), userId: user.id, awaits, idleMinutes: idle, expiresAt: after(absolute), freshUntil: after(fresh) }, now);
  await keepAtMost(context, user.id, MOST_SESSIONS);
  if (awaits === 'nothing') await markSignedIn(tx, user.id, now);
  if (awaits === 'nothing' && user.sealed) await announceBreakGlass(context, user, visitor);
  return token;
}

function lifeOf(awaits: Awaits, policy: Policy, limits: Parameters) {
  if (awaits === 'second-factor') return { idle: limits['code-step-minutes'], absolute: limits['code-step-minutes'] };
  return { idle: policy.idleMinutes ?? limits['session-idle-minutes'], absolute: policy.absoluteMinutes ?? limits['session-absolute-minutes'] };
}

async function isAdministrator({ tx, today }: { readonly tx: Read; readonly today: IsoDate }, userId: string): Promise<boolean> {
  const rights = (await findActor(tx, userId, today))?.rights ?? [];
  return rights.some(({ permission }) => ADMINISTRATIVE.includes(permission));
}
