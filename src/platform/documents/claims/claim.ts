import { utf8 } from '../bytes.js';
import { openSigned, signed, toBase64Url } from './signed-words.js';

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

/** A claim as a compact JWS (RFC 7515, ES256), short enough for a code on paper: its payload is a list, since names of fields would only be repeated. */
export async function signClaim(claim: Claim, kid: string, key: JsonWebKey): Promise<string> {
  const { number, version, initials, holder, outcome, issuedOn } = claim;
  const payload: Short = [1, number, version, initials, holder, outcome, issuedOn];
  return signed(payload, kid, key);
}

export type ClaimFault = 'unreadable' | 'unknown-key' | 'changed';

/** What a claim says, when one of the keys signed it. Works in a browser; asks nobody. */
export async function checkClaim(words: string, keys: readonly ClaimKey[]): Promise<{ readonly claim: Claim } | { readonly fault: ClaimFault }> {
  const found = await openSigned(words, isShort, keys);
  if ('fault' in found) return found;
  const [, number, version, initials, holder, outcome, issuedOn] = found.said;
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
