import { type Bytes, fromBase64, toBase64, utf8 } from '../bytes.js';

/** What a printed copy says of the electronic document that it is a copy of: the least that lets a reader see whether the paper was changed. */
export interface Claim {
  /** The number of the document. */
  readonly number: string;
  readonly version: number;
  /** First letters of the holder's names. */
  readonly initials: string;
  /** {@link holderMark} of the holder's whole name. */
  readonly holder: string;
  readonly outcome: string;
  /** The day of issue, `YYYY-MM-DD`. */
  readonly issuedOn: string;
}

/** The public half of a key that signs claims (P-256), by its name. */
export interface ClaimKey {
  readonly kid: string;
  readonly x: string;
  readonly y: string;
}

type Short = readonly [kind: 1, number: string, version: number, initials: string, holder: string, outcome: string, issuedOn: string];

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNATURE_BYTES = 64;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** A claim as a compact JWS (RFC 7515, ES256), short enough for a code on paper: its payload is a list, since names of fields would only be repeated. */
export async function signClaim(claim: Claim, kid: string, key: JsonWebKey): Promise<string> {
  const { number, version, initials, holder, outcome, issuedOn } = claim;
  const payload: Short = [1, number, version, initials, holder, outcome, issuedOn];
  const signed = `${encoded({ alg: 'ES256', kid })}.${encoded(payload)}`;
  const signature = await crypto.subtle.sign(SIGNING, await crypto.subtle.importKey('jwk', key, ALGORITHM, false, ['sign']), utf8(signed));
  return `${signed}.${toBase64Url(new Uint8Array(signature))}`;
}

export type ClaimFault = 'unreadable' | 'unknown-key' | 'changed';

/** What a claim says, when one of the keys signed it. Works in a browser; asks nobody. */
export async function checkClaim(words: string, keys: readonly ClaimKey[]): Promise<{ readonly claim: Claim } | { readonly fault: ClaimFault }> {
  const [head = '', payload = '', signature = '', ...more] = words.trim().split('.');
  const header = decoded(head) as { alg?: unknown; kid?: unknown } | null;
  const said = decoded(payload);
  const value = bytesIn(signature);
  if (more.length > 0 || header?.alg !== 'ES256' || !isShort(said) || value?.length !== SIGNATURE_BYTES) return { fault: 'unreadable' };
  const key = keys.find(({ kid }) => kid === header.kid);
  if (!key) return { fault: 'unknown-key' };
  const opened = await crypto.subtle.importKey('jwk', { kty: 'EC', crv: 'P-256', x: key.x, y: key.y }, ALGORITHM, false, ['verify']);
  if (!(await crypto.subtle.verify(SIGNING, opened, value, utf8(`${head}.${payload}`)))) return { fault: 'changed' };
  const [, number, version, initials, holder, outcome, issuedOn] = said;
  return { claim: { number, version, initials, holder, outcome, issuedOn } };
}

const KINDS = ['number', 'string', 'number', 'string', 'string', 'string', 'string'];
const isShort = (said: unknown): said is Short => Array.isArray(said) && said[0] === 1 && said.length === KINDS.length && KINDS.every((kind, at) => typeof said[at] === kind);

const MARK_BYTES = 12;

/**
 * A mark of the holder's name together with the number: whoever has the paper can compare the name on it, and whoever has the code alone
 * reads no name. Names differ neither by capitals nor by spaces.
 */
export async function holderMark(number: string, holder: string): Promise<string> {
  const name = holder.normalize('NFC').toLocaleLowerCase('lv').replaceAll(/\s+/g, ' ').trim();
  const digest = await crypto.subtle.digest('SHA-256', utf8(`${number}\n${name}`));
  return toBase64Url(new Uint8Array(digest).subarray(0, MARK_BYTES));
}

/** "A. Ž. K." of "Anna Žanete Kalniņa". */
export const initialsOf = (holder: string): string => holder.split(/[\s-]+/).filter(Boolean).map((name) => `${[...name][0]!.toLocaleUpperCase('lv')}.`).join(' ');

/** The claim in what was read from a code or pasted: the part after `#c=` of an address, or the bare claim. */
export const claimIn = (words: string): string => /(?:#|[?&])c=([\w.-]+)/.exec(words)?.[1] ?? words.trim();

const toBase64Url = (bytes: Uint8Array): string => toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
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
