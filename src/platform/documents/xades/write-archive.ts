import { EXCLUSIVE_C14N, NS } from './names.js';
import { base64, certificateValues, revocationValues } from './write-signature.js';

/** Certificates and answers about the authority of the stamp that stands right before it (EN 319 132-1, 5.5.1); nothing where there are none. */
export const timeStampValidationData = (certificates: readonly Uint8Array[], answers: readonly Uint8Array[]): string => {
  const values = certificateValues(certificates) + revocationValues(answers);
  return values === '' ? '' : `<xades141:TimeStampValidationData xmlns:xades141="${NS.xades141}">${values}</xades141:TimeStampValidationData>`;
};

/** An archive time stamp that covers everything before it (EN 319 132-1, 5.5.2). The prefix is declared here, so that nothing above changes. */
export const archiveTimeStamp = (id: string, token: Uint8Array): string =>
  `<xades141:ArchiveTimeStamp xmlns:xades141="${NS.xades141}" Id="${id}"><ds:CanonicalizationMethod Algorithm="${EXCLUSIVE_C14N}"></ds:CanonicalizationMethod>` +
  `<xades:EncapsulatedTimeStamp>${base64(token)}</xades:EncapsulatedTimeStamp></xades141:ArchiveTimeStamp>`;
