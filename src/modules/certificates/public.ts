/** What others may ask about certificates of exams. */
export { followMadeUpChanges, makeUpCertificates } from './actions/make-up-certificates.js';
export { giveFile } from './actions/hand-out.js';
export { findOfPerson, listOfPerson, listSealedElsewhere, type OwnCertificate } from './store/certificates.js';
export { faultsOfSeal, SealSettings } from './seal/seal-settings.js';
