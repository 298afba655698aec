// The second door of the documents service: what runs in a browser as well, and so knows nothing of Node.
export { checkContainer, type CheckedFile } from './checking/check-container.js';
export type { Qualified } from './checking/check-signature.js';
export { handedInPolicy, type PortableTrust, type Trust, trustOf } from './checking/portable-trust.js';
export { CONTAINER_RULES, SIGNATURE_RULES } from './checking/rules.js';
export { type ShownFile, type ShownFinding, type ShownReport, shownReport, type ShownSignature } from './checking/shown-report.js';
export { openRevoked, type Revocation, revocationOfClaim, type RevokedDocument } from './claims/revoked-list.js';
export { checkClaim, type Claim, type ClaimFault, claimIn, type ClaimKey, holderMark } from './claims/claim.js';
