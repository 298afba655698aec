/** Failed attempts in the present window, and whether this account was ever entered from this network. */
export interface Attempts {
  readonly onAccountFromAddress: number;
  readonly onAccount: number;
  readonly fromAddress: number;
  readonly knownPair: boolean;
}

export interface AttemptLimits {
  readonly onAccountFromAddress: number;
  readonly onAccount: number;
  readonly fromAddress: number;
}

/**
 * Whether one more password may be tried. Five wrong ones for an account from one network end its turn there. Guessing
 * spread over many networks, or over many accounts from one network, stops only those who never got in this way before:
 * a stranger cannot lock someone out of their own office, nor one pupil the whole school behind one address.
 */
export function mayTry(attempts: Attempts, limits: AttemptLimits): boolean {
  if (attempts.onAccountFromAddress >= limits.onAccountFromAddress) return false;
  return attempts.knownPair || (attempts.onAccount < limits.onAccount && attempts.fromAddress < limits.fromAddress);
}
