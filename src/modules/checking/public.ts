/** What others may ask of checking: files that were handed in, and the code of a printed copy. Whoever asks has checked the right to the file. */
export { checkHandedIn } from './actions/check-handed-in.js';
export { claimAddress } from './actions/claims.js';
export { tellOfRevoked } from './actions/revoke.js';
export { SignedFileChecks, SignedFileTag, UncheckedFile } from './pages/signed-file.js';
export { type CheckBrief, type CheckOfFile, checksOf, lastChecks } from './store/checks.js';
export { refuseUnreadableCertificates, TrustSettings } from './trust/settings.js';
