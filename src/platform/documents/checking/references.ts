import type { Bytes } from '../bytes.js';
import type { HashName } from '../xades/names.js';
import type { Canonicalization } from './canonical.js';

/** One `ds:Reference`. */
export interface SignedReference {
  readonly id: string | null;
  readonly uri: string;
  readonly isProperties: boolean;
  /** Null for a hash function that is not believed. */
  readonly hash: HashName | null;
  readonly digest: Bytes;
  /** Null when it names other transforms than one canonical form. */
  readonly form: Canonicalization | null;
  readonly isTransformed: boolean;
  /** The form of what the signature lies in, without it: only lists are signed so. */
  readonly formAround: Canonicalization | null;
}

/** The name of a file that a reference is to; null where it is not written as one. */
export function nameIn(uri: string): string | null {
  try {
    return decodeURIComponent(uri);
  } catch {
    return null;
  }
}
