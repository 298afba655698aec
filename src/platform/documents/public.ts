// The door of the documents service: what the rest of the program, or another program, may use.
export { BatchTookTooLong, containStamped, sealFiles, type SealServices, signFiles, type Signed, type Stamped, stampSigned } from './sealing/seal-files.js';
export type { RevocationAnswer, RevocationSource, SealCertificate, SealProvider, Stamp, TimeStampAuthority } from './sealing/seal-provider.js';
export { cscSeal, type CscCredential } from './sealing/csc-seal.js';
export { type Pkcs11Key, type Pkcs11Seal, pkcs11Seal } from './sealing/pkcs11-seal.js';
export { Pkcs11Error, Pkcs11SetUp } from './sealing/pkcs11-error.js';
export { NotForProduction, pkcs12Seal } from './sealing/pkcs12-seal.js';
export { type DataFile, UnfitFiles } from './container/data-file.js';
export { type Certificate, certificatesOf } from './trust/certificate.js';
export { ocspClient, type RevocationService } from './trust/ocsp-client.js';
export { timeStampClient, type TimeStampService } from './trust/time-stamp-client.js';
export { type TrustServiceCode, TrustServiceError } from './trust/trust-service-error.js';
