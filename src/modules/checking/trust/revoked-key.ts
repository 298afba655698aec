import { createECDH } from 'node:crypto';
import type { Installation } from '#platform/actions/installation.js';
import type { ClaimKey } from '#platform/documents/browser.js';

const KID = 'revoked';

/** The key that signs the list of revoked documents (P-256): derived from the program's secret, so that every process has it and a reader on a standby too. */
export function revokedKeyOf({ keyFor }: Pick<Installation, 'keyFor'>): { readonly known: ClaimKey; readonly secret: JsonWebKey } {
  const pair = createECDH('prime256v1');
  const d = keyFor('checking revoked documents');
  pair.setPrivateKey(d);
  const point = pair.getPublicKey();
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url')) as [string, string];
  return { known: { kid: KID, x, y }, secret: { kty: 'EC', crv: 'P-256', x, y, d: d.toString('base64url') } };
}
