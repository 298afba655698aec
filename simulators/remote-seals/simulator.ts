import { createHash } from 'node:crypto';
import type { Clock } from '#kernel/clock.js';
import type { Holder, TrustServicesAuthority } from '../trust-services/authority.js';
import { type EcdsaForm, signedHash } from './sign-hash.js';
import { bearerTokens } from '../bearer-tokens.js';
import { type Asked, json, page, type Said, serve, type Serving } from '../web.js';

/** How the service misbehaves; a test changes it between calls. */
export interface RemoteBehaviour {
  down: boolean;
  /** Tokens are refused though they are still valid, so many times. */
  forgetsTokens: number;
  mode: 'explicit' | 'implicit' | 'oauth2code';
  key: 'enabled' | 'disabled';
  status: 'valid' | 'expired' | 'revoked';
  /** Signatures come in another order, or one is missing. */
  answers: 'in order' | 'mixed up' | 'one short';
  ecdsa: EcdsaForm;
}

export interface RemoteSeals extends Serving {
  readonly settings: { readonly url: string; readonly tokenUrl: string; readonly clientId: string; readonly clientSecret: string; readonly pin: string };
  readonly behaviour: RemoteBehaviour;
  /** How often each method was asked. */
  readonly asked: Record<string, number>;
}

const USUAL: RemoteBehaviour = { down: false, forgetsTokens: 0, mode: 'explicit', key: 'enabled', status: 'valid', answers: 'in order', ecdsa: 'der' };
export const usualRemoteBehaviour = (): RemoteBehaviour => ({ ...USUAL });

/** So many hashes one act authorises. */
export const MULTISIGN = 50;
const [CLIENT, SECRET, PIN] = ['vienkopus', 'simulated-client', '135790'];
const TOKEN_SECONDS = 300;
const SHA_256 = '2.16.840.1.101.3.4.2.1';

/** The keys of seals by the names of their credentials, behind the API of the Cloud Signature Consortium 2.0: only hashes come here. */
export async function startRemoteSeals({ port, authority, clock }: { port: number; authority: TrustServicesAuthority; clock: Clock }): Promise<RemoteSeals> {
  const behaviour = usualRemoteBehaviour();
  const asked: Record<string, number> = {};
  const credentials: Readonly<Record<string, Holder>> = { 'seal-rsa': authority.holders['seal-rsa'], 'seal-p256': authority.holders['seal-p256'] };
  const tokens = bearerTokens({ id: CLIENT, secret: SECRET }, TOKEN_SECONDS, clock, behaviour);
  const authorised = new Map<string, string>();

  const methods: Readonly<Record<string, (body: Readonly<Record<string, unknown>>) => Said>> = {
    info: () => json({ specs: '2.0.0.2', name: 'SIMULATED remote seals', region: 'LV', lang: 'lv-LV', authType: ['oauth2client'], methods: Object.keys(methods) }),
    'credentials/list': () => json({ credentialIDs: Object.keys(credentials) }),
    'credentials/info': (body) => about(String(body['credentialID'])),
    'credentials/authorize': authorise,
    'signatures/signHash': signHash,
  };

  const serving = await serve(port, (request) => {
    if (behaviour.down) return { status: 503 };
    if (request.method === 'POST' && request.path === '/oauth2/token') return token(request);
    const method = /^\/csc\/v2\/(.+)$/.exec(request.path)?.[1];
    if (request.method !== 'POST' || !method) return page('Attālinātie zīmogi', 'Cloud Signature Consortium API 2.0', '<p>POST <code>/csc/v2/…</code>, <code>/oauth2/token</code></p>');
    asked[method] = (asked[method] ?? 0) + 1;
    const run = methods[method];
    if (!run) return refused('unsupported_method', 404);
    if (method !== 'info' && !tokens.isGood(request)) return { ...refused('invalid_token', 401), headers: { 'content-type': 'application/json', 'www-authenticate': 'Bearer' } };
    return run(JSON.parse(request.body || '{}') as Record<string, unknown>);
  });

  function token(request: Asked): Said {
    asked['token'] = (asked['token'] ?? 0) + 1;
    return tokens.give(request) ?? refused('invalid_client', 401);
  }

  function about(id: string): Said {
    const holder = credentials[id];
    if (!holder) return refused('invalid_request');
    const isRsa = holder.key.asymmetricKeyType === 'rsa';
    return json({
      SCAL: '2',
      signatureQualifier: 'eu_eidas_qeseal',
      key: { status: behaviour.key, algo: isRsa ? ['1.2.840.113549.1.1.11'] : ['1.2.840.10045.4.3.2'], len: isRsa ? 3072 : 256, ...(!isRsa && { curve: '1.2.840.10045.3.1.7' }) },
      cert: { status: behaviour.status, certificates: [holder, authority.issuing, authority.root].map(({ certificate }) => Buffer.from(certificate.rawData).toString('base64')) },
      auth: { mode: behaviour.mode, ...(behaviour.mode === 'explicit' && { expression: 'PIN', objects: [{ type: 'Password', id: 'PIN', format: 'N', label: 'PIN' }] }) },
      multisign: MULTISIGN,
    });
  }

  /** One act for these hashes alone, to be used once. */
  function authorise({ credentialID, numSignatures, hashes, hashAlgorithmOID, authData }: Readonly<Record<string, unknown>>): Said {
    const list = hashes as readonly string[];
    if (!credentials[String(credentialID)] || !Array.isArray(hashes) || numSignatures !== list.length || hashAlgorithmOID !== SHA_256) return refused('invalid_request');
    if (list.length > MULTISIGN) return refused('invalid_request');
    const [given] = (authData ?? []) as readonly { readonly id: string; readonly value: string }[];
    if (behaviour.mode === 'explicit' && (given?.id !== 'PIN' || given.value !== PIN)) return refused('invalid_pin');
    const sad = crypto.randomUUID();
    authorised.set(sad, actOf(credentialID, list));
    return json({ SAD: sad, expiresIn: 60 });
  }

  function signHash({ credentialID, SAD, hashes, signAlgo }: Readonly<Record<string, unknown>>): Said {
    const act = authorised.get(String(SAD));
    authorised.delete(String(SAD));
    if (act !== actOf(credentialID, hashes)) return refused('invalid_request');
    const { key } = credentials[String(credentialID)]!;
    if (signAlgo !== (key.asymmetricKeyType === 'rsa' ? '1.2.840.113549.1.1.11' : '1.2.840.10045.4.3.2')) return refused('invalid_request');
    const signatures = (hashes as readonly string[]).map((hash) => signedHash(key, Buffer.from(hash, 'base64'), behaviour.ecdsa).toString('base64'));
    if (behaviour.answers === 'mixed up') signatures.reverse();
    if (behaviour.answers === 'one short') signatures.pop();
    return json({ signatures });
  }

  return {
    ...serving,
    settings: { url: `${serving.address}/csc/v2`, tokenUrl: `${serving.address}/oauth2/token`, clientId: CLIENT, clientSecret: SECRET, pin: PIN },
    behaviour,
    asked,
  };
}

const actOf = (credentialID: unknown, hashes: unknown): string => createHash('sha256').update(JSON.stringify([credentialID, hashes])).digest('hex');

const refused = (error: string, status = 400): Said => json({ error, error_description: `SIMULATED: ${error}` }, status);
