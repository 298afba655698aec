import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { JWK } from 'jose';
import type { Platform } from '#platform/actions/perform.js';
import { MOUNT } from '../domain/issuer.js';
import { ACR_VALUES } from '../domain/levels.js';
import { LIFETIMES } from '../domain/lifetimes.js';
import { MACHINE_SCOPES } from '../domain/machine-scopes.js';
import { accountFinder, grantLoader, subjectsOf } from './accounts.js';
import { adapterOf } from './adapter.js';
import { factsOf, OWN_FACTS } from './client-metadata.js';
import { refuseFromElsewhere } from './device-networks.js';
import { showCodeInput, showDevice, showDeviceDone } from './device.js';
import { showError } from './error.js';
import { showLogout, showLoggedOut } from './logout.js';
import { policyOfPrompts } from './policy.js';
import { behindOf } from './signed-in.js';

export const CONTINUE = `${MOUNT}/continue`;

/** All that is decided about the provider: what it offers, how long things last, and which of our rooms it asks. */
export const configurationOf = (platform: Platform, jwks: readonly JWK[], subjectOf = subjectsOf(platform.installation)): Configuration => ({
  adapter: adapterOf(platform),
  jwks: { keys: jwks as never },
  acrValues: [...ACR_VALUES],
  responseTypes: ['code'],
  scopes: ['openid', 'offline_access', 'profile', 'email', ...MACHINE_SCOPES],
  claims: { openid: ['sub', 'acr', 'amr', 'auth_time', 'sid'], profile: ['name'], email: ['email'] },
  subjectTypes: ['pairwise', 'public'],
  pairwiseIdentifier: async (_, userId, client) => subjectOf(factsOf(client).sector, userId),
  sectorIdentifierUriValidate: () => false,
  clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
  extraClientMetadata: { properties: [OWN_FACTS] },
  extraParams: ['device_name'],
  clientBasedCORS: () => false,
  pkce: { required: () => true },
  rotateRefreshToken: true,
  // An installed program may come back by itself while its session lasts; beyond it only where the person agreed (offline_access).
  issueRefreshToken: async (_, client, source) => client.grantTypeAllowed('refresh_token') && (source.scopes.has('offline_access') || factsOf(client).kind !== 'web'),
  findAccount: accountFinder(platform),
  loadExistingGrant: grantLoader(platform),
  interactions: { policy: policyOfPrompts(platform), url: async (_, { uid }) => `${CONTINUE}/${uid}` },
  ttl: LIFETIMES,
  cookies: {
    names: { session: 'oidc_session', interaction: 'oidc_continue', resume: 'oidc_resume' },
    long: { path: MOUNT, httpOnly: true, sameSite: 'lax' },
    short: { httpOnly: true, sameSite: 'lax' },
  },
  discovery: { ui_locales_supported: ['lv', 'en'], service_documentation: `${platform.installation.publicUrl}/api` },
  renderError: showError,
  features: {
    devInteractions: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    resourceIndicators: { enabled: false },
    claimsParameter: { enabled: false },
    clientCredentials: { enabled: true },
    // A program gives back what it was given itself; of others it learns nothing.
    revocation: { enabled: true, allowedPolicy: async (_, client, token) => token.clientId === client.clientId },
    dPoP: { enabled: true },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: { enabled: true, logoutSource: showLogout, postLogoutSuccessSource: showLoggedOut },
    deviceFlow: {
      enabled: true,
      charset: 'base-20',
      mask: '****-****',
      deviceInfo(ctx: KoaContextWithOIDC) {
        refuseFromElsewhere(ctx);
        return { address: behindOf(ctx).address, program: ctx.get('user-agent').slice(0, 200) };
      },
      userCodeInputSource: showCodeInput,
      userCodeConfirmSource: showDevice,
      successSource: showDeviceDone,
    },
  },
});
