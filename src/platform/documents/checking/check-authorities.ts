import { type Certificate, isSame } from '../trust/certificate.js';
import { isIssuedBy } from '../trust/chain.js';
import { faultsOfAnswer, type OcspAnswer, type OcspFault, readOcspResponse, type SingleAnswer, singleFor } from '../trust/ocsp-answer.js';
import type { CheckPolicy } from './policy.js';
import type { Findings, SignatureRule } from './rules.js';
import type { SignedParts } from './signed-parts.js';

interface Along {
  readonly known: readonly Certificate[];
  readonly policy: CheckPolicy;
  /** When the signature surely existed. */
  readonly at: Date;
}

/**
 * What the answers in a signature say of the authorities above its signer. One that was revoked by the time of the time stamp refuses the
 * signature (EN 319 102-1, 5.2.6); one revoked later had issued in time, which is told. That there is no answer is told too: level B-LT does not ask for it.
 * Of an anchor, which is trusted by name, nothing is missed; but where its own authority says that it is revoked, that counts.
 */
export async function checkAuthorities({ answers }: SignedParts, path: readonly Certificate[], along: Along, findings: Findings<SignatureRule>): Promise<void> {
  if (answers.length === 0) return;
  const noticed: string[] = [];
  for (const [index, authority] of path.slice(1).entries()) {
    const isAnchor = index === path.length - 2;
    const issuer = isAnchor ? await issuerOf(authority, [...along.known, ...along.policy.anchors.signing]) : path[index + 2]!;
    const verdict = issuer && (await verdictOn(authority, issuer, answers, along));
    if (!verdict || (isAnchor && !verdict.isSaid)) continue;
    findings.note('authority-revocation', verdict.broken === null, `${authority.name}: ${verdict.broken ?? ''}`);
    if (verdict.told !== null) noticed.push(`${authority.name}: ${verdict.told}`);
  }
  if (noticed.length > 0) findings.notice('authority-revocation', noticed.join('; '));
}

async function issuerOf(authority: Certificate, among: readonly Certificate[]): Promise<Certificate | null> {
  for (const one of among) if (!isSame(one, authority) && (await isIssuedBy(authority, one))) return one;
  return null;
}

interface Verdict {
  /** Somebody who may say so speaks of it. */
  readonly isSaid: boolean;
  readonly broken: string | null;
  readonly told: string | null;
}

async function verdictOn(certificate: Certificate, issuer: Certificate, answers: SignedParts['answers'], { known, policy, at }: Along): Promise<Verdict> {
  const said: { readonly answer: OcspAnswer; readonly single: SingleAnswer; readonly faults: readonly OcspFault[] }[] = [];
  for (const der of answers) {
    const answer = readable(der);
    const single = answer && (await singleFor(answer, certificate, issuer));
    if (single) said.push({ answer, single, faults: await faultsOfAnswer(answer, { certificate, issuer, known, trusted: policy.anchors.revocation ?? [] }) });
  }
  if (said.length === 0) return { isSaid: false, broken: null, told: 'no answer' };
  const unfit = said.flatMap(({ faults }) => faults).filter((one) => one !== 'revoked' && one !== 'unknown');
  if (unfit.length > 0) return { isSaid: false, broken: [...new Set(unfit)].join(', '), told: null };
  const revoked = said.flatMap(({ single }) => (single.revokedAt ? [single.revokedAt] : []));
  const before = revoked.find((one) => one <= at);
  if (before) return { isSaid: true, broken: `revoked at ${before.toISOString()}`, told: null };
  if (said.some(({ single }) => single.status === 'unknown')) return { isSaid: true, broken: 'unknown', told: null };
  if (revoked[0]) return { isSaid: true, broken: null, told: `revoked later, at ${revoked[0].toISOString()}` };
  const isOfThatTime = said.some(({ answer, single }) => answer.at >= at || (single.from <= at && single.to !== null && at <= single.to));
  return { isSaid: true, broken: null, told: isOfThatTime ? null : 'no answer of that time' };
}

/** One that cannot be read is noted where the signer is checked. */
function readable(der: SignedParts['answers'][number]): OcspAnswer | null {
  try {
    return readOcspResponse(der);
  } catch {
    return null;
  }
}
