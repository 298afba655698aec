/** What other modules may ask about education institutions. */
export { closingDayChanged, entryCorrected, founderChanged } from './events.js';
export { foretellInstitutions, type InstitutionInReform, institutionsAfterReform, institutionsInReform } from './reform-participant.js';
export { registerInstitutionsPermission } from './permissions.js';
export { lacksFounder } from './reform-tasks.js';
export { findFoundingUnit, findPassedOn, foundingUnitOn, institutionLife, isOfKind, joinFoundingUnit, joinKind, listInstitutionsOfType, listInstitutionsOfUnit, listInstitutionsOfUnits, institutionNameOn, listNamesOn, listSuccessorNames, type PassedInstitution } from './store/ask.js';
export { listPutRight } from './store/reform-rows.js';
export { findByRegNr } from './store/card.js';
export { loadMadeUpHeads } from './actions/load-made-up-heads.js';
export { loadMadeUpInstitutions } from './actions/load-made-up-institutions.js';
export { findHeadName } from './actions/name-heads.js';
export { type BothMaps, bothMapColumns, bothMaps, editionField, EditionInput, institutionsOnMap, ON_CHOSEN_MAP, ON_OWN_MAP, PLACE_WORDS, placeLines, type UnitNamer, unitNamer } from './reports/municipality-of.js';
