/** What other modules may ask of the territories. */
export { applyReformToMap } from './actions/apply-reform-to-map.js';
export { type CorrectedSuccession, correctSuccessions } from './actions/correct-successions.js';
export { openFoundingMap } from './actions/open-founding-map.js';
export { editionAmong, getEditionOn, listEditionChoices } from './actions/editions.js';
export { defineReform, type ReformDefinitionInput } from './actions/define-reform.js';
export { getReformStory } from './actions/reform-story.js';
export { getReform, getReformInMotion } from './actions/reform-in-motion.js';
export { type LastingPlace, lastingPlaces } from './domain/lasting-places.js';
export { parseReferenceData, type ReferenceData, type ReferenceReform } from './domain/reference-data.js';
export type { ReformGroup, ReformStory } from './domain/reform-story.js';
export type { UnitVersion } from './domain/unit.js';
export { ceasingUnitIds, fateOf, type Fate, type Move, type TerritorialReform, type UnitOfReform } from './domain/reform.js';
export type { ReformChange, ReformParticipant } from './reform-participant.js';
export { listReforms, listReformUnits, listSuccessionHistory, listSuccessionsOfReform, type ReformRow, setReformState, type SuccessionRow } from './store/reforms.js';
export { findUnit, listAllUnits, listEditions, listUnitsOn, listVersions } from './store/units.js';
