import { interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import { isAtLeast } from '#modules/authentication/public.js';
import type { Platform } from '#platform/actions/perform.js';
import { asksEachTime } from '../domain/client.js';
import { factsOf } from './client-metadata.js';
import { addressOfDevice, levelNeeded } from './level-needed.js';
import { behindOf } from './signed-in.js';

const { base, Check } = interactionPolicy;

/** When a person must do something before a program learns who they are. */
export function policyOfPrompts(platform: Platform): ReturnType<typeof base> {
  const policy = base();
  policy.get('login')!.checks.add(
    new Check('level_too_low', 'a surer sign-in is needed', 'unmet_authentication_requirements', (ctx) => isTooLow(platform, ctx)),
  );
  const consent = policy.get('consent')!;
  consent.checks.remove('native_client_prompt');
  // A program without a secret cannot prove that it is the one it says, be it our own: a person agrees each time (RFC 8252, 8.6).
  consent.checks.add(
    new Check('native_client_prompt', 'an installed program is confirmed by the person', 'interaction_required', ({ oidc }) =>
      asksEachTime(factsOf(oidc.client!).kind) && !(oidc.result as { consent?: unknown } | undefined)?.consent),
  );
  return policy;
}

async function isTooLow(platform: Platform, ctx: KoaContextWithOIDC): Promise<boolean> {
  const { signedIn } = behindOf(ctx);
  if (!signedIn) return false;
  const { client, params, entities } = ctx.oidc;
  return !isAtLeast(signedIn.level, await levelNeeded(platform, { own: factsOf(client!), acrValues: params?.['acr_values'], signedIn, deviceAddress: addressOfDevice(entities.DeviceCode) }));
}
