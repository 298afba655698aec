import { getParameters, type Parameters } from '#modules/access/public.js';
import type { WriteContext } from '#platform/actions/action.js';
import type { Installation } from '#platform/actions/installation.js';
import { mayTry } from '../domain/throttle.js';
import { keyedHash } from '../domain/token.js';
import { type AttemptKey, countAttempts, holdAttempts, insertAttempt, insertThrottled } from '../store/attempts.js';
import type { Visitor } from './visitor-input.js';

/** One try at an account; its outcome must be said before the transaction ends, which gives the attempt's id. */
export interface HeldAttempt {
  readonly kind: 'held';
  readonly outcome: (outcome: 'succeeded' | 'failed') => Promise<string>;
}
export interface Throttled {
  readonly kind: 'throttled';
  readonly minutes: number;
  /** Whose account it is, for the audit log; whoever tried hears nothing of it. */
  readonly userId?: string;
}

export interface NamedLimits {
  readonly onAccountFromAddress: keyof Parameters;
  readonly fromAddress: keyof Parameters;
  /** Stands before the network, so that one kind of tries does not use up the other's. */
  readonly apart: string;
}

const SIGN_INS: NamedLimits = { onAccountFromAddress: 'attempts-on-account-from-address', fromAddress: 'attempts-from-address', apart: '' };
/** Codes of devices, typed by who is signed in (RFC 8628, 5.1). */
export const DEVICE_CODES: NamedLimits = { onAccountFromAddress: 'device-code-attempts', fromAddress: 'device-code-attempts-from-address', apart: 'device codes, ' };

/** As what the tries at an account are kept, from a network. */
export const attemptKeyOf = (installation: Installation, account: string, { addressPrefix }: Pick<Visitor, 'addressPrefix'>, { apart }: NamedLimits = SIGN_INS): AttemptKey => ({
  accountKey: keyedHash(installation.keyFor('sign-in attempts'), account),
  addressPrefix: `${apart}${addressPrefix}`,
});

/**
 * Counts tries at an account, and refuses where there were too many. `account` may be anything that names it: it is kept
 * as a keyed hash. Only one try at a time runs for an account from a network.
 * @param strangers whether tries from networks never seen before are also held back by what others did.
 * @param named by which parameters it is limited; what is limited by others is counted apart.
 */
export async function holdAttempt(context: WriteContext, account: string, visitor: Visitor, { strangers, limits: named = SIGN_INS }: { strangers: boolean; limits?: NamedLimits }): Promise<HeldAttempt | Throttled> {
  const { tx, now, today, installation } = context;
  const limits = await getParameters(tx, today);
  const minutes = limits['attempts-window-minutes'];
  const key = attemptKeyOf(installation, account, visitor, named);
  const since = new Date(now.getTime() - minutes * 60_000);
  const throttled = async (): Promise<Throttled> => {
    await insertThrottled(tx, key, since, now, visitor.device);
    return { kind: 'throttled', minutes };
  };
  if (!(await holdAttempts(tx, key))) return throttled();
  const attempts = await countAttempts(tx, key, since);
  const counted = strangers ? attempts : { ...attempts, knownPair: false, fromAddress: 0 };
  const allowed = mayTry(counted, {
    onAccountFromAddress: limits[named.onAccountFromAddress],
    onAccount: limits['attempts-on-account'],
    fromAddress: strangers ? limits[named.fromAddress] : 1,
  });
  if (!allowed) return throttled();
  return { kind: 'held', outcome: (outcome) => insertAttempt(tx, key, outcome, now, visitor.device) };
}
