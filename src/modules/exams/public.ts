/** What others may ask about state exams. */
export { loadExamCatalogue } from './actions/load-catalogue.js';
export { loadMadeUpExams } from './actions/load-made-up-exams.js';
export { EXAM_KINDS, examName, examTitle, type Level, LEVEL_WORDS, LEVELS, STAGE_WORDS, type Stage, STAGES, type Term, TERM_WORDS } from './domain/exam-words.js';
export { type Outcome, OUTCOME_WORDS, WHY_WORDS } from './domain/outcomes.js';
export { appealUntil } from './actions/appeals.js';
export { entryAnnulled, factTakenBack, resultChanged, resultRecorded, resultsPublished } from './events.js';
export { type Certifiable, type CertifiableOf, listCertifiable, listConfirmed, type OwnResult, type PartShare, type Publication, publicationOf, resultsOfPerson, visibleEntries } from './store/published.js';
export { getSitting, mayAt } from './actions/scope.js';
export { chooseYear } from './actions/show-catalogue.js';
export { listExamYears } from './store/catalogue.js';
export { isVisibleEntry, joinEntry, listSealable, type SealableEvent } from './store/certifying.js';
export { type SittingRow } from './store/sittings.js';
