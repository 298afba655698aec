import { verify, X509Certificate } from 'node:crypto';
import type { Clock } from '#kernel/clock.js';
import type { Text } from '#kernel/text.js';
import { bytesOf } from '../bytes.js';
import { type Certificate, isValidAt, readCertificate } from '../trust/certificate.js';
import { TrustServiceError } from '../trust/trust-service-error.js';
import { hashOf } from '../xades/names.js';
import type { SealServices } from './seal-files.js';

export interface PreflightStep {
  readonly step: keyof typeof STEPS;
  readonly passed: boolean;
  readonly words: Text;
  /** What was wrong, in words where we have them. */
  readonly why: Text | null;
  /** Whether it may help to try again: a service that did not answer. */
  readonly mayPass: boolean;
}

const STEPS = {
  certificate: { lv: 'Zīmoga sertifikāts ir derīgs un paredzēts zīmogošanai', en: 'The certificate of the seal is valid and meant for sealing' },
  qualified: { lv: 'Zīmogs ir kvalificēts (sertifikāts un ierīce)', en: 'The seal is qualified (certificate and device)' },
  seal: { lv: 'Zīmogs paraksta ar sertifikāta atslēgu', en: 'The seal signs with the key of its certificate' },
  'time-stamp': { lv: 'Laika zīmogu pakalpojums atbild', en: 'The time-stamp service answers' },
  revocation: { lv: 'Sertifikāts nav atsaukts', en: 'The certificate is not revoked' },
} as const satisfies Readonly<Record<string, Text>>;

const NON_REPUDIATION = 2;
/** ETSI EN 319 411-2 (QCP-l-qscd) and EN 319 412-5 (QcSSCD). */
const [QCP_L_QSCD, QC_SSCD] = ['0.4.0.194112.1.3', '0.4.0.1862.1.4'];
const PROBE = Buffer.from('Vienkopus: a probe before a batch is sealed');

/**
 * Tries everything that a batch needs, on a probe of no worth, so that a season of certificates does not stop at its first. The certificate
 * must last until `until`. Whether the seal is qualified is asked in production alone.
 */
export async function preflight({ seal, timeStamps, revocation }: SealServices, { clock, until, production }: { readonly clock: Clock; readonly until: Date; readonly production: boolean }): Promise<PreflightStep[]> {
  const steps: PreflightStep[] = [];
  const attempt = async (step: PreflightStep['step'], doing: () => Promise<boolean> | boolean) => {
    const outcome = await Promise.resolve().then(doing).then((passed) => ({ passed, why: null, mayPass: false }), (fault: unknown) => ({ passed: false, ...(fault instanceof TrustServiceError ? { why: fault.text, mayPass: fault.mayPass } : { why: null, mayPass: false }) }));
    steps.push({ step, words: STEPS[step], ...outcome });
  };
  let leaf: Certificate | null = null;
  let issuer: Uint8Array | undefined;
  await attempt('certificate', async () => {
    const shown = await seal.certificate();
    leaf = readCertificate(bytesOf(shown.leaf));
    issuer = shown.chain[0];
    return isValidAt(leaf, clock.now()) && isValidAt(leaf, until) && ((leaf.usages ?? 0) & NON_REPUDIATION) !== 0 && issuer !== undefined;
  });
  const certificate = leaf as Certificate | null;
  if (!certificate || !issuer) return steps;
  if (production) await attempt('qualified', () => certificate.policies.includes(QCP_L_QSCD) && certificate.statements.includes(QC_SSCD));
  await attempt('seal', async () => isOurs(await seal.sign([PROBE]), certificate, hashOf(seal.algorithm)));
  await attempt('time-stamp', async () => Boolean(await timeStamps.stamp(PROBE)));
  await attempt('revocation', async () => Boolean(await revocation.good(certificate.der, issuer!, new Date(0))));
  return steps;
}

const isOurs = ([value]: readonly Uint8Array[], { der }: Certificate, hash: string): boolean =>
  value !== undefined && verify(hash.replace('-', ''), PROBE, { key: new X509Certificate(der).publicKey, dsaEncoding: 'ieee-p1363' }, value);
