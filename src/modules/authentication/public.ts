/** What others may ask about how users prove who they are. */
export { giveDemoPasswords } from './actions/give-demo-passwords.js';
export { type OutsideWay, outsideWays } from './actions/read-sign-in.js';
export { outsideOrigins } from './actions/providers.js';
export { OutsideSettings } from './outside/providers.js';
export { loadMadeUpMeans } from './actions/load-made-up-means.js';
export { PROVEN_PATH, proveAgain } from './domain/prove-again-path.js';
export { isAtLeast, type Level, LEVELS } from './domain/proof.js';
export { authenticationInReform } from './reform-participant.js';
export { tellOfCeasingConnections, tellOfKeptConnections } from './actions/tell-of-ceasing.js';
export { DEVICE_CODES, holdAttempt } from './actions/hold-attempts.js';
export { keepProgramEntry, type ProgramEntry } from './actions/keep-event.js';
export { VisitorInput } from './actions/visitor-input.js';
export { visitorOf } from './pages/visitor-of.js';
export { deleteAttempt, setAttemptOutcome } from './store/attempts.js';
export { markTechnicalUser } from './store/technical-users.js';
export { askDirectoryOf } from './actions/ask-directory-of.js';
export { sessionsEnded } from './events.js';
export { assuranceOf, identifyBy } from './identity.js';
