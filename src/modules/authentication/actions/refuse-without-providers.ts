import { systemActor } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { type ProviderNeed, readMissingProviders } from './country-providers.js';

/**
 * The gate for what only settings decide: with real people's data the program does not start without a provider of the country whose people
 * have no other way in, unless the operator says that they know ([decision 26](../../../../docs/decisions/0026-the-gate-at-a-start.md)).
 * @throws Error with how many, of which municipalities; without names, since it goes into a log
 */
export async function refuseWithoutNeededProviders(platform: Platform): Promise<void> {
  if (!platform.installation.production) return;
  const missing = await perform(platform, readMissingProviders, {}, { actor: systemActor('start'), reason: null });
  if (missing.length > 0) throw new Error(`people would be locked out:\n${missing.map(lineOf).join('\n')}`);
}

const lineOf = ({ provider: { method, issuer }, needed }: ProviderNeed): string =>
  `  ${issuer ?? method}: it is not set up, and these would have no way to sign in: ${needed.map(({ name, n }) => `${name.en} ${n}`).join(', ')}. Set it up again and help them first (/sign-in-programme/providers), or say that you know by OUTSIDE_TAKEN_OUT=${issuer ?? method}`;
