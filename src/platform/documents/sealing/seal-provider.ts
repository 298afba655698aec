import type { HashName, SealAlgorithm } from '../xades/names.js';

export interface SealCertificate {
  /** DER of the certificate that signs. */
  readonly leaf: Uint8Array;
  /** Those above it, the issuer first. */
  readonly chain: readonly Uint8Array[];
}

/**
 * Whoever holds the key of a seal: a file (tests and demonstration), a device, or a service far away. The key itself never comes here.
 * `sign` takes many at once, as remote services authorise many hashes by one act; ECDSA values come back as r and s side by side.
 */
export interface SealProvider {
  readonly algorithm: SealAlgorithm;
  certificate(): Promise<SealCertificate>;
  sign(dataToBeSigned: readonly Uint8Array[]): Promise<Uint8Array[]>;
}

/** RFC 3161. @throws TrustServiceError */
export interface TimeStampAuthority {
  /** A stamp over data, by their hash. */
  stamp(data: Uint8Array, hash?: HashName): Promise<Stamp>;
}

/** DER of a token that was checked, and the time it tells. */
export interface Stamp {
  readonly token: Uint8Array;
  readonly at: Date;
}

/** Asked without a nonce, so that a batch may share one answer. @throws TrustServiceError */
export interface RevocationSource {
  /** The answer that the certificate is good, made at this time or later; waits for a fresh one as long as it may. */
  good(leaf: Uint8Array, issuer: Uint8Array, since: Date): Promise<RevocationAnswer>;
}

/** DER of an OCSP response that was checked, and when it was made. */
export interface RevocationAnswer {
  readonly response: Uint8Array;
  readonly at: Date;
}
