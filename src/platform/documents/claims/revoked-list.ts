import { utf8 } from '../bytes.js';
import type { Claim, ClaimKey } from './claim.js';
import { openSigned, signed, toBase64Url } from './signed-words.js';

/** A document that its issuer revoked: by the signed file inside its container, and by what its printed copies claim. */
export interface RevokedDocument {
  /** SHA-256 of the signed file, in hexadecimal digits. */
  readonly file: string;
  /** {@link claimMark} of its printed copies; null where none is known. */
  readonly claim: string | null;
  /** The day, `YYYY-MM-DD`. */
  readonly on: string;
}

/** What is known of revoked documents, and of which moment that is. */
export interface Revoked {
  readonly asOf: Date;
  readonly documents: readonly RevokedDocument[];
}

/** Whether a document was revoked, as far as was known at `asOf` (ISO 8601). */
export interface Revocation {
  readonly asOf: string;
  readonly on: string | null;
}

type Short = readonly [kind: 2, asOf: string, documents: readonly (readonly [file: string, claim: string | null, on: string])[]];

/** The list as a compact JWS (RFC 7515, ES256). */
export const signRevoked = ({ asOf, documents }: Revoked, kid: string, key: JsonWebKey): Promise<string> =>
  signed([2, asOf.toISOString(), documents.map(({ file, claim, on }) => [file, claim, on])] satisfies Short, kid, key);

/** The list, when the key signed it; null when it is none, or somebody else's. Works in a browser; asks nobody. */
export async function openRevoked(words: string, key: ClaimKey): Promise<Revoked | null> {
  const found = await openSigned(words, isShort, [key]);
  if ('fault' in found) return null;
  const [, asOf, documents] = found.said;
  return { asOf: new Date(asOf), documents: documents.map(([file, claim, on]) => ({ file, claim, on })) };
}

const isShort = (said: unknown): said is Short => Array.isArray(said) && said[0] === 2 && typeof said[1] === 'string' && Array.isArray(said[2]);

/** Whether one of the files of a container is on the list. Null where nothing is known. */
export function revocationOf(revoked: Revoked | null, files: readonly { readonly sha256: string }[]): Revocation | null {
  if (!revoked) return null;
  const hashes = new Set(files.map(({ sha256 }) => sha256));
  return { asOf: revoked.asOf.toISOString(), on: revoked.documents.find(({ file }) => hashes.has(file))?.on ?? null };
}

/** The same for the document whose printed copy claims this. */
export async function revocationOfClaim(revoked: Revoked | null, claim: Claim): Promise<Revocation | null> {
  if (!revoked) return null;
  const mark = await claimMark(claim);
  return { asOf: revoked.asOf.toISOString(), on: revoked.documents.find((one) => one.claim === mark)?.on ?? null };
}

/** A mark of all that a claim says: who has the paper finds it again, and nobody can try out numbers without the holder's name. */
export async function claimMark({ number, version, initials, holder, outcome, issuedOn }: Claim): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', utf8(JSON.stringify(['revoked', number, version, initials, holder, outcome, issuedOn])));
  return toBase64Url(new Uint8Array(digest));
}
