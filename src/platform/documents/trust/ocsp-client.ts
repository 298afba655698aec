import type { Clock } from '#kernel/clock.js';
import { type Bytes, bytesOf } from '../bytes.js';
import { identifier, nothing, octets, sequence, whole } from '../der/words.js';
import type { RevocationAnswer, RevocationSource } from '../sealing/seal-provider.js';
import { ask, type TrustService } from './ask.js';
import { type Certificate, readCertificate } from './certificate.js';
import { faultsOfAnswer, type OcspAnswer, type OcspFault, readOcspResponse } from './ocsp-answer.js';
import { digestOf } from './signature.js';
import { TrustServiceError, type TrustServiceCode } from './trust-service-error.js';

export interface RevocationService extends TrustService {
  /** Responders believed for every authority. */
  readonly trusted?: readonly Certificate[];
  readonly clock: Clock;
  /** It is asked about authorities instead of seals, so that a fault is told of them. */
  readonly isOfAuthorities?: boolean;
  readonly skewMs?: number;
  /** How long a fresh answer is waited for; responders give one answer for some seconds or minutes. */
  readonly patienceMs?: number;
  /** Stands in for waiting. */
  readonly pause?: (ms: number) => Promise<void>;
}

const SHA_1 = '1.3.14.3.2.26';
const SKEW_MS = 60_000;
const PATIENCE_MS = 60_000;
const EVERY_MS = 500;

/** A client of RFC 6960 that keeps nothing it has not checked: signature, responder, certificate asked about, status and times. */
export function ocspClient(service: RevocationService): RevocationSource {
  const { url, trusted = [], clock, skewMs = SKEW_MS, patienceMs = PATIENCE_MS, pause = waitFor } = service;
  const fail = (code: TrustServiceCode, cause?: unknown) => new TrustServiceError(code, url, cause);

  async function once(certificate: Certificate, issuer: Certificate): Promise<RevocationAnswer> {
    const response = await ask(service, 'ocsp-request', await requestFor(certificate, issuer));
    let answer: OcspAnswer;
    try {
      answer = readOcspResponse(response);
    } catch (cause) {
      throw fail('bad-answer', cause);
    }
    const [fault] = await faultsOfAnswer(answer, { certificate, issuer, trusted });
    if (fault) throw fail(fault === 'revoked' && service.isOfAuthorities ? 'authority-revoked' : codeOf(fault), new Error(fault));
    const now = clock.now();
    if (answer.at.getTime() > now.getTime() + skewMs) throw fail('wrong-clock');
    if (answer.about.some(({ to }) => to !== null && to < now)) throw fail('outdated');
    return { response, at: answer.at };
  }

  return {
    async good(leaf, above, since) {
      const [certificate, issuer] = [readCertificate(bytesOf(leaf)), readCertificate(bytesOf(above))];
      const until = clock.now().getTime() + patienceMs;
      for (;;) {
        const answer = await once(certificate, issuer);
        if (answer.at >= since) return answer;
        if (clock.now().getTime() >= until) throw fail('outdated');
        await pause(EVERY_MS);
      }
    },
  };
}

const codeOf = (fault: OcspFault): TrustServiceCode => (fault === 'signature' || fault === 'responder' ? 'untrusted' : fault);

const waitFor = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** The certificate is named by SHA-1, which most responders know alone (RFC 5019, 2.1.1); nothing rests on its strength here. */
async function requestFor(certificate: Certificate, issuer: Certificate): Promise<Bytes> {
  const [name, key] = await Promise.all([digestOf('SHA-1', issuer.subject), digestOf('SHA-1', issuer.keyBits)]);
  return sequence(sequence(sequence(sequence(sequence(sequence(identifier(SHA_1), nothing()), octets(name), octets(key), whole(certificate.serial))))));
}
