import type { IsoDate } from '#kernel/iso-date.js';
import { type Factor, FACTORS } from './factors.js';
import { isAtLeast, type Level } from './proof.js';

/** How a municipality has its people sign in; days that are null have not been set. */
export interface Policy {
  readonly allowed: readonly Factor[];
  /** From which day administrators need a second factor, and from which everybody does. */
  readonly administratorsFrom: IsoDate | null;
  readonly secondFactorFrom: IsoDate | null;
  /** The day on which passwords are to end. They end when the gate lets them: see `password-end.ts`. */
  readonly passwordsEndOn: IsoDate | null;
  /** The municipality's own networks (CIDR): from elsewhere a second factor is needed at once. Empty: no difference is made. */
  readonly innerNetworks: readonly string[];
  readonly idleMinutes: number | null;
  readonly absoluteMinutes: number | null;
}

/** Where a municipality has decided nothing: everything is allowed, and nothing is demanded before the country's day. */
export const NO_POLICY: Policy = {
  allowed: FACTORS,
  administratorsFrom: null,
  secondFactorFrom: null,
  passwordsEndOn: null,
  innerNetworks: [],
  idleMinutes: null,
  absoluteMinutes: null,
};

export const STAGES = ['optional', 'encouraged', 'required-for-administrators', 'required', 'password-off'] as const;
export type Stage = (typeof STAGES)[number];

/** From which day everybody of a municipality needs two factors: its own day, where it is earlier than the country's. */
export const secondFactorFrom = (policy: Pick<Policy, 'secondFactorFrom'>, nationalDay: IsoDate): IsoDate =>
  policy.secondFactorFrom && policy.secondFactorFrom < nationalDay ? policy.secondFactorFrom : nationalDay;

/** How far a municipality has come on a day. A second factor is encouraged as soon as it has set a day of its own. */
export function stageOn(policy: Policy, nationalDay: IsoDate, day: IsoDate, passwordsEnded: boolean): Stage {
  if (passwordsEnded) return 'password-off';
  if (secondFactorFrom(policy, nationalDay) <= day) return 'required';
  if (policy.administratorsFrom && policy.administratorsFrom <= day) return 'required-for-administrators';
  return policy.secondFactorFrom || policy.administratorsFrom || policy.passwordsEndOn ? 'encouraged' : 'optional';
}

/** A sign-in whose first factor was right, and what matters for what comes next. */
export interface SignInCase {
  readonly factor: Factor;
  readonly level: Level;
  readonly policy: Policy;
  readonly stage: Stage;
  /** Named, until a day not yet over: may sign in as before. */
  readonly excepted: boolean;
  readonly administrator: boolean;
  /** The second factors that the user owns, allowed or not. */
  readonly secondFactors: readonly Factor[];
  readonly fromInnerNetwork: boolean;
}

export type Decision = 'open' | 'second-factor' | 'enrolment' | 'second-not-allowed' | 'password-ended' | 'factor-not-allowed';

/** What follows a right first factor: entry, a second factor, adding one before anything else, or a refusal. */
export function decide(one: SignInCase): Decision {
  const { factor, policy, stage, excepted } = one;
  if (!excepted) {
    if (factor === 'password' && stage === 'password-off') return 'password-ended';
    if (!policy.allowed.includes(factor)) return 'factor-not-allowed';
  }
  if (isAtLeast(one.level, 'substantial')) return 'open';
  if (one.secondFactors.some((second) => excepted || policy.allowed.includes(second))) return 'second-factor';
  // What is no longer allowed is not asked for, and neither does the first factor alone open what two kept shut.
  if (one.secondFactors.length > 0) return 'second-not-allowed';
  return needsSecondFactor(one) && !excepted ? 'enrolment' : 'open';
}

const needsSecondFactor = ({ stage, administrator, policy, fromInnerNetwork }: SignInCase): boolean =>
  stage === 'required' || stage === 'password-off' || (stage === 'required-for-administrators' && administrator) || (policy.innerNetworks.length > 0 && !fromInnerNetwork);
