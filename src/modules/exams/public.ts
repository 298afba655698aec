/** What others may ask about state exams. */
export { loadExamCatalogue } from './actions/load-catalogue.js';
export { loadMadeUpExams } from './actions/load-made-up-exams.js';
export { examName, examTitle, STAGE_WORDS, TERM_WORDS } from './domain/exam-words.js';
export { WHY_WORDS } from './domain/outcomes.js';
export { resultChanged } from './events.js';
export { type Certifiable, listCertifiable, listConfirmed, type OwnResult, type Publication, publicationOf, resultsOfPerson, visibleEntries } from './store/published.js';
