/** What other modules may ask about education institutions. */
export { institutionClosed, institutionRegistered } from './events.js';
export { institutionsInReform } from './reform-participant.js';
export { type FoundedInstitution, institutionLife, listInstitutionsOfUnit, listInstitutionsOfUnits, listNamesOn } from './store/ask.js';
export { findByRegNr, findInstitution, type InstitutionRow } from './store/card.js';
export { type LoadSettings, loadMadeUpInstitutions } from './actions/load-made-up-institutions.js';
