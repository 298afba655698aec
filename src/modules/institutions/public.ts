/** What other modules may ask about education institutions. */
export { institutionClosed } from './events.js';
export { institutionsInReform } from './reform-participant.js';
export { institutionLife, listInstitutionsOfUnit, listInstitutionsOfUnits, listNamesOn } from './store/ask.js';
export { findByRegNr } from './store/card.js';
export { loadMadeUpInstitutions } from './actions/load-made-up-institutions.js';
