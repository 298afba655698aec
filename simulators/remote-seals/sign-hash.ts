import { constants, createECDH, type KeyObject, privateEncrypt, randomBytes } from 'node:crypto';
import { integer, seq } from '../trust-services/der.js';

export type EcdsaForm = 'der' | 'plain';

/** DigestInfo of SHA-256 (RFC 8017, 9.2), which RSA puts before a hash. */
const DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');
/** The order of P-256 (FIPS 186-5). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** Signs what is a SHA-256 already, as remote services do. Node signs whole messages only. */
export function signedHash(key: KeyObject, hash: Buffer, form: EcdsaForm): Buffer {
  if (hash.length !== 32) throw new Error('no SHA-256');
  if (key.asymmetricKeyType === 'rsa') return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([DIGEST_INFO, hash]));
  const { d } = key.export({ format: 'jwk' });
  const [r, s] = ecdsa(numberOf(Buffer.from(d!, 'base64url')), numberOf(hash));
  return form === 'plain' ? Buffer.concat([bytesOf(r), bytesOf(s)]) : seq(integer(r.toString(16)), integer(s.toString(16)));
}

/** FIPS 186-5, 6.4.1: the point of the secret number comes from the key exchange that Node has. */
function ecdsa(secret: bigint, hash: bigint): readonly [r: bigint, s: bigint] {
  const once = randomBytes(32);
  const curve = createECDH('prime256v1');
  const k = numberOf(once);
  if (k === 0n || k >= ORDER) return ecdsa(secret, hash);
  curve.setPrivateKey(once);
  const r = numberOf(curve.getPublicKey().subarray(1, 33)) % ORDER;
  const s = (inverse(k) * ((hash + r * secret) % ORDER)) % ORDER;
  return r === 0n || s === 0n ? ecdsa(secret, hash) : [r, s];
}

/** By Fermat, as the order is a prime. */
function inverse(number: bigint): bigint {
  let [result, base] = [1n, number % ORDER];
  for (let power = ORDER - 2n; power > 0n; power >>= 1n) {
    if (power & 1n) result = (result * base) % ORDER;
    base = (base * base) % ORDER;
  }
  return result;
}

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const bytesOf = (number: bigint): Buffer => Buffer.from(number.toString(16).padStart(64, '0'), 'hex');
