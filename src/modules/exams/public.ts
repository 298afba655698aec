/** What others may ask about state exams. */
export { appealUntil } from './actions/appeals.js';
export { loadExamCatalogue } from './actions/load-catalogue.js';
export { loadMadeUpExams } from './actions/load-made-up-exams.js';
export { getSitting, mayAt } from './actions/scope.js';
export { chooseYear } from './actions/show-catalogue.js';
export { CANDIDATE_KINDS, classWords } from './domain/candidate-kinds.js';
export { examName, examTitle, STAGE_WORDS, type Stage, stageOf, TERM_WORDS, type Term } from './domain/exam-words.js';
export { WHY_WORDS } from './domain/outcomes.js';
export { OUTCOMES } from './domain/outcomes.js';
export { entryAnnulled, exemptionRecorded, factTakenBack, replacementRecorded, resultChanged, resultsPublished } from './events.js';
export { type ApplicantOnMaps, EXAM_APPLICANTS } from './reports/applicants.js';
export { EXAM_RESULTS, type ResultOnMaps } from './reports/exam-results.js';
export { listExamYears } from './store/catalogue.js';
export { findEventName, isVisibleEntry, joinEntry, listSealable, type SealableEvent } from './store/certifying.js';
export { type Certifiable, instantsOf, listCertifiable, listConfirmed, type OwnResult, type Publication, publicationOf, resultsOfPerson, visibleEntries } from './store/published.js';
export { countComplete, countedAmong } from './store/readiness.js';
export { joinTold, publishedOutcomes } from './store/told.js';
export { holdsExams, type SittingRow } from './store/sittings.js';
