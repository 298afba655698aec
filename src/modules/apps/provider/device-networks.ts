import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import { isInside } from '#kernel/network.js';
import { factsOf } from './client-metadata.js';
import { behindOf } from './signed-in.js';

/** Where the device itself speaks, not the browser of the person who lets it in. */
const SPOKEN_BY_DEVICE: readonly string[] = ['device_authorization', 'token', 'userinfo'];

/** Whether a device that is held to networks speaks from outside of them. */
export function isFromElsewhere(ctx: KoaContextWithOIDC): boolean {
  const { client, route } = ctx.oidc;
  const networks = client ? factsOf(client).networks : [];
  return networks.length > 0 && SPOKEN_BY_DEVICE.includes(route) && !isInside(behindOf(ctx).address, networks);
}

/** A code that a stranger asks for elsewhere is not given out, so that nobody can be talked into typing it. @throws AccessDenied */
export function refuseFromElsewhere(ctx: KoaContextWithOIDC): void {
  if (isFromElsewhere(ctx)) throw new errors.AccessDenied('this program gives codes to devices in its own networks only');
}
