import type { EventEmitter } from 'node:events';
import Provider from 'oidc-provider';
import { systemActor } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { type PublishedKeys, readKeys } from '../actions/read-keys.js';
import { renewSigningKeys } from '../actions/signing-keys.js';
import { isSecretOf } from '../domain/secrets.js';
import { issuerOf } from '../domain/issuer.js';
import { afterwards } from './afterwards.js';
import { factsOf } from './client-metadata.js';
import { keepDirectoriesOfGrants } from './directory.js';
import { letCodesCarryThemselves } from './codes.js';
import { configurationOf } from './configuration.js';
import { standOnOwnSessions } from './own-session.js';
import { tellThroughJobs } from './tell-through-jobs.js';

/** How old, in milliseconds, the keys may be that another process may have changed; whoever holds a leaked one is stopped by programs fetching the published keys. */
export const KEYS_KNOWN_MS = 1_000;

/**
 * Gives the provider with the keys of this moment, or those known for at most `age` milliseconds; it is made anew when they
 * change, in every process by itself.
 */
export function providerOf(platform: Platform, fault: (error: Error) => void): (age?: number) => Promise<Provider> {
  let known: (PublishedKeys & { readonly provider: Provider; readonly readAt: number }) | undefined;
  return async (age = 0) => {
    const now = performance.now();
    if (known && now - known.readAt < age) return known.provider;
    let keys = await readKeys(platform, known);
    if (keys.jwks.length === 0) {
      await perform(platform, renewSigningKeys, {}, { actor: systemActor('apps.first-signing-key') });
      keys = await readKeys(platform);
    }
    const provider = known && known.edition === keys.edition ? known.provider : newProvider(platform, keys, fault, forgetWhenChanged);
    known = { ...keys, provider, readAt: now };
    return provider;
  };

  /** Entering a program tells on its way which keys there are. */
  function forgetWhenChanged(inForce: string): void {
    if (known && known.inForce !== inForce) known = undefined;
  }
}

function newProvider(platform: Platform, { jwks }: PublishedKeys, fault: (error: Error) => void, keysSeen: (inForce: string) => void): Provider {
  const provider = new Provider(issuerOf(platform.installation.publicUrl), configurationOf(platform, jwks));
  // The bridge alone sets the forwarded headers, to the address people use.
  provider.proxy = true;
  provider.on('server_error', (_, error: Error) => fault(error));
  // What goes wrong outside of the library's own handlers, such as writing what it issued.
  (provider as EventEmitter).on('error', fault);
  // Of secrets only hashes are kept.
  Object.assign(provider.Client.prototype, { compareClientSecret: compareSecret });
  makeDevicesPairwise(provider);
  tellThroughJobs(provider, platform);
  standOnOwnSessions(provider);
  keepDirectoriesOfGrants(provider);
  letCodesCarryThemselves(provider, platform.installation);
  provider.use(afterwards(platform, keysSeen));
  return provider;
}

function compareSecret(this: { clientSecret?: string }, given: string): boolean {
  return this.clientSecret !== undefined && isSecretOf(given, this.clientSecret);
}

/** Registering a pairwise device asks for a key by which to tell its sector; we know the sector, so its subjects are pairwise all the same. */
function makeDevicesPairwise({ Client }: Provider): void {
  const find = Client.find.bind(Client);
  Client.find = async (id) => {
    const client = await find(id);
    if (client && factsOf(client).kind === 'device') Object.assign(client, { subjectType: 'pairwise' });
    return client;
  };
}
