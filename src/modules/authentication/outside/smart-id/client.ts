import type { Fetch } from '../call.js';

/** How sure a Smart-ID account is: opened in person or by an equal means (QUALIFIED), or otherwise (ADVANCED). */
export const CERTIFICATE_LEVELS = ['ADVANCED', 'QUALIFIED'] as const;
export type CertificateLevel = (typeof CERTIFICATE_LEVELS)[number];

/** Our standing with the Smart-ID service, as the contract with SK ID Solutions says. */
export interface SmartIdClient {
  /** Ends in `/v3/`. */
  readonly url: string;
  readonly uuid: string;
  /** Shown by the phone; at most 32 bytes, as registered. */
  readonly name: string;
  /** `smart-id` with the live service, `smart-id-demo` with the demonstration and the simulator. */
  readonly scheme: string;
  /** The certificates that may have issued people's certificates, with their own issuers. */
  readonly authorities: readonly string[];
  readonly level: CertificateLevel;
  readonly fetch: Fetch;
}
