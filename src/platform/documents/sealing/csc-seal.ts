import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Bytes, fromBase64, joined, toBase64 } from '../bytes.js';
import { type Certificate, readCertificate } from '../trust/certificate.js';
import { HASHES, isSignedBy, type Scheme, sideBySide } from '../trust/signature.js';
import { TrustServiceError } from '../trust/trust-service-error.js';
import type { SealAlgorithm } from '../xades/names.js';
import { type CscCall, cscCalls, type CscService } from './csc-service.js';
import type { SealProvider } from './seal-provider.js';

/** Which key of a remote signing service seals, and what opens it. */
export interface CscCredential extends CscService {
  readonly credentialId: string;
  /** The PIN of a credential that asks for one. */
  readonly pin?: string;
}

const Credential = z.object({
  key: z.object({ status: z.enum(['enabled', 'disabled']), algo: z.array(z.string()), len: z.number() }),
  cert: z.object({ status: z.enum(['valid', 'expired', 'revoked', 'suspended']).optional(), certificates: z.array(z.string()).min(1) }),
  auth: z.object({ mode: z.string() }),
  /** How many hashes one act may authorise. */
  multisign: z.number().int().positive(),
});
const Authorised = z.object({ SAD: z.string().min(1) });
const Signed = z.object({ signatures: z.array(z.string()) });

const SHA_256 = Object.keys(HASHES).find((oid) => HASHES[oid] === 'SHA-256')!;
const RSA: SealScheme = { algorithm: 'rsa-sha256', signAlgo: '1.2.840.113549.1.1.11', scheme: { kind: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, keys: ['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.11'] };
const EC: SealScheme = { algorithm: 'ecdsa-sha256', signAlgo: '1.2.840.10045.4.3.2', scheme: { kind: 'ECDSA', hash: 'SHA-256' }, keys: ['1.2.840.10045.2.1', '1.2.840.10045.4.3.2'] };
interface SealScheme {
  readonly algorithm: SealAlgorithm;
  /** As `signatures/signHash` names it. */
  readonly signAlgo: string;
  readonly scheme: Scheme;
  /** What `credentials/info` may say of a key that can do it. */
  readonly keys: readonly string[];
}

/**
 * A seal whose key is kept by a remote signing service that speaks the API of the Cloud Signature Consortium, version 2: only hashes
 * leave this program. As many are authorised by one act as the credential allows, each for these hashes alone (SCAL2), and what comes
 * back is kept only when the key of the certificate made it over our data: a service that mixes up an order is noticed.
 * @throws TrustServiceError
 */
export async function cscSeal(credential: CscCredential): Promise<SealProvider> {
  const call = cscCalls(credential);
  const { url, credentialId } = credential;
  const { key, cert, auth, multisign } = await call('credentials/info', Credential, { credentialID: credentialId, certificates: 'chain', certInfo: true, authInfo: true });
  if (key.status !== 'enabled' || (cert.status ?? 'valid') !== 'valid') throw new TrustServiceError('key-off', url);
  if (auth.mode !== 'implicit' && auth.mode !== 'explicit') throw new TrustServiceError('needs-person', url, new Error(`auth.mode ${auth.mode}`));
  const kind = [RSA, EC].find(({ keys }) => key.algo.some((algo) => keys.includes(algo)));
  const [leaf, ...chain] = cert.certificates.map((base64) => readCertificate(fromBase64(base64)));
  if (!kind || !leaf) throw new TrustServiceError('bad-answer', url, new Error(`a key for ${key.algo.join(', ')}`));
  return {
    algorithm: kind.algorithm,
    certificate: async () => ({ leaf: leaf.der, chain: chain.map(({ der }) => der) }),
    async sign(dataToBeSigned) {
      const values: Bytes[] = [];
      for (let at = 0; at < dataToBeSigned.length; at += multisign) values.push(...(await signSome(call, credential, kind, leaf, dataToBeSigned.slice(at, at + multisign))));
      return values;
    },
  };
}

async function signSome(call: CscCall, { url, credentialId: credentialID, pin }: CscCredential, { signAlgo, scheme }: SealScheme, leaf: Certificate, data: readonly Uint8Array[]): Promise<Bytes[]> {
  const hashes = data.map((one) => toBase64(createHash('sha256').update(one).digest()));
  const of = { credentialID, hashes, hashAlgorithmOID: SHA_256 };
  const { SAD } = await call('credentials/authorize', Authorised, { ...of, numSignatures: hashes.length, ...(pin !== undefined && { authData: [{ id: 'PIN', value: pin }] }) });
  const { signatures } = await call('signatures/signHash', Signed, { ...of, SAD, signAlgo });
  if (signatures.length !== data.length) throw new TrustServiceError('bad-answer', url, new Error(`${signatures.length} signatures for ${data.length} hashes`));
  return Promise.all(signatures.map((base64, at) => checked(url, scheme, leaf, fromBase64(base64), joined(data[at]!))));
}

/** The value as XML wants it. Of ECDSA the API does not say how it is written: services give DER or r and s side by side. */
async function checked(url: string, scheme: Scheme, { publicKey }: Certificate, value: Bytes, data: Bytes): Promise<Bytes> {
  for (const form of ['plain', 'der'] as const) {
    if (await isSignedBy(publicKey, scheme, value, data, form)) return form === 'der' && scheme.kind === 'ECDSA' ? sideBySide(value, publicKey) : value;
  }
  throw new TrustServiceError('untrusted', url, new Error('a signature that the key of the certificate did not make over our data'));
}
