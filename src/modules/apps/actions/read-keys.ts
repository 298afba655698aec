import type { JWK } from 'jose';
import type { Installation } from '#platform/actions/installation.js';
import type { Platform } from '#platform/actions/perform.js';
import { unseal } from '#platform/secrets/sealed-box.js';
import { publishedKeys } from '../domain/signing-keys.js';
import { listKeys } from '../store/signing-keys.js';

/** What the private halves are encrypted with. */
export const keyBoxKey = (installation: Installation): Buffer => installation.keyFor('signing keys of the provider');

export interface PublishedKeys {
  /** Changes when the keys, or their order, do. */
  readonly edition: string;
  /** All that are not withdrawn, by their names (`keysInForce`). */
  readonly inForce: string;
  /** With their private halves, the one that signs first. */
  readonly jwks: readonly JWK[];
}

/** The keys of this moment; those already opened for `known` are not opened again. */
export async function readKeys({ database, installation, clock }: Platform, known?: PublishedKeys): Promise<PublishedKeys> {
  const all = await listKeys(database.primary);
  const published = publishedKeys(all, clock.now());
  const edition = published.map(({ kid }) => kid).join(' ');
  const inForce = all.flatMap(({ kid, withdrawnAt }) => (withdrawnAt ? [] : kid)).sort().join(' ');
  if (known?.edition === edition) return { ...known, inForce };
  const key = keyBoxKey(installation);
  return { edition, inForce, jwks: published.map(({ privateJwk }) => JSON.parse(unseal(key, privateJwk)) as JWK) };
}
