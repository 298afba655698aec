/** What other modules may ask about people. Who shows what is found here logs it in their own action's audit. */
export { roughPopulation } from './domain/municipality-populations.js';
export { isGuardianOf } from './actions/is-guardian-of.js';
export { CaseReference, checkReason } from './actions/look-input.js';
export { LOOK_REASONS, type LookReason } from './domain/look-reasons.js';
export { drawFamilyName, drawGivenName } from './domain/made-up-names.js';
export {
  addressDeclared, codeReplaced, deathWithdrawn, entryWithdrawn, guardianshipEnded, guardianshipRecorded, nameChanged, personDied, personRegistered,
} from './events.js';
export { personsInReform } from './reform-participant.js';
export { findIdByCode, listSummaries, type PersonSummary } from './store/cards.js';
export { continueMadeUpLives, type LoadSettings, loadMadeUpPersons } from './store/load-persons.js';
export { findSomeParent } from './store/some-parent.js';
