import type { Client, ClientMetadata } from 'oidc-provider';
import type { Text } from '#kernel/text.js';
import type { Level } from '#modules/authentication/public.js';
import type { Kind } from '../domain/client.js';
import type { EnteredClient } from '../store/clients.js';

/** What the provider's own vocabulary has no word for. */
export interface OwnFacts {
  readonly kind: Kind;
  readonly title: Text;
  readonly leastLevel: Level;
  /** Where a device may stand; empty: anywhere. */
  readonly networks: readonly string[];
  readonly sector: string;
  /** Entered without asking: one of our own, and only where it can prove which one it is. */
  readonly firstParty: boolean;
  readonly owner: string | null;
  readonly userId: string | null;
}

export const OWN_FACTS = 'vienkopus';

/** What is ours about a client that the provider found. */
export const factsOf = (client: Client): OwnFacts => client[OWN_FACTS] as OwnFacts;

const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

const FLOWS: Readonly<Record<Kind, ClientMetadata>> = {
  web: { grant_types: ['authorization_code', 'refresh_token'], response_types: ['code'], application_type: 'web', token_endpoint_auth_method: 'client_secret_basic', subject_type: 'pairwise' },
  native: { grant_types: ['authorization_code', 'refresh_token'], response_types: ['code'], application_type: 'native', token_endpoint_auth_method: 'none', subject_type: 'pairwise' },
  // The library knows pairwise devices only with keys of their own; `makeDevicesPairwise` knows better.
  device: { grant_types: [DEVICE_GRANT, 'refresh_token'], response_types: [], application_type: 'native', token_endpoint_auth_method: 'none', subject_type: 'public' },
  machine: { grant_types: ['client_credentials'], response_types: [], token_endpoint_auth_method: 'client_secret_basic', subject_type: 'public' },
  ticket: { grant_types: [], response_types: [], token_endpoint_auth_method: 'client_secret_basic', subject_type: 'public' },
} as unknown as Record<Kind, ClientMetadata>;

/** A client in the words of OpenID Connect Dynamic Client Registration 1.0. */
export function metadataOf(client: EnteredClient): ClientMetadata {
  const { id, kind, titleLv, titleEn, redirectUris, postLogoutUris, backChannelUri, leastLevel, networks, sector, firstParty, scopes, owner, userId, secretHash } = client;
  const own: OwnFacts = { kind, title: { lv: titleLv, en: titleEn }, leastLevel, networks, sector, firstParty: firstParty && kind === 'web', owner, userId };
  const flow = FLOWS[kind];
  return {
    ...flow,
    client_id: id,
    client_name: titleLv,
    ...(secretHash && { client_secret: secretHash }),
    redirect_uris: redirectUris,
    post_logout_redirect_uris: postLogoutUris,
    ...(backChannelUri && { backchannel_logout_uri: backChannelUri, backchannel_logout_session_required: true }),
    ...(flow.subject_type === 'pairwise' && { sector_identifier_uri: `https://${sector}/` }),
    ...(kind !== 'machine' && { scope: ['openid', 'offline_access', ...scopes].join(' ') }),
    [OWN_FACTS]: own,
  };
}
