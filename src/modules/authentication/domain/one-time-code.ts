import { Secret, TOTP } from 'otpauth';

const STEP_SECONDS = 30;

const generatorOf = (secret: string, label = '') =>
  new TOTP({ issuer: 'Vienkopus', label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: STEP_SECONDS });

/** A secret of 160 bits in base 32, as people may type it into their application (RFC 4226, 4). */
export const newCodeSecret = (): string => new Secret({ size: 20 }).base32;

/** The address that an authenticator application reads from the picture. */
export const enrolmentAddress = (secret: string, login: string): string => generatorOf(secret, login).toString();

/** In groups of four, for reading aloud and typing. */
export const readableSecret = (secret: string): string => secret.match(/.{1,4}/g)!.join(' ');

/**
 * The time step that a code belongs to, or null when it is wrong, not of the present step, or its step was already used: each
 * code lives 30 seconds and serves once (OWASP ASVS 5.0, 6.5.1, 6.5.5). No tolerance is added: whose phone's clock is off is told so.
 * @param lastStep the step of the last code that was accepted, or null.
 */
export function stepOfCode(secret: string, code: string, now: Date, lastStep: number | null): number | null {
  if (generatorOf(secret).validate({ token: code, timestamp: now.getTime(), window: 0 }) === null) return null;
  const step = Math.floor(now.getTime() / 1000 / STEP_SECONDS);
  return lastStep === null || step > lastStep ? step : null;
}

/** The code of an instant; for tests and for showing what a phone would show. */
export const codeAt = (secret: string, now: Date): string => generatorOf(secret).generate({ timestamp: now.getTime() });
