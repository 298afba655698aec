import { type Certificate } from '../trust/certificate.js';
import { believedAt } from '../trust/chain.js';
import { faultsOfTimeStamp, readTimeStampToken, type TimeStampToken } from '../trust/time-stamp-token.js';
import type { CheckPolicy } from './policy.js';
import type { Findings, SignatureRule } from './rules.js';
import type { SignedParts } from './signed-parts.js';

/** The time at which a signature surely existed, with the certificates that came along; null when there is no stamp to believe. */
export async function checkTimeStamp({ timeStamps, proofCertificates }: SignedParts, policy: CheckPolicy, findings: Findings<SignatureRule>): Promise<{ at: Date; token: TimeStampToken; certificates: readonly Certificate[] } | null> {
  const [stamp] = timeStamps;
  if (!stamp) return null;
  findings.note('time-stamp', timeStamps.length === 1 && stamp.over !== null, `${timeStamps.length} time stamps`);
  if (stamp.over === null) return null;
  let token: TimeStampToken;
  try {
    token = readTimeStampToken(stamp.token);
  } catch (fault) {
    findings.note('time-stamp', false, (fault as Error).message);
    return null;
  }
  const faults = await faultsOfTimeStamp(token, stamp.over, proofCertificates, believedAt(policy.anchors, 'time-stamps', token.at));
  findings.note('time-stamp', !faults.includes('imprint'), 'over something else');
  const others = faults.filter((one) => one !== 'imprint');
  findings.note('time-stamp-authority', others.length === 0, `${token.signer?.name ?? 'no certificate'}: ${others.join(', ')}`);
  return faults.length === 0 ? { at: token.at, token, certificates: token.certificates } : null;
}
