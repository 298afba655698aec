// The door of the documents service: what the rest of the program, or another program, may use.
export { BatchTookTooLong, containStamped, sealFiles, type SealServices, signFiles, type Signed, type Stamped, stampSigned } from './sealing/seal-files.js';
export type { RevocationAnswer, RevocationSource, SealCertificate, SealProvider, Stamp, TimeStampAuthority } from './sealing/seal-provider.js';
export { preflight, type PreflightStep } from './sealing/preflight.js';
export { NotForProduction, pkcs12Seal } from './sealing/pkcs12-seal.js';
export { type DataFile, UnfitFiles } from './container/data-file.js';
export { type Certificate, certificatesOf } from './trust/certificate.js';
export { ocspClient, type RevocationService } from './trust/ocsp-client.js';
export { timeStampClient, type TimeStampService } from './trust/time-stamp-client.js';
export { type TrustServiceCode, TrustServiceError } from './trust/trust-service-error.js';
export { checkContainer, type CheckedFile, type CheckReport } from './checking/check-container.js';
export type { SignatureReport } from './checking/check-signature.js';
export { anyLevelPolicy, type CheckPolicy, type Level, longTermPolicy } from './checking/policy.js';
export { type ContainerRule, type Finding, type Outcome, type SignatureRule } from './checking/rules.js';
export type { TrustAnchors } from './trust/chain.js';
export { type CertificatePage, checkLetters, renderCertificate, type Rendering } from './pdf/certificate-page.js';
export { UnprintableLetters } from './pdf/letters.js';
