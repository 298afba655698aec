import type { ActionContext } from '#platform/actions/action.js';
import type { Factor } from '../domain/factors.js';
import type { Policy } from '../domain/policy.js';
import { type Advised, advisedOf } from '../domain/readiness.js';
import type { Advice } from '../domain/steps.js';
import { listOpenConnections } from '../store/connections.js';
import { findSignInUser } from '../store/people.js';
import { listWaysIn, type Terms, type Without } from '../store/ways-in.js';
import { type PolicyOfUser, policyOfUser } from './policy-of-user.js';
import { outsideWays } from './read-sign-in.js';

/** The means of the country's providers that are set up here. */
export const countryMeans = ({ installation }: Pick<ActionContext, 'installation'>): Factor[] => [...new Set(outsideWays(installation).map(({ method }) => method))];

/** What people of a municipality can have here at all: passkeys, providers of the country that are set up, its connections that are open. */
export const meansThere = async (context: Pick<ActionContext, 'tx' | 'installation'>, unitId: number | null): Promise<Factor[]> => [
  'passkey',
  ...countryMeans(context),
  ...(await listOpenConnections(context.tx)).filter((one) => one.unitId === unitId).map(({ kind }) => kind),
];

/** What they may be advised to add to their accounts. */
export const advisedIn = async (context: Pick<ActionContext, 'tx' | 'installation'>, unitId: number | null, { allowed }: Pick<Policy, 'allowed'>): Promise<Advised[]> =>
  advisedOf(allowed, await meansThere(context, unitId));

/** The same with whether recovery codes help: they stand beside a first step that is worth little, and open nothing where passwords end. */
export const adviceIn = async (context: Pick<ActionContext, 'tx' | 'installation'>, unitId: number | null, policy: Pick<Policy, 'allowed' | 'passwordsEndOn'>): Promise<Advice> => ({
  advised: await advisedIn(context, unitId, policy),
  recoveryCodes: policy.allowed.includes('recovery-code') && policy.allowed.includes('password') && policy.passwordsEndOn === null,
});

/** By what people of a municipality may begin a sign-in under a policy. */
export const termsOf = (context: Pick<ActionContext, 'installation'>, unitId: number | null, { allowed }: Pick<Policy, 'allowed'>): Terms => ({ unitId, allowed, country: countryMeans(context) });

/** By what a user can begin a sign-in today, once something of theirs is gone. Exceptions run out and do not count. */
export async function waysInOf(context: Pick<ActionContext, 'tx' | 'today' | 'now' | 'installation'>, userId: string, without: Without = {}): Promise<Factor[]> {
  const user = (await findSignInUser(context.tx, userId))!;
  return waysInUnder(context, userId, await policyOfUser(context.tx, user, context.today, context.now), without);
}

/** The same under a policy that is known already. */
export const waysInUnder = (context: Pick<ActionContext, 'tx' | 'installation'>, userId: string, { unitId, policy, stage }: Pick<PolicyOfUser, 'unitId' | 'policy' | 'stage'>, without: Without = {}): Promise<Factor[]> =>
  listWaysIn(context.tx, userId, termsOf(context, unitId, policy), { password: stage !== 'password-off' }, without);
