/** What other modules may ask about people. Who shows what is found here logs it in their own action's audit. */
export { roughPopulation } from './domain/municipality-populations.js';
export { isGuardianOf } from './actions/is-guardian-of.js';
export { drawFamilyName, drawGivenName } from './domain/made-up-names.js';
export { personsInReform } from './reform-participant.js';
export { registerMadeUpPeople } from './actions/register-made-up-people.js';
export { findOwner } from './store/by-code.js';
export { continueMadeUpLives, type LoadSettings, loadMadeUpPersons } from './store/load-persons.js';
export { findAdult, listHolderNames, listSomeAdults } from './store/office-holders.js';
export { homeUnitOn } from './store/homes.js';
export { findSomeParent } from './store/some-parent.js';
export { findGuardians, type Guardian } from './actions/guardians.js';
export { LOOK_REASONS } from './domain/look-reasons.js';
export { maskedCode } from './domain/masking.js';
export { bearsFamily, findLearner, findNamedLearner, hasCode, holdsCode, isCalled, isPersonProtected, joinCode, joinName, type KnownAs, type LearnerRow, listKnownAs, personOfCode } from './store/learners.js';
export { type MadeUpChild, registerMadeUpChildren } from './store/made-up-children.js';
export { listGuardiansOf, listWards, type WardRow } from './store/cards.js';
export { isMinorOn } from './domain/guardianship-rules.js';
export { listToPrint, type PrintedRow } from './store/printed.js';
