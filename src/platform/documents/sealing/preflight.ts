import { verify, X509Certificate } from 'node:crypto';
import type { Clock } from '#kernel/clock.js';
import type { Text } from '#kernel/text.js';
import { bytesOf } from '../bytes.js';
import { type Certificate, isValidAt, readCertificate } from '../trust/certificate.js';
import { TrustServiceError } from '../trust/trust-service-error.js';
import { hashOf } from '../xades/names.js';
import { answersAbove } from './answers-above.js';
import type { ContainerSealer, Keeping } from './container-sealer.js';
import type { SealServices } from './seal-files.js';
import type { SealProvider } from './seal-provider.js';

export interface PreflightStep {
  readonly step: keyof typeof STEPS;
  readonly passed: boolean;
  readonly words: Text;
  /** What was wrong, in words where we have them. */
  readonly why: Text | null;
  /** Whether it may help to try again: a service that did not answer. */
  readonly mayPass: boolean;
  readonly tookMs: number;
  /** What was answered, where it passed and says more than that. */
  readonly told: Told | null;
}

/** Whose certificate it is and until when it lasts; or the time that a service told. */
export type Told = { readonly name: string; readonly until: Date } | { readonly at: Date };

const STEPS = {
  certificate: { lv: 'Zīmoga sertifikāts ir derīgs un paredzēts zīmogošanai', en: 'The certificate of the seal is valid and meant for sealing' },
  qualified: { lv: 'Zīmogs ir kvalificēts (sertifikāts un ierīce)', en: 'The seal is qualified (certificate and device)' },
  seal: { lv: 'Zīmogs paraksta ar sertifikāta atslēgu', en: 'The seal signs with the key of its certificate' },
  'time-stamp': { lv: 'Laika zīmogu pakalpojums atbild', en: 'The time-stamp service answers' },
  service: { lv: 'Pakalpojums apzīmogo parauga datni, un pašu pārbaude to pieņem', en: 'The service seals a probe, and our own check believes it' },
  revocation: { lv: 'Sertifikāts nav atsaukts', en: 'The certificate is not revoked' },
  authorities: { lv: 'Izdevēji virs zīmoga nav atsaukti', en: 'The authorities above the seal are not revoked' },
} as const satisfies Readonly<Record<string, Text>>;

const NON_REPUDIATION = 2;
/** ETSI EN 319 411-2 (QCP-l-qscd) and EN 319 412-5 (QcSSCD). */
const [QCP_L_QSCD, QC_SSCD] = ['0.4.0.194112.1.3', '0.4.0.1862.1.4'];
const PROBE = Buffer.from('Vienkopus: a probe before a batch is sealed');

interface Asked {
  readonly clock: Clock;
  /** The certificate must last until then. */
  readonly until: Date;
  /** Whether the seal must be qualified. */
  readonly production: boolean;
}

/** Tries everything that a batch needs, on a probe of no worth, so that a season of certificates does not stop at its first. */
export async function preflight({ seal, timeStamps, revocation, authorityRevocation }: SealServices, asked: Asked): Promise<PreflightStep[]> {
  const { steps, attempt } = attempts();
  const shown = await tryCertificate(seal, asked, attempt);
  if (!shown) return steps;
  const { certificate, issuer } = shown;
  await attempt('seal', async () => isOurs(await seal.sign([PROBE]), certificate, hashOf(seal.algorithm)));
  await attempt('time-stamp', async () => ({ at: (await timeStamps.stamp(PROBE)).at }));
  await attempt('revocation', async () => ({ at: (await revocation.good(certificate.der, issuer, new Date(0))).at }));
  if (authorityRevocation) await attempt('authorities', async () => (await answersAbove(authorityRevocation, (await seal.certificate()).chain)).length > 0);
  return steps;
}

/** The same for a service that seals whole files: it seals a probe, and our check believes what comes back. */
export async function preflightOfSealer(sealer: ContainerSealer, asked: Asked): Promise<PreflightStep[]> {
  const { steps, attempt } = attempts();
  if (!(await tryCertificate(sealer, asked, attempt))) return steps;
  await attempt('service', async () => {
    let sealed = 0;
    const keeping: Keeping = { begun: async () => undefined, sealed: async ({ length }) => void (sealed += length) };
    await sealer.seal([{ files: [{ name: 'probe.txt', mime: 'text/plain', content: PROBE }], begun: null }], keeping);
    return sealed === 1;
  });
  return steps;
}

type Attempt = (step: PreflightStep['step'], doing: () => Promise<boolean | Told> | boolean) => Promise<void>;

function attempts(): { readonly steps: PreflightStep[]; readonly attempt: Attempt } {
  const steps: PreflightStep[] = [];
  const attempt: Attempt = async (step, doing) => {
    const began = performance.now();
    const outcome = await Promise.resolve().then(doing).then(
      (answer) => ({ passed: answer !== false, told: typeof answer === 'boolean' ? null : answer, why: null, mayPass: false }),
      (fault: unknown) => ({ passed: false, told: null, ...(fault instanceof TrustServiceError ? { why: fault.text, mayPass: fault.mayPass } : { why: null, mayPass: false }) }),
    );
    steps.push({ step, words: STEPS[step], tookMs: Math.round(performance.now() - began), ...outcome });
  };
  return { steps, attempt };
}

async function tryCertificate(of: Pick<SealProvider, 'certificate'>, { clock, until, production }: Asked, attempt: Attempt): Promise<{ readonly certificate: Certificate; readonly issuer: Uint8Array } | null> {
  let shown = null as { readonly certificate: Certificate; readonly issuer: Uint8Array } | null;
  await attempt('certificate', async () => {
    const { leaf, chain: [issuer] } = await of.certificate();
    const certificate = readCertificate(bytesOf(leaf));
    shown = issuer ? { certificate, issuer } : null;
    const isGood = isValidAt(certificate, clock.now()) && isValidAt(certificate, until) && ((certificate.usages ?? 0) & NON_REPUDIATION) !== 0 && issuer !== undefined;
    return isGood && { name: certificate.name, until: certificate.validTo };
  });
  if (!shown) return null;
  const { certificate } = shown;
  if (production) await attempt('qualified', () => certificate.policies.includes(QCP_L_QSCD) && certificate.statements.includes(QC_SSCD));
  return shown;
}

const isOurs = ([value]: readonly Uint8Array[], { der }: Certificate, hash: string): boolean =>
  value !== undefined && verify(hash.replace('-', ''), PROBE, { key: new X509Certificate(der).publicKey, dsaEncoding: 'ieee-p1363' }, value);
