/** What others may ask about certificates of exams. */
export { makeUpCertificates } from './actions/make-up-certificates.js';
export { faultsOfSeal, SealSettings } from './seal/seal-settings.js';
