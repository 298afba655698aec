/** What other modules may ask of the territories. */
export { applyReformToMap } from './actions/apply-reform-to-map.js';
export { correctSuccessions, type ForetoldCorrection, foretellCorrection, listCorrections } from './actions/correct-successions.js';
export { openFoundingMap } from './actions/open-founding-map.js';
export { editionAmong, getEditionOn, listEditionChoices } from './actions/editions.js';
export { defineReform } from './actions/define-reform.js';
export { mapOn, mapToday, type ShownMap } from './actions/show-map.js';
export { approximateIn, MapPicture, stopsOf as stopsOfMap } from './pages/map/picture.js';
export { getReformStory } from './actions/reform-story.js';
export { listMisfitting, misfitsOf, refuseMisfit } from './actions/reform-fit.js';
export { getReform, getReformInMotion, getReformToChange } from './actions/reform-in-motion.js';
export { type LastingPlace, lastingPlaces } from './domain/lasting-places.js';
export { parseReferenceData, type ReferenceData, type ReferenceReform } from './domain/reference-data.js';
export type { UnitVersion } from './domain/unit.js';
export { unitChoices } from './domain/unit-choices.js';
export { ceasingUnitIds, type CorrectionInMotion, type Fate, fateOf, oldUnitIds, oldUnitName, type TerritorialReform, type UnitOfReform } from './domain/reform.js';
export type { Choice, Choosing, Chosen, Matter, Meanwhile, ReformChange, ReformParticipant, Trace } from './reform-participant.js';
export { listReforms, listReformUnits, listSuccessionHistory, listKnownParts, listSuccessionsOfReform, lockMap, type ReformRow, setReformState, type SuccessionRow } from './store/reforms.js';
export { findUnit, findUnitMeant, listAllUnits, listEditions, listEverSucceeded, listUnitsOn, listUnitsPlaced, listVersions, listWhollySucceeded } from './store/units.js';
