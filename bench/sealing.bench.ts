import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { systemClock } from '#kernel/clock.js';
import { certificatesOf, type CertificatePage, checkContainer, type DataFile, longTermPolicy, ocspClient, pkcs12Seal, renderCertificate, sealFiles, type SealServices, timeStampClient } from '#platform/documents/public.js';
import type { Kind } from '../simulators/trust-services/authority.js';
import { startTrustServices, type TrustServices } from '../simulators/trust-services/simulator.js';
import type { Benchmark, Result } from './measuring/result.js';
import { duration, repeatFor } from './measuring/timings.js';

/** A season has 115,000; a tenth of it shows the rate. */
const COUNT = Number(process.env['SEALING_COUNT'] ?? 11_500);
const BATCH = 500;
const SECONDS = 4;
/** What a rendered certificate weighs. */
const PDF_BYTES = 20_000;

export const sealing: Benchmark = {
  title: `Sealing ${COUNT.toLocaleString('en')} certificates by the local authority over HTTP, which shares the processor; checking and rendering them`,
  run: async () => {
    const clock = systemClock();
    const trust = await startTrustServices({ port: 0, folder: null, clock });
    try {
      const rsa = await sealed(trust, 'seal-rsa', 'rsa3072');
      const p256 = await sealed(trust, 'seal-p256', 'ecdsap256');
      return [...rsa.results, ...p256.results, await checked(trust, p256.last), await rendered()];
    } finally {
      await trust.stop();
    }
  },
};

async function sealed(trust: TrustServices, kind: Kind, key: string): Promise<{ results: Result[]; last: Uint8Array }> {
  const clock = systemClock();
  const { password, authorities, timeStampUrl, revocationUrl, policy } = trust.settings;
  const services: SealServices = {
    seal: pkcs12Seal({ file: trust.seal(kind), password, production: false }),
    timeStamps: timeStampClient({ url: timeStampUrl, anchors: certificatesOf(authorities), policy, clock }),
    revocation: ocspClient({ url: revocationUrl, clock }),
  };
  const rates: number[] = [];
  let last: Uint8Array = Buffer.alloc(0);
  const took = await duration(async () => {
    for (let begun = 0; begun < COUNT; begun += BATCH) {
      const sets = Array.from({ length: Math.min(BATCH, COUNT - begun) }, (_, at) => [certificate(begun + at)]);
      const ms = await duration(async () => void (last = (await sealFiles(services, sets, clock.now())).at(-1)!));
      rates.push((sets.length * 1000) / ms);
    }
  });
  const tenth = Math.max(1, Math.floor(rates.length / 10));
  const mean = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0) / some.length;
  const results: Result[] = [
    { what: `sealing with the local authority, ${kind}: certificates signed, stamped, answered, in containers`, ours: (COUNT * 1000) / took, unit: 'certificates/s', beside: { name: `openssl speed ${key}, signing alone`, value: await opensslRate(key) } },
    { what: `sealing, ${kind}: the last tenth`, ours: mean(rates.slice(-tenth)), unit: 'certificates/s', beside: { name: 'the first tenth', value: mean(rates.slice(0, tenth)) }, goal: { of: 'ratio', atLeast: 0.9 } },
  ];
  return { results, last };
}

const certificate = (at: number): DataFile => ({ name: `2026_${String(at).padStart(12, '0')}-MATOL.pdf`, mime: 'application/pdf', content: Buffer.alloc(PDF_BYTES, at % 251) });

/** `+F2:3:3072:587.1:17577.3`: signatures in a second stand before checks in a second. */
async function opensslRate(key: string): Promise<number> {
  const { stdout } = await promisify(execFile)('openssl', ['speed', '-elapsed', '-seconds', String(SECONDS), '-mr', key]);
  const perSecond = /^\+F\d:\d+:\d+:([\d.]+)/m.exec(stdout)?.[1];
  if (!perSecond) throw new Error(`openssl speed ${key} said nothing that is understood`);
  return Number(perSecond);
}

async function checked(trust: TrustServices, container: Uint8Array): Promise<Result> {
  const anchors = certificatesOf(trust.settings.authorities);
  const policy = longTermPolicy({ signing: anchors, timeStamping: anchors });
  const bytes = new Uint8Array(container);
  const { perSecond, timings } = await repeatFor(SECONDS, 4, async () => {
    if (!(await checkContainer(bytes, policy, systemClock().now())).passed) throw new Error('our own container is refused');
  });
  return { what: 'checking rate: containers against every rule', ours: perSecond, unit: 'containers/s', timings };
}

async function rendered(): Promise<Result> {
  const page: CertificatePage = {
    lang: 'lv-LV', issuer: 'Made-up agency', title: 'Vispārējās vidējās izglītības sertifikāts', number: 'Nr. 2026/000000000000-MATOL', holder: 'Ņina Šķēle-Žagariņa', holderCode: '',
    statements: ['ir kārtojusi centralizēto eksāmenu un pierādījusi zināšanu un prasmju atbilstību', 'matemātikā optimālajā mācību satura apguves līmenī'], outcome: 'kopvērtējums 61 %',
    partHeads: ['Eksāmena daļa', 'Vērtējums'], parts: [{ name: 'Zināšanas, izpratne un prasmes', value: '64 %' }, { name: 'Kompleksu problēmu risināšana', value: '55 %' }],
    place: 'Rīga', attestation: 'Apliecināts ar elektronisko zīmogu', notices: ['Vērtējumu var apstrīdēt viena mēneša laikā.'],
  };
  const issuedAt = systemClock().now();
  const { perSecond, timings } = await repeatFor(SECONDS, 1, () => renderCertificate(page, { issuedAt }));
  return { what: 'PDF rate: certificates rendered as tagged PDF/A-2a', ours: perSecond, unit: 'pages/s', timings };
}
