import type { Bytes } from '../bytes.js';
import type { Certificate } from '../trust/certificate.js';
import { believedAt, pathToAnchor } from '../trust/chain.js';
import { faultsOfAnswer, type OcspFault, readOcspResponse } from '../trust/ocsp-answer.js';
import { faultsOfTimeStamp, readTimeStampToken, type TimeStampToken } from '../trust/time-stamp-token.js';
import type { CheckPolicy } from './policy.js';
import type { Findings, SignatureRule } from './rules.js';
import type { SignedParts } from './signed-parts.js';

/** How far a claim, and any clock, may be from ours. */
export const CLAIM_MS = 5 * 60_000;

export interface StampLine {
  readonly archivedAt: readonly Date[];
  readonly lastsUntil: Date | null;
}

/**
 * The time stamps as a line (EN 319 102-1, 5.6): each is believed because its authority was valid and not revoked when the next was made over it, and the last because its authority is
 * valid now. So an authority that has ended since takes no proof away, as long as the next stamp came in time.
 */
export async function checkStamps({ archiveStamps, answers }: SignedParts, files: ReadonlyMap<string, Bytes>, first: TimeStampToken, known: readonly Certificate[], policy: CheckPolicy, now: Date, findings: Findings<SignatureRule>): Promise<StampLine> {
  const line: TimeStampToken[] = [first];
  for (const [at, stamp] of archiveStamps.entries()) {
    const over = stamp.over(files);
    let token: TimeStampToken;
    try {
      token = readTimeStampToken(stamp.token);
    } catch (fault) {
      findings.note('archive-time-stamps', false, `${at + 1}: ${(fault as Error).message}`);
      return { archivedAt: [], lastsUntil: null };
    }
    const faults = over === null ? ['imprint'] : await faultsOfTimeStamp(token, over, known, believedAt(policy.anchors, 'time-stamps', token.at));
    findings.note('archive-time-stamps', !faults.includes('imprint'), `${at + 1}: over something else`);
    findings.note('archive-authorities', faults.every((one) => one === 'imprint'), `${at + 1}: ${token.signer?.name ?? 'no certificate'}: ${faults.join(', ')}`);
    await checkFollows(line.at(-1)!, token, { known, policy, answers }, findings);
    line.push(token);
  }
  const last = line.at(-1)!;
  findings.note('time-order', last.at.getTime() <= now.getTime() + CLAIM_MS, `${last.at.toISOString()} is in the future`);
  const path = await pathOf(last, known, policy, now);
  findings.note('time-stamp-lasts', typeof path !== 'string', `${last.signer?.name ?? ''}, ${now.toISOString()}: ${String(path)}`);
  if (typeof path !== 'string') await checkNotRevoked(path, { known, policy, answers }, now, findings, false);
  return { archivedAt: line.slice(1).map(({ at }) => at), lastsUntil: typeof path === 'string' ? null : endOf(path) };
}

interface Along {
  readonly known: readonly Certificate[];
  readonly policy: CheckPolicy;
  readonly answers: readonly Bytes[];
}

async function checkFollows(earlier: TimeStampToken, later: TimeStampToken, { known, policy, answers }: Along, findings: Findings<SignatureRule>): Promise<void> {
  findings.note('archive-order', later.at >= earlier.at, `${later.at.toISOString()} after ${earlier.at.toISOString()}`);
  const path = await pathOf(earlier, known, policy, later.at);
  findings.note('archive-order', typeof path !== 'string', `${earlier.signer?.name ?? ''}, ${later.at.toISOString()}: ${String(path)}`);
  if (typeof path !== 'string') await checkNotRevoked(path, { known, policy, answers }, later.at, findings, true);
}

/** What answers made until then say of an authority; that there is none is told of those whose time is over. */
async function checkNotRevoked([certificate, issuer]: readonly Certificate[], { known, policy, answers }: Along, until: Date, findings: Findings<SignatureRule>, isOver: boolean): Promise<void> {
  // Who is trusted by name is asked about nowhere.
  if (!certificate || !issuer) return;
  const told: OcspFault[][] = [];
  for (const der of answers) {
    try {
      const answer = readOcspResponse(der);
      const faults = await faultsOfAnswer(answer, { certificate, issuer, known, trusted: policy.anchors.revocation ?? [] });
      if (answer.at <= until && faults.every((one) => one === 'revoked' || one === 'unknown')) told.push(faults);
    } catch {
      // One that cannot be read is noted where the signer is checked.
    }
  }
  if (told.length > 0) findings.note('time-stamp-revocation', told.every(({ length }) => length === 0), `${certificate.name}: ${told.flat().join(', ')}`);
  else if (isOver) findings.notice('time-stamp-revocation', `${certificate.name}: no answer`);
}

/** Its authority must be valid then; whether a trusted list believed it is asked of the time of the stamp itself. */
const pathOf = async ({ signer, certificates, at: stamped }: TimeStampToken, known: readonly Certificate[], policy: CheckPolicy, at: Date): Promise<Certificate[] | string> =>
  signer ? pathToAnchor(signer, [...certificates, ...known], believedAt(policy.anchors, 'time-stamps', stamped), at) : 'no certificate';

/** A chain ends with the first of its certificates that does. */
export const endOf = (path: readonly Certificate[]): Date => new Date(Math.min(...path.map(({ validTo }) => validTo.getTime())));
