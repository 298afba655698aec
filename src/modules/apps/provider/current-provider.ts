import Provider from 'oidc-provider';
import { systemActor } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { type PublishedKeys, readKeys } from '../actions/read-keys.js';
import { renewSigningKeys } from '../actions/signing-keys.js';
import { isSecretOf } from '../domain/secrets.js';
import { issuerOf } from '../domain/issuer.js';
import { afterwards } from './afterwards.js';
import { factsOf } from './client-metadata.js';
import { configurationOf } from './configuration.js';
import { standOnOwnSessions } from './own-session.js';
import { tellThroughJobs } from './tell-through-jobs.js';

/** Gives the provider with the keys of this moment; it is made anew when they change, in every process by itself. */
export function providerOf(platform: Platform, fault: (error: Error) => void): () => Promise<Provider> {
  let known: (PublishedKeys & { readonly provider: Provider }) | undefined;
  return async () => {
    const keys = await readKeys(platform, known);
    if (known && keys.edition === known.edition) return known.provider;
    if (keys.jwks.length === 0) {
      await perform(platform, renewSigningKeys, {}, { actor: systemActor('apps.first-signing-key') });
      known = withProvider(await readKeys(platform));
    } else known = withProvider(keys);
    return known.provider;
  };

  function withProvider(keys: PublishedKeys) {
    return { ...keys, provider: newProvider(platform, keys, fault) };
  }
}

function newProvider(platform: Platform, { jwks }: PublishedKeys, fault: (error: Error) => void): Provider {
  const provider = new Provider(issuerOf(platform.installation.publicUrl), configurationOf(platform, jwks));
  // The bridge alone sets the forwarded headers, to the address people use.
  provider.proxy = true;
  provider.on('server_error', (_, error: Error) => fault(error));
  // Of secrets only hashes are kept.
  Object.assign(provider.Client.prototype, { compareClientSecret: compareSecret });
  makeDevicesPairwise(provider);
  tellThroughJobs(provider, platform);
  standOnOwnSessions(provider);
  provider.use(afterwards(platform));
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
