import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  ClientSecretPost,
  clockSkew,
  type Configuration,
  customFetch,
  type CustomFetch,
  discovery,
  enableNonRepudiationChecks,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
} from 'openid-client';
import { z } from 'zod';
import { type Outcome, proven, type RedirectProvider, refused, whoseOf } from '../proving.js';
import { isMeantFor, type OpenIdConnection, proofOf } from './connection.js';
import { OPENID_REFUSALS, type OpenIdRefusal } from './texts.js';

const State = z.object({ handle: z.string(), nonce: z.string(), verifier: z.string(), returnTo: z.string(), anew: z.boolean() });
type State = z.infer<typeof State>;

/** How long what the provider says of itself is kept. */
const KNOWN_FOR_MS = 3_600_000;
const WITHIN_SECONDS = 15;
/** Who proves themselves anew may take this long from their password to being back here. */
const ANEW_SECONDS = 300;
/** Providers' issuers that stand for any tenant at all; a token of theirs says nothing about one municipality. */
export const ANY_TENANT = /^https:\/\/login\.microsoftonline\.com\/(common|organizations|consumers)\b/;

/** Signing in at an OpenID provider: code, PKCE, state, nonce, and an ID token whose signature is checked (OpenID Connect Core 1.0, 3.1). */
export function openIdOf(connection: OpenIdConnection): RedirectProvider {
  if (ANY_TENANT.test(connection.issuer)) throw new Error(`${connection.issuer} lets every tenant in: write the address of one tenant`);
  const configurationAt = knownFor(connection);
  return {
    id: connection.id,
    method: connection.method,
    title: connection.title,
    answers: 'get',
    handleField: 'state',
    async begin({ returnTo, lang, now, anew = false }) {
      const state: State = { handle: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), returnTo, anew };
      try {
        const address = buildAuthorizationUrl(await configurationAt(now), {
          redirect_uri: returnTo,
          scope: [...new Set(['openid', ...connection.scopes])].join(' '),
          state: state.handle,
          nonce: state.nonce,
          code_challenge: await calculatePKCECodeChallenge(state.verifier),
          code_challenge_method: 'S256',
          ui_locales: lang,
          ...(anew ? { prompt: 'login', max_age: String(ANEW_SECONDS) } : {}),
        });
        return { state, address: address.href };
      } catch (error) {
        return refused(refusalOf(error));
      }
    },
    async finish(kept, answer, now) {
      const state = State.parse(kept);
      if (answer.state !== state.handle) return refused('wrong-return');
      try {
        return await finished(connection, await configurationAt(now), state, answer);
      } catch (error) {
        return refused(refusalOf(error));
      }
    },
    say: (reason) => OPENID_REFUSALS[reason as OpenIdRefusal],
  };
}

async function finished(connection: OpenIdConnection, configuration: Configuration, { handle, nonce, verifier, returnTo, anew }: State, answer: Readonly<Record<string, string>>): Promise<Outcome<OpenIdRefusal>> {
  const came = new URL(returnTo);
  for (const [name, value] of Object.entries(answer)) came.searchParams.set(name, value);
  const tokens = await authorizationCodeGrant(configuration, came, { expectedState: handle, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true, ...(anew ? { maxAge: ANEW_SECONDS } : {}) });
  const claims = tokens.claims()!;
  const proof = proofOf(connection, claims);
  return isMeantFor(connection, claims) ? proven(proof) : refused('not-meant-for', whoseOf(proof));
}

/** What the provider says of itself, asked anew when it is old. A failure is not remembered. */
function knownFor(connection: OpenIdConnection): (now: Date) => Promise<Configuration> {
  let known: { readonly at: number; readonly configuration: Promise<Configuration> } | undefined;
  return (now) => {
    if (!known || Math.abs(now.getTime() - known.at) > KNOWN_FOR_MS) {
      const asked = { at: now.getTime(), configuration: discovered(connection, now) };
      known = asked;
      asked.configuration.catch(() => void (known = known === asked ? undefined : known));
    }
    return known.configuration;
  };
}

function discovered({ issuer, clientId, clientSecret, fetch }: OpenIdConnection, now: Date): Promise<Configuration> {
  const address = new URL(issuer);
  const isHere = address.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(address.hostname);
  // The library asks the machine's clock; a demonstration's may be moved.
  const skew = Math.round((now.getTime() - performance.timeOrigin - performance.now()) / 1000);
  return discovery(address, clientId, { [clockSkew]: Math.abs(skew) < 5 ? 0 : skew }, clientSecret === null ? None() : ClientSecretPost(clientSecret), {
    // Without this an ID token straight from the provider would be believed by the connection alone.
    execute: [enableNonRepudiationChecks, ...(isHere ? [allowInsecureRequests] : [])],
    timeout: WITHIN_SECONDS,
    [customFetch]: fetch as CustomFetch,
  });
}

function refusalOf(error: unknown): OpenIdRefusal {
  if (error instanceof AuthorizationResponseError) return error.error === 'access_denied' ? 'user-refused' : 'service-failure';
  if (error instanceof ResponseBodyError) {
    if (error.error === 'invalid_grant') return 'session-gone';
    return error.status >= 500 ? 'service-failure' : 'system-not-accepted';
  }
  if (error instanceof ClientError) return refusalOfClient(error);
  if (error instanceof TypeError && error.message === 'fetch failed') return 'unreachable';
  throw error;
}

/** What the library itself would not accept: a silent provider, or an answer or a token that does not fit. */
function refusalOfClient({ code, cause }: ClientError): OpenIdRefusal {
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT') return 'unreachable';
  if (code === 'OAUTH_RESPONSE_IS_NOT_CONFORM') return cause instanceof Response && cause.status === 401 ? 'system-not-accepted' : 'service-failure';
  return code === 'OAUTH_RESPONSE_IS_NOT_JSON' || code === 'OAUTH_PARSE_ERROR' ? 'service-failure' : 'bad-token';
}
