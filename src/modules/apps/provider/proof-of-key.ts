import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify } from 'jose';
import { z } from 'zod';
import { systemClock } from '#kernel/clock.js';

/** What a program must show that holds a token bound to its key. */
interface Shown {
  readonly proof: string;
  readonly token: string;
  readonly method: string;
  /** The address the program called, without what follows a question mark. */
  readonly address: string;
}

export interface ProvenKey {
  /** The key's thumbprint (RFC 7638), by which tokens are bound. */
  readonly thumbprint: string;
  /** Each proof is good once, and known by this. */
  readonly jti: string;
}

/** How far, in seconds, a program's clock may be from ours. */
export const PROOF_WINDOW = 60;

const ALGORITHMS = ['ES256', 'Ed25519', 'EdDSA', 'PS256', 'RS256'];
const Claims = z.object({ jti: z.string().min(1).max(200), htm: z.string(), htu: z.string(), iat: z.number(), ath: z.string() });

/** The key that a proof of possession was made with for this very request and token (RFC 9449, 4.3); nothing where anything about it is wrong. */
export async function provenKey({ proof, token, method, address }: Shown): Promise<ProvenKey | undefined> {
  try {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, { typ: 'dpop+jwt', algorithms: ALGORITHMS });
    const claims = Claims.parse(payload);
    const distance = Math.abs(systemClock().now().getTime() / 1_000 - claims.iat);
    const isForThis = claims.htm === method && claims.htu === address && claims.ath === createHash('sha256').update(token).digest('base64url') && distance <= PROOF_WINDOW;
    return isForThis ? { thumbprint: await calculateJwkThumbprint(protectedHeader.jwk!), jti: claims.jti } : undefined;
  } catch {
    return undefined;
  }
}
