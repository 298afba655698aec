/** What others may ask about state exams. */
export { loadExamCatalogue } from './actions/load-catalogue.js';
export { loadMadeUpExams } from './actions/load-made-up-exams.js';
