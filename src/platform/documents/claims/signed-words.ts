import { type Bytes, fromBase64, toBase64, utf8 } from '../bytes.js';
import type { ClaimFault, ClaimKey } from './claim.js';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNATURE_BYTES = 64;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** Something said, as a compact JWS (RFC 7515, ES256). */
export async function signed(said: unknown, kid: string, key: JsonWebKey): Promise<string> {
  const words = `${encoded({ alg: 'ES256', kid })}.${encoded(said)}`;
  const signature = await crypto.subtle.sign(SIGNING, await crypto.subtle.importKey('jwk', key, ALGORITHM, false, ['sign']), utf8(words));
  return `${words}.${toBase64Url(new Uint8Array(signature))}`;
}

/** What a compact JWS says, when it is of the form asked for and one of the keys signed it. Works in a browser; asks nobody. */
export async function openSigned<Said>(words: string, isOfForm: (said: unknown) => said is Said, keys: readonly ClaimKey[]): Promise<{ readonly said: Said } | { readonly fault: ClaimFault }> {
  const [head = '', payload = '', signature = '', ...more] = words.trim().split('.');
  const header = decoded(head) as { alg?: unknown; kid?: unknown } | null;
  const said = decoded(payload);
  const value = bytesIn(signature);
  if (more.length > 0 || header?.alg !== 'ES256' || !isOfForm(said) || value?.length !== SIGNATURE_BYTES) return { fault: 'unreadable' };
  const key = keys.find(({ kid }) => kid === header.kid);
  if (!key) return { fault: 'unknown-key' };
  const opened = await crypto.subtle.importKey('jwk', { kty: 'EC', crv: 'P-256', x: key.x, y: key.y }, ALGORITHM, false, ['verify']);
  return (await crypto.subtle.verify(SIGNING, opened, value, utf8(`${head}.${payload}`))) ? { said } : { fault: 'changed' };
}

export const toBase64Url = (bytes: Uint8Array): string => toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const encoded = (value: unknown): string => toBase64Url(utf8(JSON.stringify(value)));

function bytesIn(base64Url: string): Bytes | null {
  try {
    return fromBase64(base64Url.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return null;
  }
}

function decoded(base64Url: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytesIn(base64Url)!)) as unknown;
  } catch {
    return null;
  }
}
