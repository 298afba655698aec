import type { Certificate } from '../trust/certificate.js';
import { faultsOfAnswer, type OcspAnswer, type OcspFault, readOcspResponse } from '../trust/ocsp-answer.js';
import type { CheckPolicy } from './policy.js';
import type { Findings, SignatureRule } from './rules.js';
import type { SignedParts } from './signed-parts.js';

/**
 * When the signer's certificate was last said to be good. Of several answers the one that holds and is late enough counts; null when there
 * is none.
 */
export async function checkAnswers({ answers }: SignedParts, path: readonly Certificate[], known: readonly Certificate[], policy: CheckPolicy, stamped: Date | null, findings: Findings<SignatureRule>): Promise<Date | null> {
  const [certificate, issuer] = path;
  if (answers.length === 0) return null;
  if (!certificate || !issuer) {
    findings.note('revocation', false, 'the issuer of the certificate is not known');
    return null;
  }
  const judged: { answer: OcspAnswer; faults: OcspFault[] }[] = [];
  for (const der of answers) {
    try {
      const answer = readOcspResponse(der);
      judged.push({ answer, faults: await faultsOfAnswer(answer, { certificate, issuer, known, trusted: policy.anchors.revocation ?? [] }) });
    } catch (fault) {
      findings.note('revocation', false, (fault as Error).message);
    }
  }
  const entitled = judged.filter(({ faults }) => faults.every((one) => STATUSES.includes(one)));
  findings.note('revocation', entitled.length > 0, [...new Set(judged.flatMap(({ faults }) => faults))].join(', '));
  if (entitled.length === 0) return null;
  // One that says "revoked" outweighs any that says "good".
  const bad = entitled.flatMap(({ faults }) => faults);
  findings.note('revocation-status', bad.length === 0, `${certificate.name}: ${bad.join(', ')}`);
  const times = entitled.map(({ answer }) => answer.at).toSorted((one, other) => one.getTime() - other.getTime());
  return (stamped && times.find((at) => at >= stamped)) ?? times.at(-1) ?? null;
}

const STATUSES: readonly OcspFault[] = ['revoked', 'unknown'];
