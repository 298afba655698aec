import type { Factor } from './factors.js';

/** What an account has, as far as it may be used where it belongs. */
export interface WaysOfAccount {
  readonly allowed: readonly Factor[];
  /** Has one, and the municipality has not switched passwords off. */
  readonly password: boolean;
  readonly passkeys: number;
  /** The means of identities linked elsewhere whose providers are reachable from here. */
  readonly identities: readonly Factor[];
}

/** By what its owner can begin a sign-in. Codes and recovery codes open nothing alone; an exception that runs out is no way to rely on. */
export function waysIn({ allowed, password, passkeys, identities }: WaysOfAccount): Factor[] {
  const has: Factor[] = [...(password ? ['password' as const] : []), ...(passkeys > 0 ? ['passkey' as const] : []), ...identities];
  return [...new Set(has)].filter((factor) => allowed.includes(factor));
}
