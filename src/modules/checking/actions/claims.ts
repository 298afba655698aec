import type { WriteContext } from '#platform/actions/action.js';
import type { Claim } from '#platform/documents/browser.js';
import { holderMark, initialsOf, signClaim } from '#platform/documents/public.js';
import { seal, unseal } from '#platform/secrets/sealed-box.js';
import { insertClaimKey, newestClaimKey } from '../store/claim-keys.js';

/** What is said of a document on its printed copy, with the holder's whole name, of which only a mark goes along. */
export interface ToClaim extends Pick<Claim, 'number' | 'version' | 'outcome' | 'issuedOn'> {
  readonly holderName: string;
}

const PURPOSE = 'checking claims';

/** The address for the code on a printed copy. What is claimed stands after `#`, which browsers send to nobody. The caller logs it in its own action. */
export async function claimAddress({ tx, installation, now }: Pick<WriteContext, 'tx' | 'installation' | 'now'>, toClaim: ToClaim): Promise<string> {
  const { kid, key } = await keyFor({ tx, installation, now });
  return `${installation.publicUrl}/check#c=${await signClaim(await claimOf(toClaim), kid, key)}`;
}

/** The claim itself: the same for every copy of a document. */
export const claimOf = async ({ holderName, ...said }: ToClaim): Promise<Claim> => ({ ...said, initials: initialsOf(holderName), holder: await holderMark(said.number, holderName) });

/** The newest key, or a new one where there is none yet, or where the program's secret is another since. */
async function keyFor({ tx, installation, now }: Pick<WriteContext, 'tx' | 'installation' | 'now'>): Promise<{ kid: string; key: JsonWebKey }> {
  const box = installation.keyFor(PURPOSE);
  const known = await newestClaimKey(tx);
  const opened = known && openedBy(box, known.secret);
  if (opened) return { kid: known.kid, key: opened };
  const made = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const key = await crypto.subtle.exportKey('jwk', made.privateKey);
  const kid = crypto.randomUUID().slice(0, 8);
  await insertClaimKey(tx, { kid, x: key.x!, y: key.y!, secret: seal(box, JSON.stringify(key)) }, now);
  return { kid, key };
}

function openedBy(box: Buffer, secret: Buffer): JsonWebKey | null {
  try {
    return JSON.parse(unseal(box, secret)) as JsonWebKey;
  } catch {
    return null;
  }
}
