import { type Level, needsTwoFactorsFrom } from '#modules/authentication/public.js';
import type { Platform } from '#platform/actions/perform.js';
import { neededLevel } from '../domain/levels.js';
import type { OwnFacts } from './client-metadata.js';
import type { SignedIn } from './signed-in.js';

/** Where a device stands that asks to be let in, as it was seen when it began. */
export const addressOfDevice = (device: { readonly deviceInfo?: unknown } | undefined): string | undefined => (device?.deviceInfo as { address?: string } | undefined)?.address;

interface Asked {
  readonly own: OwnFacts;
  readonly acrValues: unknown;
  readonly signedIn: SignedIn;
  /** Only where a device is let in (RFC 8628). */
  readonly deviceAddress: string | undefined;
}

/** How sure a person must be signed in: what the program needs and asks for, and for a device outside the municipality's networks two factors, as its people sign in from there. */
export async function levelNeeded(platform: Platform, { own, acrValues, signedIn, deviceAddress }: Asked): Promise<Level> {
  const needed = neededLevel(own.leastLevel, acrValues as string | undefined);
  if (needed !== 'low' || deviceAddress === undefined) return needed;
  return (await needsTwoFactorsFrom(platform, signedIn.userId, deviceAddress)) ? 'substantial' : needed;
}
