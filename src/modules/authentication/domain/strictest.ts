import type { IsoDate } from '#kernel/iso-date.js';
import { OTHER_THAN_PASSWORD } from './factors.js';
import { NO_POLICY, type Policy } from './policy.js';

/**
 * A policy that is laxer than none of several: for people of whom it is not known by which they would sign in. Days are the earliest,
 * sessions the shortest, means those that all allow; where they share none, every one but the password. Where any tells its networks
 * apart and they are not the same, a second factor is needed everywhere from the day given.
 */
export function strictest(policies: readonly Policy[], day: IsoDate): Policy {
  const shared = policies.reduce((means, { allowed }) => means.filter((one) => allowed.includes(one)), NO_POLICY.allowed);
  const networks = policies.map(({ innerNetworks }) => [...innerNetworks].sort().join(' '));
  const sameNetworks = networks.every((one) => one === networks[0]);
  const secondFactorFrom = earliest([...policies.map((policy) => policy.secondFactorFrom), ...(sameNetworks ? [] : [day])]);
  return {
    allowed: shared.length > 0 ? shared : OTHER_THAN_PASSWORD,
    administratorsFrom: earliest([...policies.map((policy) => policy.administratorsFrom), ...(sameNetworks ? [] : [day])]),
    secondFactorFrom,
    passwordsEndOn: earliest(policies.map((policy) => policy.passwordsEndOn)),
    innerNetworks: sameNetworks ? (policies[0]?.innerNetworks ?? []) : [],
    idleMinutes: least(policies.map((policy) => policy.idleMinutes)),
    absoluteMinutes: least(policies.map((policy) => policy.absoluteMinutes)),
  };
}

const known = <T>(all: readonly (T | null)[]): T[] => all.filter((one): one is T => one !== null);
const earliest = (days: readonly (IsoDate | null)[]): IsoDate | null => known(days).toSorted()[0] ?? null;
const least = (minutes: readonly (number | null)[]): number | null => (known(minutes).length === 0 ? null : Math.min(...known(minutes)));
