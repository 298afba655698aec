/** What others may ask of the education register. */
export { loadEducationClassifiers } from './actions/load-classifiers.js';
export { loadMadeUpLicences } from './actions/load-made-up-licences.js';
export { loadMadeUpPupils, registerDemoChildren } from './actions/load-made-up-pupils.js';
export { deadlineOf, schoolYearOn, yearEndsOn } from './actions/ask-calendar.js';
export { readScales } from './actions/ask-scales.js';
export { findLicenceOn } from './store/licences.js';
export { findProgramme } from './store/programmes.js';
export { findSubject, listSubjectsNamed, listSubjectsOn } from './store/subjects.js';
export { isLate } from './domain/deadlines.js';
