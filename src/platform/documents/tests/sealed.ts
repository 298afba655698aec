import { type Clock, systemClock } from '#kernel/clock.js';
import type { Kind } from '../../../../simulators/trust-services/authority.js';
import { startTrustServices, type TrustServices } from '../../../../simulators/trust-services/simulator.js';
import type { DataFile } from '../container/data-file.js';
import { writeContainer } from '../container/write-container.js';
import { pkcs12Seal } from '../sealing/pkcs12-seal.js';
import { sealFiles, type SealServices } from '../sealing/seal-files.js';
import { certificatesOf } from '../trust/certificate.js';
import { ocspClient } from '../trust/ocsp-client.js';
import { timeStampClient } from '../trust/time-stamp-client.js';
import { prepareSignature } from '../xades/prepare-signature.js';
import { type Proofs, signaturesFile, timeStamped } from '../xades/write-signature.js';

export type Level = 'B-B' | 'B-T' | 'B-LT';

/** A seal of the simulated authority with the services around it, over real HTTP. */
export interface Sealing {
  readonly trust: TrustServices;
  readonly clock: Clock;
  services(kind?: Kind): SealServices;
  /** One container at a level. */
  container(files: readonly DataFile[], level?: Level, kind?: Kind): Promise<Buffer>;
}

export async function startSealing(clock: Clock = systemClock()): Promise<Sealing> {
  const trust = await startTrustServices({ port: 0, folder: null, clock });
  const { timeStampUrl, revocationUrl, authorities, password, policy } = trust.settings;
  const anchors = certificatesOf(authorities);
  const services = (kind: Kind = 'seal-p256'): SealServices => ({
    seal: pkcs12Seal({ file: trust.seal(kind), password, production: false }),
    timeStamps: timeStampClient({ url: timeStampUrl, anchors, policy, clock }),
    revocation: ocspClient({ url: revocationUrl, clock, patienceMs: 3_000 }),
    authorityRevocation: ocspClient({ url: revocationUrl, clock, isOfAuthorities: true }),
  });
  return {
    trust,
    clock,
    services,
    async container(files, level = 'B-LT', kind = 'seal-p256') {
      const all = services(kind);
      if (level === 'B-LT') return (await sealFiles(all, [files], clock.now()))[0]!;
      const { leaf } = await all.seal.certificate();
      const prepared = prepareSignature({ files, certificate: leaf, algorithm: all.seal.algorithm, signingTime: clock.now() });
      const [value] = await all.seal.sign([prepared.dataToBeSigned]);
      const proofs: Proofs = level === 'B-T' ? { timeStamp: (await all.timeStamps.stamp(timeStamped(prepared, value!))).token } : {};
      return writeContainer(files, [signaturesFile(prepared, value!, proofs)]);
    },
  };
}

export const PDF: DataFile = { name: '2024_301949081206-KUMAL.pdf', mime: 'application/pdf', content: Buffer.from('%PDF-1.7\n% not really one\n') };
/** Names that must be escaped in XML, in addresses and in the archive. */
export const AWKWARD: DataFile = { name: 'pielikumi/Ļoti & “garš” nosaukums (1) \'č\'.txt', mime: 'text/plain', content: Buffer.from('Glāžšķūņu rūķīši dzērumā čiepj Baha koncertflīģeļu vākus.\n') };
