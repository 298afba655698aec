import type { Certificate } from '../trust/certificate.js';
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
 * What the answers in a signature say of the authorities between its signer and the anchor. One that was revoked by the time of the time stamp refuses the
 * signature (EN 319 102-1, 5.2.6); one revoked later had issued in time, which is told. That there is no answer is told too: level B-LT does not ask for it.
 */
export async function checkAuthorities({ answers }: SignedParts, path: readonly Certificate[], along: Along, findings: Findings<SignatureRule>): Promise<void> {
  // Who is trusted by name is asked about nowhere.
  const between = path.slice(1, -1);
  if (answers.length === 0 || between.length === 0) return;
  const noticed: string[] = [];
  for (const [index, authority] of between.entries()) {
    const { broken, told } = await verdictOn(authority, path[index + 2]!, answers, along);
    findings.note('authority-revocation', broken === null, `${authority.name}: ${broken ?? ''}`);
    if (told !== null) noticed.push(`${authority.name}: ${told}`);
  }
  if (noticed.length > 0) findings.notice('authority-revocation', noticed.join('; '));
}

interface Verdict {
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
  if (said.length === 0) return { broken: null, told: 'no answer' };
  const unfit = said.flatMap(({ faults }) => faults).filter((one) => one !== 'revoked' && one !== 'unknown');
  if (unfit.length > 0) return { broken: [...new Set(unfit)].join(', '), told: null };
  const revoked = said.flatMap(({ single }) => (single.revokedAt ? [single.revokedAt] : []));
  const before = revoked.find((one) => one <= at);
  if (before) return { broken: `revoked at ${before.toISOString()}`, told: null };
  if (said.some(({ single }) => single.status === 'unknown')) return { broken: 'unknown', told: null };
  if (revoked[0]) return { broken: null, told: `revoked later, at ${revoked[0].toISOString()}` };
  const isOfThatTime = said.some(({ answer, single }) => answer.at >= at || (single.from <= at && single.to !== null && at <= single.to));
  return { broken: null, told: isOfThatTime ? null : 'no answer of that time' };
}

/** One that cannot be read is noted where the signer is checked. */
function readable(der: SignedParts['answers'][number]): OcspAnswer | null {
  try {
    return readOcspResponse(der);
  } catch {
    return null;
  }
}
